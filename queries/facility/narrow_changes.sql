-- Cells that an earlier release shows and whose change since would tell of few enterprises, by year: how many.
-- Grain: year
-- Params:
--   least_enterprises: integer, fewer enterprises than this may not be told of
--   most_of_one: number, the part of a change that one enterprise may make
-- Returns:
--   year: calendar year
--   cell_count: cells
-- Tables: facility_parts, facility_parts_before, facility_cells_before
with changes as (
    select
        measure, year, region_code, sector_code, fuel_code, company_id,
        coalesce(now.amount, 0) - coalesce(earlier.amount, 0) as change
    from facility_parts as now
    full join facility_parts_before as earlier using (measure, year, region_code, sector_code, fuel_code, company_id)
    where year in (select year from facility_parts) and year in (select year from facility_parts_before)
),
of_enterprises as (
    select
        measure, year, coalesce(region_code, '000000') as region_code, coalesce(sector_code, 'all') as sector_code,
        coalesce(fuel_code, 'all') as fuel_code, company_id, sum(change) as change
    from changes
    group by measure, year, company_id, cube (region_code, sector_code, fuel_code)
    having measure = 'energy_tce' or grouping(fuel_code) = 1
),
cells as (
    select
        measure, year, region_code, sector_code, fuel_code, count(*) filter (change <> 0) as changed,
        max(abs(change)) as largest, sum(abs(change)) as size
    from of_enterprises
    group by all
)
-- A year in which nothing changed tells of nobody.
select year, count(*) as cell_count
from cells semi join (from changes where change <> 0) using (year)
join facility_cells_before as earlier using (measure, year, region_code, sector_code, fuel_code)
where not earlier.is_hidden and (changed < $least_enterprises or largest > $most_of_one * size)
group by year
order by year
