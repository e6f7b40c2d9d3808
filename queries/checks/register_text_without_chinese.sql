-- Texts of the registers with Latin letters that the Chinese view has no words for.
-- Grain: table_name, register_field, text_en
-- Returns:
--   table_name: register
--   register_field: column of the register
--   text_en: the text
-- Tables: targets, carbon_market, product_footprint, green_manufacturing, tasks_actions, factors,
--   grid_factors, regional_targets, official_statistics, market_rules, market_events, market_coverage,
--   register_words
with registers as (
    select 'targets' as table_name, * from (
        unpivot (select policy, scope, indicator, direction, unit, value_text, note from targets)
        on columns (*) into name register_field value text_en
    )
    union all select 'carbon_market', * from (
        unpivot (select topic, item, value_text, unit, note from carbon_market)
        on columns (*) into name register_field value text_en
    )
    union all select 'product_footprint', * from (
        unpivot (select topic, item, value_text, unit, note from product_footprint)
        on columns (*) into name register_field value text_en
    )
    union all select 'green_manufacturing', * from (
        unpivot (select item, kind, value_text, unit, note from green_manufacturing)
        on columns (*) into name register_field value text_en
    )
    union all select 'tasks_actions', * from (
        unpivot (select kind, title, sub_measures from tasks_actions)
        on columns (*) into name register_field value text_en
    )
    union all select 'market_rules', * from (
        unpivot (select scope, item, value_text, unit, note from market_rules)
        on columns (*) into name register_field value text_en
    )
    union all select 'market_events', * from (
        unpivot (select kind, event from market_events)
        on columns (*) into name register_field value text_en
    )
    union all select 'market_coverage', * from (
        unpivot (select scope, item, value_text, unit, note from market_coverage)
        on columns (*) into name register_field value text_en
    )
    union all select 'factors', * from (
        unpivot (select factor_group, item, parameter, value_text, unit, note from factors)
        on columns (*) into name register_field value text_en
    )
    union all select 'grid_factors', * from (
        unpivot (select indicator, grid_area, note from grid_factors)
        on columns (*) into name register_field value text_en
    )
    union all select 'regional_targets', * from (
        unpivot (select measure, kind, qualifier, note from regional_targets)
        on columns (*) into name register_field value text_en
    )
    union all select 'official_statistics', * from (
        unpivot (select distinct dataset, indicator, item, unit, note from official_statistics)
        on columns (*) into name register_field value text_en
    )
)

select distinct table_name, register_field, text_en
from registers
anti join register_words using (register_field, text_en)
where regexp_matches(text_en, '[A-Za-z]')
