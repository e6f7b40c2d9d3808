-- Official and quoted statistics of one data set: one row per indicator, item, period and source.
-- Grain: indicator, item, period, unit, source_id
-- Params:
--   dataset: text, data set of the table official_statistics
--   indicators: list, names of indicators; null means all
--   first_year: integer, first year wanted; null means from the first
-- Returns:
--   indicator: name of the indicator
--   item: what it is measured for
--   period: year, span of years or quarter
--   year: last year of the period
--   value: in the unit of the row
--   unit: unit of the value
--   standing: official, published, estimated or unverified
--   source_id: source
--   note: remark of the source on definition or revision
-- Tables: official_statistics
select indicator, item, period, year, value, unit, standing, source_id, note
from official_statistics
where
    dataset = $dataset
    and ($indicators is null or indicator in $indicators)
    and ($first_year is null or year >= $first_year)
order by indicator, item, period, unit, standing, source_id
