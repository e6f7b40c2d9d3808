-- What sources say of the coverage of the national carbon market, by stage, in both languages.
-- Grain: item_id
-- Returns:
--   item_id: number of the statement in its register
--   stage: year the stage began, or planned
--   aspect: units, emissions, share, gases, threshold and others
--   item_zh: what is said, in Chinese
--   item_en: the same in English
--   period: month, year or years it is said of; null where none
--   value_zh: the value as worded, in Chinese
--   value_en: the same in English
--   value: the number in it, in the unit of the row; null where it is none
--   qualifier: more than or about, null where neither
--   unit_zh: unit, in Chinese
--   unit_en: the same in English
--   note_zh: note, in Chinese; null where none
--   note_en: the same in English
--   standing: standing of the row
--   source_id: source
-- Tables: market_coverage, register_words
with words as (
    select map(list(register_field || '|' || text_en), list(text_zh)) as zh
    from register_words
    where register_field in ('item', 'value_text', 'unit', 'note')
)

select
    coverage.item_id,
    coverage.stage,
    coverage.aspect,
    coalesce(words.zh['item|' || coverage.item], coverage.item) as item_zh,
    coverage.item as item_en,
    coverage.period,
    coalesce(words.zh['value_text|' || coverage.value_text], coverage.value_text) as value_zh,
    coverage.value_text as value_en,
    coverage.value,
    coverage.qualifier,
    coalesce(words.zh['unit|' || coverage.unit], coverage.unit) as unit_zh,
    coverage.unit as unit_en,
    coalesce(words.zh['note|' || coverage.note], coverage.note) as note_zh,
    coverage.note as note_en,
    coverage.standing,
    coverage.source_id
from market_coverage as coverage
cross join words
order by coverage.item_id
