-- Cells of units from outside that units of their kind do not have.
-- Grain: row_number, column_name
-- Returns:
--   row_number: row of the sheet, 0 for all of it
--   column_name: column of the table, empty where a whole row is meant
--   cell_text: what was met
-- Tables: given_cells, given_columns
with units as (
    select
        row_number,
        max(cell_text) filter (where column_name = 'line') as line,
        max(cell_text) filter (where column_name = 'unit_class') as unit_class
    from given_cells
    -- the table of units alone has this column
    where exists (select 1 from given_columns where column_name = 'co2_t_per_mwh')
    group by row_number
)
select row_number, column_name, cell_text
from units
join given_cells using (row_number)
where cell_text is not null and column_name in (
    select unnest(case
        when line = 'power' then ['product_t', 'co2_t_per_t', 'balance_t_per_t', 'cf4_t', 'c2f6_t']
        when line = 'aluminium' then ['electricity_mwh', 'co2_t_per_mwh', 'unit_class', 'heat_gj', 'load_factor']
        else ['electricity_mwh', 'co2_t_per_mwh', 'unit_class', 'heat_gj', 'load_factor', 'cf4_t', 'c2f6_t']
    end)
)
order by row_number, column_name
