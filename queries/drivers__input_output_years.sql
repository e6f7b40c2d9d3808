-- The years whose official energy and input-output value added are both known by division: structure between divisions
-- can be told from one of them to another.
-- Grain: year
-- Returns:
--   year: calendar year
--   divisions: count of divisions with both
-- Tables: energy_division, value_added_division
select
    year,
    count(*) as divisions
from energy_division
join value_added_division using (sector_code, year)
group by year
order by year
