-- Output and balance values of units from outside that are zero.
-- Grain: row_number, column_name
-- Returns:
--   row_number: row of the sheet, 0 for all of it
--   column_name: column of the table, empty where a whole row is meant
--   cell_text: what was met
-- Tables: given_cells, given_columns
select row_number, column_name, cell_text
from given_cells
where
    column_name in ('electricity_mwh', 'product_t', 'balance_t_per_t') and cell_number = 0
    -- the table of units alone has this column
    and exists (select 1 from given_columns where column_name = 'co2_t_per_mwh')
order by row_number, column_name
