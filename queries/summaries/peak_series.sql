-- Industrial CO2 that the rule of the peak judges, by region, division and year; "all" is all industry. The inventories
-- keep non-zero cells only, so a division without a cell is a zero where the province has energy-related CO2 in that year;
-- where it has none at all the year is not known. A province's total with a withheld cell is null; in the nation the cell
-- is left out. Divisions leave out provinces whose split by sector is not usable. Kept because it completes the grid.
-- Grain: region_code, sector_code, year
-- Returns:
--   region_code: GB/T 2260 code; 000000 is the sum of the provinces that the inventories cover
--   sector_code: division of GB/T 4754-2017, or all
--   year: calendar year
--   co2_t: t, energy-related and cement process CO2
--   co2_energy_t: t, energy-related CO2
--   co2_withheld_cells: number of cement cells withheld as implausible
-- Tables: industry_cells, industry_totals, sectors, full_years
with covered as (
    select region_code, year, co2_energy_t is not null as is_known
    from industry_totals
    where co2_standing is not null
),

usable as (
    select distinct region_code from industry_cells where is_split_usable
),

parts as (
    select
        region_code,
        sectors.sector_code,
        covered.year,
        covered.is_known,
        coalesce(industry_cells.co2_t, 0) as co2_t,
        coalesce(industry_cells.co2_energy_t, 0) as co2_energy_t,
        coalesce(industry_cells.co2_withheld_cells, 0) as co2_withheld_cells
    from covered
    join usable using (region_code)
    cross join sectors
    left join industry_cells using (region_code, sector_code, year)
    where sectors.is_industry
    union all
    select
        region_code,
        'all',
        year,
        is_known,
        co2_without_withheld_t,
        co2_energy_t,
        co2_withheld_cells
    from industry_totals
    join covered using (region_code, year)
)

select
    coalesce(region_code, '000000') as region_code,
    sector_code,
    year,
    case
        when region_code is null then sum(co2_t)
        when bool_and(is_known and co2_withheld_cells = 0) then sum(co2_t)
    end as co2_t,
    case
        when region_code is null or bool_and(is_known) then sum(co2_energy_t)
    end as co2_energy_t,
    cast(sum(co2_withheld_cells) as integer) as co2_withheld_cells
from parts
cross join full_years
group by grouping sets ((region_code, sector_code, year), (sector_code, year))
having region_code is not null or year <= any_value(last_co2_year)
order by region_code, sector_code, year
