-- Every industrial division by year, over the provinces whose split by sector is usable or in one province:
-- final energy and CO2; a total with a withheld cell is null in a province and left smaller in the nation.
-- Grain: sector_code, year
-- Params:
--   region_code: text, one province; null means the sum of the provinces with a usable split
--   first_year: integer, first year wanted; null means from the first
-- Returns:
--   sector_code: division of GB/T 4754-2017
--   year: calendar year
--   energy_tce: tce, final energy
--   co2_t: t, energy-related and cement process CO2
--   co2_energy_t: t, energy-related CO2
--   co2_withheld: whether a cement cell is withheld as implausible
--   co2_standing: published or reconstructed
-- Tables: industry_cells, full_years
select
    sector_code,
    year,
    sum(energy_tce) as energy_tce,
    case when $region_code is null or sum(co2_withheld_cells) = 0 then sum(co2_t) end as co2_t,
    sum(co2_energy_t) as co2_energy_t,
    sum(co2_withheld_cells) > 0 as co2_withheld,
    max(co2_standing) as co2_standing
from industry_cells
cross join full_years
where
    is_split_usable
    and ($region_code is not null or year <= least(last_energy_year, last_co2_year))
    and ($region_code is null or region_code = $region_code)
    and ($first_year is null or year >= $first_year)
group by sector_code, year
order by sector_code, year
