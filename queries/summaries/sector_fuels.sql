-- Every division by year and group of fuels, over the provinces with a usable split: final energy and CO2. Kept as a
-- table for the pages.
-- Grain: sector_code, year, fuel_group
-- Returns:
--   sector_code: division of GB/T 4754-2017
--   year: calendar year
--   fuel_group: coal, oil, gas, electricity, heat, other or process
--   energy_tce: tce, final energy
--   co2_t: t CO2
-- Tables: industry_cells, energy, co2, sectors, fuels, full_years
with usable as (
    select distinct region_code from industry_cells where is_split_usable
),

final_energy as (
    select sector_code, year, fuel_group, sum(energy_tce) as energy_tce
    from energy
    join fuels using (fuel_code)
    where region_code in (select region_code from usable)
    group by sector_code, year, fuel_group
),

emissions as (
    select sector_code, year, fuel_group, sum(co2_t) as co2_t
    from co2
    join fuels using (fuel_code)
    where region_code in (select region_code from usable)
    group by sector_code, year, fuel_group
)

select sector_code, year, fuel_group, final_energy.energy_tce, emissions.co2_t
from final_energy
full join emissions using (sector_code, year, fuel_group)
join sectors using (sector_code)
cross join full_years
where sectors.is_industry and year <= least(last_energy_year, last_co2_year)
order by sector_code, year, fuel_group
