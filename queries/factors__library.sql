-- The library of emission factors, with what each is found by.
-- Grain: factor_id
-- Returns:
--   factor_id: number of the factor
--   kind: fuel, process, gwp, grid, electricity, product, vehicle, us or own
--   name_zh: what it is the factor of, in Chinese
--   name_en: the same in English
--   detail_zh: document and parameter, or what the database lists, in Chinese; null where none
--   detail_en: the same in English
--   value: kg of gas per unit below the line
--   unit: unit, kg CO2e/kWh and the like
--   gas: CO2e, or CO2 alone
--   unit_dimension: what the unit below the line measures
--   unit_scale: base units in one unit below the line
--   year: year it holds for; null where the source says none
--   region_code: GB/T 2260 code; null where it is not one
--   region: region_code, grid area or economy
--   boundary: system boundary, direct for what leaves a chimney
--   standing: standing of the row
--   flag: named fault; null where none
--   source_id: source
--   source_zh: name of the source, in Chinese
--   source_en: the same in English
--   spoken: Chinese name in pinyin, in syllables and by initials; null where none is known
-- Tables: factor_library, sources, factor_pinyin
select
    library.*,
    sources.name_zh as source_zh,
    sources.name_en as source_en,
    factor_pinyin.spoken
from factor_library as library
left join sources using (source_id)
left join factor_pinyin on library.name_zh = factor_pinyin.name_zh
order by library.factor_id
