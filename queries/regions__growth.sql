-- Every province's real growth between two years: industrial value added as deflated here, and gross domestic product
-- as published; a wide gap says that prices, not output, moved the deflated value.
-- Grain: region_code
-- Params:
--   base_year: integer, first of the two years
--   year: integer, last of the two years
-- Returns:
--   region_code: GB/T 2260 code
--   value_added_growth: fraction, deflated industrial value added
--   gdp_growth: fraction, real gross domestic product, null where no year of it is known
-- Tables: value_added, gdp
with added as (
    select
        region_code,
        max(value_added_real_cny) filter (where year = $base_year) as base_cny,
        max(value_added_real_cny) filter (where year = $year) as last_cny
    from value_added
    group by region_code
),

product as (
    select region_code, exp(sum(ln(gdp_index_previous_year_100 / 100))) - 1 as gdp_growth
    from gdp
    where year > $base_year and year <= $year
    group by region_code
)

select
    region_code,
    added.last_cny / nullif(added.base_cny, 0) - 1 as value_added_growth,
    product.gdp_growth
from added
left join product using (region_code)
order by region_code
