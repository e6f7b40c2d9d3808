-- Goals, standards, records and dates of product carbon footprints in both languages.
-- Grain: item_id
-- Returns:
--   item_id: number of the entry
--   topic_zh: topic, in Chinese
--   topic_en: the same in English
--   topic: topic as a code
--   item_zh: what is said, in Chinese
--   item_en: the same in English
--   period: period or date; null where none
--   value_zh: what was said of it, in Chinese
--   value_en: the same in English
--   unit_zh: unit, in Chinese
--   unit_en: the same in English
--   note_zh: note, in Chinese; null where none
--   note_en: the same in English
--   standing: standing of the row
--   source_id: source
-- Tables: product_footprint, register_words
with words as (
    select map(list(register_field || '|' || text_en), list(text_zh)) as zh
    from register_words
    where register_field in ('topic', 'item', 'value_text', 'unit', 'note')
)

select
    own.item_id,
    coalesce(words.zh['topic|' || own.topic], own.topic) as topic_zh,
    own.topic as topic_en,
    trim(regexp_replace(lower(own.topic), '[^a-z0-9]+', '_', 'g'), '_') as topic,
    coalesce(words.zh['item|' || own.item], own.item) as item_zh,
    own.item as item_en,
    own.period,
    coalesce(words.zh['value_text|' || own.value_text], own.value_text) as value_zh,
    own.value_text as value_en,
    coalesce(words.zh['unit|' || own.unit], own.unit) as unit_zh,
    own.unit as unit_en,
    coalesce(words.zh['note|' || own.note], own.note) as note_zh,
    own.note as note_en,
    own.standing,
    own.source_id
from product_footprint as own
cross join words
order by own.item_id
