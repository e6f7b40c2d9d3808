-- Units from outside with neither emissions nor an intensity, at the column of emissions.
-- Grain: row_number, column_name
-- Returns:
--   row_number: row of the sheet, 0 for all of it
--   column_name: column of the table, empty where a whole row is meant
--   cell_text: what was met
-- Tables: given_cells, given_columns
select row_number, 'co2_t' as column_name, cast(null as varchar) as cell_text
from given_cells
where
    column_name in ('co2_t', 'co2_t_per_mwh', 'co2_t_per_t')
    -- the table of units alone has this column
    and exists (select 1 from given_columns where column_name = 'co2_t_per_mwh')
group by row_number
having count(cell_text) = 0
order by row_number, column_name
