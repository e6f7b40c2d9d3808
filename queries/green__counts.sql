-- Counts, goals and measures of green manufacturing by date, in both languages.
-- Grain: item_id
-- Returns:
--   item_id: number of the entry in its register
--   kind: cumulative, new, removed, derived, plan, result, target, list or measure
--   period: year, month or day it is said of
--   item_zh: what is counted, in Chinese
--   item_en: the same in English
--   value_zh: the value as worded, in Chinese
--   value_en: the same in English
--   value: the number where it is a plain one, null elsewhere
--   unit_en: unit
--   note_zh: note, in Chinese; null where none
--   note_en: the same in English
--   standing: standing of the row
--   source_id: source
-- Tables: green_manufacturing, register_words
with words as (
    select register_field, text_en, text_zh
    from register_words
    where register_field in ('item', 'value_text', 'note')
)

select
    green.item_id,
    green.kind,
    green.period,
    coalesce(of_item.text_zh, green.item) as item_zh,
    green.item as item_en,
    coalesce(of_value_text.text_zh, green.value_text) as value_zh,
    green.value_text as value_en,
    green.value,
    green.unit as unit_en,
    coalesce(of_note.text_zh, green.note) as note_zh,
    green.note as note_en,
    green.standing,
    green.source_id
from green_manufacturing as green
left join words as of_item on of_item.register_field = 'item' and of_item.text_en = green.item
left join words as of_value_text on of_value_text.register_field = 'value_text' and of_value_text.text_en = green.value_text
left join words as of_note on of_note.register_field = 'note' and of_note.text_en = green.note
order by green.item_id
