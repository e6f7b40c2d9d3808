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
with units as (
    select unit_id, company_id, region_code, sector_code, first_year, last_year, is_made
    from reporting_units
    where number <= $number and until > $number
),

companies as (
    select company_id, is_removed
    from reporting_companies
    where number <= $number and until > $number
),

must_report as (
    select
        units.unit_id,
        units.region_code,
        units.sector_code,
        units.is_made,
        unnest(range(greatest(units.first_year, $first_year), least(coalesce(units.last_year, $last_year), $last_year) + 1)) as year
    from units
    left join companies using (company_id)
    where not coalesce(companies.is_removed, false)
),

came as (
    select
        report_id,
        -- A moment of the store is in UTC, a day in China is eight hours ahead of it.
        cast(cast(left(min(moment), 19) as timestamp) + interval 8 hour as date) as submitted_on
    from reporting_moves
    where number <= $number and to_state = 'submitted'
    group by report_id
),

verified as (
    select distinct report_id
    from reporting_moves
    where number <= $number and revision_until > $number and to_state in ('verified', 'disclosed')
),

states as (
    select report_id, to_state as state
    from reporting_moves
    where number <= $number and until > $number
),

disclosed as (
    select report_id from reporting_disclosed where number <= $number and until > $number
),

reports as (
    select
        newest.unit_id,
        newest.year,
        states.state,
        came.submitted_on,
        verified.report_id is not null as is_verified,
        disclosed.report_id is not null as is_disclosed
    from reporting_reports as newest
    inner join states using (report_id)
    left join came using (report_id)
    left join verified using (report_id)
    left join disclosed using (report_id)
    where newest.number <= $number and newest.until > $number
),

judged as (
    select
        must_report.year,
        must_report.region_code,
        must_report.sector_code,
        must_report.is_made,
        coalesce(reports.state, '') as state,
        reports.submitted_on,
        coalesce(reports.is_verified, false) as is_verified,
        coalesce(reports.is_disclosed, false) as is_disclosed,
        cast((must_report.year + 1) || $due as date) as due_on
    from must_report
    left join reports on must_report.unit_id = reports.unit_id and must_report.year = reports.year
)

select
    cast(year as integer) as year,
    region_code,
    sector_code,
    state,
    cast(count(*) as integer) as units,
    cast(count(submitted_on) as integer) as submitted,
    cast(count(*) filter (where is_verified) as integer) as verified,
    cast(count(*) filter (where is_disclosed) as integer) as disclosed,
    cast(count(*) filter (where submitted_on > due_on) as integer) as late,
    cast(count(*) filter (where submitted_on is null and cast($day as date) > due_on) as integer) as overdue,
    bool_or(is_made) as is_made
from judged
group by year, region_code, sector_code, state
order by year, region_code, sector_code, state
