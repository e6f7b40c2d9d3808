-- Targets whose linked series no table holds.
-- Grain: target_id
-- Returns:
--   target_id: number of the target
--   series_table: table that should hold the latest value
--   series_key: series of that table
-- Tables: target_series, target_values
select target_id, series_table, series_key
from target_series
anti join target_values using (series_table, series_key)
