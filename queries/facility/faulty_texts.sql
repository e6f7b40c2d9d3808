-- Where texts stand that break a rule: how often, and in which rows first.
-- Grain: column_name, rule, code_text, name_text
-- Returns:
--   column_name: column of a facility row, or unit
--   rule: rule that is broken
--   code_text: text of the cell
--   name_text: text of the name beside it; null where there is none
--   row_count: rows
--   first_lines: numbers of the first rows
-- Tables: facility_texts, facility_codes
with cells as (
    select line, unnest(['sector_code', 'region_code', 'fuel_code', 'year', 'month', 'quantity', 'gross_output_nominal_cny', 'value_added_nominal_cny']) as column_name,
        unnest([sector_code, region_code, fuel_code, year, month, quantity, gross_output_nominal_cny, value_added_nominal_cny]) as code_text,
        unnest([sector_name, region_name, fuel_name, null, null, null, null, null]) as name_text
    from facility_texts
)
select cells.column_name, rule, cells.code_text, cells.name_text, count(*) as row_count, list_sort(min(line, 3)) as first_lines
from cells
join facility_codes as codes
    on codes.column_name = cells.column_name
    and codes.code_text is not distinct from cells.code_text and codes.name_text is not distinct from cells.name_text
where rule is not null
group by all
order by all
