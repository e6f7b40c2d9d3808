-- Monthly series, with the price of the carbon market and single months of official intensity.
-- Grain: series_code, month
-- Params:
--   series_codes: list, codes of series; null means all
-- Returns:
--   series_code: series; energy_intensity stands among the official statistics, market_price is
--     turnover over volume of the national carbon market, CNY/t
--   period: month, or January and February as one
--   month: last month of the period, year and month
--   month_count: months in the period
--   value: in the unit of the row
--   unit: unit of the value
--   change_on_year_pct: published change on the same period of the year before, %, empty where none is
--   released_on: day of release, empty where it is not known
--   standing: official, published, derived or estimated
--   source_id: source
-- Tables: monthly_statistics, official_statistics, market_months
with every as (
    select * from monthly_statistics
    union all by name
    select
        'energy_intensity' as series_code,
        period,
        period as month,
        1 as month_count,
        value,
        '%' as unit,
        standing,
        source_id
    from official_statistics
    where
        dataset = 'industrial_energy_intensity'
        and indicator = 'energy_per_value_added_above_scale_industry'
        and item = 'total'
        and unit = '% change, month year on year'
    union all by name
    select
        'market_price' as series_code,
        month as period,
        month,
        1 as month_count,
        turnover_cny / volume_t as value,
        'CNY/t' as unit,
        standing,
        source_id
    from market_months
    where volume_t > 0
)

select
    series_code,
    period,
    month,
    month_count,
    value,
    unit,
    change_on_year_pct,
    released_on,
    standing,
    source_id
from every
where $series_codes is null or series_code in $series_codes
order by series_code, month
