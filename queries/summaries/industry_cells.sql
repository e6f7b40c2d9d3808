-- Industry by province, division and year: final energy and CO2. Kept as a table because every page sums it anew.
-- Grain: region_code, sector_code, year
-- Returns:
--   region_code: GB/T 2260 code
--   sector_code: division of GB/T 4754-2017
--   year: calendar year
--   energy_tce: tce, final energy
--   co2_t: t, energy-related and cement process CO2, withheld cells left out
--   co2_energy_t: t, energy-related CO2
--   co2_withheld_cells: number of cement cells withheld as implausible
--   co2_standing: published or reconstructed
--   is_split_usable: whether the province's split by sector may be shown
-- Tables: energy, co2, sectors
with not_usable as (
    select distinct region_code from co2 where flag = 'shandong_sector_split'
),

final_energy as (
    select region_code, sector_code, year, sum(energy_tce) as energy_tce
    from energy
    group by region_code, sector_code, year
),

emissions as (
    select
        region_code,
        sector_code,
        year,
        sum(co2_t) as co2_t,
        sum(co2_t) filter (where fuel_code <> 'process') as co2_energy_t,
        count(*) filter (where co2_t is null) as co2_withheld_cells,
        max(standing) as co2_standing
    from co2
    group by region_code, sector_code, year
)

select
    region_code,
    sector_code,
    year,
    final_energy.energy_tce,
    emissions.co2_t,
    emissions.co2_energy_t,
    coalesce(emissions.co2_withheld_cells, 0) as co2_withheld_cells,
    emissions.co2_standing,
    not_usable.region_code is null as is_split_usable
from emissions
full join final_energy using (region_code, sector_code, year)
join sectors using (sector_code)
left join not_usable using (region_code)
where sectors.is_industry
order by region_code, sector_code, year
