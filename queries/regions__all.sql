-- Every region with its names, area and tile; the nation comes first and has no tile.
-- Grain: region_code
-- Returns:
--   region_code: GB/T 2260 code
--   iso_code: ISO 3166-2 code
--   name_zh: Chinese name
--   name_en: English name
--   area_code: east, central, west or northeast
--   in_inventory: whether the inventories cover it
--   tile_row: row of the tile grid
--   tile_column: column of the tile grid
-- Tables: regions
select region_code, iso_code, name_zh, name_en, area_code, in_inventory, tile_row, tile_column
from regions
order by region_code
