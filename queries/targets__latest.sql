-- The latest known value of every target that a series is linked to, no later than the target is due.
-- Grain: target_id
-- Returns:
--   target_id: number of the target
--   value_year: last year of the value
--   reached: in the unit of the target, falls positive
--   qualifier: at least, more than or about, null where the value is plain
--   rule: level, fall, chained_fall or reported_fall
--   is_comparable: whether the value measures what the target speaks of
--   note_zh: note, in Chinese; null where none
--   note_en: the same in English
--   standing: standing of the row
--   source_id: source
-- Tables: target_readings, register_words
select
    readings.target_id,
    readings.year as value_year,
    readings.reached,
    readings.qualifier,
    readings.rule,
    readings.is_comparable,
    coalesce(words.text_zh, readings.note) as note_zh,
    readings.note as note_en,
    readings.standing,
    readings.source_id
from target_readings as readings
left join register_words as words
    on words.register_field = 'note' and words.text_en = readings.note
qualify row_number() over (partition by readings.target_id order by readings.year desc) = 1
order by readings.target_id
