-- Real value added of every division whose growth is known without a gap since the base year, and its base level:
-- the input-output level of the base year times the chained growth above designated size.
-- Grain: sector_code, year
-- Params:
--   base_year: integer, an input-output year whose prices are used
-- Returns:
--   sector_code: division of GB/T 4754-2017
--   year: calendar year
--   value_added_real_cny: CNY at prices of the base year
--   growth_pct: % on the year before, null in the base year
--   standing: derived in the base year; unverified once a growth rate was recalled
-- Tables: value_added_division, value_added_growth
with base as (
    select sector_code, year, value_added_nominal_cny
    from value_added_division
    where year = $base_year
),

growth as (
    select
        value_added_growth.sector_code,
        value_added_growth.year,
        value_added_growth.growth_pct,
        exp(sum(ln(1 + value_added_growth.growth_pct / 100)) over upto) as chained,
        count(*) over upto as years_known,
        bool_or(value_added_growth.standing = 'unverified') over upto as has_recalled
    from value_added_growth
    where value_added_growth.year > $base_year
    window upto as (partition by value_added_growth.sector_code order by value_added_growth.year)
)

select
    sector_code,
    year,
    value_added_nominal_cny as value_added_real_cny,
    cast(null as double) as growth_pct,
    'derived' as standing
from base
union all
select
    growth.sector_code,
    growth.year,
    base.value_added_nominal_cny * growth.chained,
    growth.growth_pct,
    case when growth.has_recalled then 'unverified' else 'derived' end
from growth
join base using (sector_code)
where growth.years_known = growth.year - $base_year
order by sector_code, year
