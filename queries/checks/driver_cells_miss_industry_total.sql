-- Provinces and years whose driver cells do not add up to the industry total: final energy, energy with the net input of
-- power and heat, or CO2 with withheld cells left out.
-- Grain: region_code, year
-- Returns:
--   region_code: GB/T 2260 code
--   year: calendar year
--   cells_tce: tce, final energy of the driver cells
--   industry_tce: tce, final energy of industry
--   cells_with_transformation_tce: tce, the cells with the net input of power and heat
--   industry_with_transformation_tce: tce, industry with the net input of power and heat
--   cells_co2_t: t, the cells, withheld ones left out
--   industry_co2_t: t, industry, withheld cells left out
-- Tables: driver_cells, industry_totals
with sums as (
    select
        region_code,
        year,
        sum(energy_tce) as cells_tce,
        sum(energy_with_transformation_tce) as cells_with_transformation_tce,
        sum(
            coalesce(coal_co2_t, 0) + coalesce(oil_co2_t, 0) + coalesce(gas_co2_t, 0)
            + coalesce(process_co2_t, 0)
        ) as cells_co2_t
    from driver_cells
    group by region_code, year
),

totals as (
    select
        region_code,
        year,
        energy_tce as industry_tce,
        energy_with_transformation_tce as industry_with_transformation_tce,
        co2_without_withheld_t as industry_co2_t
    from industry_totals
    where energy_tce is not null
)

select
    region_code,
    year,
    cells_tce,
    industry_tce,
    cells_with_transformation_tce,
    industry_with_transformation_tce,
    cells_co2_t,
    industry_co2_t
from sums
full join totals using (region_code, year)
where
    coalesce(abs(cells_tce - industry_tce) > 1e-9 * industry_tce, true)
    or coalesce(
        abs(cells_with_transformation_tce - industry_with_transformation_tce)
        > 1e-9 * industry_with_transformation_tce,
        industry_with_transformation_tce is not null
    )
    or coalesce(abs(cells_co2_t - industry_co2_t) > 1e-9 * industry_co2_t, true)
order by region_code, year
