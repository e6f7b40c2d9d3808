-- Entities on the lists of green manufacturing by kind, batch and province.
-- Grain: kind, batch, region_code
-- Returns:
--   kind: green_factory, green_park or green_firm
--   batch: 1 to 5, or the year of the list
--   listed_on: day of the list
--   region_code: province
--   entity_count: entities on the list
--   standing: standing of the row
--   source_id: source
-- Tables: green_lists
select kind, batch, listed_on, region_code, entity_count, standing, source_id
from green_lists
order by kind, listed_on, batch, region_code
