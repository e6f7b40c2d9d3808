-- Yearly series of all industry that targets are linked to, from the inventories. Kept as a table for the pages.
-- Grain: series_key, year
-- Returns:
--   series_key: co2_per_value_added|YEAR (change since the base year of a target, %) or electricity_share (% of final energy)
--   year: calendar year
--   value: %, falls negative
--   standing: reconstructed or derived
--   source_id: source
-- Tables: industry_totals, industry_fuels, value_added, targets, target_series, full_years
with bases as (
    select distinct targets.base_year
    from target_series
    join targets using (target_id)
    where target_series.series_table = 'industry' and target_series.rule = 'fall'
),

emitted as (
    select year, sum(co2_without_withheld_t) as co2_t, max(co2_standing) as standing
    from industry_totals
    cross join full_years
    where year <= last_co2_year
    group by year
),

output as (
    select year, sum(value_added_real_cny) as value_added_cny
    from value_added
    cross join full_years
    where year <= last_value_added_year
    group by year
),

intensity as (
    select year, emitted.co2_t / output.value_added_cny as level, emitted.standing
    from emitted
    join output using (year)
)

select
    'co2_per_value_added|' || bases.base_year as series_key,
    intensity.year,
    100 * (intensity.level / base.level - 1) as value,
    intensity.standing,
    'reconstruction' as source_id
from bases
join intensity as base on base.year = bases.base_year
join intensity on intensity.year > bases.base_year
where intensity.level is not null
union all
select
    'electricity_share',
    year,
    100 * sum(energy_tce) filter (fuel_group = 'electricity') / sum(energy_tce),
    'derived',
    'ceads-energy'
from industry_fuels
cross join full_years
where energy_tce is not null and year <= last_energy_year
group by year
order by series_key, year
