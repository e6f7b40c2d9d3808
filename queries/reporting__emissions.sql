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
with companies as (from reporting_companies where number <= $number and until > $number),
units as (from reporting_units where number <= $number and until > $number),

estimates as (
    select report_id, revision, sum(estimate_co2_t) as estimate_t
    from reporting_findings
    where number <= $number and until > $number and estimate_co2_t is not null
    group by report_id, revision
),

reports as (
    select reports.*, coalesce(estimate_t, 0) as estimate_t, co2_t + coalesce(estimate_t, 0) as total_t
    from reporting_reports as reports
    left join estimates using (report_id, revision)
    where
        reports.number <= $number and reports.until > $number and year in ($year, $year - 1)
        and ($region is null or region_code = $region)
        and ($sector is null or sector_code = $sector)
        and ($company is null or company_id = $company)
),

states as (select report_id, to_state from reporting_moves where number <= $number and until > $number),

products as (
    select unit_id, sum(quantity * co2e_kg_per_unit) / 1000 as products_t
    from reporting_product_records
    where number <= $number and until > $number and year = $year and not is_withdrawn
    group by unit_id
),

counted as (select cast(count(*) as integer) as report_count, sum(total_t) as sum_t from reports where year = $year),

shown as (from reports where year = $year order by total_t desc, unit_id limit $most)

select
    this.unit_id,
    units.name_zh as unit_zh,
    units.name_en as unit_en,
    this.company_id,
    companies.name_zh as company_zh,
    companies.name_en as company_en,
    this.region_code,
    this.sector_code,
    coalesce(states.to_state, 'draft') as state,
    this.total_t as co2_t,
    this.estimate_t,
    before.total_t as before_t,
    products.products_t,
    this.is_made,
    counted.report_count,
    counted.sum_t
from shown as this
cross join counted
left join reports as before on this.unit_id = before.unit_id and before.year = $year - 1
left join states on this.report_id = states.report_id
left join units on this.unit_id = units.unit_id
left join companies on this.company_id = companies.company_id
left join products on this.unit_id = products.unit_id
order by this.total_t desc, this.unit_id
