-- Every industrial division with its names and the groups it belongs to.
-- Grain: sector_code
-- Returns:
--   sector_code: division of GB/T 4754-2017
--   name_zh: Chinese name
--   name_en: English name
--   short_zh: Chinese name, short enough for a chart
--   short_en: English name, short enough for a chart
--   section: mining, manufacturing or utilities
--   plan_industry_code: key industry of the peaking plan, null where none
--   plan_industry_zh: its Chinese name
--   plan_industry_en: its English name
--   plan_order: its place in the order of the plan
--   is_energy_intensive: one of the six energy-intensive divisions
--   carbon_market: sector of the national carbon market, null where none
-- Tables: sectors, plan_industries
select
    sectors.sector_code,
    sectors.name_zh,
    sectors.name_en,
    sectors.short_zh,
    sectors.short_en,
    sectors.section,
    sectors.plan_industry_code,
    plan_industries.name_zh as plan_industry_zh,
    plan_industries.name_en as plan_industry_en,
    plan_industries.plan_order,
    sectors.is_energy_intensive,
    sectors.carbon_market
from sectors
left join plan_industries using (plan_industry_code)
where sectors.is_industry
order by sectors.sector_code
