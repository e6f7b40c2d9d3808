-- What a change of industry is taken apart by: energy and CO2 by province, division and year, since energy is known. A
-- province whose split by sector is not usable has one division, all. Fuels are final energy plus, in power and heat
-- (44), what goes into making power and heat; the power and heat made are not taken off, because direct CO2 arises where
-- fuel burns. Kept as a table because every view of the page Drivers sums it anew.
-- Grain: region_code, sector_code, year
-- Returns:
--   region_code: GB/T 2260 code
--   sector_code: division of GB/T 4754-2017, or all where the split by sector is not usable
--   year: calendar year
--   energy_tce: tce, final energy
--   energy_with_transformation_tce: tce, the same plus, in 44, the net input of power and heat
--   coal_tce: tce, coal and its products as fuel
--   oil_tce: tce, oil and its products as fuel
--   gas_tce: tce, natural gas as fuel
--   no_co2_tce: tce, electricity and heat used, and other energy: without direct CO2
--   coal_co2_t: t CO2 of coal
--   oil_co2_t: t CO2 of oil
--   gas_co2_t: t CO2 of natural gas
--   process_co2_t: t CO2 of the cement process, withheld cells left out
--   co2_withheld: whether a cement cell is withheld as implausible
-- Tables: energy, energy_transformation, co2, fuels, sectors
with not_usable as (
    select distinct region_code from co2 where flag = 'shandong_sector_split'
),

amounts as (
    select
        region_code, sector_code, year, fuel_code,
        energy_tce as final_tce,
        energy_tce,
        cast(null as double) as co2_t,
        false as is_withheld
    from energy
    union all
    select region_code, '44', year, fuel_code, null, energy_tce, null, false
    from energy_transformation
    where flow_code in ('thermal_power', 'heating')
    union all
    select region_code, sector_code, year, fuel_code, null, null, co2_t, co2_t is null
    from co2
    where year >= (select min(year) from energy)
)

select
    region_code,
    case when not_usable.region_code is null then sector_code else 'all' end as sector_code,
    year,
    sum(final_tce) as energy_tce,
    sum(energy_tce) as energy_with_transformation_tce,
    sum(energy_tce) filter (where fuel_group = 'coal') as coal_tce,
    sum(energy_tce) filter (where fuel_group = 'oil') as oil_tce,
    sum(energy_tce) filter (where fuel_group = 'gas') as gas_tce,
    sum(
        case
            when fuel_group in ('electricity', 'heat') then final_tce
            when fuel_group = 'other' then energy_tce
        end
    ) as no_co2_tce,
    sum(co2_t) filter (where fuel_group = 'coal') as coal_co2_t,
    sum(co2_t) filter (where fuel_group = 'oil') as oil_co2_t,
    sum(co2_t) filter (where fuel_group = 'gas') as gas_co2_t,
    sum(co2_t) filter (where fuel_group = 'process') as process_co2_t,
    bool_or(is_withheld) as co2_withheld
from amounts
join fuels using (fuel_code)
join sectors using (sector_code)
left join not_usable using (region_code)
where sectors.is_industry
group by all
order by region_code, sector_code, year
