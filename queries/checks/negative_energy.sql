-- Negative final energy or total energy of a division. One cell is left out: the source itself has -1 for other coking
-- products of rural households in Zhejiang in 2015, which is not industry and is kept as published.
-- Grain: table_name, year, region_code, sector_code, fuel_code
-- Returns:
--   table_name: table of the row
--   year: calendar year
--   region_code: GB/T 2260 code, the nation for the table of divisions
--   sector_code: division or other part of the economy
--   fuel_code: fuel, all for the table of divisions
--   energy_tce: tce
-- Tables: energy, energy_division
select 'energy' as table_name, year, region_code, sector_code, fuel_code, energy_tce
from energy
where
    (energy_tce < 0 or quantity < 0)
    and (year, region_code, sector_code, fuel_code) <> (2015, '330000', 'RUR', 'other_coking_products')
union all
select 'energy_division', year, '000000', sector_code, 'all', energy_tce
from energy_division
where energy_tce < 0
