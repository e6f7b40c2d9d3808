-- Daily quotes of a carbon market that somebody put in; none are shipped.
-- Grain: region_code, date
-- Params:
--   region_code: text, one market; null means all
-- Returns:
--   region_code: GB/T 2260 code of the pilot; 000000 is the national market
--   date: day, as YYYY-MM-DD
--   close_cny_per_t: CNY/t, closing price; null where not given
--   volume_t: t, volume of the day; null where not given
--   turnover_cny: CNY, turnover of the day; null where not given
--   standing: standing of the row
--   source_id: source
-- Tables: market_quotes
select region_code, date, close_cny_per_t, volume_t, turnover_cny, standing, source_id
from market_quotes
where $region_code is null or region_code = $region_code
order by region_code, date
