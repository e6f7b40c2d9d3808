-- Studies of products that somebody put in, each whole; none are shipped.
-- Grain: study_id
-- Returns:
--   study_id: number of the study, from its content
--   study_name: product of the study
--   document: the whole study as JSON
--   standing: standing of the row
--   source_id: source
--   source_zh: name of the source, in Chinese
--   source_en: the same in English
-- Tables: own_studies, sources
select
    study_id,
    study_name,
    document,
    standing,
    source_id,
    sources.name_zh as source_zh,
    sources.name_en as source_en
from own_studies
left join sources using (source_id)
order by study_name, study_id
