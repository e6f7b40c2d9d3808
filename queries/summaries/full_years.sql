-- The last year that counts for the nation, by quantity: the last in which every province of the inventories has
-- figures. Of later years only some provinces have any, by figures of their own, and a sum of these is no figure of the
-- nation. Kept as a table because every sum over the provinces asks for it.
-- Grain: last_energy_year, last_co2_year, last_value_added_year
-- Returns:
--   last_energy_year: calendar year, the last with final energy of all provinces
--   last_co2_year: calendar year, the last with CO2 of all provinces
--   last_value_added_year: calendar year, the last with value added of all provinces
-- Tables: energy, co2, value_added, regions
with held as (
    select distinct 'energy' as quantity, region_code, year from energy
    union all
    select distinct 'co2', region_code, year from co2
    union all
    select distinct 'value_added', region_code, year from value_added
),

covered as (
    select held.* from held join regions using (region_code) where in_inventory
),

counted as (
    select quantity, year, count(*) as here
    from covered
    group by quantity, year
),

wanted as (
    select quantity, count(distinct region_code) as all_of_them
    from covered
    group by quantity
),

last_years as (
    select quantity, max(year) as last_year
    from counted
    join wanted using (quantity)
    where counted.here = wanted.all_of_them
    group by quantity
)

select
    max(last_year) filter (where quantity = 'energy') as last_energy_year,
    max(last_year) filter (where quantity = 'co2') as last_co2_year,
    max(last_year) filter (where quantity = 'value_added') as last_value_added_year
from last_years
order by last_energy_year, last_co2_year, last_value_added_year
