-- Benchmarks and balance values of power units by class, carrier and year.
-- Grain: unit_class, carrier, kind, year
-- Returns:
--   unit_class: class of power unit
--   carrier: electricity or heat
--   kind: benchmark or balance (value)
--   year: vintage of the allowances
--   value: t/MWh of electricity or t/GJ of heat
--   output_basis: power supplied, power generated or heat supplied
--   rule_status: final or draft
--   standing: standing of the row
--   source_id: source
-- Tables: market_benchmarks
select
    unit_class,
    carrier,
    kind,
    year,
    value,
    output_basis,
    rule_status,
    standing,
    source_id
from market_benchmarks
order by unit_class, carrier, kind, year
