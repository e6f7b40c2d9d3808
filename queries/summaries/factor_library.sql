-- Every emission factor of every table in one shape, kg CO2 or CO2e per unit. Benchmarks are no factors and values that
-- are no plain number are left out; of grid factors, a year of the annex comes from the annex alone. Kept as a table
-- because calculator, search and command line ask for all of it.
-- Grain: factor_id
-- Returns:
--   factor_id: number of the factor
--   kind: fuel, process, gwp, grid, electricity, product, vehicle, us or own
--   name_zh: what it is the factor of, in Chinese
--   name_en: the same in English
--   detail_zh: document and parameter, or what the database lists, in Chinese; null where none
--   detail_en: the same in English
--   value: kg of gas per unit below the line
--   unit: unit, kg CO2e/kWh and the like
--   gas: CO2e, or CO2 alone
--   unit_dimension: what the unit below the line measures
--   unit_scale: base units in one unit below the line
--   year: year it holds for; null where the source says none
--   region_code: GB/T 2260 code; null where it is not one
--   region: region_code, grid area or economy
--   boundary: system boundary, direct for what leaves a chimney
--   standing: standing of the row
--   flag: named fault; null where none
--   source_id: source
-- Tables: factors, factor_units, grid_factors, grid_annex, electricity_footprint, product_factors, vehicle_footprints,
--   us_factors, own_factors, regions, register_words
with words as (
    select map(list(register_field || '|' || text_en), list(text_zh)) as zh
    from register_words
    where register_field in ('item', 'parameter', 'factor_group')
),
areas as (
    select grid_area, split_part(name_zh, '电力', 1) as area_zh, split_part(name_en, ', electricity', 1) as area_en
    from grid_annex
    where region_code is null
),
every as (
    select
        item_id as factor_id, coalesce(zh['item|' || item], item) as name_zh, item as name_en,
        coalesce(zh['factor_group|' || factor_group], factor_group)
            || '，' || coalesce(zh['parameter|' || parameter], parameter) as detail_zh,
        factor_group || ', ' || parameter as detail_en,
        case
            when factor_group = 'GWP100' then 'gwp'
            when factor_group = 'grid CO2 factor' then 'grid'
            when factor_group = 'process' or parameter = 'process factor' then 'process'
            else 'fuel'
        end as kind,
        value * kg_per_listed_unit as value, written_unit as unit, unit_dimension, unit_scale, 'CN' as region,
        case factor_group when 'GWP100' then 'none' else 'direct' end as boundary, standing, source_id
    from factors join factor_units using (unit) cross join words
    where value is not null and factor_group not like '%grid CO2 factor (%'
        and factor_group not like 'electricity carbon-footprint%' and parameter not like '%benchmark%'
        and (factor_group <> 'grid CO2 factor' or parameter = 'older')
    union all by name
    select
        'G' || year || '-' || grid_area || '-' || indicator as factor_id, 'grid' as kind,
        coalesce(regions.name_zh, area_zh, grid_area) || '电力' as name_zh,
        coalesce(regions.name_en, area_en, grid_area) || ', electricity' as name_en,
        case when indicator like '%nonfossil' then '不含市场化交易的非化石能源电量' when indicator like 'grid_fossil%' then '化石能源电力' end as detail_zh,
        case when indicator like '%nonfossil' then 'without traded non-fossil power' when indicator like 'grid_fossil%' then 'fossil power' end as detail_en,
        co2_kg_per_kwh as value, 'kg CO2/kWh' as unit, 'energy' as unit_dimension, 3.6 as unit_scale, year,
        grid.region_code, grid_area as region, 'direct' as boundary, grid.standing, grid.source_id
    from grid_factors as grid left join regions using (region_code) left join areas using (grid_area)
    where year not in (select year from grid_annex)
    union all by name
    select *, item_id as factor_id, 'grid' as kind, grid_area as region, 'direct' as boundary from grid_annex
    union all by name
    select *, item_id as factor_id, 'electricity' as kind, '000000' as region, '000000' as region_code from electricity_footprint
    union all by name
    select * exclude (kind), item_id as factor_id, 'product' as kind, 'CN' as region, value_text as detail_zh, value_text as detail_en from product_factors
    union all by name
    select * exclude (kind), 'V-' || item_id as factor_id, 'vehicle' as kind, 'CN' as region, value_text as detail_zh, value_text as detail_en from vehicle_footprints
    union all by name
    select *, item_id as factor_id, 'us' as kind, economy as region, 'cradle_to_gate' as boundary from us_factors
    union all by name
    -- the number begins otherwise than any shipped one: none takes the place of another
    select * exclude (name_en, note), coalesce(name_en, name_zh) as name_en, 'OWN-' || item_id as factor_id, 'own' as kind, region_code as region, note as detail_zh, note as detail_en from own_factors
)
select
    factor_id, kind, name_zh, name_en, detail_zh, detail_en, value, unit,
    case when unit like '%CO2e/%' then 'CO2e' else 'CO2' end as gas,
    unit_dimension, unit_scale, year, region_code, region, boundary, standing, flag, source_id
from every
order by factor_id
