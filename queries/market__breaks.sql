-- Breaks in series of the national carbon market, each with the named fault that explains it.
-- Grain: series, date
-- Returns:
--   series: price, power_benchmark or coverage
--   date: first day on which it measures something else
--   flag: named fault
--   fault_zh: what changes, in Chinese
--   fault_en: the same in English
--   treatment_zh: how it is handled, in Chinese
--   treatment_en: the same in English
--   source_id: source
-- Tables: market_breaks, faults
select
    market_breaks.series,
    market_breaks.date,
    market_breaks.flag,
    faults.fault_zh,
    faults.fault_en,
    faults.treatment_zh,
    faults.treatment_en,
    market_breaks.source_id
from market_breaks
join faults on faults.fault_id = market_breaks.flag
order by market_breaks.series, market_breaks.date
