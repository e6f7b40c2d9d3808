-- Green factories by province and the sector that their name says, over all batches.
-- Grain: region_code, sector_by_name
-- Returns:
--   region_code: province
--   sector_by_name: cement, steel or vehicles
--   entity_count: factories whose name says so
--   standing: standing of the row
--   source_id: source
-- Tables: green_sectors
select
    region_code,
    sector_by_name,
    cast(sum(entity_count) as integer) as entity_count,
    min(standing) as standing,
    min(source_id) as source_id
from green_sectors
group by region_code, sector_by_name
order by region_code, sector_by_name
