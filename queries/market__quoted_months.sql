-- Daily volumes of a carbon market summed up by month beside the official volume of that month.
-- Grain: region_code, month
-- Returns:
--   region_code: GB/T 2260 code of the pilot; 000000 is the national market
--   month: month, as YYYY-MM
--   days: days with a volume
--   quoted_t: t, sum of the daily volumes
--   official_t: t, volume of the month in the tables; null where they have none
-- Tables: market_quotes, market_months, market_pilots
with official as (
    select '000000' as region_code, month, volume_t as official_t from market_months
    union all
    select region_code, month, volume_t from market_pilots
)

select market_quotes.region_code, left(date, 7) as month, count(volume_t) as days, sum(volume_t) as quoted_t, any_value(official_t) as official_t
from market_quotes
left join official on official.region_code = market_quotes.region_code and official.month = left(date, 7)
group by market_quotes.region_code, left(date, 7)
order by market_quotes.region_code, month
