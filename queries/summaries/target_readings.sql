-- Every known value of a target by year, no later than it is due, read by the rule of its series. Kept as a table for the pages.
-- Grain: target_id, year
-- Returns:
--   target_id: number of the target
--   year: last year of the value
--   reached: in the unit of the target, falls positive
--   qualifier: at least, more than or about, null where the value is plain
--   rule: level, fall, chained_fall or reported_fall
--   is_comparable: whether the value measures what the target speaks of
--   note: note on the series, null where none
--   standing: standing of the row
--   source_id: source
-- Tables: target_series, targets, target_values
with linked as (
    select
        series.*,
        targets.base_year,
        known.year,
        known.value,
        known.qualifier,
        known.standing,
        known.source_id
    from target_series as series
    join targets using (target_id)
    join target_values as known using (series_table, series_key)
    where
        known.year <= coalesce(targets.target_year, known.year)
        and (series.rule = 'level' or known.year > coalesce(targets.base_year, 0))
        and (targets.unit <> '% vs previous year' or known.year = targets.target_year)
),

chained as (
    select
        *,
        exp(sum(ln(1 + value / 100)) filter (rule = 'chained_fall') over one) as left_over,
        count(*) over one as known_years,
        bool_or(standing = 'unverified') over one as is_unverified
    from linked
    window one as (partition by target_id order by year)
)

select
    target_id,
    year,
    case rule when 'fall' then -value when 'chained_fall' then 100 * (1 - left_over) else value end as reached,
    qualifier,
    rule,
    is_comparable,
    note,
    case
        when rule <> 'chained_fall' then standing
        when is_unverified then 'unverified'
        else 'derived'
    end as standing,
    source_id
from chained
where rule <> 'chained_fall' or known_years = year - base_year
order by target_id, year
