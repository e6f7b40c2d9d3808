-- Every step of the reports of one company from a state to the next: by whom, when and why, the last first.
-- Grain: report_id, place
-- Params:
--   number: integer, last entry that counts
--   company: text, company
-- Returns:
--   report_id: report
--   place: number of the entry with which it came
--   unit_id: unit
--   unit_zh: its name in Chinese
--   unit_en: the same in English
--   year: calendar year of the report
--   revision: revision
--   from_state: state before; nothing where there was no report
--   to_state: state after
--   moved_at: moment in China, as YYYY-MM-DD HH:MM
--   who: who did it
--   why: reason given
--   is_made: whether it is of a made example
-- Tables: reporting_units, reporting_reports, reporting_moves
select
    moves.report_id,
    cast(moves.number as integer) as place,
    reports.unit_id,
    units.name_zh as unit_zh,
    units.name_en as unit_en,
    reports.year,
    moves.revision,
    moves.from_state,
    moves.to_state,
    -- a moment of the store is in utc, the clock in china is eight hours ahead of it
    strftime(cast(left(moves.moment, 19) as timestamp) + interval 8 hour, '%Y-%m-%d %H:%M') as moved_at,
    moves.who,
    moves.why,
    moves.is_made
from reporting_moves as moves
left join reporting_reports as reports
    on moves.report_id = reports.report_id and reports.number <= $number and reports.until > $number
left join reporting_units as units
    on reports.unit_id = units.unit_id and units.number <= $number and units.until > $number
where moves.number <= $number and moves.company_id = $company
order by moved_at desc, moves.number desc, report_id, place
