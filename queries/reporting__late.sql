-- Units whose report for a year came late or is overdue on a day, those that take longest first.
-- Grain: unit_id
-- Params:
--   number: integer, last entry that counts
--   year: integer, year of the report
--   day: text, day on which it is asked, as YYYY-MM-DD
--   due: text, month and day in the year after by which reports are due, as -MM-DD
--   region: text, GB/T 2260 code; null means every place
--   sector: text, division; null means all
--   by: text, what rows are ordered by: days, region or name
--   most: integer, how many rows at most
-- Returns:
--   unit_id: unit
--   unit_zh: its name in Chinese
--   unit_en: the same in English
--   company_id: company
--   company_zh: its name in Chinese; null where it is not seen
--   company_en: the same in English
--   region_code: GB/T 2260 code of where the unit stands
--   sector_code: division of GB/T 4754-2017
--   state: state of the report; nothing where there is none
--   due_on: day by which it was due, as YYYY-MM-DD
--   submitted_on: day on which it was first submitted; null where it was not
--   days: days by which it came late or is overdue
--   is_overdue: whether it has not come yet
--   is_made: whether it is of a made example
--   overdue_count: how many are overdue in all
--   late_count: how many came late in all
-- Tables: reporting_units, reporting_companies, reporting_reports, reporting_moves
with companies as (from reporting_companies where number <= $number and until > $number),
of_year as (
    select unit_id, report_id from reporting_reports where number <= $number and until > $number and year = $year
),

moved as (
    select
        report_id,
        to_state as state,
        came_at,
        -- a moment of the store is in utc, a day in china is eight hours ahead of it
        cast(cast(left(came_at, 19) as timestamp) + interval 8 hour as date) as on_day
    from reporting_moves
    semi join of_year using (report_id)
    where number <= $number and until > $number
),

judged as (
    select
        unit_id,
        units.name_zh as unit_zh,
        units.name_en as unit_en,
        units.company_id, companies.name_zh as company_zh, companies.name_en as company_en,
        units.region_code,
        units.sector_code,
        coalesce(moved.state, '') as state,
        cast(cast(($year + 1) || $due as date) as varchar) as due_on,
        cast(on_day as varchar) as submitted_on,
        cast(coalesce(on_day, cast($day as date)) - cast(($year + 1) || $due as date) as integer) as days,
        on_day is null as is_overdue,
        units.is_made
    from reporting_units as units
    left join companies using (company_id)
    left join of_year using (unit_id)
    left join moved using (report_id)
    where
        units.number <= $number and units.until > $number
        and $year between first_year and coalesce(last_year, $year)
        and not coalesce(companies.is_removed, false)
        and ($region is null or units.region_code = $region) and ($sector is null or units.sector_code = $sector)
        and coalesce(on_day, cast($day as date)) > cast(($year + 1) || $due as date)
),

counted as (
    select
        cast(count_if(is_overdue) as integer) as overdue_count, cast(count_if(not is_overdue) as integer) as late_count
    from judged
),

shown as (
    select *, case $by when 'region' then region_code when 'name' then coalesce(company_zh, company_id) end as first_by
    from judged
    order by first_by, days desc, unit_id limit $most
)

select shown.* exclude (first_by), counted.overdue_count, counted.late_count
from shown
cross join counted
order by first_by, days desc, unit_id
