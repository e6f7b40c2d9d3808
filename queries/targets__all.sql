-- Every row of the register of targets in both languages, with its field, task, place and pinyin.
-- Grain: target_id
-- Returns:
--   target_id: number of the target
--   scope_group: field of the target
--   region_code: province, null where it is the nation's
--   task_id: task or action it serves, null where none
--   base_year: year the target is measured against, null where none
--   target_year: year the target is due, or the result refers to; null where none is set
--   direction: which way, as a code; a result begins with result
--   bound: number in the target, null where it is none
--   qualifier: at least, more than or about, null where the number is plain
--   policy_zh: document, in Chinese
--   policy_en: the same in English
--   scope_zh: what it covers, in Chinese
--   scope_en: the same in English
--   indicator_zh: indicator, in Chinese
--   indicator_en: the same in English
--   direction_zh: which way, in Chinese
--   value_zh: the value as worded, in Chinese
--   value_en: the same in English
--   unit_zh: unit, in Chinese
--   unit_en: the same in English
--   note_zh: note, in Chinese; null where none
--   note_en: the same in English
--   pinyin: the Chinese words in pinyin, whole and by initials
--   flag: named fault that limits the row, null where none
--   standing: standing of the row
--   source_id: source
-- Tables: targets, target_details, register_words
with words as (
    select
        map(list(text_en) filter (register_field = 'policy'), list(text_zh) filter (register_field = 'policy')) as policy,
        map(list(text_en) filter (register_field = 'scope'), list(text_zh) filter (register_field = 'scope')) as scope,
        map(list(text_en) filter (register_field = 'indicator'), list(text_zh) filter (register_field = 'indicator')) as indicator,
        map(list(text_en) filter (register_field = 'direction'), list(text_zh) filter (register_field = 'direction')) as direction,
        map(list(text_en) filter (register_field = 'value_text'), list(text_zh) filter (register_field = 'value_text')) as value_text,
        map(list(text_en) filter (register_field = 'unit'), list(text_zh) filter (register_field = 'unit')) as unit,
        map(list(text_en) filter (register_field = 'note'), list(text_zh) filter (register_field = 'note')) as note
    from register_words
)

select
    targets.target_id,
    details.scope_group,
    details.region_code,
    details.task_id,
    targets.base_year,
    targets.target_year,
    targets.direction,
    details.bound,
    details.qualifier,
    coalesce(words.policy[targets.policy], targets.policy) as policy_zh,
    targets.policy as policy_en,
    coalesce(words.scope[targets.scope], targets.scope) as scope_zh,
    targets.scope as scope_en,
    coalesce(words.indicator[targets.indicator], targets.indicator) as indicator_zh,
    targets.indicator as indicator_en,
    coalesce(words.direction[targets.direction], targets.direction) as direction_zh,
    coalesce(words.value_text[targets.value_text], targets.value_text) as value_zh,
    targets.value_text as value_en,
    coalesce(words.unit[targets.unit], targets.unit) as unit_zh,
    targets.unit as unit_en,
    coalesce(words.note[targets.note], targets.note) as note_zh,
    targets.note as note_en,
    details.pinyin,
    details.flag,
    targets.standing,
    targets.source_id
from targets
left join target_details as details using (target_id)
cross join words
order by targets.target_id
