-- Sources that the Chinese view would name in Latin letters alone; a standard's number is its name.
-- Grain: source_id
-- Returns:
--   source_id: source
--   name_zh: what stands for its Chinese name
-- Tables: sources
select source_id, name_zh
from sources
where not regexp_matches(name_zh, '[\x{4e00}-\x{9fff}]')
    and not starts_with(name_zh, 'GB/T ')
