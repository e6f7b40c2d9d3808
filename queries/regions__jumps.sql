-- The division whose final energy moved each province's industry most from one year with data to the next, between
-- two years, with its energy at both ends: a very large move looks like a change of accounting.
-- Grain: region_code
-- Params:
--   base_year: integer, first of the two years
--   year: integer, last of the two years
-- Returns:
--   region_code: GB/T 2260 code
--   sector_code: division of the largest move
--   jump_year: year of that move
--   jump_share: fraction of the province's industrial energy the year before, signed
--   base_tce: tce, final energy of the division in the first year, null where it has no row
--   last_tce: tce, final energy of the division in the last year, null where it has no row
-- Tables: industry_moves
with largest as (
    select
        region_code,
        max_by(sector_code, abs(move_share)) as sector_code,
        max_by(year, abs(move_share)) as jump_year,
        max_by(move_share, abs(move_share)) as jump_share
    from industry_moves
    where year > $base_year and year <= $year and move_share is not null
    group by region_code
)

select
    largest.region_code,
    largest.sector_code,
    largest.jump_year,
    largest.jump_share,
    base.energy_tce as base_tce,
    last.energy_tce as last_tce
from largest
left join industry_moves as base
    on base.region_code = largest.region_code
    and base.sector_code = largest.sector_code
    and base.year = $base_year
left join industry_moves as last
    on last.region_code = largest.region_code
    and last.sector_code = largest.sector_code
    and last.year = $year
order by largest.region_code
