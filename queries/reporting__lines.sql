-- The activities of the present revision of one report, each with the factor as it was when it was entered.
-- Grain: line
-- Params:
--   number: integer, last entry that counts
--   report: text, report
-- Returns:
--   line: number of the activity, from 1
--   kind: kind of activity, as a code
--   activity: what was burnt, made or bought
--   quantity: how much
--   unit: unit of it
--   factor_id: number of the factor in the library
--   factor_name: what the factor was called
--   factor: value of the factor
--   factor_unit: unit of the factor
--   co2_t: t, emissions of the activity
-- Tables: reporting_reports, reporting_lines
select
    lines.line,
    lines.kind,
    lines.activity,
    lines.quantity,
    lines.unit,
    lines.factor_id,
    lines.factor_name,
    lines.factor,
    lines.factor_unit,
    lines.co2_t
from reporting_reports as reports
inner join reporting_lines as lines
    -- lines come with the row of their revision: those of an earlier draft of it are others
    on reports.report_id = lines.report_id and reports.number = lines.number
where reports.number <= $number and reports.until > $number and reports.report_id = $report
order by lines.line
