-- Rules of allocation of the national carbon market in both languages.
-- Grain: item_id
-- Returns:
--   item_id: number of the rule
--   period: vintages it holds for
--   scope_zh: sectors it holds for, in Chinese
--   scope_en: the same in English
--   item_zh: what is ruled, in Chinese
--   item_en: the same in English
--   value_zh: the rule as worded, in Chinese
--   value_en: the same in English
--   value: the number in it, in the unit of the row; null where it is none
--   unit_zh: unit, in Chinese
--   unit_en: the same in English
--   note_zh: note, in Chinese; null where none
--   note_en: the same in English
--   standing: standing of the row
--   source_id: source
-- Tables: market_rules, register_words
select
    rules.item_id,
    rules.period,
    coalesce(scopes.text_zh, rules.scope) as scope_zh,
    rules.scope as scope_en,
    coalesce(items.text_zh, rules.item) as item_zh,
    rules.item as item_en,
    coalesce(texts.text_zh, rules.value_text) as value_zh,
    rules.value_text as value_en,
    rules.value,
    coalesce(units.text_zh, rules.unit) as unit_zh,
    rules.unit as unit_en,
    coalesce(notes.text_zh, rules.note) as note_zh,
    rules.note as note_en,
    rules.standing,
    rules.source_id
from market_rules as rules
left join register_words as scopes
    on scopes.register_field = 'scope' and scopes.text_en = rules.scope
left join register_words as items
    on items.register_field = 'item' and items.text_en = rules.item
left join register_words as texts
    on texts.register_field = 'value_text' and texts.text_en = rules.value_text
left join register_words as units
    on units.register_field = 'unit' and units.text_en = rules.unit
left join register_words as notes
    on notes.register_field = 'note' and notes.text_en = rules.note
order by rules.item_id
