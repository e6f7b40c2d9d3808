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
with standing as (
    select report_id, revision
    from reporting_moves
    where number <= $number and revision_until > $number and to_state in ('verified', 'disclosed')
),

verified as (
    from reporting_reports
    semi join standing using (report_id, revision)
    where number <= $number and revision_until > $number and year = $year
    qualify row_number() over (partition by report_id order by revision desc) = 1
),

estimates as (
    select report_id, revision, sum(estimate_co2_t) as estimate_t
    from reporting_findings
    where number <= $number and until > $number and estimate_co2_t is not null
    group by report_id, revision
),

disclosed as (
    select report_id, revision, true as is_disclosed
    from reporting_disclosed
    where number <= $number and until > $number
),

parts as (
    select verified.*, co2_t + coalesce(estimate_t, 0) as total_t, coalesce(is_disclosed, false) as is_known
    from verified
    left join estimates using (report_id, revision)
    left join disclosed using (report_id, revision)
),

of_companies as (
    select
        coalesce(region_code, '000000') as region_code,
        coalesce(sector_code, 'all') as sector_code,
        sum(case when is_known then total_t else 0 end) as disclosed_t,
        sum(case when is_known then 0 else total_t end) as undisclosed_t,
        count(*) as units,
        bool_or(not is_known) as is_hidden,
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
    cast(count(*) filter (where is_hidden) as integer) as companies,
    cast(sum(units) as integer) as units,
    bool_or(is_made) as is_made
from of_companies
group by region_code, sector_code
order by region_code, sector_code
