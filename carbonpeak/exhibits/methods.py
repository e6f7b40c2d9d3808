"""The exhibits of the page Data and methods: how numbers were checked, and what lies beneath."""

import pandas as pd

from carbonpeak.catalogue import Catalogue, Table
from carbonpeak.charts import lines
from carbonpeak.charts.lines import Line
from carbonpeak.exhibits import labels
from carbonpeak.exhibits.exhibit import Exhibit
from carbonpeak.exhibits.origin import fault_words
from carbonpeak.findings.view import Ask, region_names
from carbonpeak.queries import Query
from carbonpeak.wording import Lang, pick, say
from carbonpeak.wording.numbers import (
    T_PER_MT,
    co2_national,
    co2_national_scale,
    is_missing,
    number,
    percent,
)

VALIDATED_YEAR = 2022
TOLERANCE_PCT = 0.05


def inventories(ask: Ask, lang: Lang) -> Exhibit:
    """Return the sum of the provincial inventories beside the national one."""
    rows = ask("inventories__compared").set_index("year")
    nation = rows["nation_co2_t"].dropna()
    last = int(nation.index[-1])
    share = percent(rows["provinces_co2_t"][last] / nation[last] - 1)
    drawn = [
        _line("series.provinces", rows["provinces_co2_t"], list(rows["standing"]), lang),
        _line("series.nation", nation, ["published"] * len(nation), lang),
    ]
    title = say("methods.inventories.title", lang, share=share, year=last)
    return Exhibit(
        name="inventories",
        title=title,
        subtitle=say("methods.inventories.sub", lang, unit=say("unit.co2_national", lang)),
        alt=title,
        chart=lines.draw(drawn),
        table=_totals(rows, lang),
        standings=("published", "reconstructed"),
        source_ids=("ceads-co2", "ceads-co2-nation", "reconstruction"),
        notes=(fault_words(ask, "provinces_exceed_nation", lang),),
    )


def validation(ask: Ask, lang: Lang) -> tuple[str, pd.DataFrame]:
    """Return the check of 2022 against published totals: one sentence, and a row per province."""
    rows = ask("validation__totals", year=VALIDATED_YEAR).set_index("region_code")
    names = region_names(ask, lang)
    off = rows[rows["difference_pct"].abs() > TOLERANCE_PCT]["difference_pct"]
    others = [f"{names[str(code)]} {number(value, 2, sign=True)}%" for code, value in off.items()]
    sentence = say(
        "methods.validation.text",
        lang,
        count=len(rows) - len(off),
        others=say("list.separator", lang).join(others),
    )
    table = pd.DataFrame(
        {
            say("column.region", lang): [names[str(code)] for code in rows.index],
            say("methods.column.ours", lang): [
                number(value / T_PER_MT, 2) for value in rows["ours_co2_t"]
            ],
            say("methods.column.published", lang): [
                number(value / T_PER_MT, 2) for value in rows["published_co2_t"]
            ],
            say("methods.column.difference", lang): [
                number(value, 3, sign=True) for value in rows["difference_pct"]
            ],
        }
    )
    return sentence, table


def tables(catalogue: Catalogue, lang: Lang) -> pd.DataFrame:
    """Return every table with its content, rows, licence and citation."""
    return pd.DataFrame(
        [
            {
                say("methods.column.table", lang): table.name,
                say("methods.column.title", lang): pick(table.title, lang),
                say("methods.column.rows", lang): number(table.row_count),
                say("methods.column.licence", lang): labels.licence(table.licence, lang),
                say("methods.column.citation", lang): table.citation,
            }
            for table in catalogue.tables
        ]
    )


def fields(table: Table, lang: Lang) -> pd.DataFrame:
    """Return every column of a table with its unit and meaning."""
    return pd.DataFrame(
        [
            {
                say("methods.column.field", lang): field.name,
                say("methods.column.unit", lang): field.unit or "–",
                say("methods.column.meaning", lang): pick(field.meaning, lang),
            }
            for field in table.fields
        ]
    )


def faults(ask: Ask, lang: Lang) -> pd.DataFrame:
    """Return every known fault of the sources with its treatment."""
    rows = ask("faults__all")
    return pd.DataFrame(
        {
            say("methods.column.fault", lang): rows[f"fault_{lang}"],
            say("methods.column.treatment", lang): rows[f"treatment_{lang}"],
            say("methods.column.marked", lang): [number(count) for count in rows["row_count"]],
        }
    )


def sources(ask: Ask, lang: Lang) -> tuple[pd.DataFrame, int]:
    """Return the named sources, and how many further citations stand in the table."""
    rows = ask("sources__all")
    named = rows[~rows["source_id"].str.startswith("cited-")]
    table = pd.DataFrame(
        {
            say("methods.column.source", lang): named[f"name_{lang}"],
            say("methods.column.citation", lang): named["citation"],
            say("methods.column.licence", lang): [
                labels.licence(one, lang) for one in named["licence"]
            ],
        }
    )
    return table, len(rows) - len(named)


def query_words(query: Query) -> str:
    """Return a query's sentence, parameters and columns as they stand in its header."""
    params = [f"- `${param.name}` ({param.type}): {param.meaning}" for param in query.params]
    returns = [f"- `{name}`: {meaning}" for name, meaning in query.returns]
    return "\n".join([query.sentence, "", *params, "", *returns])


def _totals(rows: pd.DataFrame, lang: Lang) -> pd.DataFrame:
    def shown(tonnes: float) -> str:
        none = is_missing(tonnes)
        return say("missing.no_data", lang) if none else co2_national(tonnes, lang)

    return pd.DataFrame(
        {
            say("column.year", lang): [str(year) for year in rows.index],
            say("series.provinces", lang): [shown(value) for value in rows["provinces_co2_t"]],
            say("series.nation", lang): [shown(value) for value in rows["nation_co2_t"]],
        }
    )


def _line(key: str, values: "pd.Series[float]", standings: list[str], lang: Lang) -> Line:
    name = say(key, lang)
    years = [int(year) for year in values.index]
    scaled = [float(value) / co2_national_scale(lang) for value in values]
    texts = [f"{name}<br>{year}: {co2_national(value, lang)}" for year, value in values.items()]
    return Line(name, years, scaled, standings, texts)
