-- Industry by province, year and group of fuels: final energy and CO2. Kept as a table for the pages.
-- Grain: region_code, year, fuel_group
-- Returns:
--   region_code: GB/T 2260 code
--   year: calendar year
--   fuel_group: coal, oil, gas, electricity, heat, other or process
--   energy_tce: tce, final energy
--   co2_t: t CO2
-- Tables: energy, co2, sectors, fuels
with final_energy as (
    select region_code, year, fuel_group, sum(energy_tce) as energy_tce
    from energy
    join sectors using (sector_code)
    join fuels using (fuel_code)
    where sectors.is_industry
    group by region_code, year, fuel_group
),

emissions as (
    select region_code, year, fuel_group, sum(co2_t) as co2_t
    from co2
    join sectors using (sector_code)
    join fuels using (fuel_code)
    where sectors.is_industry
    group by region_code, year, fuel_group
)

select region_code, year, fuel_group, final_energy.energy_tce, emissions.co2_t
from final_energy
full join emissions using (region_code, year, fuel_group)
order by region_code, year, fuel_group
