-- Texts of later facts and of linked series with Latin letters that the Chinese view has no words for.
-- Grain: table_name, register_field, text_en
-- Returns:
--   table_name: register
--   register_field: column of the register
--   text_en: the text
-- Tables: policy_facts, target_series, register_words
with registers as (
    select 'policy_facts' as table_name, * from (
        unpivot (select topic, item, value_text, unit, note from policy_facts)
        on columns (*) into name register_field value text_en
    )
    union all select 'target_series', * from (
        unpivot (select note from target_series)
        on columns (*) into name register_field value text_en
    )
)

select distinct table_name, register_field, text_en
from registers
anti join register_words using (register_field, text_en)
where regexp_matches(text_en, '[A-Za-z]')
