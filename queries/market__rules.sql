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
with words as (
    select map(list(register_field || '|' || text_en), list(text_zh)) as zh
    from register_words
    where register_field in ('scope', 'item', 'value_text', 'unit', 'note')
)

select
    rules.item_id,
    rules.period,
    coalesce(words.zh['scope|' || rules.scope], rules.scope) as scope_zh,
    rules.scope as scope_en,
    coalesce(words.zh['item|' || rules.item], rules.item) as item_zh,
    rules.item as item_en,
    coalesce(words.zh['value_text|' || rules.value_text], rules.value_text) as value_zh,
    rules.value_text as value_en,
    rules.value,
    coalesce(words.zh['unit|' || rules.unit], rules.unit) as unit_zh,
    rules.unit as unit_en,
    coalesce(words.zh['note|' || rules.note], rules.note) as note_zh,
    rules.note as note_en,
    rules.standing,
    rules.source_id
from market_rules as rules
cross join words
order by rules.item_id
