-- Every source with its names, citation and terms of use.
-- Grain: source_id
-- Returns:
--   source_id: source
--   name_zh: Chinese name
--   name_en: English name
--   citation: how to cite it
--   licence: terms of use
-- Tables: sources
select source_id, name_zh, name_en, citation, licence
from sources
order by source_id
