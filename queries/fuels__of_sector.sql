-- Final energy and CO2 of one division by year and group of fuels, over the provinces with a usable split;
-- withheld cement cells are left out.
-- Grain: year, fuel_group
-- Params:
--   sector_code: text, one division
-- Returns:
--   year: calendar year
--   fuel_group: coal, oil, gas, electricity, heat, other or process
--   energy_tce: tce, final energy
--   co2_t: t CO2
-- Tables: sector_fuels
select year, fuel_group, energy_tce, co2_t
from sector_fuels
where sector_code = $sector_code
order by year, fuel_group
