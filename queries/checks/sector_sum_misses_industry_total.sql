-- Provinces and years whose industry total is not all final energy or CO2 less that of the other parts of the economy:
-- a division that the table of sectors does not know, or counts twice, shows here.
-- Grain: region_code, year
-- Returns:
--   region_code: GB/T 2260 code
--   year: calendar year
--   expected_tce: tce, all final energy less the other parts of the economy
--   industry_tce: tce, our total of industry
--   expected_co2_t: t, all CO2 less the other parts of the economy, withheld cells left out
--   industry_co2_t: t, our total of industry, withheld cells left out
-- Tables: energy, co2, sectors, industry_totals
with others as (
    select sector_code from sectors where not is_industry
),

final_energy as (
    select region_code, year, sum(energy_tce) as expected_tce
    from energy
    where sector_code not in (select sector_code from others)
    group by region_code, year
),

emissions as (
    select region_code, year, sum(co2_t) as expected_co2_t
    from co2
    where sector_code not in (select sector_code from others)
    group by region_code, year
)

select
    region_code,
    year,
    final_energy.expected_tce,
    industry_totals.energy_tce as industry_tce,
    emissions.expected_co2_t,
    industry_totals.co2_without_withheld_t as industry_co2_t
from final_energy
full join emissions using (region_code, year)
full join industry_totals using (region_code, year)
where
    coalesce(abs(expected_tce - industry_tce) > 1e-9 * expected_tce, expected_tce is not null)
    or coalesce(
        abs(expected_co2_t - industry_co2_t) > 1e-9 * expected_co2_t, expected_co2_t is not null
    )
