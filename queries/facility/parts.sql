-- What each enterprise adds to each cell: energy by fuel, output and value added over all fuels.
-- Grain: measure, year, region_code, sector_code, fuel_code, company_id
-- Returns:
--   measure: energy_tce, gross_output_nominal_cny or value_added_nominal_cny
--   year: calendar year
--   region_code: GB/T 2260 code
--   sector_code: division of GB/T 4754-2017
--   fuel_code: fuel; all for output and value added
--   company_id: company
--   amount: tce or yuan
-- Tables: facility_typed, facility_months
with parts as (
    select 'energy_tce' as measure, year, region_code, sector_code, fuel_code, company_id, sum(cast(energy_tce as decimal(30, 6))) as amount
    from facility_typed
    group by all
    union all
    select
        measure, year, region_code, sector_code, 'all' as fuel_code, company_id,
        sum(cast(if(measure = 'value_added_nominal_cny', value_added_nominal_cny, gross_output_nominal_cny) as decimal(30, 6))) as amount
    from facility_months cross join (select unnest(['gross_output_nominal_cny', 'value_added_nominal_cny']) as measure)
    group by all
)
select measure, year, region_code, sector_code, fuel_code, company_id,
    -- Decimals add up to the same in any order, so the same rows make the same version; they are not sorted.
    cast(amount as double) as amount
from parts
where amount is not null
