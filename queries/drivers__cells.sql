-- The cells that a change of industry is taken apart by: energy, fuels and CO2 by province, division and year. A province
-- whose split by sector is not usable has one division, all.
-- Grain: region_code, sector_code, year
-- Params:
--   region_code: text, one province; null means all
--   sector_code: text, one division; null means all
--   years: list, the years wanted; null means all
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
-- Tables: driver_cells
select
    region_code,
    sector_code,
    year,
    energy_tce,
    energy_with_transformation_tce,
    coal_tce,
    oil_tce,
    gas_tce,
    no_co2_tce,
    coal_co2_t,
    oil_co2_t,
    gas_co2_t,
    process_co2_t,
    co2_withheld
from driver_cells
where
    ($region_code is null or region_code = $region_code)
    and ($sector_code is null or sector_code = $sector_code)
    and ($years is null or year in cast($years as integer[]))
order by region_code, sector_code, year
