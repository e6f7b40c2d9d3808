-- Facts whose source is not in the table of sources, by table and source.
-- Grain: table_name, source_id
-- Returns:
--   table_name: table with the unknown source
--   source_id: the unknown source
--   row_count: rows that name it
-- Tables: fuels, energy, energy_transformation, series_breaks, co2, co2_nation,
--   co2_published_total, co2_apparent, co2_backcast, value_added, value_added_division,
--   value_added_growth, gdp, energy_division, official_statistics, targets, regional_targets,
--   carbon_market, product_footprint, green_manufacturing, factors, tasks_actions, grid_factors,
--   monthly_statistics, independent_sectors, official_tiers, coal_units, plants, facility_cells, sources
with used as (
    select 'fuels' as table_name, source_id from fuels union all
    select 'energy', source_id from energy union all
    select 'energy_transformation', source_id from energy_transformation union all
    select 'series_breaks', source_id from series_breaks union all
    select 'co2', source_id from co2 union all
    select 'co2_nation', source_id from co2_nation union all
    select 'co2_published_total', source_id from co2_published_total union all
    select 'co2_apparent', source_id from co2_apparent union all
    select 'co2_backcast', source_id from co2_backcast union all
    select 'value_added', source_id from value_added union all
    select 'value_added_division', source_id from value_added_division union all
    select 'value_added_growth', source_id from value_added_growth union all
    select 'gdp', source_id from gdp union all
    select 'energy_division', source_id from energy_division union all
    select 'official_statistics', source_id from official_statistics union all
    select 'targets', source_id from targets union all
    select 'regional_targets', source_id from regional_targets union all
    select 'carbon_market', source_id from carbon_market union all
    select 'product_footprint', source_id from product_footprint union all
    select 'green_manufacturing', source_id from green_manufacturing union all
    select 'factors', source_id from factors union all
    select 'tasks_actions', source_id from tasks_actions union all
    select 'grid_factors', source_id from grid_factors union all
    select 'monthly_statistics', source_id from monthly_statistics union all
    select 'independent_sectors', source_id from independent_sectors union all
    select 'official_tiers', source_id from official_tiers union all
    select 'coal_units', source_id from coal_units union all
    select 'plants', source_id from plants union all
    select 'facility_cells', source_id from facility_cells
)

select table_name, source_id, count(*) as row_count
from used
anti join sources using (source_id)
group by table_name, source_id
