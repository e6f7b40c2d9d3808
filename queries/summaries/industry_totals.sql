-- Industry by province and year: final energy, energy with the net input of power and heat, CO2 (null where a cell is
-- withheld, so that no total is smaller than it is). Kept as a table for the pages.
-- Grain: region_code, year
-- Returns:
--   region_code: GB/T 2260 code
--   year: calendar year
--   energy_tce: tce, final energy
--   energy_with_transformation_tce: tce, final energy plus the net input of power and heat
--   co2_t: t, energy-related and cement process CO2
--   co2_without_withheld_t: t, the same with withheld cells left out
--   co2_energy_t: t, energy-related CO2
--   co2_withheld_cells: number of cement cells withheld as implausible
--   co2_standing: published or reconstructed
-- Tables: industry_cells, energy_transformation
with power_and_heat as (
    select region_code, year, sum(energy_tce) as net_input_tce
    from energy_transformation
    where flow_code in ('thermal_power', 'heating')
    group by region_code, year
),

totals as (
    select
        region_code,
        year,
        sum(energy_tce) as energy_tce,
        sum(co2_t) as co2_without_withheld_t,
        sum(co2_energy_t) as co2_energy_t,
        sum(co2_withheld_cells) as co2_withheld_cells,
        max(co2_standing) as co2_standing
    from industry_cells
    group by region_code, year
)

select
    region_code,
    year,
    totals.energy_tce,
    totals.energy_tce + power_and_heat.net_input_tce as energy_with_transformation_tce,
    case when totals.co2_withheld_cells = 0 then totals.co2_without_withheld_t end as co2_t,
    totals.co2_without_withheld_t,
    totals.co2_energy_t,
    totals.co2_withheld_cells,
    totals.co2_standing
from totals
left join power_and_heat using (region_code, year)
order by region_code, year
