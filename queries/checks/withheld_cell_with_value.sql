-- CO2 cells whose mark and value disagree: a withheld cell that has a value, or a cell without value that is not marked.
-- Grain: year, region_code, sector_code, fuel_code
-- Returns:
--   year: calendar year
--   region_code: GB/T 2260 code
--   sector_code: division or other part of the economy
--   fuel_code: fuel
--   co2_t: t, the value there should not be, null where the mark is missing
--   flag: mark of the cell, null where there is none
-- Tables: co2
select year, region_code, sector_code, fuel_code, co2_t, flag
from co2
where (coalesce(flag, '') = 'cement_implausible') <> (co2_t is null)
