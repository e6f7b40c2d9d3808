-- Targets of the register against one base year, without results, in both languages.
-- Grain: target_id, register_field
-- Params:
--   base_year: integer, year the targets are measured against
-- Returns:
--   target_id: row of the register
--   target_year: year the target is due
--   register_field: column of the register: policy, indicator, direction, value_text or unit
--   text_en: what stands in it
--   text_zh: the same in Chinese, a number as it stands
--   standing: official, published or unverified
--   source_id: source
-- Tables: targets, register_words
with ahead as (
    unpivot (
        select
            target_id, target_year, standing, source_id, policy, indicator, direction, value_text, unit
        from targets
        where base_year = $base_year and not starts_with(direction, 'result')
    )
    on policy, indicator, direction, value_text, unit
    into name register_field value text_en
)

select
    ahead.target_id,
    ahead.target_year,
    ahead.register_field,
    ahead.text_en,
    coalesce(register_words.text_zh, ahead.text_en) as text_zh,
    ahead.standing,
    ahead.source_id
from ahead
left join register_words using (register_field, text_en)
order by ahead.target_year, ahead.target_id, ahead.register_field
