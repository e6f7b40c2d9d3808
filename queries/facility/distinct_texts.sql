-- The different texts of a file by the column they stand in: codes with the name beside, numbers where they are not written as programs write them.
-- Grain: column_name, code_text, name_text
-- Returns:
--   column_name: column of a facility row, or unit
--   code_text: text of the code, number or unit; null where there is none
--   name_text: text of the name beside it; null where there is none
-- Tables: facility_texts
with texts as materialized (
    -- All at once: each reading of a CSV file takes as long as the first.
    select distinct
        sector_code, sector_name, region_code, region_name, fuel_code, fuel_name, year, month, unit,
        if(coalesce(isfinite(try_cast(quantity as double)), false) and not contains(quantity, '_'), null, quantity) as quantity,
        if(coalesce(isfinite(try_cast(gross_output_nominal_cny as double)), false) and not contains(gross_output_nominal_cny, '_'), null, gross_output_nominal_cny) as gross_output_nominal_cny,
        if(coalesce(isfinite(try_cast(value_added_nominal_cny as double)), false) and not contains(value_added_nominal_cny, '_'), null, value_added_nominal_cny) as value_added_nominal_cny
    from facility_texts
)
select distinct 'sector_code' as column_name, sector_code as code_text, sector_name as name_text from texts
union all select distinct 'region_code', region_code, region_name from texts
union all select distinct 'fuel_code', fuel_code, fuel_name from texts
union all select distinct 'year', year, null from texts
union all select distinct 'month', month, null from texts
union all select distinct 'unit', unit, null from texts
union all select distinct 'quantity', quantity, null from texts where quantity is not null
union all select distinct 'gross_output_nominal_cny', gross_output_nominal_cny, null from texts where gross_output_nominal_cny is not null
union all select distinct 'value_added_nominal_cny', value_added_nominal_cny, null from texts where value_added_nominal_cny is not null
order by all
