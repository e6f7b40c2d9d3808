-- The different texts of numbers that are not written as programs write them.
-- Grain: column_name, code_text
-- Returns:
--   column_name: column of a facility row
--   code_text: text that is to be a number
-- Tables: facility_texts
with texts as (
    select 'quantity' as column_name, quantity as code_text from facility_texts
    where quantity is not null and (try_cast(quantity as double) is null or not isfinite(try_cast(quantity as double)) or contains(quantity, '_'))
    union all
    select 'gross_output_nominal_cny' as column_name, gross_output_nominal_cny as code_text from facility_texts
    where gross_output_nominal_cny is not null
        and (try_cast(gross_output_nominal_cny as double) is null or not isfinite(try_cast(gross_output_nominal_cny as double)) or contains(gross_output_nominal_cny, '_'))
    union all
    select 'value_added_nominal_cny' as column_name, value_added_nominal_cny as code_text from facility_texts
    where value_added_nominal_cny is not null
        and (try_cast(value_added_nominal_cny as double) is null or not isfinite(try_cast(value_added_nominal_cny as double)) or contains(value_added_nominal_cny, '_'))
)
select distinct column_name, code_text from texts order by all
