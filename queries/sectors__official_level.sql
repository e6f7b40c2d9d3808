-- Official total energy (coal input of power stations) and input-output value added of every division in one year.
-- Grain: sector_code
-- Params:
--   year: integer, a year both sources have (2012, 2017, 2018, 2020)
-- Returns:
--   sector_code: division of GB/T 4754-2017
--   energy_tce: tce, official total energy of the division
--   value_added_cny: CNY at current prices of the year
--   energy_source_id: source of the energy
--   value_added_source_id: source of the value added
-- Tables: energy_division, value_added_division
select
    energy_division.sector_code,
    energy_division.energy_tce,
    value_added_division.value_added_nominal_cny as value_added_cny,
    energy_division.source_id as energy_source_id,
    value_added_division.source_id as value_added_source_id
from energy_division
join value_added_division using (sector_code, year)
where energy_division.year = $year
order by energy_division.sector_code
