-- Each facility in each month: where it is, whose, and its output and value added counted once.
-- Grain: facility_id, year, month
-- Returns:
--   facility_id: facility
--   year: calendar year
--   month: 1 to 12
--   company_id: company
--   region_code: GB/T 2260 code
--   sector_code: division of GB/T 4754-2017
--   row_count: its rows
--   fuel_count: its different fuels
--   is_one: whether all rows name one company, province and division
--   is_same: whether all rows that have output or value added have the same
--   gross_output_nominal_cny: yuan at current prices
--   value_added_nominal_cny: yuan at current prices
-- Tables: facility_typed
with fuels as (
    -- A bit for each fuel: to count different texts of ten million rows takes far longer.
    select fuel_code, cast(1 as bigint) << (row_number() over (order by fuel_code) - 1) as fuel_bit
    from (select distinct fuel_code from facility_typed where fuel_code is not null)
)
select
    facility_id, year, month, any_value(company_id) as company_id, any_value(region_code) as region_code, any_value(sector_code) as sector_code,
    count(*) as row_count, cast(bit_count(bit_or(fuel_bit)) as bigint) as fuel_count,
    min(hash(company_id, region_code, sector_code)) = max(hash(company_id, region_code, sector_code)) as is_one,
    coalesce(min(gross_output_nominal_cny) = max(gross_output_nominal_cny), true)
        and coalesce(min(value_added_nominal_cny) = max(value_added_nominal_cny), true) as is_same,
    max(gross_output_nominal_cny) as gross_output_nominal_cny, max(value_added_nominal_cny) as value_added_nominal_cny
from facility_typed left join fuels using (fuel_code)
group by facility_id, year, month
