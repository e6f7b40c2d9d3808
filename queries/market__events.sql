-- Dated events of the national carbon market in both languages.
-- Grain: date, event_en
-- Returns:
--   date: date, as YYYY-MM-DD
--   kind: code of the kind of event
--   event_zh: what happened, in Chinese
--   event_en: what happened, in English
--   flag: named fault that limits the row, null where none
--   standing: standing of the row
--   source_id: source
-- Tables: market_events, register_words
select
    market_events.date,
    market_events.kind,
    coalesce(words.text_zh, market_events.event) as event_zh,
    market_events.event as event_en,
    market_events.flag,
    market_events.standing,
    market_events.source_id
from market_events
left join register_words as words
    on words.register_field = 'event' and words.text_en = market_events.event
order by market_events.date, event_en
