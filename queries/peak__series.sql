-- Industrial CO2 that the rule of the peak judges, by region, division and year. The inventories keep non-zero cells only,
-- so a division without a cell is a zero; a year without any energy-related CO2 of the province, and a total with a
-- withheld cell, is null in a province and left smaller in the nation; a province whose split by sector is not usable has
-- its total only.
-- Grain: region_code, sector_code, year
-- Params:
--   region_code: text, one province, or 000000 for the sum of the covered ones; null means all
--   sector_code: text, one division, or all for all industry; null means every one
-- Returns:
--   region_code: GB/T 2260 code; 000000 is the sum of the provinces that the inventories cover
--   sector_code: division of GB/T 4754-2017, or all
--   year: calendar year
--   co2_t: t, energy-related and cement process CO2
--   co2_energy_t: t, energy-related CO2
--   co2_withheld_cells: number of cement cells withheld as implausible
-- Tables: peak_series
select region_code, sector_code, year, co2_t, co2_energy_t, co2_withheld_cells
from peak_series
where
    ($region_code is null or region_code = $region_code)
    and ($sector_code is null or sector_code = $sector_code)
order by region_code, sector_code, year
