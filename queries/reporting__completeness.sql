-- Units that must report for each year, by place, division and the state of their report: how many came, are verified,
-- are disclosed, came late or are overdue.
-- Grain: year, region_code, sector_code, state
-- Params:
--   number: integer, last entry that counts
--   day: text, day on which it is asked, as YYYY-MM-DD
--   due: text, month and day in the year after by which reports are due, as -MM-DD
--   first_year: integer, first of the years
--   last_year: integer, last of the years
-- Returns:
--   year: calendar year of the report
--   region_code: GB/T 2260 code of where the unit stands
--   sector_code: division of GB/T 4754-2017
--   state: state of the report; nothing where there is none
--   units: number of units that must report
--   submitted: how many of them have submitted in any revision
--   verified: of how many a revision is verified
--   disclosed: of how many a revision is disclosed
--   late: how many were first submitted after the day on which it was due
--   overdue: how many have not submitted although it was due
--   is_made: whether any is of a made example
-- Tables: reporting_units, reporting_companies, reporting_reports, reporting_moves
with listed as (select cast(unnest(range($first_year, $last_year + 1)) as integer) as year),

years as (
    select
        year,
        -- the day on which a report is due ends in china at 16:00 utc
        (year + 1) || $due || 'T16:00:00' as ends_at,
        cast($day as date) > cast((year + 1) || $due as date) as is_over
    from listed
),

removed as (
    select company_id from reporting_companies where number <= $number and until > $number and is_removed
),

reporting as (
    select unit_id, region_code, sector_code, first_year, last_year, is_made
    from reporting_units
    anti join removed using (company_id)
    where number <= $number and until > $number
),

due as (
    select unit_id, year, ends_at, is_over, region_code, sector_code, is_made
    from reporting
    inner join years on year between first_year and coalesce(last_year, $last_year)
),

moved as (
    -- the last step of each report says how far it has come in all
    select report_id, to_state as state, came_at, is_verified, is_disclosed
    from reporting_moves
    where number <= $number and until > $number
),

reports as (
    select unit_id, year, moved.*
    from reporting_reports
    inner join moved using (report_id)
    where number <= $number and until > $number and year between $first_year and $last_year
)

select
    due.year,
    due.region_code,
    due.sector_code,
    coalesce(reports.state, '') as state,
    cast(count(*) as integer) as units,
    cast(count(came_at) as integer) as submitted,
    cast(count(*) filter (where is_verified) as integer) as verified,
    cast(count(*) filter (where is_disclosed) as integer) as disclosed,
    cast(count(*) filter (where came_at >= ends_at) as integer) as late,
    cast(count(*) filter (where came_at is null and is_over) as integer) as overdue,
    bool_or(due.is_made) as is_made
from due
left join reports on due.unit_id = reports.unit_id and due.year = reports.year
group by due.year, due.region_code, due.sector_code, reports.state
order by year, region_code, sector_code, state
