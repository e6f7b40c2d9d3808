-- Final energy and CO2 of all industry by year and group of fuels, in the nation or one province; withheld
-- cement cells are left out.
-- Grain: year, fuel_group
-- Params:
--   region_code: text, one province; null means the sum of all
-- Returns:
--   year: calendar year
--   fuel_group: coal, oil, gas, electricity, heat, other or process
--   energy_tce: tce, final energy
--   co2_t: t CO2
-- Tables: industry_fuels, full_years
select year, fuel_group, sum(energy_tce) as energy_tce, sum(co2_t) as co2_t
from industry_fuels
cross join full_years
where
    region_code = $region_code
    or ($region_code is null and year <= least(last_energy_year, last_co2_year))
group by year, fuel_group
order by year, fuel_group
