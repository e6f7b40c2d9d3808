-- Numbers of the nation from outside that are not the sum of the regions beside them in the file.
-- Grain: row_number, column_name
-- Params:
--   nation: text, code of the nation
--   tolerance: number, share by which they may differ
-- Returns:
--   row_number: row of the sheet, 0 for all of it
--   column_name: column of the table, empty where a whole row is meant
--   cell_text: what was met
-- Tables: given_rows, given_cells, given_columns
with amounts as (
    select row_number, without_region, region_code, column_name, cell_number as number
    from given_cells
    join given_rows using (row_number)
    join given_columns using (column_name)
    where is_summed and region_code is not null
),
sums as (
    select without_region, column_name, sum(number) as total, count(*) as regions
    from amounts
    where region_code <> $nation
    group by without_region, column_name
)
select
    row_number, column_name,
    regexp_replace(format('{:,.6f}', number), '\.?0+$', '') || ' / ' || regexp_replace(format('{:,.6f}', total), '\.?0+$', '') as cell_text
from amounts
join sums using (without_region, column_name)
where region_code = $nation and regions > 1 and abs(number - total) > $tolerance * abs(total)
order by row_number, column_name
