-- Reports that stand in one of some states, those that have stood there longest first.
-- Grain: report_id
-- Params:
--   number: integer, last entry that counts
--   states: list, states of reports
--   region: text, GB/T 2260 code; null means every place
--   sector: text, division; null means all
--   most: integer, how many rows at most
-- Returns:
--   report_id: report
--   unit_id: unit
--   unit_zh: its name in Chinese
--   unit_en: the same in English
--   company_id: company
--   company_zh: its name in Chinese; null where it is not seen
--   company_en: the same in English
--   year: calendar year of the report
--   state: state of the report
--   co2_t: t, as in the present revision, with estimates for findings that are not mended
--   who: who brought it to that state
--   came_on: day in China on which it came to that state, as YYYY-MM-DD
--   is_made: whether it is of a made example
--   report_count: how many reports there are in all
-- Tables: reporting_units, reporting_companies, reporting_reports, reporting_moves, reporting_findings
with standing as (
    select report_id, to_state as state, who, moment
    from reporting_moves
    where number <= $number and until > $number and to_state in $states
),

estimates as (
    select report_id, revision, sum(estimate_co2_t) as estimate_t
    from reporting_findings
    where number <= $number and until > $number and estimate_co2_t is not null
    group by report_id, revision
),

units as (from reporting_units where number <= $number and until > $number),

companies as (from reporting_companies where number <= $number and until > $number),

waiting as (
    select reports.*, state, who, moment, count(*) over () as report_count
    from reporting_reports as reports
    inner join standing using (report_id)
    where
        reports.number <= $number and reports.until > $number
        and ($region is null or region_code = $region) and ($sector is null or sector_code = $sector)
    order by moment, report_id limit $most
)

select
    waiting.report_id,
    waiting.unit_id,
    units.name_zh as unit_zh,
    units.name_en as unit_en,
    waiting.company_id,
    companies.name_zh as company_zh,
    companies.name_en as company_en,
    waiting.year,
    waiting.state,
    waiting.co2_t + coalesce(estimate_t, 0) as co2_t,
    waiting.who,
    -- a moment of the store is in utc, a day in china is eight hours ahead of it
    cast(cast(cast(left(waiting.moment, 19) as timestamp) + interval 8 hour as date) as varchar) as came_on,
    waiting.is_made,
    cast(waiting.report_count as integer) as report_count
from waiting
left join units on waiting.unit_id = units.unit_id
left join companies on waiting.company_id = companies.company_id
left join estimates on waiting.report_id = estimates.report_id and waiting.revision = estimates.revision
order by waiting.moment, waiting.report_id
