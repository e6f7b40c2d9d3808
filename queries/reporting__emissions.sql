-- Reports of units for a year as they stand: their emissions, those of the year before, those of their own product
-- records; the greatest first.
-- Grain: unit_id
-- Params:
--   number: integer, last entry that counts
--   year: integer, year of the report
--   region: text, GB/T 2260 code; null means every place
--   sector: text, division; null means all
--   company: text, company; null means all
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
--   state: state of the report
--   co2_t: t, emissions with estimates for findings that are not mended
--   estimate_t: t, of these estimates
--   before_t: t, the same in the year before; null where there is none
--   products_t: t CO2e, product records of that unit and year; null where there are none
--   is_made: whether it is of a made example
--   report_count: how many reports there are in all
--   sum_t: t, emissions of all of them
-- Tables: reporting_units, reporting_companies, reporting_reports, reporting_moves, reporting_findings,
--   reporting_product_records
with units as (
    select unit_id, name_zh, name_en
    from reporting_units
    where number <= $number and until > $number
),

companies as (
    select company_id, name_zh, name_en
    from reporting_companies
    where number <= $number and until > $number
),

reports as (
    select report_id, revision, unit_id, company_id, region_code, sector_code, year, co2_t, is_made
    from reporting_reports
    where
        number <= $number
        and until > $number
        and year in ($year, $year - 1)
        and ($region is null or region_code = $region)
        and ($sector is null or sector_code = $sector)
        and ($company is null or company_id = $company)
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

totals as (
    select reports.*, coalesce(estimates.estimate_t, 0) as estimate_t
    from reports
    left join estimates using (report_id, revision)
),

states as (
    select report_id, to_state as state
    from reporting_moves
    where number <= $number and until > $number
),

records as (
    select unit_id, quantity * co2e_kg_per_unit / 1000 as co2e_t, is_withdrawn
    from reporting_product_records
    where number <= $number and until > $number and year = $year
),

products as (
    select unit_id, sum(co2e_t) as products_t
    from records
    where not is_withdrawn
    group by unit_id
)

select
    now.unit_id,
    units.name_zh as unit_zh,
    units.name_en as unit_en,
    now.company_id,
    companies.name_zh as company_zh,
    companies.name_en as company_en,
    now.region_code,
    now.sector_code,
    coalesce(states.state, 'draft') as state,
    now.co2_t + now.estimate_t as co2_t,
    now.estimate_t,
    before.co2_t + before.estimate_t as before_t,
    products.products_t,
    now.is_made,
    cast(count(*) over () as integer) as report_count,
    sum(now.co2_t + now.estimate_t) over () as sum_t
from totals as now
left join totals as before on now.unit_id = before.unit_id and before.year = $year - 1
left join states on now.report_id = states.report_id
left join units on now.unit_id = units.unit_id
left join companies on now.company_id = companies.company_id
left join products on now.unit_id = products.unit_id
where now.year = $year
order by now.co2_t + now.estimate_t desc, now.unit_id
limit $most
