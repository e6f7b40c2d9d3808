-- Rows that break a rule whatever their texts are: how often, and which first.
-- Grain: rule, column_name
-- Params:
--   first_year: integer, the earliest year of statistics
--   last_year: integer, the latest year there can be
-- Returns:
--   rule: rule that is broken
--   column_name: column of a facility row; null where it is the whole row
--   row_count: rows, or months of a facility
--   first_lines: numbers of the first rows
-- Tables: facility_typed, facility_months
with broken_months as (
    select facility_id, year, month, unnest(['facility.twice', 'facility.owner', 'facility.values']) as rule,
        unnest([
            if(row_count > fuel_count, 'fuel_code', null), if(not is_one, 'company_id', null),
            if(not is_same, 'value_added_nominal_cny', null)
        ]) as column_name
    from facility_months
    where row_count > fuel_count or not is_one or not is_same
),
broken as (
    select 'empty' as rule, line, unnest([
        if(coalesce(facility_id, '') = '', 'facility_id', null), if(coalesce(company_id, '') = '', 'company_id', null),
        if(sector_code is null, 'sector_code', null), if(region_code is null, 'region_code', null),
        if(fuel_code is null, 'fuel_code', null), if(year is null, 'year', null), if(month is null, 'month', null),
        if(quantity is null, 'quantity', null)
    ]) as column_name
    from facility_typed
    where coalesce(facility_id, '') = '' or coalesce(company_id, '') = '' or sector_code is null or region_code is null
        or fuel_code is null or year is null or month is null or quantity is null
    union all by name
    select 'below_zero' as rule, line, 'quantity' as column_name from facility_typed where quantity < 0
    union all by name
    select 'year_out' as rule, line, 'year' as column_name from facility_typed where year not between $first_year and $last_year
    union all by name
    select 'facility.nation' as rule, line, 'region_code' as column_name from facility_typed where region_code = '000000'
    union all by name
    select rule, min(line) as line, column_name
    from facility_typed as typed
    join broken_months as months
        on months.facility_id is not distinct from typed.facility_id
        and months.year is not distinct from typed.year and months.month is not distinct from typed.month
    group by rule, column_name, months.facility_id, months.year, months.month
)
select rule, column_name, count(*) as row_count, list_sort(min(line, 3)) as first_lines
from broken
where column_name is not null
group by all
order by all
