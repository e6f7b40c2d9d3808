-- Years of rows from outside that lack regions which had rows in the year before.
-- Grain: row_number, column_name
-- Returns:
--   row_number: row of the sheet, 0 for all of it
--   column_name: column of the table, empty where a whole row is meant
--   cell_text: what was met
-- Tables: given_rows, given_columns, given_history
with known as (
    select distinct year, region_code from given_rows
    union
    select distinct year, region_code from given_history
),
missing as (
    select given.year, before.region_code
    from (select distinct year from given_rows where region_code is not null) as given
    join known as before on before.year = given.year - 1
    anti join known as present on
        present.year = given.year and present.region_code = before.region_code
    where before.region_code is not null
        -- lists and notes need not speak of every region
        and exists (select 1 from given_columns where is_summed)
)
select
    0 as row_number, 'region_code' as column_name,
    year || ': ' || string_agg(region_code, ', ' order by region_code) as cell_text
from missing
group by year
order by year
