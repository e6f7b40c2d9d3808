-- Industry of every province by year: final energy, energy with the net input of power and heat, CO2, real value
-- added, and whether the energy series breaks in that year. A total with a withheld cell is null, not smaller.
-- Grain: region_code, year
-- Params:
--   region_code: text, one province; null means all
--   first_year: integer, first year wanted; null means from the first
-- Returns:
--   region_code: GB/T 2260 code
--   year: calendar year
--   energy_tce: tce, final energy of industry
--   energy_with_transformation_tce: tce, final energy plus the net input of power and heat
--   co2_t: t, energy-related and cement process CO2 of industry
--   co2_energy_t: t, energy-related CO2 of industry
--   co2_withheld: whether a cement cell is withheld as implausible
--   co2_standing: published or reconstructed
--   value_added_real_cny: CNY at 2020 prices
--   value_added_standing: derived, or unverified where a growth rate is recalled
--   is_break: whether the energy series jumps in this year as only a revision would explain
-- Tables: industry_totals, value_added, series_breaks
select
    region_code,
    year,
    industry_totals.energy_tce,
    industry_totals.energy_with_transformation_tce,
    industry_totals.co2_t,
    industry_totals.co2_energy_t,
    coalesce(industry_totals.co2_withheld_cells > 0, false) as co2_withheld,
    industry_totals.co2_standing,
    value_added.value_added_real_cny,
    value_added.standing as value_added_standing,
    series_breaks.flag is not null as is_break
from industry_totals
full join value_added using (region_code, year)
left join series_breaks using (region_code, year)
where
    ($region_code is null or region_code = $region_code)
    and ($first_year is null or year >= $first_year)
order by region_code, year
