-- What verifiers found wrong in the reports of one company, and what became of it.
-- Grain: report_id, finding
-- Params:
--   number: integer, last entry that counts
--   company: text, company
-- Returns:
--   report_id: report
--   finding: number of the finding
--   unit_id: unit
--   unit_zh: its name in Chinese
--   unit_en: the same in English
--   year: calendar year of the report
--   revision: revision in which it was found
--   text: what was found
--   outcome: what became of it, as a code
--   estimate_t: t, what stands in for it; null where nothing does
--   is_made: whether it is of a made example
-- Tables: reporting_units, reporting_reports, reporting_findings
with newest as (
    select *
    from reporting_findings
    where number <= $number and until > $number and company_id = $company
)

select
    newest.report_id,
    newest.finding,
    reports.unit_id,
    units.name_zh as unit_zh,
    units.name_en as unit_en,
    reports.year,
    newest.revision,
    newest.text,
    newest.outcome,
    newest.estimate_co2_t as estimate_t,
    newest.is_made
from newest
left join reporting_reports as reports
    on newest.report_id = reports.report_id and reports.number <= $number and reports.until > $number
left join reporting_units as units
    on reports.unit_id = units.unit_id and units.number <= $number and units.until > $number
order by reports.year desc, newest.report_id, newest.finding
