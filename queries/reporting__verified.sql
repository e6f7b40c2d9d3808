-- Verified emissions of a year by place and division with every total: what is disclosed, what is not, and what the
-- greatest company has of it that is not. A report is disclosed where its verified revision is.
-- Grain: region_code, sector_code
-- Params:
--   number: integer, last entry that counts
--   year: integer, year of the reports
-- Returns:
--   region_code: GB/T 2260 code; 000000 for all
--   sector_code: division of GB/T 4754-2017, or all
--   disclosed_t: t, of disclosed reports
--   undisclosed_t: t, of the others
--   size: t, the same, sum of absolute values of companies
--   largest: t, the greatest of them
--   companies: number of companies that have any that is not disclosed
--   units: number of units with a verified report
--   is_made: whether any is of a made example
-- Tables: reporting_reports, reporting_moves, reporting_findings, reporting_disclosed
with reports as (
    select report_id, revision, unit_id, company_id, region_code, sector_code, co2_t, is_made
    from reporting_reports
    where number <= $number and revision_until > $number and year = $year
),

standing as (
    select report_id, revision
    from reporting_moves
    where number <= $number and revision_until > $number and to_state in ('verified', 'disclosed')
),

verified as (
    select reports.*
    from reports
    semi join standing using (report_id, revision)
    qualify row_number() over (partition by report_id order by revision desc) = 1
),

findings as (
    select report_id, finding, revision, estimate_co2_t
    from reporting_findings
    where number <= $number and until > $number
),

estimates as (
    select report_id, revision, sum(estimate_co2_t) as estimate_t
    from findings
    where estimate_co2_t is not null
    group by report_id, revision
),

disclosed as (
    select report_id, revision
    from reporting_disclosed
    where number <= $number and until > $number
),

parts as (
    select
        verified.region_code,
        verified.sector_code,
        verified.company_id,
        verified.is_made,
        verified.co2_t + coalesce(estimates.estimate_t, 0) as co2_t,
        disclosed.report_id is not null as is_disclosed
    from verified
    left join estimates using (report_id, revision)
    left join disclosed using (report_id, revision)
),

of_companies as (
    select
        coalesce(region_code, '000000') as region_code,
        coalesce(sector_code, 'all') as sector_code,
        company_id,
        sum(case when is_disclosed then co2_t else 0 end) as disclosed_t,
        sum(case when is_disclosed then 0 else co2_t end) as undisclosed_t,
        count(*) as units,
        count(*) filter (where not is_disclosed) as undisclosed_units,
        bool_or(is_made) as is_made
    from parts
    group by company_id, cube (region_code, sector_code)
)

select
    region_code,
    sector_code,
    sum(disclosed_t) as disclosed_t,
    sum(undisclosed_t) as undisclosed_t,
    sum(abs(undisclosed_t)) as size,
    max(abs(undisclosed_t)) as largest,
    cast(count(*) filter (where undisclosed_units > 0) as integer) as companies,
    cast(sum(units) as integer) as units,
    bool_or(is_made) as is_made
from of_companies
group by region_code, sector_code
order by region_code, sector_code
