-- Units from outside of a year, or a class in a year, whose rule is not in the tables.
-- Grain: row_number, column_name
-- Params:
--   industry_years: list, years in which clinker, steel and aluminium are judged
-- Returns:
--   row_number: row of the sheet, 0 for all of it
--   column_name: column of the table, empty where a whole row is meant
--   cell_text: what was met
-- Tables: given_cells, given_columns, market_benchmarks
with units as (
    select
        row_number,
        max(cell_text) filter (where column_name = 'line') as line,
        max(cell_text) filter (where column_name = 'unit_class') as unit_class,
        max(cell_text) filter (where column_name = 'year') as year
    from given_cells
    -- the table of units alone has this column
    where exists (select 1 from given_columns where column_name = 'co2_t_per_mwh')
    group by row_number
),

ruled as (
    select cast(year as varchar) as year, unit_class
    from market_benchmarks
    where carrier = 'electricity' and kind = 'benchmark' and output_basis = 'generated'
)
select
    row_number,
    case when line = 'power' and year in (select year from ruled) then 'unit_class' else 'year' end as column_name,
    concat_ws(' · ', year, unit_class) as cell_text
from units
anti join ruled on
    line = 'power' and units.year = ruled.year
    and (units.unit_class is null or units.unit_class = ruled.unit_class)
where not (line <> 'power' and year in (select unnest($industry_years)))
order by row_number, column_name
