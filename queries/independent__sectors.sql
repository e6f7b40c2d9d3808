-- Greenhouse gases by sector and year of an independent estimate, in its own sectors.
-- Grain: item, year
-- Returns:
--   item: sector of the estimate
--   year: calendar year
--   co2e_t: tonnes of CO2e
--   is_doubtful: whether the year partly repeats the one before
--   standing: estimated
--   source_id: source
-- Tables: independent_sectors
select
    item,
    year,
    co2e_t,
    flag is not null as is_doubtful,
    standing,
    source_id
from independent_sectors
order by item, year
