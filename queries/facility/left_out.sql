-- Rows of a CSV file that are not whole: what is wrong with each.
-- Grain: row
-- Returns:
--   row: number of the row in the file
--   rule: rule that is broken
--   value: how many cells it has of how many; empty where its quotes do not pair
-- Tables: reject_errors
with told as (
    select line, error_message, error_type in ('MISSING COLUMNS', 'TOO MANY COLUMNS') as is_of_cells
    from reject_errors
)
select cast(line as bigint) as row, if(bool_and(is_of_cells), 'row.cells', 'row.quotes') as rule,
    if(bool_and(is_of_cells), max(regexp_replace(error_message, '.*Columns: (\d+) Found: (\d+).*', '\2 / \1')), '') as value
from told
group by line
order by row
