-- Units and plants of the carbon market that somebody put in, each with its output and emissions; none are shipped.
-- Grain: unit_name, year
-- Params:
--   line: text, one kind of unit; null means all
--   year: integer, one vintage; null means all
-- Returns:
--   unit_name: name of the unit or plant
--   year: vintage of the allowances
--   region_code: province
--   line: power, clinker, steel or aluminium
--   unit_class: class of power unit; null for other kinds
--   output: MWh generated or t of product
--   heat_gj: GJ of heat supplied; null where not given
--   load_factor: load factor, 0 to 1; null where not given
--   co2_t: t, emissions as given, or intensity times output
--   is_by_intensity: whether an intensity was given in place of emissions
--   cf4_t: t of CF4; null where not given
--   c2f6_t: t of C2F6; null where not given
--   balance_t_per_t: t/t, balance value; null where not given
--   standing: standing of the row
--   source_id: source
-- Tables: market_units
select
    unit_name,
    year,
    region_code,
    line,
    unit_class,
    coalesce(electricity_mwh, product_t) as output,
    heat_gj,
    load_factor,
    coalesce(co2_t, co2_t_per_mwh * electricity_mwh, co2_t_per_t * product_t) as co2_t,
    co2_t is null as is_by_intensity,
    cf4_t,
    c2f6_t,
    balance_t_per_t,
    standing,
    source_id
from market_units
where ($line is null or line = $line) and ($year is null or year = $year)
order by unit_name, year
