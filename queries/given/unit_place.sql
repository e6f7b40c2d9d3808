-- Units from outside that are said to stand in the nation and no province.
-- Grain: row_number, column_name
-- Params:
--   nation: text, code of the nation
-- Returns:
--   row_number: row of the sheet, 0 for all of it
--   column_name: column of the table, empty where a whole row is meant
--   cell_text: what was met
-- Tables: given_cells, given_columns
select row_number, column_name, cell_text
from given_cells
where
    column_name = 'region_code' and cell_text = $nation
    -- the table of units alone has this column
    and exists (select 1 from given_columns where column_name = 'co2_t_per_mwh')
order by row_number, column_name
