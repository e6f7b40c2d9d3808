-- Daily volumes from outside whose months are not what the tables have for the month, at the first day of each.
-- Grain: row_number, column_name
-- Params:
--   tolerance: number, share by which they may differ
-- Returns:
--   row_number: row of the sheet, 0 for all of it
--   column_name: column of the table, empty where a whole row is meant
--   cell_text: what was met
-- Tables: given_cells, given_rows, given_columns, market_months, market_pilots
with official as (
    select '000000' as region_code, month, volume_t from market_months
    union all
    select region_code, month, volume_t from market_pilots
),
days as (
    select given_rows.region_code, left(day.cell_text, 7) as month, row_number, traded.cell_number as volume_t
    from given_rows
    join given_cells as day using (row_number)
    join given_cells as traded using (row_number)
    where
        day.column_name = 'date' and traded.column_name = 'volume_t'
        -- the table of daily quotes alone has both
        and exists (select 1 from given_columns where column_name = 'close_cny_per_t')
),
months as (
    select region_code, month, min(row_number) as row_number, sum(volume_t) as total
    from days
    group by region_code, month
)
select
    row_number, 'volume_t' as column_name,
    month || ': ' || format('{:,.0f}', total) || ' / ' || format('{:,.0f}', volume_t) as cell_text
from months
join official using (region_code, month)
where abs(total - volume_t) > $tolerance * volume_t
order by row_number, column_name
