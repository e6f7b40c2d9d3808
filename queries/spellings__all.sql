-- Every other spelling of the characters and names of regions and sectors.
-- Grain: spelling
-- Returns:
--   spelling: a traditional character, or a romanised name
--   standard_spelling: the same as the other tables spell it
-- Tables: spellings
select spelling, standard_spelling
from spellings
order by spelling
