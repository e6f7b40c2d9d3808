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
-- Tables: reporting_units, reporting_companies, reporting_reports, reporting_moves, reporting_disclosed
with companies as (from reporting_companies where number <= $number and until > $number),

due as (
    select
        units.*,
        unnest(range(greatest(first_year, $first_year), least(coalesce(last_year, $last_year), $last_year) + 1)) as year
    from reporting_units as units
    left join companies using (company_id)
    where units.number <= $number and units.until > $number and not coalesce(companies.is_removed, false)
),

came as (
    -- a moment of the store is in utc, a day in china is eight hours ahead of it
    select report_id, cast(cast(left(min(moment), 19) as timestamp) + interval 8 hour as date) as submitted_on
    from reporting_moves
    where number <= $number and to_state = 'submitted'
    group by report_id
),

verified as (
    select distinct report_id, true as is_verified
    from reporting_moves
    where number <= $number and revision_until > $number and to_state in ('verified', 'disclosed')
),

states as (select report_id, to_state from reporting_moves where number <= $number and until > $number),

disclosed as (
    select report_id, true as is_disclosed from reporting_disclosed where number <= $number and until > $number
),

reports as (
    select unit_id, year, to_state, submitted_on, is_verified, is_disclosed
    from reporting_reports
    left join states using (report_id)
    left join came using (report_id)
    left join verified using (report_id)
    left join disclosed using (report_id)
    where number <= $number and until > $number
)

select
    cast(due.year as integer) as year,
    due.region_code,
    due.sector_code,
    coalesce(reports.to_state, '') as state,
    cast(count(*) as integer) as units,
    cast(count(submitted_on) as integer) as submitted,
    cast(count(is_verified) as integer) as verified,
    cast(count(is_disclosed) as integer) as disclosed,
    cast(count(*) filter (where submitted_on > cast((due.year + 1) || $due as date)) as integer) as late,
    cast(
        count(*) filter (where submitted_on is null and cast($day as date) > cast((due.year + 1) || $due as date)) as integer
    ) as overdue,
    bool_or(due.is_made) as is_made
from due
left join reports on due.unit_id = reports.unit_id and due.year = reports.year
group by due.year, due.region_code, due.sector_code, state
order by year, region_code, sector_code, state
