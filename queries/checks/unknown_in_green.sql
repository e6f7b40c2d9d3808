-- Facts of green manufacturing and later policy whose source or standing is not known, by table and word.
-- Grain: table_name, column_name, code
-- Returns:
--   table_name: table with the unknown word
--   column_name: source_id or standing
--   code: the unknown word
--   row_count: rows that carry it
-- Tables: green_lists, green_entities, green_sectors, policy_facts, sources
with used as (
    select 'green_lists' as table_name, source_id, standing from green_lists union all
    select 'green_entities', source_id, standing from green_entities union all
    select 'green_sectors', source_id, standing from green_sectors union all
    select 'policy_facts', source_id, standing from policy_facts
)

select table_name, 'source_id' as column_name, source_id as code, count(*) as row_count
from used
anti join sources using (source_id)
group by table_name, source_id
union all
select table_name, 'standing', standing, count(*)
from used
where standing not in (
    'official', 'published', 'reconstructed', 'derived', 'estimated', 'scenario', 'unverified'
)
group by table_name, standing
