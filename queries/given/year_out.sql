-- Years of rows from outside before statistics began or after this year.
-- Grain: row_number, column_name
-- Params:
--   first: integer, the first year there can be
--   last: integer, the year it is
-- Returns:
--   row_number: row of the sheet, 0 for all of it
--   column_name: column of the table, empty where a whole row is meant
--   cell_text: what was met
-- Tables: given_cells, given_columns
select row_number, column_name, cell_text
from given_cells
join given_columns using (column_name)
where is_year and not cell_number between $first and $last
order by row_number, column_name
