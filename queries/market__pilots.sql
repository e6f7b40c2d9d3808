-- Trade on the pilot carbon markets by month; no average where turnover and volume do not belong together.
-- Grain: region_code, month
-- Returns:
--   region_code: GB/T 2260 code of the pilot
--   month: month, as YYYY-MM
--   year: calendar year
--   volume_t: t, volume
--   turnover_cny: CNY, turnover
--   average_cny_per_t: CNY/t, turnover over volume
--   flag: named fault that limits the row, null where none
--   standing: standing of the row
--   source_id: source
-- Tables: market_pilots
select
    region_code,
    month,
    year,
    volume_t,
    turnover_cny,
    average_cny_per_t,
    flag,
    standing,
    source_id
from market_pilots
order by region_code, month
