-- Real value added of industry by year, summed over the provinces whose split by sector is usable: the denominator that
-- belongs to the sums of sectors__yearly.
-- Grain: year
-- Returns:
--   year: calendar year
--   value_added_real_cny: CNY at 2020 prices
--   value_added_standing: derived, or unverified where a growth rate is recalled
-- Tables: industry_cells, value_added, full_years
with usable as (
    select distinct region_code from industry_cells where is_split_usable
)

select
    year,
    sum(value_added_real_cny) as value_added_real_cny,
    max(standing) as value_added_standing
from value_added
join usable using (region_code)
cross join full_years
where year <= last_value_added_year
group by year
order by year
