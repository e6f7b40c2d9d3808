-- Provinces whose reconstructed CO2 of 2022, withheld cement cells put back, misses the published total by more than
-- 0.6 %: Tianjin is the furthest away at 0.55 % (fault validation_2022).
-- Grain: region_code
-- Returns:
--   region_code: GB/T 2260 code
--   ours_co2_t: t, sum of our leaves and of the withheld cells, null where there is no leaf
--   published_co2_t: t, as published
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
    where co2.year = 2022
    group by co2.region_code
)

select region_code, ours.ours_co2_t, co2_published_total.co2_t as published_co2_t
from co2_published_total
left join ours using (region_code)
where
    co2_published_total.year = 2022
    and coalesce(abs(ours_co2_t / nullif(published_co2_t, 0) - 1) > 0.006, true)
