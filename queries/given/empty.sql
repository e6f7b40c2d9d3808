-- Cells of rows from outside that are empty and must not be.
-- Grain: row_number, column_name
-- Returns:
--   row_number: row of the sheet, 0 for all of it
--   column_name: column of the table, empty where a whole row is meant
--   cell_text: what was met
-- Tables: given_cells, given_columns
select row_number, column_name, cast(null as varchar) as cell_text
from given_cells
join given_columns using (column_name)
where is_required and cell_text is null
order by row_number, column_name
