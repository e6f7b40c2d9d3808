-- Product records of one company by unit and year, without those that were withdrawn.
-- Grain: record_id
-- Params:
--   number: integer, last entry that counts
--   company: text, company
-- Returns:
--   record_id: record
--   unit_id: unit
--   unit_zh: its name in Chinese
--   unit_en: the same in English
--   year: calendar year
--   product_zh: product, in Chinese
--   product_en: the same in English
--   quantity: how much was made
--   quantity_unit: unit of it
--   co2e_kg_per_unit: kg CO2e for one of that unit
--   co2e_t: t CO2e, of all that was made
--   is_made: whether it is of a made example
-- Tables: reporting_units, reporting_product_records
with units as (
    select unit_id, name_zh, name_en
    from reporting_units
    where number <= $number and until > $number and company_id = $company
),

newest as (
    select *
    from reporting_product_records
    where number <= $number and until > $number and company_id = $company
)

select
    newest.record_id,
    newest.unit_id,
    units.name_zh as unit_zh,
    units.name_en as unit_en,
    newest.year,
    newest.product_zh,
    newest.product_en,
    newest.quantity,
    newest.quantity_unit,
    newest.co2e_kg_per_unit,
    newest.quantity * newest.co2e_kg_per_unit / 1000 as co2e_t,
    newest.is_made
from newest
left join units on newest.unit_id = units.unit_id
where not newest.is_withdrawn
order by newest.year desc, newest.unit_id, newest.record_id
