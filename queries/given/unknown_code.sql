-- Cells of rows from outside whose code is not one of their column.
-- Grain: row_number, column_name
-- Returns:
--   row_number: row of the sheet, 0 for all of it
--   column_name: column of the table, empty where a whole row is meant
--   cell_text: what was met
-- Tables: given_cells, given_codes
select row_number, column_name, cell_text
from given_cells
semi join given_codes using (column_name)
anti join given_codes on
    given_cells.column_name = given_codes.column_name and given_cells.cell_text = given_codes.code
where cell_text is not null
order by row_number, column_name
