-- Numbers that entries of the registers state in words, each with what it is of.
-- Grain: item_id, part
-- Returns:
--   topic: vehicles (g CO2 per km), sedan (t CO2 of one car), coal (spread of factors, %)
--   item_id: number of the entry
--   part: what the number is of, as a code
--   place: place of the number in the entry, from 1
--   value: the number; null where the entry no longer says it
--   period: date of the entry
--   standing: standing of the entry
--   source_id: source
-- Tables: product_footprint, factors
with said as (
    select
        item_id,
        period,
        value_text,
        standing,
        source_id
    from product_footprint
    union all
    select
        item_id,
        source_date,
        value_text,
        standing,
        source_id
    from factors
),

rules as (
    select
        col0 as topic,
        col1 as item_id,
        col2 as part,
        col3 as place,
        col4 as pattern
    from (
        values
        ('vehicles', 'P031', 'mean', 1, 'mean ([0-9.]+)'),
        ('vehicles', 'P031', 'battery_electric', 2, 'BEV ([0-9.]+)'),
        ('vehicles', 'P031', 'diesel', 3, 'diesel ([0-9.]+)'),
        ('sedan', 'P030', 'making', 1, '([0-9.]+) t making'),
        ('sedan', 'P030', 'use', 2, '([0-9.]+) t use'),
        ('sedan', 'P030', 'whole', 3, '([0-9.]+) t life cycle'),
        ('coal', 'F233', 'anthracite', 1, '^([0-9.]+) / [0-9.]+ / [0-9.]+$'),
        ('coal', 'F233', 'bituminous', 2, '^[0-9.]+ / ([0-9.]+) / [0-9.]+$'),
        ('coal', 'F233', 'lignite', 3, '^[0-9.]+ / [0-9.]+ / ([0-9.]+)$')
    )
)

select
    rules.topic,
    rules.item_id,
    rules.part,
    rules.place,
    try_cast(regexp_extract(said.value_text, rules.pattern, 1) as double) as value,
    said.period,
    said.standing,
    said.source_id
from rules
inner join said on rules.item_id = said.item_id
order by rules.item_id, rules.place, rules.part
