-- Trade on the national carbon market by calendar year, summed from its months.
-- Grain: year
-- Returns:
--   year: calendar year
--   months: months with trade in the table
--   first_month: first of them, as YYYY-MM
--   last_month: last of them, as YYYY-MM
--   volume_t: t, volume
--   listed_volume_t: t, volume of listed agreement trades
--   block_volume_t: t, volume of block agreement trades
--   auction_volume_t: t, volume of one-way auctions
--   turnover_cny: CNY, turnover
--   average_cny_per_t: CNY/t, turnover over volume
--   source_id: source of the months
-- Tables: market_months
select
    year,
    count(*) as months,
    min(month) as first_month,
    max(month) as last_month,
    sum(volume_t) as volume_t,
    sum(listed_volume_t) as listed_volume_t,
    sum(block_volume_t) as block_volume_t,
    sum(auction_volume_t) as auction_volume_t,
    sum(turnover_cny) as turnover_cny,
    sum(turnover_cny) / nullif(sum(volume_t), 0) as average_cny_per_t,
    max(source_id) as source_id
from market_months
group by year
order by year
