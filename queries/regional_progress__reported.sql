-- Cumulative progress that regions have reported themselves against 2020, for one measure.
-- Grain: region_code, year, source_id
-- Params:
--   measure: text, energy_per_value_added, energy_per_gdp, co2_per_value_added or co2_per_gdp
-- Returns:
--   region_code: GB/T 2260 code
--   year: last year of the period, which begins with 2021
--   change_pct: % against 2020
--   qualifier: about, at least ...; null where none
--   standing: published or unverified
--   source_id: source
-- Tables: regional_targets
select region_code, year, change_pct, qualifier, standing, source_id
from regional_targets
where kind = 'progress_cumulative' and measure = $measure
order by region_code, year, source_id
