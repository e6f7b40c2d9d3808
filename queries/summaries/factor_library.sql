-- Every emission factor of every table in one shape, kg CO2 or CO2e per unit. Benchmarks are no factors and values that
-- are no plain number are left out; of grid factors, a year of the annex comes from the annex alone. Kept as a table
-- because calculator, search and command line ask for all of it.
-- Grain: factor_id
-- Returns:
--   factor_id: number of the factor
--   kind: fuel, process, gwp, grid, electricity, product, vehicle or us
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
--   us_factors, regions, register_words
with words as (
    select map(list(register_field || '|' || text_en), list(text_zh)) as zh
    from register_words
    where register_field in ('item', 'parameter', 'factor_group')
),

listed as (
    select
        item_id, item, parameter, factor_group, value * kg_per_listed_unit as value, written_unit, unit_dimension,
        unit_scale, standing, source_id,
        case
            when factor_group = 'GWP100' then 'gwp'
            when factor_group = 'process' or parameter = 'process factor' then 'process'
            else 'fuel'
        end as kind
    from factors
    join factor_units using (unit)
    where value is not null and factor_group not like '%grid CO2 factor (%'
        and factor_group not like 'electricity carbon-footprint%' and parameter not like '%benchmark%'
        and (factor_group <> 'grid CO2 factor' or parameter = 'older')
),

rows as (
    select
        item_id as factor_id,
        case when factor_group = 'grid CO2 factor' then 'grid' else kind end as kind,
        coalesce(zh['item|' || item], item) as name_zh, item as name_en,
        coalesce(zh['factor_group|' || factor_group], factor_group)
            || '，' || coalesce(zh['parameter|' || parameter], parameter) as detail_zh,
        factor_group || ', ' || parameter as detail_en,
        value, written_unit as unit, unit_dimension, unit_scale, cast(null as integer) as year,
        cast(null as varchar) as region_code, 'CN' as region,
        case kind when 'gwp' then 'none' else 'direct' end as boundary, standing,
        cast(null as varchar) as flag, source_id
    from listed cross join words
    union all
    select
        'G' || year || '-' || grid_area || '-' || indicator, 'grid',
        coalesce(regions.name_zh, annex.name_zh, grid_area) || '电力', coalesce(regions.name_en, annex.name_en, grid_area) || ', electricity',
        case when indicator like '%ex_market%' then '不含市场化交易的非化石能源电量' when indicator like '%fossil_co2%' then '化石能源电力' end,
        case when indicator like '%ex_market%' then 'without traded non-fossil power' when indicator like '%fossil_co2%' then 'fossil power' end,
        co2_kg_per_kwh, 'kg CO2/kWh', 'energy', 3.6, year, grid.region_code, grid_area, 'direct', grid.standing,
        null, grid.source_id
    from grid_factors as grid
    left join regions using (region_code)
    left join (
        select grid_area, split_part(name_zh, '电力', 1) as name_zh, split_part(name_en, ', electricity', 1) as name_en
        from grid_annex where region_code is null
    ) as annex using (grid_area)
    where year not in (select year from grid_annex)
    union all
    select
        item_id, 'grid', name_zh, name_en, null, null, value, unit, unit_dimension, unit_scale, year, region_code,
        grid_area, 'direct', standing, null, source_id
    from grid_annex
    union all
    select
        item_id, 'electricity', name_zh, name_en, null, null, value, unit, unit_dimension, unit_scale, year, '000000',
        '000000', boundary, standing, null, source_id
    from electricity_footprint
    union all
    select
        item_id, 'product', name_zh, name_en, value_text, value_text, value, unit, unit_dimension, unit_scale, year,
        null, 'CN', boundary, standing, null, source_id
    from product_factors
    union all
    select
        'V-' || item_id, 'vehicle', name_zh, name_en, value_text, value_text, value, unit, unit_dimension, unit_scale,
        year, null, 'CN', boundary, standing, flag, source_id
    from vehicle_footprints
    union all
    select
        item_id, 'us', name_zh, name_en, null, null, value, unit, unit_dimension, unit_scale, year, null, economy,
        'cradle_to_gate', standing, null, source_id
    from us_factors
)

select
    factor_id, kind, name_zh, name_en, detail_zh, detail_en, value, unit,
    case when unit like '%CO2e/%' then 'CO2e' else 'CO2' end as gas,
    unit_dimension, unit_scale, year, region_code, region, boundary, standing, flag, source_id
from rows
order by factor_id
