-- All CO2 of the provincial inventories, summed, beside the national inventory and the published provincial totals.
-- Grain: year
-- Returns:
--   year: calendar year
--   provinces_co2_t: t, sum of the provincial inventories, all sectors
--   published_co2_t: t, sum of the published provincial totals, null in years without them
--   nation_co2_t: t, national inventory, null after its last year
--   standing: published or reconstructed
-- Tables: whole_economy, co2_nation, co2_published_total
with published as (
    select year, sum(co2_t) as published_co2_t
    from co2_published_total
    group by year
),

nation as (
    select year, sum(co2_t) as nation_co2_t
    from co2_nation
    group by year
)

select
    year,
    whole_economy.co2_t as provinces_co2_t,
    published.published_co2_t,
    nation.nation_co2_t,
    whole_economy.standing
from whole_economy
left join published using (year)
left join nation using (year)
order by year
