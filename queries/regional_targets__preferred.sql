-- The target of each region and measure that the product uses, where one was found.
-- Grain: region_code, measure
-- Returns:
--   region_code: GB/T 2260 code
--   measure: energy_per_gdp, energy_per_value_added, co2_per_gdp or co2_per_value_added
--   year: target year
--   change_pct: % against 2020
--   qualifier: at least, about, draft ...; null where none
--   standing: published or unverified
--   source_id: source
--   note: remark of the source
-- Tables: regional_targets
select region_code, measure, year, change_pct, qualifier, standing, source_id, note
from regional_targets
where kind = 'target' and is_preferred
order by region_code, measure
