-- Companies in whose names, code or number a text stands: those of the register and those that disclosed a report.
-- Grain: company_id
-- Params:
--   number: integer, last entry that counts
--   company: text, company; null means any
--   text: text, what stands in a name, the code or the number; null means anything
--   most: integer, how many rows at most
-- Returns:
--   company_id: company
--   credit_code: unified social credit code; null where it is not seen
--   name_zh: its name in Chinese
--   name_en: the same in English
--   region_code: GB/T 2260 code of its seat, of its unit where the seat is not seen
--   sector_code: division of GB/T 4754-2017
--   is_removed: whether it was taken out of the register
--   is_made: whether it is of a made example
--   units: number of its units that are seen
--   accounts: number of its active accounts that are seen
--   company_count: how many there are in all
-- Tables: reporting_companies, reporting_units, reporting_accounts, reporting_disclosed
with registered as (from reporting_companies where number <= $number and until > $number),

disclosed as (
    from reporting_disclosed
    where number <= $number
    qualify row_number() over (partition by company_id order by number desc, report_id) = 1
),

units as (
    select company_id, count(*) as units
    from reporting_units
    where number <= $number and until > $number
    group by company_id
),

accounts as (
    select company_id, count(*) filter (where is_active) as accounts
    from reporting_accounts
    where number <= $number and until > $number
    group by company_id
),

every as (
    select
        company_id,
        registered.credit_code,
        coalesce(registered.name_zh, disclosed.company_zh) as name_zh,
        coalesce(registered.name_en, disclosed.company_en) as name_en,
        coalesce(registered.region_code, disclosed.region_code) as region_code,
        coalesce(registered.sector_code, disclosed.sector_code) as sector_code,
        coalesce(registered.is_removed, false) as is_removed,
        coalesce(registered.is_made, disclosed.is_made) as is_made
    from registered
    full join disclosed using (company_id)
),

shown as (
    select *, cast(count(*) over () as integer) as company_count
    from every
    where
        ($company is null or company_id = $company)
        and ($text is null or contains(lower(concat_ws('|', company_id, credit_code, name_zh, name_en)), lower($text)))
    order by name_zh, company_id
    limit $most
)

select
    shown.* exclude (company_count),
    cast(coalesce(units.units, 0) as integer) as units,
    cast(coalesce(accounts.accounts, 0) as integer) as accounts,
    company_count
from shown
left join units using (company_id)
left join accounts using (company_id)
order by name_zh, company_id
