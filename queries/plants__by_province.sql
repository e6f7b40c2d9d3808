-- Operating plants of open databases by province and kind, with the capacity that is known.
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
with operating as (
    select
        region_code,
        'coal_units' as item,
        unit_id as plant_id,
        capacity_mw as capacity,
        'MW' as unit,
        source_id
    from coal_units
    where unit_status = 'operating'
    union all
    select region_code, item, plant_id, capacity, unit, source_id
    from plants
    where
        -- power plants of the other database mostly state no status: those shut or planned do
        (
            unit_status in ('operating', 'operating pre-retirement', 'operational')
            or (dataset = 'power' and unit_status = 'not stated')
        )
        and item in ('crude_steel', 'electric_furnace', 'clinker', 'grinding', 'hydro', 'gas', 'nuclear')
)

select
    region_code,
    item,
    count(distinct plant_id)::integer as plant_count,
    count(distinct case when capacity is not null then plant_id end)::integer as known_count,
    coalesce(sum(capacity), 0) as capacity,
    unit,
    source_id
from operating
where region_code is not null
group by region_code, item, unit, source_id
order by region_code, item
