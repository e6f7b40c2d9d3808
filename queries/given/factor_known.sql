-- Factors from outside that the library has under their name, for the same region.
-- Grain: row_number, column_name
-- Returns:
--   row_number: row of the sheet, 0 for all of it
--   column_name: column of the table, empty where a whole row is meant
--   cell_text: what was met
-- Tables: given_cells, given_columns, factor_library
select
    name.row_number, 'name_zh' as column_name, min(library.factor_id) as cell_text
from given_cells as name
join given_cells as place using (row_number)
join factor_library as library
    on library.name_zh = name.cell_text
    and case library.region when 'CN' then '000000' else library.region end = place.cell_text
where
    name.column_name = 'name_zh' and place.column_name = 'region_code' and library.kind <> 'own'
    and (
        -- the table of own factors alone has both
        select count(*) = 2 from given_columns where column_name in ('unit_scale', 'note')
    )
group by name.row_number
order by row_number, column_name
