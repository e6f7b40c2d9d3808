-- Load factors of units from outside above one.
-- Grain: row_number, column_name
-- Returns:
--   row_number: row of the sheet, 0 for all of it
--   column_name: column of the table, empty where a whole row is meant
--   cell_text: what was met
-- Tables: given_cells
select row_number, column_name, cell_text
from given_cells
where column_name = 'load_factor' and cell_number > 1
order by row_number, column_name
