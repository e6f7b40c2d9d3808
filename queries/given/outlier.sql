-- Numbers of rows from outside whose change on the year before is far from those of their series.
-- Grain: row_number, column_name
-- Params:
--   score: number, robust z beyond which a change is far
--   least_change: number, least scale of changes (as logarithms) that is taken
--   least_years: integer, changes of the past that must be known
--   factor: number, ratio from which the rule of jumps says it
-- Returns:
--   row_number: row of the sheet, 0 for all of it
--   column_name: column of the table, empty where a whole row is meant
--   cell_text: what was met
-- Tables: given_rows, given_cells, given_columns, given_history
with past as (
    select
        series_text, column_name, year, number,
        lag(year) over series as year_before,
        lag(number) over series as number_before
    from given_history
    where number > 0
    window series as (partition by series_text, column_name order by year)
),
changes as (
    select series_text, column_name, ln(number / number_before) as change
    from past
    where year_before = year - 1
),
usual as (
    select series_text, column_name, median(change) as middle, mad(change) as spread
    from changes
    group by series_text, column_name having count(*) >= $least_years
),
given as (
    select
        row_number, given_rows.series_text, given_rows.year, column_name, cell_number as number
    from given_cells
    join given_rows using (row_number)
    join given_columns using (column_name)
    -- what stands already was judged when it came
    anti join given_history on
        given_rows.series_text = given_history.series_text
        and given_rows.year = given_history.year
        and given_cells.column_name = given_history.column_name
        and given_cells.cell_number = given_history.number
    where is_measured and given_rows.year is not null and cell_number > 0
),
known as (
    select series_text, year, column_name, number from given
    union all
    select series_text, year, column_name, number
    from given_history
    anti join given using (series_text, year, column_name)
    where number > 0
),
scored as (
    select
        given.row_number, given.column_name, given.number, known.number as before, known.year,
        abs(ln(given.number / known.number) - middle)
        / greatest(1.4826 * spread, $least_change) as robust_z
    from given
    join known on
        given.series_text = known.series_text
        and given.column_name = known.column_name
        and known.year = given.year - 1
    join usual on
        given.series_text = usual.series_text and given.column_name = usual.column_name
)
select
    row_number, column_name,
    regexp_replace(format('{:,.6f}', number), '\.?0+$', '') || ' / ' || regexp_replace(format('{:,.6f}', before), '\.?0+$', '') || ' (' || year || '), z ' || format('{:.1f}', robust_z) as cell_text
from scored
where robust_z > $score and greatest(number, before) <= $factor * least(number, before)
order by row_number, column_name
