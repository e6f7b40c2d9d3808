-- The different texts of a file by the column they stand in; of codes, with the name beside.
-- Grain: column_name, code_text, name_text
-- Returns:
--   column_name: column of a facility row, or unit
--   code_text: text of the code, number or unit; null where there is none
--   name_text: text of the name beside it, of a unit the fuel; null where there is none
-- Tables: facility_texts
with
sectors as (select distinct 'sector_code' as column_name, sector_code as code_text, sector_name as name_text from facility_texts),
regions as (select distinct 'region_code' as column_name, region_code as code_text, region_name as name_text from facility_texts),
fuels as (select distinct 'fuel_code' as column_name, fuel_code as code_text, fuel_name as name_text from facility_texts),
years as (select distinct 'year' as column_name, year as code_text, null as name_text from facility_texts),
months as (select distinct 'month' as column_name, month as code_text, null as name_text from facility_texts),
units as (select distinct 'unit' as column_name, unit as code_text, null as name_text from facility_texts)
from sectors union all from regions union all from fuels union all from years union all from months union all from units
order by all
