-- The units of one company with the years for which each reports.
-- Grain: unit_id
-- Params:
--   number: integer, last entry that counts
--   company: text, company
-- Returns:
--   unit_id: unit
--   unit_zh: its name in Chinese
--   unit_en: the same in English
--   region_code: GB/T 2260 code of where the unit stands
--   sector_code: division of GB/T 4754-2017
--   first_year: first year that it reports
--   last_year: last year that it reports; null where it still does
--   is_made: whether it is of a made example
-- Tables: reporting_units
select
    unit_id,
    name_zh as unit_zh,
    name_en as unit_en,
    region_code,
    sector_code,
    first_year,
    last_year,
    is_made
from reporting_units
where number <= $number and until > $number and company_id = $company
order by unit_id
