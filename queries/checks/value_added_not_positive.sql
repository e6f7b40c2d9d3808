-- Value added or a deflator that is zero or negative, by which no intensity can be divided.
-- Grain: table_name, code, year
-- Returns:
--   table_name: table of the row
--   code: region or division
--   year: calendar year
-- Tables: value_added, value_added_division
select 'value_added' as table_name, region_code as code, year
from value_added
where value_added_nominal_cny <= 0 or value_added_real_cny <= 0 or deflator_2020_1 <= 0
union all
select 'value_added_division', sector_code, year
from value_added_division
where value_added_nominal_cny <= 0 or gross_output_nominal_cny <= 0
