-- Months of the carbon market whose listed, block and auction trades are not the volume.
-- Grain: month
-- Returns:
--   month: month, as YYYY-MM
--   volume_t: t, volume
--   parts_t: t, listed, block and auction volume together
-- Tables: market_months
select
    month,
    volume_t,
    listed_volume_t + block_volume_t + auction_volume_t as parts_t
from market_months
where listed_volume_t + block_volume_t + auction_volume_t <> volume_t
