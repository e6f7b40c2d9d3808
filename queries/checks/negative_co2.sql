-- Negative CO2 in any inventory: nothing in them takes CO2 out of the air.
-- Grain: table_name, year, region_code, part
-- Returns:
--   table_name: table of the row
--   year: calendar year
--   region_code: GB/T 2260 code
--   part: sector and fuel, or component, or total
--   co2_t: t
-- Tables: co2, co2_nation, co2_published_total, co2_apparent
with cells as (
    select 'co2' as table_name, year, region_code, sector_code || ' ' || fuel_code as part, co2_t
    from co2
    union all
    select 'co2_nation', year, region_code, sector_code || ' ' || fuel_code, co2_t
    from co2_nation
    union all
    select 'co2_published_total', year, region_code, 'total', co2_t
    from co2_published_total
    union all
    select 'co2_apparent', year, region_code, component, co2_t
    from co2_apparent
)

select table_name, year, region_code, part, co2_t
from cells
where co2_t < 0
