-- Standings that are none of the words the product knows, and sources nobody lists, in the tables of the carbon market.
-- Grain: table_name, column_name, code
-- Returns:
--   table_name: table with the unknown word
--   column_name: standing or source_id
--   code: the unknown word
--   row_count: rows that carry it
-- Tables: market_months, market_pilots, market_benchmarks, market_rules, market_events,
--   market_coverage, market_breaks, market_quotes, market_units, sources
with used as (
    select 'market_months' as table_name, standing, source_id from market_months
    union all
    select 'market_pilots', standing, source_id from market_pilots
    union all
    select 'market_benchmarks', standing, source_id from market_benchmarks
    union all
    select 'market_rules', standing, source_id from market_rules
    union all
    select 'market_events', standing, source_id from market_events
    union all
    select 'market_coverage', standing, source_id from market_coverage
    union all
    select 'market_breaks', standing, source_id from market_breaks
    union all
    select 'market_quotes', standing, source_id from market_quotes
    union all
    select 'market_units', standing, source_id from market_units
),

codes as (
    select table_name, 'standing' as column_name, standing as code
    from used
    where standing not in (
        'official', 'published', 'reconstructed', 'derived', 'estimated', 'scenario', 'unverified'
    )
    union all
    select table_name, 'source_id', source_id from used anti join sources using (source_id)
)

select table_name, column_name, code, count(*) as row_count
from codes
group by table_name, column_name, code
