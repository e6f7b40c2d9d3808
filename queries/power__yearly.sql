-- Industrial CO2 by year with power and heat told from all other industry, over the provinces whose split by sector is
-- usable. Where a province has a withheld cement cell in any year, its cement process CO2 is left out of every year, so
-- that years compare.
-- Grain: year
-- Returns:
--   year: calendar year
--   power_co2_t: t, energy-related and cement process CO2 of power and heat
--   power_co2_energy_t: t, energy-related CO2 of power and heat
--   other_co2_t: t, energy-related and cement process CO2 of all other industry
--   other_co2_energy_t: t, energy-related CO2 of all other industry
--   co2_standing: published or reconstructed
-- Tables: industry_cells, sectors, full_years
with faulty as (
    select distinct region_code
    from industry_cells
    where co2_withheld_cells > 0 and is_split_usable
),

cells as (
    select
        year,
        sectors.carbon_market is not distinct from 'power' as is_power,
        co2_energy_t,
        case when faulty.region_code is null then co2_t else co2_energy_t end as co2_t,
        co2_standing
    from industry_cells
    join sectors using (sector_code)
    left join faulty using (region_code)
    cross join full_years
    where is_split_usable and co2_standing is not null and year <= last_co2_year
)

select
    year,
    coalesce(sum(co2_t) filter (where is_power), 0) as power_co2_t,
    coalesce(sum(co2_energy_t) filter (where is_power), 0) as power_co2_energy_t,
    coalesce(sum(co2_t) filter (where not is_power), 0) as other_co2_t,
    coalesce(sum(co2_energy_t) filter (where not is_power), 0) as other_co2_energy_t,
    max(co2_standing) as co2_standing
from cells
group by year
order by year
