-- Later facts of policy and goals of provinces, in both languages.
-- Grain: item_id
-- Returns:
--   item_id: number of the entry in its register
--   topic_zh: topic, in Chinese
--   topic_en: the same in English
--   item_zh: what is said, in Chinese
--   item_en: the same in English
--   region_code: province, null where it is the nation's
--   period: year, month or day it is said of
--   value_zh: the value as worded, in Chinese
--   value_en: the same in English
--   unit_zh: unit, in Chinese
--   unit_en: the same in English
--   note_zh: note, in Chinese; null where none
--   note_en: the same in English
--   standing: standing of the row
--   source_id: source
-- Tables: policy_facts, register_words
with words as (
    select map(list(register_field || '|' || text_en), list(text_zh)) as zh
    from register_words
    where register_field in ('topic', 'item', 'value_text', 'unit', 'note')
)

select
    facts.item_id,
    coalesce(words.zh['topic|' || facts.topic], facts.topic) as topic_zh,
    facts.topic as topic_en,
    coalesce(words.zh['item|' || facts.item], facts.item) as item_zh,
    facts.item as item_en,
    facts.region_code,
    facts.period,
    coalesce(words.zh['value_text|' || facts.value_text], facts.value_text) as value_zh,
    facts.value_text as value_en,
    coalesce(words.zh['unit|' || facts.unit], facts.unit) as unit_zh,
    facts.unit as unit_en,
    coalesce(words.zh['note|' || facts.note], facts.note) as note_zh,
    facts.note as note_en,
    facts.standing,
    facts.source_id
from policy_facts as facts
cross join words
order by facts.item_id
