-- What was said in public of the official information system and of the platform that publishes its results, by date.
-- Grain: item_id, part
-- Returns:
--   item_id: number of the entry
--   part: what is counted: makers, units, accounts, records, models or sectors
--   place: place of the number in the entry, from 1
--   value: the number
--   is_more: whether it was said that there are more than that
--   period: month or day
--   platform: code of the platform: CICES or CPP
--   standing: standing of the entry
--   source_id: source
-- Tables: product_footprint
with rules as (
    select
        col0 as topic,
        col1 as item,
        col2 as part,
        col3 as place,
        col4 as pattern
    from (
        values
        ('CICES', 'vehicle makers covered', 'makers', 1, '^(>?)([0-9,]+)$'),
        ('CICES', 'registered units', 'units', 1, '^(>?)([0-9,]+)$'),
        ('CICES', 'accounts', 'accounts', 1, '^(>?)([0-9,]+)$'),
        ('CICES', 'product footprint records', 'records', 1, '^(>?)([0-9,]+)$'),
        ('CICES', 'sectors linked to the automotive chain', 'sectors', 1, '^(>?)([0-9,]+)$'),
        ('CPP', 'published', 'makers', 1, '(>?)([0-9,]+) makers'),
        ('CPP', 'published', 'models', 2, '(>?)([0-9,]+) models')
    )
)

select
    own.item_id,
    rules.part,
    rules.place,
    try_cast(replace(regexp_extract(own.value_text, rules.pattern, 2), ',', '') as double) as value,
    regexp_extract(own.value_text, rules.pattern, 1) = '>' as is_more,
    own.period,
    own.topic as platform,
    own.standing,
    own.source_id
from rules
inner join product_footprint as own on rules.topic = own.topic and rules.item = own.item
where try_cast(replace(regexp_extract(own.value_text, rules.pattern, 2), ',', '') as double) is not null
order by own.period, own.item_id, rules.place, rules.part
