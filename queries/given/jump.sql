-- Numbers of rows from outside that are many times those of the year beside them, or a small part.
-- Grain: row_number, column_name
-- Params:
--   factor: number, how many times is too many
--   floor_share: number, share of the greatest number of the column below which nothing is said
-- Returns:
--   row_number: row of the sheet, 0 for all of it
--   column_name: column of the table, empty where a whole row is meant
--   cell_text: what was met
-- Tables: given_rows, given_cells, given_columns, given_history
with given as (
    select
        row_number, given_rows.series_text, given_rows.year, column_name,
        cell_number as number
    from given_cells
    join given_rows using (row_number)
    join given_columns using (column_name)
    -- what stands already was judged when it came
    anti join given_history on
        given_rows.series_text = given_history.series_text
        and given_rows.year = given_history.year
        and given_cells.column_name = given_history.column_name
        and given_cells.cell_number = given_history.number
    where is_measured and given_rows.year is not null and cell_number is not null
),
known as (
    select series_text, year, column_name, number from given
    union all
    select series_text, year, column_name, number
    from given_history
    anti join given using (series_text, year, column_name)
),
compared as (
    select
        given.row_number, given.column_name, given.number, known.year, known.number as other,
        greatest(given.number, known.number) as larger,
        least(given.number, known.number) as smaller
    from given
    join known on
        given.series_text = known.series_text
        and given.column_name = known.column_name
        and known.year in (given.year - 1, given.year + 1)
)
select
    row_number, column_name,
    string_agg(regexp_replace(format('{:,.6f}', number), '\.?0+$', '') || ' / ' || regexp_replace(format('{:,.6f}', other), '\.?0+$', '') || ' (' || year || ')', '; ' order by year) as cell_text
from compared
join given_columns using (column_name)
where smaller > 0 and larger > $factor * smaller and larger >= $floor_share * coalesce(high, 0)
group by row_number, column_name
order by row_number, column_name
