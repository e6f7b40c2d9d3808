-- Reports of one company by unit and year: where each stands, its first and its present emissions.
-- Grain: report_id
-- Params:
--   number: integer, last entry that counts
--   company: text, company
-- Returns:
--   report_id: report
--   unit_id: unit
--   unit_zh: its name in Chinese
--   unit_en: the same in English
--   region_code: GB/T 2260 code of where the unit stands
--   sector_code: division of GB/T 4754-2017
--   year: calendar year of the report
--   revision: present revision, from 1
--   state: state of the report
--   first_co2_t: t, as in the first revision
--   co2_t: t, as in the present revision, with estimates for findings that are not mended
--   estimate_t: t, of these estimates
--   why: reason given for the present revision
--   submitted_on: day on which it was first submitted, as YYYY-MM-DD; null where it was not
--   is_disclosed: whether any revision is disclosed
--   is_made: whether it is of a made example
-- Tables: reporting_units, reporting_reports, reporting_moves, reporting_findings, reporting_disclosed
with units as (
    select unit_id, name_zh, name_en
    from reporting_units
    where number <= $number and until > $number and company_id = $company
),

revisions as (
    select *
    from reporting_reports
    where number <= $number and revision_until > $number and company_id = $company
),

reports as (
    select last.*, first.co2_t as first_co2_t
    from revisions as last
    inner join revisions as first on last.report_id = first.report_id and first.revision = 1
    where last.until > $number
),

moved as (
    select
        report_id,
        max(case when until > $number then to_state end) as state,
        -- A moment of the store is in UTC, a day in China is eight hours ahead of it.
        cast(
            cast(left(min(case when to_state = 'submitted' then moment end), 19) as timestamp) + interval 8 hour as date
        ) as submitted_on
    from reporting_moves
    where number <= $number and company_id = $company
    group by report_id
),

findings as (
    select report_id, finding, revision, estimate_co2_t
    from reporting_findings
    where number <= $number and until > $number and company_id = $company
),

estimates as (
    select report_id, revision, sum(estimate_co2_t) as estimate_t
    from findings
    where estimate_co2_t is not null
    group by report_id, revision
),

disclosed as (
    select report_id
    from reporting_disclosed
    where number <= $number and until > $number and company_id = $company
)

select
    reports.report_id,
    reports.unit_id,
    units.name_zh as unit_zh,
    units.name_en as unit_en,
    reports.region_code,
    reports.sector_code,
    reports.year,
    reports.revision,
    coalesce(moved.state, 'draft') as state,
    reports.first_co2_t,
    reports.co2_t + coalesce(estimates.estimate_t, 0) as co2_t,
    coalesce(estimates.estimate_t, 0) as estimate_t,
    reports.why,
    cast(moved.submitted_on as varchar) as submitted_on,
    disclosed.report_id is not null as is_disclosed,
    reports.is_made
from reports
left join units on reports.unit_id = units.unit_id
left join moved on reports.report_id = moved.report_id
left join estimates on reports.report_id = estimates.report_id and reports.revision = estimates.revision
left join disclosed on reports.report_id = disclosed.report_id
order by reports.year desc, reports.unit_id, reports.report_id
