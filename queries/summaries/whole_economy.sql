-- CO2 of the whole economy by year, summed over the provincial inventories. Kept as a table because it sums all leaves.
-- Grain: year
-- Returns:
--   year: calendar year
--   co2_t: t, all sectors, withheld cells left out
--   standing: published or reconstructed
-- Tables: co2, full_years
select year, sum(co2_t) as co2_t, max(standing) as standing
from co2
cross join full_years
where year <= last_co2_year
group by year
order by year
