-- Every division in every province whose split by sector is usable, in the years from the first to the last wanted:
-- final energy and CO2 that can be compared. Where a cement cell of a division is withheld in one of these years, its
-- process CO2 is left out in all of them.
-- Grain: sector_code, region_code, year
-- Params:
--   first_year: integer, first of the years
--   last_year: integer, last of the years
-- Returns:
--   sector_code: division of GB/T 4754-2017
--   region_code: GB/T 2260 code
--   year: calendar year
--   energy_tce: tce, final energy
--   co2_t: t, energy-related and cement process CO2, comparable between the years
--   co2_energy_t: t, energy-related CO2
--   is_cement_left_out: whether process CO2 is left out, because a cell of it is withheld in one of the years
-- Tables: industry_cells
with wanted as (
    select *
    from industry_cells
    where is_split_usable and year >= $first_year and year <= $last_year
),

faulty as (
    select distinct sector_code, region_code from wanted where co2_withheld_cells > 0
)

select
    sector_code,
    region_code,
    year,
    wanted.energy_tce,
    case when faulty.sector_code is null then wanted.co2_t else wanted.co2_energy_t end as co2_t,
    wanted.co2_energy_t,
    faulty.sector_code is not null as is_cement_left_out
from wanted
left join faulty using (sector_code, region_code)
order by sector_code, region_code, year
