-- Operating plants of open databases by province and kind, each once, with the capacity known.
-- Grain: region_code, item
-- Returns:
--   region_code: province
--   item: coal_units, crude_steel, electric_furnace, clinker, grinding, hydro, gas or nuclear
--   plant_count: plants (coal: units), each once
--   known_count: plants whose capacity is known
--   capacity: sum of the known capacities in the unit of the row
--   unit: MW, kt a year or Mt a year
--   source_id: source
-- Tables: coal_units, plants
with once as (
    select
        region_code,
        item,
        plant_id,
        count(capacity) > 0 as is_known,
        sum(capacity) as capacity,
        unit,
        source_id
    from plants
    where
        item in ('crude_steel', 'electric_furnace', 'clinker', 'grinding', 'hydro', 'gas', 'nuclear')
        and (
            unit_status in ('operating', 'operating pre-retirement', 'operational')
            or (dataset = 'power' and unit_status = 'not stated')
        )
    group by region_code, item, plant_id, unit, source_id
    union all
    select region_code, 'coal_units', unit_id, true, capacity_mw, 'MW', source_id
    from coal_units
    where unit_status = 'operating'
)

select
    region_code,
    item,
    count(*)::integer as plant_count,
    count_if(is_known)::integer as known_count,
    coalesce(sum(capacity), 0) as capacity,
    unit,
    source_id
from once
where region_code is not null
group by region_code, item, unit, source_id
order by region_code, item
