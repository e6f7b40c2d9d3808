-- Operating coal units by province, class of the benchmarks, technology and modelled intensity.
-- Grain: region_code, unit_class, technology, intensity_t_per_mwh
-- Params:
--   capacity_mw: number, MW from which a unit belongs to the larger class
-- Returns:
--   region_code: province
--   unit_class: coal_above_300, coal_to_300 or coal_unconventional (gangue, CFB)
--   technology: technology as the database names it
--   intensity_t_per_mwh: CO2 a year over capacity at the assumed load of 8,760 h, t per MWh
--   unit_count: units
--   capacity_mw: MW
--   load_factor_assumed: the load that the database assumes
--   source_id: source
-- Tables: coal_units
with operating as (
    select
        *,
        case
            when technology = 'CFB' or coal_type = 'waste coal' then 'coal_unconventional'
            when capacity_mw >= $capacity_mw then 'coal_above_300'
            else 'coal_to_300'
        end as unit_class,
        round(co2_model_t / (capacity_mw * load_factor_assumed * 8760), 6) as intensity_t_per_mwh
    from coal_units
    where unit_status = 'operating'
)

select
    region_code,
    unit_class,
    technology,
    intensity_t_per_mwh,
    count(*)::integer as unit_count,
    sum(capacity_mw) as capacity_mw,
    max(load_factor_assumed) as load_factor_assumed,
    source_id
from operating
group by region_code, unit_class, technology, intensity_t_per_mwh, source_id
order by region_code, unit_class, technology, intensity_t_per_mwh
