-- Provinces and years to 2019 whose leaves do not add up to the published total within a billionth of it.
-- Grain: region_code, year
-- Returns:
--   region_code: GB/T 2260 code
--   year: calendar year
--   leaves_co2_t: t, sum over sectors and fuels, null where there is no leaf
--   published_co2_t: t, as published
-- Tables: co2, co2_published_total
with leaves as (
    select region_code, year, sum(co2_t) as leaves_co2_t
    from co2
    group by region_code, year
)

select
    region_code,
    year,
    leaves.leaves_co2_t,
    co2_published_total.co2_t as published_co2_t
from co2_published_total
left join leaves using (region_code, year)
where
    year <= 2019
    and coalesce(abs(leaves_co2_t - published_co2_t) > 1e-9 * published_co2_t, true)
