-- The tasks and actions of the peaking plan with their measures, in both languages.
-- Grain: item_id
-- Returns:
--   item_id: number of the task or action in its register
--   kind: task, action, frame, or their sub-measures
--   task_number: number of the task or letter of the action
--   title_zh: heading, in Chinese
--   title_en: the same in English
--   sub_measures_zh: measures, in Chinese; null where none
--   sub_measures_en: the same in English
--   standing: standing of the row
--   source_id: source
-- Tables: tasks_actions, register_words
with words as (
    select register_field, text_en, text_zh
    from register_words
    where register_field in ('title', 'sub_measures')
)

select
    tasks.item_id,
    tasks.kind,
    tasks.task_number,
    coalesce(of_title.text_zh, tasks.title) as title_zh,
    tasks.title as title_en,
    coalesce(of_sub_measures.text_zh, tasks.sub_measures) as sub_measures_zh,
    tasks.sub_measures as sub_measures_en,
    tasks.standing,
    tasks.source_id
from tasks_actions as tasks
left join words as of_title on of_title.register_field = 'title' and of_title.text_en = tasks.title
left join words as of_sub_measures on of_sub_measures.register_field = 'sub_measures' and of_sub_measures.text_en = tasks.sub_measures
order by tasks.item_id
