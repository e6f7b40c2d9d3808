-- Energy whose tonnes of coal equivalent are not its quantity times the factor of its fuel, within a billionth.
-- Grain: table_name, year, region_code, part, fuel_code
-- Returns:
--   table_name: table of the row
--   year: calendar year
--   region_code: GB/T 2260 code
--   part: sector or flow
--   fuel_code: fuel
--   energy_tce: tce, as in the table
--   expected_tce: tce, quantity times factor, null where the fuel has none
-- Tables: energy, energy_transformation, fuels
with cells as (
    select 'energy' as table_name, year, region_code, sector_code as part, fuel_code, quantity, energy_tce
    from energy
    union all
    select 'energy_transformation', year, region_code, flow_code, fuel_code, quantity, energy_tce
    from energy_transformation
)

select
    table_name,
    year,
    region_code,
    part,
    fuel_code,
    energy_tce,
    quantity * fuels.tce_per_unit as expected_tce
from cells
left join fuels using (fuel_code)
where coalesce(abs(energy_tce - expected_tce) > 1e-9 * abs(expected_tce), true)
