-- CO2 of the whole economy by year, summed over the provincial inventories. Kept as a table because it sums all leaves.
-- Grain: year
-- Returns:
--   year: calendar year
--   co2_t: t, all sectors, withheld cells left out
--   standing: published or reconstructed
-- Tables: co2
select year, sum(co2_t) as co2_t, max(standing) as standing
from co2
group by year
order by year
