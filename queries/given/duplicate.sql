-- Rows from outside with the key of a row before them.
-- Grain: row_number, column_name
-- Returns:
--   row_number: row of the sheet, 0 for all of it
--   column_name: column of the table, empty where a whole row is meant
--   cell_text: what was met
-- Tables: given_rows
select row_number, '' as column_name, cast(first_row as varchar) as cell_text
from (
    select row_number, min(row_number) over (partition by key_text) as first_row
    from given_rows
)
where row_number > first_row
order by row_number, column_name
