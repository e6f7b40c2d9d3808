-- Rows of a CSV file that are not whole: what is wrong with each.
-- Grain: row
-- Returns:
--   row: number of the row in the file
--   rule: rule that is broken
--   value: how many cells it has of how many; empty where its quotes do not pair
-- Tables: reject_errors
with told as (
    select line, error_type in ('MISSING COLUMNS', 'TOO MANY COLUMNS') as is_of_cells,
        error_type = 'MISSING COLUMNS' as is_short,
        try_cast(regexp_extract(error_message, 'Columns: (\d+)', 1) as integer) as wanted,
        try_cast(regexp_extract(error_message, 'Found: (\d+)', 1) as integer) as found
    from reject_errors
), rows as (
    -- Each cell that is missing is told of: the first count is the row's own.
    select line, bool_and(is_of_cells) as is_of_cells, max(wanted) as wanted,
        if(bool_or(is_short), min(found), max(found)) as found
    from told
    group by line
)
select cast(line as bigint) as row, if(is_of_cells, 'row.cells', 'row.quotes') as rule,
    if(is_of_cells, found || ' / ' || wanted, '') as value
from rows
order by row
