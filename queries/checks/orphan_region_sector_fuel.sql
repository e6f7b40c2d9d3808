-- Codes of regions, sectors, fuels and plan industries that their own table does not know, by table.
-- Grain: table_name, column_name, code
-- Returns:
--   table_name: table with the unknown code
--   column_name: region_code, sector_code, fuel_code or plan_industry_code
--   code: the unknown code
--   row_count: rows that carry it
-- Tables: energy, sectors, energy_transformation, series_breaks, co2, co2_nation,
--   co2_published_total, co2_apparent, value_added, value_added_division, value_added_growth, gdp,
--   energy_division, regional_targets, grid_factors, regions, fuels, plan_industries
with used as (
    select 'energy' as table_name, region_code, sector_code, fuel_code from energy
    union all by name
    select 'sectors' as table_name, plan_industry_code from sectors
    union all by name
    select 'energy_transformation' as table_name, region_code, fuel_code from energy_transformation
    union all by name
    select 'series_breaks' as table_name, region_code from series_breaks
    union all by name
    select 'co2' as table_name, region_code, sector_code, fuel_code from co2
    union all by name
    select 'co2_nation' as table_name, region_code, sector_code, fuel_code from co2_nation
    union all by name
    select 'co2_published_total' as table_name, region_code from co2_published_total
    union all by name
    select 'co2_apparent' as table_name, region_code from co2_apparent
    union all by name
    select 'value_added' as table_name, region_code from value_added
    union all by name
    select 'value_added_division' as table_name, sector_code from value_added_division
    union all by name
    select 'value_added_growth' as table_name, sector_code from value_added_growth
    union all by name
    select 'gdp' as table_name, region_code from gdp
    union all by name
    select 'energy_division' as table_name, sector_code from energy_division
    union all by name
    select 'regional_targets' as table_name, region_code from regional_targets
    union all by name
    select 'grid_factors' as table_name, region_code from grid_factors
),

codes as (
    unpivot used
    on region_code, sector_code, fuel_code, plan_industry_code
    into name column_name value code
),

known as (
    select 'region_code' as column_name, region_code as code from regions
    union all
    select 'sector_code', sector_code from sectors
    union all
    select 'fuel_code', fuel_code from fuels
    union all
    select 'plan_industry_code', plan_industry_code from plan_industries
)

select table_name, column_name, code, count(*) as row_count
from codes
anti join known using (column_name, code)
group by table_name, column_name, code
