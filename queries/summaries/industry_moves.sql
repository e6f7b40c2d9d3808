-- How far each division moved its province's industrial energy from one year with data to the next. Kept as a table
-- because it orders every cell. Divisions of a province with an unusable split are in: a jump there moves its total.
-- Grain: region_code, sector_code, year
-- Returns:
--   region_code: GB/T 2260 code
--   sector_code: division of GB/T 4754-2017
--   year: calendar year
--   energy_tce: tce, final energy, 0 where the inventory has no cell
--   move_share: fraction of the province's industrial energy in the year with data before, signed; null in the first
-- Tables: industry_cells
with cells as (
    select region_code, sector_code, year, coalesce(energy_tce, 0) as energy_tce
    from industry_cells
    where year >= (select min(year) from industry_cells where energy_tce is not null)
),

totals as (
    select region_code, year, sum(energy_tce) as total_tce
    from cells
    group by region_code, year
)

select
    region_code,
    sector_code,
    year,
    cells.energy_tce,
    (cells.energy_tce - lag(cells.energy_tce) over division)
    / nullif(lag(totals.total_tce) over division, 0) as move_share
from cells
join totals using (region_code, year)
window division as (partition by region_code, sector_code order by year)
order by region_code, sector_code, year
