-- Official warning tiers of the provinces in one period, by measure.
-- Grain: region_code, measure
-- Params:
--   period: text, period as the table has it, such as 2021H1
-- Returns:
--   region_code: province
--   measure: energy_per_gdp or total_energy
--   tier: 1 critical, 2 strained, 3 on schedule
--   standing: official
--   source_id: source
-- Tables: official_tiers
select region_code, measure, tier, standing, source_id
from official_tiers
where period = $period
order by region_code, measure
