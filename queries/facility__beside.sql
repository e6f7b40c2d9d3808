-- Facility rows summed up beside what the inventories hold for the same place, division, fuel and year, on the same
-- basis: fuels that are burnt, those for power and heat among them, and electricity and heat that are used.
-- Grain: measure, year, region_code, sector_code, fuel_code
-- Params:
--   year: integer, one year; null means all
-- Returns:
--   measure: energy_tce, co2_t, gross_output_nominal_cny or value_added_nominal_cny
--   year: calendar year
--   region_code: GB/T 2260 code; 000000 is the sum of all facilities
--   sector_code: division of GB/T 4754-2017; all is the sum
--   fuel_code: fuel; all is the sum
--   amount: tce, t CO2 or yuan at current prices; null where missing says why
--   enterprise_count: enterprises behind the amount; null with it
--   missing: suppressed or no_factor; null where there is an amount
--   inventory_amount: the same unit, of all industry; null where the inventories have none, or none that is usable
--   fuel_zh: name of the fuel in Chinese; null for all fuels
--   fuel_en: name of the fuel in English; null for all fuels
--   standing: standing of the row
--   source_id: source
-- Tables: facility_cells, energy, energy_transformation, co2, value_added, fuels, sectors, full_years
with not_usable as (
    select distinct region_code from co2 where flag = 'shandong_sector_split'
),

amounts as (
    select 'energy_tce' as measure, year, region_code, sector_code, fuel_code, energy_tce as amount from energy
    union all
    select 'energy_tce', year, region_code, '44', fuel_code, energy_tce
    from energy_transformation
    join fuels using (fuel_code)
    where flow_code in ('thermal_power', 'heating') and fuel_group not in ('electricity', 'heat')
    union all
    select 'co2_t', year, region_code, sector_code, fuel_code, co2_t
    from co2
    join fuels using (fuel_code)
    where fuel_group <> 'process'
),

industry as (
    select amounts.*
    from amounts
    join sectors using (sector_code)
    where is_industry and year in (select year from facility_cells)
),

inventory as (
    select
        measure, year,
        coalesce(region_code, '000000') as region_code,
        coalesce(sector_code, 'all') as sector_code,
        coalesce(fuel_code, 'all') as fuel_code,
        sum(amount) as inventory_amount
    from industry
    group by measure, year, cube (region_code, sector_code, fuel_code)
    union all
    select 'value_added_nominal_cny', year, coalesce(region_code, '000000'), 'all', 'all', sum(value_added_nominal_cny)
    from value_added
    group by year, cube (region_code)
)

select
    measure, year, region_code, sector_code, fuel_code, amount, enterprise_count, missing,
    case
        when region_code = '000000' and year > case measure
            when 'energy_tce' then last_energy_year
            when 'co2_t' then last_co2_year
            else last_value_added_year
        end then null
        when sector_code = 'all' then inventory_amount
        when region_code = '000000' and exists (select 1 from not_usable) then null
        when region_code not in (select region_code from not_usable) then inventory_amount
    end as inventory_amount,
    name_zh as fuel_zh, name_en as fuel_en, facility_cells.standing, facility_cells.source_id
from facility_cells
left join inventory using (measure, year, region_code, sector_code, fuel_code)
left join fuels using (fuel_code)
cross join full_years
where $year is null or year = $year
order by measure, year, region_code, sector_code, fuel_code
