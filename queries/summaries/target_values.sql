-- Values of every series that a target is linked to, by year, the best standing of each year. Kept as a table for the pages.
-- Grain: series_table, series_key, year
-- Returns:
--   series_table: table that holds the latest value
--   series_key: series of that table
--   year: last year of the period
--   value: in the unit of the series, falls negative where they are changes
--   qualifier: at least, more than or about, null where the value is plain
--   standing: standing of the row
--   source_id: source
-- Tables: official_statistics, targets, green_manufacturing, regional_targets, plants, industry_series,
--   target_series
with said as (
    select 'targets' as series_table, target_id as series_key, target_year as year, value_text, standing, source_id
    from targets
    union all
    select
        'green_manufacturing', item_id,
        -- what is reported in january is the state at the end of the year before
        cast(left(period, 4) as integer) - cast(ends_with(period, '-01') as integer),
        value_text, standing, source_id
    from green_manufacturing
),

read as (
    select
        'official_statistics' as series_table, concat_ws('|', dataset, indicator, item, unit) as series_key,
        year, value, null as qualifier, standing, source_id
    from official_statistics
    union all
    select
        'official_statistics_ratio', ratios.series_key, part.year, 100 * part.value / whole.value, null,
        'derived', part.source_id
    from (select distinct series_key, split(series_key, '|') as named from target_series) as ratios
    join official_statistics as part
        on part.dataset = named[1] and part.indicator = named[2] and part.item = named[3]
    join official_statistics as whole using (dataset, indicator, unit, year)
    where whole.item = named[4]
    union all
    select 'industry', series_key, year, value, null, standing, source_id from industry_series
    union all
    select 'regional_targets', concat_ws('|', region_code, measure, kind), year, change_pct, qualifier, standing, source_id
    from regional_targets
    where is_preferred
    union all
    select
        'plants', any_value(series_key), try_cast(split_part(any_value(series_key), '|', 2) as integer),
        100 * sum(capacity) filter (item = 'electric_furnace') / sum(capacity) filter (item = 'crude_steel'),
        null, 'derived', any_value(source_id)
    from plants
    cross join (select distinct series_key from target_series where series_table = 'plants')
    where dataset = 'steel' and starts_with(unit_status, 'operating')
    union all
    select
        series_table, series_key, year, try_cast(regexp_extract(value_text, '[0-9.]+') as double),
        case
            when starts_with(value_text, '>=') then 'at least'
            when starts_with(value_text, '>') then 'more than'
            when starts_with(value_text, 'about') then 'about'
        end,
        standing, source_id
    from said
)

select series_table, series_key, year, value, qualifier, standing, source_id
from read
semi join target_series using (series_table, series_key)
where value is not null
qualify row_number() over (partition by series_table, series_key, year order by
    list_position(['official', 'published', 'reconstructed', 'derived', 'estimated'], standing) nulls last,
    source_id) = 1
order by series_table, series_key, year
