-- Numbers of rows from outside below zero in a column that never was.
-- Grain: row_number, column_name
-- Returns:
--   row_number: row of the sheet, 0 for all of it
--   column_name: column of the table, empty where a whole row is meant
--   cell_text: what was met
-- Tables: given_cells, given_columns
select row_number, column_name, cell_text
from given_cells
join given_columns using (column_name)
where is_measured and low >= 0 and cell_number < 0
order by row_number, column_name
