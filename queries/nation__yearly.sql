-- All industry of the nation by year, as the sum over the provinces that the inventories cover: final energy,
-- energy with the net input of power and heat, CO2; and real value added of all regions (Tibet, which the inventories do
-- not cover, is 0.06 % of it). A quantity no source gives is null, as is a sum over some of the provinces alone.
-- Grain: year
-- Returns:
--   year: calendar year
--   energy_tce: tce, final energy of industry
--   energy_with_transformation_tce: tce, final energy plus the net input of power and heat
--   co2_t: t, energy-related and cement process CO2 of industry, withheld cells left out
--   co2_energy_t: t, energy-related CO2 of industry
--   co2_without_faulty_cement_t: t, the same without any cement process CO2 of provinces with a withheld cell
--   co2_withheld_cells: number of cement cells withheld as implausible
--   co2_standing: published or reconstructed
--   value_added_real_cny: CNY at 2020 prices
--   value_added_standing: derived, or unverified where a growth rate is recalled
-- Tables: industry_totals, value_added, full_years
with faulty as (
    select distinct region_code from industry_totals where co2_withheld_cells > 0
),

totals as (
    select
        industry_totals.year,
        sum(energy_tce) as energy_tce,
        sum(energy_with_transformation_tce) as energy_with_transformation_tce,
        sum(co2_without_withheld_t) as co2_t,
        sum(co2_energy_t) as co2_energy_t,
        sum(
            case when faulty.region_code is null then co2_without_withheld_t else co2_energy_t end
        ) as co2_without_faulty_cement_t,
        cast(sum(co2_withheld_cells) as integer) as co2_withheld_cells,
        max(co2_standing) as co2_standing
    from industry_totals
    left join faulty using (region_code)
    group by industry_totals.year
),

output as (
    select
        year,
        sum(value_added_real_cny) as value_added_real_cny,
        max(standing) as value_added_standing
    from value_added
    group by year
)

select
    year,
    case when year <= last_energy_year then totals.energy_tce end as energy_tce,
    case
        when year <= last_energy_year then totals.energy_with_transformation_tce
    end as energy_with_transformation_tce,
    case when year <= last_co2_year then totals.co2_t end as co2_t,
    case when year <= last_co2_year then totals.co2_energy_t end as co2_energy_t,
    case
        when year <= last_co2_year then totals.co2_without_faulty_cement_t
    end as co2_without_faulty_cement_t,
    totals.co2_withheld_cells,
    totals.co2_standing,
    case when year <= last_value_added_year then output.value_added_real_cny end
        as value_added_real_cny,
    output.value_added_standing
from totals
left join output using (year)
cross join full_years
where year <= greatest(last_energy_year, last_co2_year)
order by year
