-- Disclosed reports, which everybody may read: first and final emissions and the reason of the difference.
-- Grain: report_id
-- Params:
--   number: integer, last entry that counts
--   year: integer, year of the reports; null means every year
--   region: text, GB/T 2260 code; null means every place
--   sector: text, division; null means all
--   company: text, company; null means all
--   most: integer, how many rows at most
-- Returns:
--   report_id: report
--   company_id: company
--   company_zh: its name in Chinese
--   company_en: the same in English
--   unit_id: unit
--   unit_zh: its name in Chinese
--   unit_en: the same in English
--   region_code: GB/T 2260 code of where the unit stands
--   sector_code: division of GB/T 4754-2017
--   year: calendar year of the report
--   first_co2_t: t, as first submitted
--   co2_t: t, as disclosed
--   why: reason of the difference
--   disclosed_on: day of the disclosure, as YYYY-MM-DD
--   is_made: whether it is of a made example
--   report_count: how many there are in all
--   sum_t: t, emissions of all of them
-- Tables: reporting_disclosed
with newest as (
    from reporting_disclosed
    where
        number <= $number
        and until > $number
        and ($year is null or year = $year)
        and ($region is null or region_code = $region)
        and ($sector is null or sector_code = $sector)
        and ($company is null or company_id = $company)
),

counted as (select cast(count(*) as integer) as report_count, sum(co2_t) as sum_t from newest),

shown as (
    from newest
    order by year desc, co2_t desc, report_id
    limit $most
)

select
    report_id,
    company_id,
    company_zh,
    company_en,
    unit_id,
    unit_zh,
    unit_en,
    region_code,
    sector_code,
    year,
    first_co2_t,
    co2_t,
    why,
    -- a moment of the store is in utc, a day in china is eight hours ahead of it
    cast(cast(cast(left(moment, 19) as timestamp) + interval 8 hour as date) as varchar) as disclosed_on,
    is_made,
    counted.report_count,
    counted.sum_t
from shown
cross join counted
order by year desc, co2_t desc, report_id
