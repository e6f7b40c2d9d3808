-- The years of which records tell: from the first that any unit reports to the last of a report.
-- Grain: first_year
-- Params:
--   number: integer, last entry that counts
-- Returns:
--   first_year: calendar year; null without records
--   last_year: calendar year; null without reports
-- Tables: reporting_units, reporting_reports, reporting_disclosed
select
    least(
        (select min(first_year) from reporting_units where number <= $number),
        (select min(year) from reporting_disclosed where number <= $number)
    ) as first_year,
    greatest(
        (select max(year) from reporting_reports where number <= $number),
        (select max(year) from reporting_disclosed where number <= $number)
    ) as last_year
order by first_year
