-- Every known fault of the sources and how it is handled, with the number of rows that carry its mark.
-- Grain: fault_id
-- Returns:
--   fault_id: named fault
--   fault_zh: what is wrong, in Chinese
--   fault_en: what is wrong, in English
--   treatment_zh: how it is handled, in Chinese
--   treatment_en: how it is handled, in English
--   row_count: rows with its mark
-- Tables: faults
select fault_id, fault_zh, fault_en, treatment_zh, treatment_en, row_count
from faults
order by fault_id
