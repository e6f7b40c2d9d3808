-- Results reported against a base year for one indicator of the register of targets.
-- Grain: target_id
-- Params:
--   indicator: text, indicator as the register words it
--   base_year: integer, year the result is measured against
-- Returns:
--   target_id: row of the register
--   policy: document or body that reports the result
--   target_year: year the result refers to
--   value: in the unit of the row, falls positive
--   unit: unit of the value
--   standing: published or unverified
--   source_id: source
-- Tables: targets
select target_id, policy, target_year, value, unit, standing, source_id
from targets
where
    indicator = $indicator
    and base_year = $base_year
    and starts_with(direction, 'result')
order by target_id
