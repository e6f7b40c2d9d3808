-- Industrial value added of every province at current prices in one year, for a density.
-- Grain: region_code
-- Params:
--   year: integer, calendar year
-- Returns:
--   region_code: province
--   value_added_nominal_cny: CNY at current prices of the year
--   source_id: source
-- Tables: value_added
select region_code, value_added_nominal_cny, source_id
from value_added
where year = $year and value_added_nominal_cny is not null
order by region_code
