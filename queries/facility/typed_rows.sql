-- The rows of a file in their types and codes, with their energy: in no order, for a join keeps none.
-- Grain: facility_id, year, month, fuel_code
-- Params:
--   output_factor: number, yuan in one unit of gross output
--   value_added_factor: number, yuan in one unit of value added
-- Returns:
--   line: number of the row in the file
--   facility_id: facility
--   company_id: company
--   sector_code: division of GB/T 4754-2017
--   region_code: GB/T 2260 code
--   year: calendar year
--   month: 1 to 12
--   fuel_code: fuel
--   quantity: in the unit of the row
--   unit: unit of the quantity
--   energy_tce: tce
--   gross_output_nominal_cny: yuan at current prices; null where none
--   value_added_nominal_cny: yuan at current prices; null where none
-- Tables: facility_texts, facility_codes, facility_units
with
sectors as (select code_text, name_text, code, true as is_known from facility_codes where column_name = 'sector_code'),
regions as (select code_text, name_text, code, true as is_known from facility_codes where column_name = 'region_code'),
fuels as (select code_text, name_text, code, true as is_known from facility_codes where column_name = 'fuel_code'),
years as (select code_text, number, true as is_known from facility_codes where column_name = 'year'),
months as (select code_text, number, true as is_known from facility_codes where column_name = 'month'),
quantities as (select code_text, number from facility_codes where column_name = 'quantity'),
outputs as (select code_text, number from facility_codes where column_name = 'gross_output_nominal_cny'),
values_added as (select code_text, number from facility_codes where column_name = 'value_added_nominal_cny'),
conversions as (select unit, fuel_code, tce_per_unit, true as is_known from facility_units),
texts as (
    -- Numbers that are written as programs write them; the others are in facility_codes.
    select *,
        if(isfinite(try_cast(quantity as double)) and not contains(quantity, '_'), try_cast(quantity as double), null) as plain_quantity,
        if(isfinite(try_cast(gross_output_nominal_cny as double)) and not contains(gross_output_nominal_cny, '_'), try_cast(gross_output_nominal_cny as double), null) as plain_output,
        if(isfinite(try_cast(value_added_nominal_cny as double)) and not contains(value_added_nominal_cny, '_'), try_cast(value_added_nominal_cny as double), null) as plain_value_added
    from facility_texts
)
select
    texts.line, trim(texts.facility_id) as facility_id, trim(texts.company_id) as company_id,
    sectors.code as sector_code, regions.code as region_code,
    cast(years.number as integer) as year, cast(months.number as integer) as month, fuels.code as fuel_code,
    coalesce(plain_quantity, quantities.number) as quantity, conversions.unit,
    coalesce(plain_quantity, quantities.number) * conversions.tce_per_unit as energy_tce,
    coalesce(plain_output, outputs.number) * $output_factor as gross_output_nominal_cny,
    coalesce(plain_value_added, values_added.number) * $value_added_factor as value_added_nominal_cny
from texts
left join sectors on sectors.code_text is not distinct from texts.sector_code and sectors.name_text is not distinct from texts.sector_name
left join regions on regions.code_text is not distinct from texts.region_code and regions.name_text is not distinct from texts.region_name
left join fuels on fuels.code_text is not distinct from texts.fuel_code and fuels.name_text is not distinct from texts.fuel_name
left join years on years.code_text = texts.year
left join months on months.code_text = texts.month
left join quantities on quantities.code_text = texts.quantity
left join outputs on outputs.code_text = texts.gross_output_nominal_cny
left join values_added on values_added.code_text = texts.value_added_nominal_cny
left join conversions on conversions.unit is not distinct from texts.unit and conversions.fuel_code = fuels.code
-- Where the texts of a part of the file alone were judged, a row may have others.
where if(
    sectors.is_known and regions.is_known and fuels.is_known and (years.is_known or texts.year is null) and (months.is_known or texts.month is null)
        and (conversions.is_known or fuels.code is null)
        and (plain_quantity is not null or quantities.code_text is not null or texts.quantity is null)
        and (plain_output is not null or outputs.code_text is not null or texts.gross_output_nominal_cny is null)
        and (plain_value_added is not null or values_added.code_text is not null or texts.value_added_nominal_cny is null),
    true, error('a text that was not judged'))
