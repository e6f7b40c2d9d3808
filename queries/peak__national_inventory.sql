-- Industrial CO2 of the nation's own published inventory by year, to be judged beside the sum of the provinces.
-- Grain: year
-- Returns:
--   year: calendar year
--   co2_t: t, energy-related and cement process CO2 of industry
--   co2_energy_t: t, energy-related CO2 of industry
-- Tables: co2_nation, sectors
select
    year,
    sum(co2_t) as co2_t,
    sum(co2_t) filter (where fuel_code <> 'process') as co2_energy_t
from co2_nation
join sectors using (sector_code)
where sectors.is_industry
group by year
order by year
