-- Known growth of value added above designated size by division and year, with its source.
-- Grain: sector_code, year
-- Params:
--   sector_code: text, one division; null means all
--   first_year: integer, first year wanted; null means from the first
-- Returns:
--   sector_code: division of GB/T 4754-2017
--   year: calendar year
--   growth_pct: % on the year before, real
--   standing: official, published or unverified
--   source_id: source
-- Tables: value_added_growth
select sector_code, year, growth_pct, standing, source_id
from value_added_growth
where
    ($sector_code is null or sector_code = $sector_code)
    and ($first_year is null or year >= $first_year)
order by sector_code, year
