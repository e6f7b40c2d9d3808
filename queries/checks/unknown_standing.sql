-- Facts whose standing is none of the seven words the product knows, by table and word.
-- Grain: table_name, standing
-- Returns:
--   table_name: table with the unknown word
--   standing: the unknown word
--   row_count: rows that carry it
-- Tables: energy, energy_transformation, co2, co2_nation, co2_published_total, co2_apparent,
--   value_added, value_added_division, value_added_growth, gdp, energy_division,
--   official_statistics, targets, regional_targets, carbon_market, product_footprint,
--   green_manufacturing, factors, tasks_actions, grid_factors,
--   monthly_statistics, independent_sectors, official_tiers, coal_units, plants, facility_cells
with used as (
    select 'energy' as table_name, standing from energy union all
    select 'energy_transformation', standing from energy_transformation union all
    select 'co2', standing from co2 union all
    select 'co2_nation', standing from co2_nation union all
    select 'co2_published_total', standing from co2_published_total union all
    select 'co2_apparent', standing from co2_apparent union all
    select 'value_added', standing from value_added union all
    select 'value_added_division', standing from value_added_division union all
    select 'value_added_growth', standing from value_added_growth union all
    select 'gdp', standing from gdp union all
    select 'energy_division', standing from energy_division union all
    select 'official_statistics', standing from official_statistics union all
    select 'targets', standing from targets union all
    select 'regional_targets', standing from regional_targets union all
    select 'carbon_market', standing from carbon_market union all
    select 'product_footprint', standing from product_footprint union all
    select 'green_manufacturing', standing from green_manufacturing union all
    select 'factors', standing from factors union all
    select 'tasks_actions', standing from tasks_actions union all
    select 'grid_factors', standing from grid_factors union all
    select 'monthly_statistics', standing from monthly_statistics union all
    select 'independent_sectors', standing from independent_sectors union all
    select 'official_tiers', standing from official_tiers union all
    select 'coal_units', standing from coal_units union all
    select 'plants', standing from plants union all
    select 'facility_cells', standing from facility_cells
)

select table_name, standing, count(*) as row_count
from used
where standing not in (
    'official', 'published', 'reconstructed', 'derived', 'estimated', 'scenario', 'unverified'
)
group by table_name, standing
