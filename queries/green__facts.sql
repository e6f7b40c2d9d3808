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
    select register_field, text_en, text_zh
    from register_words
    where register_field in ('topic', 'item', 'value_text', 'unit', 'note')
)

select
    facts.item_id,
    coalesce(of_topic.text_zh, facts.topic) as topic_zh,
    facts.topic as topic_en,
    coalesce(of_item.text_zh, facts.item) as item_zh,
    facts.item as item_en,
    facts.region_code,
    facts.period,
    coalesce(of_value_text.text_zh, facts.value_text) as value_zh,
    facts.value_text as value_en,
    coalesce(of_unit.text_zh, facts.unit) as unit_zh,
    facts.unit as unit_en,
    coalesce(of_note.text_zh, facts.note) as note_zh,
    facts.note as note_en,
    facts.standing,
    facts.source_id
from policy_facts as facts
left join words as of_topic on of_topic.register_field = 'topic' and of_topic.text_en = facts.topic
left join words as of_item on of_item.register_field = 'item' and of_item.text_en = facts.item
left join words as of_value_text on of_value_text.register_field = 'value_text' and of_value_text.text_en = facts.value_text
left join words as of_unit on of_unit.register_field = 'unit' and of_unit.text_en = facts.unit
left join words as of_note on of_note.register_field = 'note' and of_note.text_en = facts.note
order by facts.item_id
