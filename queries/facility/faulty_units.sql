-- Units that a fuel cannot be counted in: how often, and in which rows first.
-- Grain: rule, unit, fuel_code
-- Returns:
--   rule: rule that is broken
--   unit: unit of measure; null where there is none
--   fuel_code: fuel
--   row_count: rows
--   first_lines: numbers of the first rows
-- Tables: facility_typed, facility_units
select rule, units.unit, typed.fuel_code, count(*) as row_count, list_sort(min(line, 3)) as first_lines
from facility_typed as typed
join facility_units as units on units.unit is not distinct from typed.unit and units.fuel_code = typed.fuel_code
where rule is not null
group by all
order by all
