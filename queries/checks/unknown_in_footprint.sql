-- Facts of product footprints whose source or standing is not known, by table and word.
-- Grain: table_name, column_name, code
-- Returns:
--   table_name: table with the unknown word
--   column_name: source_id or standing
--   code: the unknown word
--   row_count: rows that carry it
-- Tables: electricity_footprint, grid_annex, product_factors, vehicle_footprints, us_factors,
--   own_factors, own_studies, sources
with used as (
    select 'electricity_footprint' as table_name, source_id, standing
    from electricity_footprint union all
    select 'grid_annex', source_id, standing from grid_annex union all
    select 'product_factors', source_id, standing from product_factors union all
    select 'vehicle_footprints', source_id, standing from vehicle_footprints union all
    select 'us_factors', source_id, standing from us_factors union all
    select 'own_factors', source_id, standing from own_factors union all
    select 'own_studies', source_id, standing from own_studies
)

select table_name, 'source_id' as column_name, source_id as code, count(*) as row_count
from used
anti join sources using (source_id)
group by table_name, source_id
union all
select table_name, 'standing', standing, count(*)
from used
where standing not in (
    'official', 'published', 'reconstructed', 'derived', 'estimated', 'scenario', 'unverified'
)
group by table_name, standing
