-- Cells of units from outside that are empty and needed for units of their kind.
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
),

wanted as (
    select row_number, unnest(case
        when line <> 'power' then ['product_t']
        when unit_class = 'gas' then ['electricity_mwh', 'unit_class']
        else ['electricity_mwh', 'unit_class', 'load_factor']
    end) as column_name
    from units
)
select row_number, column_name, cast(null as varchar) as cell_text
from wanted
join given_cells using (row_number, column_name)
where cell_text is null
order by row_number, column_name
