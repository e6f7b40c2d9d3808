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
--   last_entry: number of the last entry that changed the report
-- Tables: reporting_units, reporting_reports, reporting_moves, reporting_findings, reporting_disclosed
with units as (from reporting_units where number <= $number and until > $number and company_id = $company),

revisions as (from reporting_reports where number <= $number and revision_until > $number and company_id = $company),

moved as (
    select
        report_id,
        max(number) as number,
        max(case when until > $number then to_state end) as state,
        -- a moment of the store is in utc, a day in china is eight hours ahead of it
        cast(
            cast(left(min(case when to_state = 'submitted' then moment end), 19) as timestamp) + interval 8 hour as date
        ) as submitted_on
    from reporting_moves
    where number <= $number and company_id = $company
    group by report_id
),

estimates as (
    select report_id, revision, sum(estimate_co2_t) as estimate_t
    from reporting_findings
    where number <= $number and until > $number and company_id = $company and estimate_co2_t is not null
    group by report_id, revision
),

disclosed as (
    select report_id from reporting_disclosed where number <= $number and until > $number and company_id = $company
)

select
    last.report_id,
    last.unit_id,
    units.name_zh as unit_zh,
    units.name_en as unit_en,
    last.region_code,
    last.sector_code,
    last.year,
    last.revision,
    coalesce(moved.state, 'draft') as state,
    first.co2_t as first_co2_t,
    last.co2_t + coalesce(estimate_t, 0) as co2_t,
    coalesce(estimate_t, 0) as estimate_t,
    last.why,
    cast(submitted_on as varchar) as submitted_on,
    disclosed.report_id is not null as is_disclosed,
    last.is_made,
    cast(greatest(last.number, moved.number) as integer) as last_entry
from revisions as last
inner join revisions as first on last.report_id = first.report_id and first.revision = 1
left join units on last.unit_id = units.unit_id
left join moved on last.report_id = moved.report_id
left join estimates on last.report_id = estimates.report_id and last.revision = estimates.revision
left join disclosed on last.report_id = disclosed.report_id
where last.until > $number
order by last.year desc, last.unit_id, last.report_id
