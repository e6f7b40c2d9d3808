-- Numbers of rows from outside below zero in a column that never or hardly ever was.
-- Grain: row_number, column_name
-- Params:
--   rare_share: number, share of the numbers of a column below zero from which on it is nothing strange
-- Returns:
--   row_number: row of the sheet, 0 for all of it
--   column_name: column of the table, empty where a whole row is meant
--   cell_text: what was met
-- Tables: given_rows, given_cells, given_columns, given_history
select row_number, column_name, cell_text
from given_cells
join given_rows using (row_number)
join given_columns using (column_name)
-- the few that stand already were looked at when they came
anti join given_history on
    given_rows.series_text = given_history.series_text
    and given_rows.year is not distinct from given_history.year
    and given_cells.column_name = given_history.column_name
    and given_cells.cell_number = given_history.number
where is_measured and below_zero_share < $rare_share and cell_number < 0
order by row_number, column_name
