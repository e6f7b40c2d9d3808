-- Numbers of factors from outside that would not go through a link.
-- Grain: row_number, column_name
-- Returns:
--   row_number: row of the sheet, 0 for all of it
--   column_name: column of the table, empty where a whole row is meant
--   cell_text: what was met
-- Tables: given_cells, given_columns
select row_number, column_name, cell_text
from given_cells
where
    column_name = 'item_id' and not regexp_full_match(cell_text, '[A-Za-z0-9_.+-]{1,40}')
    and (
        -- the table of own factors alone has both
        select count(*) = 2 from given_columns where column_name in ('unit_scale', 'note')
    )
order by row_number, column_name
