-- Every name by which a region or an industrial division may be asked for, its codes among them.
-- Grain: kind, code, name
-- Returns:
--   kind: region or sector
--   code: GB/T 2260 code, or division of GB/T 4754-2017
--   name: code, with the letter of its section too; name in Chinese or English, in short or in full
-- Tables: regions, sectors, plan_industries
with sole as (
    -- a key industry of one division is another name of it
    select min(sector_code) as sector_code, plan_industry_code
    from sectors
    where plan_industry_code is not null
    group by plan_industry_code
    having count(*) = 1
),
lettered as (
    select *, case section when 'mining' then 'B' when 'manufacturing' then 'C' else 'D' end as letter
    from sectors
    where is_industry
),
named as (
    select 'region' as kind, region_code as code,
        unnest([
            region_code, left(region_code, 2), iso_code, split_part(iso_code, '-', 2),
            name_zh, name_full_zh, name_en
        ]) as name
    from regions
    union
    select 'sector', sector_code,
        unnest([
            sector_code, letter || sector_code, name_zh, name_en,
            short_zh, short_en
        ])
    from lettered
    union
    select 'sector', sector_code, unnest([plan_industry_code, name_zh, name_en])
    from sole
    join plan_industries using (plan_industry_code)
)
select kind, code, name
from named
where name <> ''
order by kind, code, name
