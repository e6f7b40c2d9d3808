-- Units from outside that are said to stand in the nation and no province.
-- Grain: row_number, column_name
-- Params:
--   nation: text, code of the nation
-- Returns:
--   row_number: row of the sheet, 0 for all of it
--   column_name: column of the table, empty where a whole row is meant
--   cell_text: what was met
-- Tables: given_cells, given_columns
with units as (
    select
        row_number,
        max(cell_text) filter (where column_name = 'line') as line,
        max(cell_text) filter (where column_name = 'unit_class') as unit_class
    from given_cells
    -- the table of units alone has this column
    where exists (select 1 from given_columns where column_name = 'co2_t_per_mwh')
    group by row_number
)
select row_number, column_name, cell_text
from units
join given_cells using (row_number)
where column_name = 'region_code' and cell_text = $nation
order by row_number, column_name
