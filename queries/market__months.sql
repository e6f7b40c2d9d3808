-- Trade on the national carbon market by month: average prices are turnover over volume, no quote of a day.
-- Grain: month
-- Returns:
--   month: month, as YYYY-MM
--   year: calendar year
--   trading_days: days with trade, null where not known
--   turnover_cny: CNY, turnover
--   volume_t: t, volume
--   listed_volume_t: t, volume of listed agreement trades
--   block_volume_t: t, volume of block agreement trades
--   auction_volume_t: t, volume of one-way auctions
--   average_cny_per_t: CNY/t, turnover over volume; null where nothing was traded
--   listed_average_cny_per_t: CNY/t, the same of listed agreement trades
--   standing: standing of volume and turnover
--   source_id: source
-- Tables: market_months
select
    month,
    year,
    trading_days,
    turnover_cny,
    volume_t,
    listed_volume_t,
    block_volume_t,
    auction_volume_t,
    turnover_cny / nullif(volume_t, 0) as average_cny_per_t,
    listed_turnover_cny / nullif(listed_volume_t, 0) as listed_average_cny_per_t,
    standing,
    source_id
from market_months
order by month
