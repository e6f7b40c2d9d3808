-- Units from outside with emissions and an intensity as well, at the column of the intensity.
-- Grain: row_number, column_name
-- Returns:
--   row_number: row of the sheet, 0 for all of it
--   column_name: column of the table, empty where a whole row is meant
--   cell_text: what was met
-- Tables: given_cells
select stated.row_number, stated.column_name, stated.cell_text
from given_cells as stated
join given_cells as emitted using (row_number)
where
    stated.column_name in ('co2_t_per_mwh', 'co2_t_per_t') and stated.cell_text is not null
    and emitted.column_name = 'co2_t' and emitted.cell_text is not null
order by row_number, column_name
