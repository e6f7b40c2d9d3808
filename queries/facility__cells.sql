-- Facility rows summed up by province, division and fuel with their totals; withheld amounts are not in the table.
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
--   standing: standing of the row
--   source_id: source
-- Tables: facility_cells
select measure, year, region_code, sector_code, fuel_code, amount, enterprise_count, missing, standing, source_id
from facility_cells
where $year is null or year = $year
order by measure, year, region_code, sector_code, fuel_code
