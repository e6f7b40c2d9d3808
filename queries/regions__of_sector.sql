-- One division in every province by year: final energy and CO2; where the split by sector is not usable all are null.
-- CO2 with a withheld cement cell is null, and its energy-related part is not.
-- Grain: region_code, year
-- Params:
--   sector_code: text, one division
--   first_year: integer, first year wanted; null means from the first
-- Returns:
--   region_code: GB/T 2260 code
--   year: calendar year
--   energy_tce: tce, final energy
--   co2_t: t, energy-related and cement process CO2
--   co2_energy_t: t, energy-related CO2
--   co2_withheld: whether a cement cell is withheld as implausible
--   is_split_usable: whether the province's split by sector may be shown
-- Tables: industry_cells
select
    region_code,
    year,
    case when is_split_usable then energy_tce end as energy_tce,
    case when is_split_usable and co2_withheld_cells = 0 then co2_t end as co2_t,
    case when is_split_usable then co2_energy_t end as co2_energy_t,
    co2_withheld_cells > 0 as co2_withheld,
    is_split_usable
from industry_cells
where
    sector_code = $sector_code
    and ($first_year is null or year >= $first_year)
order by region_code, year
