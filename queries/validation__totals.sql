-- Our provincial CO2 totals of one year beside the published ones. The published totals contain the cement cells we
-- withhold as implausible, so the comparison puts them back from the apparent inventory.
-- Grain: region_code
-- Params:
--   year: integer, a year with published totals
-- Returns:
--   region_code: GB/T 2260 code
--   ours_co2_t: t, sum of the leaves of our table and of the withheld cells
--   published_co2_t: t, as published
--   difference_pct: % of the published total
-- Tables: co2, co2_apparent, co2_published_total
with ours as (
    select
        co2.region_code,
        sum(coalesce(co2.co2_t, co2_apparent.co2_t)) as ours_co2_t
    from co2
    left join co2_apparent
        on co2.flag = 'cement_implausible'
        and co2_apparent.component = 'cement_process_co2'
        and co2_apparent.region_code = co2.region_code
        and co2_apparent.year = co2.year
    where co2.year = $year
    group by co2.region_code
)

select
    region_code,
    ours.ours_co2_t,
    co2_published_total.co2_t as published_co2_t,
    100 * (ours.ours_co2_t / nullif(co2_published_total.co2_t, 0) - 1) as difference_pct
from co2_published_total
join ours using (region_code)
where co2_published_total.year = $year
order by region_code
