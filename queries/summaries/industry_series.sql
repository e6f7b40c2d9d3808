-- Yearly series of all industry that targets are linked to, from the inventories. Kept as a table for the pages.
-- Grain: series_key, year
-- Returns:
--   series_key: co2_per_value_added|2020 (change since 2020, %) or electricity_share (% of final energy)
--   year: calendar year
--   value: %, falls negative
--   standing: reconstructed or derived
--   source_id: source
-- Tables: industry_totals, industry_fuels, value_added
with emitted as (
    select year, sum(co2_without_withheld_t) as co2_t, max(co2_standing) as standing
    from industry_totals
    group by year
),

output as (
    select year, sum(value_added_real_cny) as value_added_cny from value_added group by year
),

intensity as (
    select
        year,
        emitted.co2_t / output.value_added_cny as level,
        max(emitted.co2_t / output.value_added_cny) filter (year = 2020) over () as base,
        emitted.standing
    from emitted
    join output using (year)
    where emitted.co2_t is not null
)

select
    'co2_per_value_added|2020' as series_key,
    year,
    100 * (level / base - 1) as value,
    standing,
    'reconstruction' as source_id
from intensity
where base is not null
union all
select
    'electricity_share',
    year,
    100 * sum(energy_tce) filter (fuel_group = 'electricity') / sum(energy_tce),
    'derived',
    'ceads-energy'
from industry_fuels
where energy_tce is not null
group by year
order by series_key, year
