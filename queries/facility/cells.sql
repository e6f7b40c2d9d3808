-- Each cell with every total: its amount, the size of it and of the largest enterprise, their number.
-- Grain: measure, year, region_code, sector_code, fuel_code
-- Returns:
--   measure: energy_tce, gross_output_nominal_cny or value_added_nominal_cny
--   year: calendar year
--   region_code: GB/T 2260 code; 000000 for all
--   sector_code: division of GB/T 4754-2017, or all
--   fuel_code: fuel, or all
--   amount: tce or yuan
--   size: sum of absolute amounts of enterprises
--   largest: the greatest of them
--   enterprise_count: enterprises
-- Tables: facility_parts
with of_enterprises as (
    select
        measure, year, coalesce(region_code, '000000') as region_code, coalesce(sector_code, 'all') as sector_code,
        coalesce(fuel_code, 'all') as fuel_code, company_id, sum(cast(amount as decimal(30, 6))) as amount
    from facility_parts
    group by measure, year, company_id, cube (region_code, sector_code, fuel_code)
    having measure = 'energy_tce' or grouping(fuel_code) = 1
)
select
    measure, year, region_code, sector_code, fuel_code, cast(sum(amount) as double) as amount,
    cast(sum(abs(amount)) as double) as size, cast(max(abs(amount)) as double) as largest, count(*) as enterprise_count
from of_enterprises
group by measure, year, region_code, sector_code, fuel_code
order by measure, year, region_code, sector_code, fuel_code
