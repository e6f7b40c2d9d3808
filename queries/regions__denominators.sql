-- Real industrial value added of every province since a base year by three assumptions about its prices: the national
-- deflator, growth as real gross domestic product, and prices as in the province's own gross domestic product.
-- Grain: region_code, year
-- Params:
--   base_year: integer, the first year, at whose level and prices all three are
-- Returns:
--   region_code: GB/T 2260 code
--   year: calendar year
--   deflator_2020_1: ratio, national deflator of industrial value added, 2020 = 1
--   value_added_real_cny: CNY at 2020 prices by the national deflator
--   with_gdp_growth_cny: CNY, grown from the base year as real gross domestic product, null where that has a gap
--   with_gdp_prices_cny: CNY, nominal value over the deflator of gross domestic product, null where that has a gap
-- Tables: value_added, gdp
with product as (
    select
        region_code,
        year,
        gdp_nominal_cny / first_value(gdp_nominal_cny) over upto as nominal_index,
        exp(
            sum(case when year > $base_year then ln(gdp_index_previous_year_100 / 100) else 0 end) over upto
        ) as real_index,
        count(*) over upto as years_known
    from gdp
    where year >= $base_year
    window upto as (partition by region_code order by year)
),

base as (
    select region_code, value_added_real_cny as base_cny from value_added where year = $base_year
)

select
    value_added.region_code,
    value_added.year,
    value_added.deflator_2020_1,
    value_added.value_added_real_cny,
    base.base_cny * product.real_index as with_gdp_growth_cny,
    value_added.value_added_nominal_cny * product.real_index / product.nominal_index as with_gdp_prices_cny
from value_added
left join base on base.region_code = value_added.region_code
left join product
    on product.region_code = value_added.region_code
    and product.year = value_added.year
    and product.years_known = value_added.year - $base_year + 1
where value_added.year >= $base_year
order by value_added.region_code, value_added.year
