"""The figures of the page Data and methods: how numbers were checked, and what lies beneath."""

from collections.abc import Mapping

import pandas as pd

from carbonpeak.charts import hover
from carbonpeak.charts.lines import Line
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.queries import Query
from carbonpeak.domain.addresses import addresses
from carbonpeak.domain.view import region_names
from carbonpeak.figures import labels, pointed, series, standing
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import fault_words
from carbonpeak.figures.page_spec import NoChoices
from carbonpeak.figures.table import YEAR, Form, Head, Table
from carbonpeak.figures.table import number as number_cell
from carbonpeak.words import query_heads as heads
from carbonpeak.words.catalogue import UNITS
from carbonpeak.words.numbers import (
    co2,
    co2_national,
    co2_national_scale,
    number,
    percent,
)
from carbonpeak.words.speaker import Speaker

# Totals that lie nearer to each other than this count as the same.
TOLERANCE_PCT = 0.05
# No row carries the mark of a fault: it is one of a whole series, or was mended.
UNMARKED = "–"


def inventories(data: Dataset, chosen: NoChoices, tell: Speaker) -> Figure:
    """Return the sum of the provincial inventories beside the national one."""
    rows = data.ask("inventories__compared").set_index("year")
    nation = rows["nation_co2_t"].dropna()
    last = int(nation.index[-1])
    apart = float(rows["provinces_co2_t"][last] / nation[last] - 1)
    drawn = [
        _line("series.provinces", rows["provinces_co2_t"], list(rows["standing"]), tell),
        _line("series.nation", nation, ["published"] * len(nation), tell),
    ]
    side = "above" if apart >= 0 else "below"
    title = tell(f"methods.inventories.{side}", share=percent(abs(apart)), year=last)
    return Figure(
        name="inventories",
        title=title,
        subtitle=tell(
            "methods.inventories.sub",
            unit=tell("unit.co2_national"),
            years=tell.years(rows.index[0], rows.index[-1]),
        ),
        alt=title,
        chart=lambda: series.drawn(drawn, None, tell),
        table=_totals(rows, drawn[0], tell),
        standings=("published", "reconstructed"),
        source_ids=("ceads-co2", "ceads-co2-nation", "reconstruction"),
        notes=(
            fault_words(data, "provinces_exceed_nation", tell),
            *series.notes(drawn, tell),
        ),
    )


def checked(data: Dataset, tell: Speaker) -> pd.DataFrame:
    """Return our total and the published one of every province, for the last year of these."""
    return validation(data, tell)[1]


def validation(data: Dataset, tell: Speaker) -> tuple[str, pd.DataFrame]:
    """Return the check of the last published totals: one sentence, and a row per province."""
    published = data.ask("inventories__compared").dropna(subset=["published_co2_t"])
    year = int(published["year"].max())
    rows = data.ask("validation__totals", year=year).set_index("region_code")
    names = region_names(data, tell.lang)
    off = rows[rows["difference_pct"].abs() > TOLERANCE_PCT]["difference_pct"]
    others = [f"{names[str(code)]} {number(value, 2, sign=True)}%" for code, value in off.items()]
    sentence = tell(
        "methods.validation.text",
        year=year,
        tolerance=number(TOLERANCE_PCT, 2),
        count=len(rows) - len(off),
        others=tell.listed(others),
    )
    return sentence, _compared(rows, names, tell)


def _compared(rows: pd.DataFrame, names: Mapping[str, str], tell: Speaker) -> pd.DataFrame:
    """Return our total and the published one of every province, in words."""
    return pd.DataFrame(
        {
            tell("column.region"): [names[str(code)] for code in rows.index],
            tell("methods.column.ours"): [_total(value, tell) for value in rows["ours_co2_t"]],
            tell("methods.column.published"): [
                _total(value, tell) for value in rows["published_co2_t"]
            ],
            tell("methods.column.difference"): [
                number(value, 3, sign=True) for value in rows["difference_pct"]
            ],
        }
    )


def _total(tonnes: float, tell: Speaker) -> str:
    """Return a total of CO2 in the unit of its heading, as fine in both languages."""
    return co2(tonnes, tell.lang, digits=0 if tell.is_chinese else 2)


def tables(data: Dataset, tell: Speaker) -> pd.DataFrame:
    """Return every table with its content, rows, licence and citation."""
    return pd.DataFrame(
        [
            {
                tell("methods.column.table"): table.name,
                tell("methods.column.title"): tell.text(table.title),
                tell("methods.column.rows"): number(table.row_count),
                tell("methods.column.licence"): labels.licence(table.licence, tell),
                tell("methods.column.citation"): labels.citation(table.citation, tell),
            }
            for table in data.catalogue.tables
        ]
    )


def fields(data: Dataset, table: str, tell: Speaker) -> pd.DataFrame:
    """Return every column of a table with its unit and meaning; KeyError for no such table."""
    return pd.DataFrame(
        [
            {
                tell("methods.column.field"): field.name,
                tell("methods.column.unit"): _unit(field.unit, tell),
                tell("methods.column.meaning"): tell.text(field.meaning),
            }
            for field in data.catalogue.table(table).fields
        ]
    )


def _unit(unit: str | None, tell: Speaker) -> str:
    """Return the unit of a column in words; a dash for none."""
    return tell.text(UNITS[unit]) if unit else "–"


def faults(data: Dataset, tell: Speaker) -> pd.DataFrame:
    """Return every known fault with its treatment; one that marks no row has a dash."""
    rows = data.ask("faults__all")
    return pd.DataFrame(
        {
            tell("methods.column.fault"): rows[f"fault_{tell.lang}"],
            tell("methods.column.treatment"): rows[f"treatment_{tell.lang}"],
            tell("methods.column.marked"): [
                number(count) if count else UNMARKED for count in rows["row_count"]
            ],
        }
    )


def sources(data: Dataset, tell: Speaker) -> tuple[pd.DataFrame, int]:
    """Return the named sources, and how many further citations stand in the table."""
    rows = data.ask("sources__all")
    named = rows[~rows["source_id"].str.startswith("cited-")]
    table = pd.DataFrame(
        {
            tell("methods.column.source"): named[f"name_{tell.lang}"],
            tell("methods.column.citation"): [
                labels.citation(one, tell) for one in named["citation"]
            ],
            tell("row.address"): [next(iter(addresses(one)), None) for one in named["citation"]],
            tell("methods.column.licence"): [labels.licence(one, tell) for one in named["licence"]],
        }
    )
    return table, len(rows) - len(named)


def query_words(query: Query, tell: Speaker) -> str:
    """Return what a query is for, what it takes and returns: its header, or that in Chinese."""
    params = [
        _said("methods.query.param", param.name, param.meaning, tell, kind=_type(param.type, tell))
        for param in query.params
    ]
    returns = [_said("methods.query.column", *column, tell) for column in query.returns]
    sentence = heads.SENTENCES[query.sentence] if tell.is_chinese else query.sentence
    return "\n".join([sentence, "", *params, "", *returns])


def _said(key: str, name: str, meaning: str, tell: Speaker, **words: str) -> str:
    said = heads.MEANINGS[meaning] if tell.is_chinese else meaning
    return tell(key, name=f"`{name}`", meaning=said, **words)


def _type(kind: str, tell: Speaker) -> str:
    return heads.TYPES[kind] if tell.is_chinese else kind


def _totals(rows: pd.DataFrame, provinces: Line, tell: Speaker) -> Table:
    """Return both totals (t) by year, with their unit in every cell; the standing of the sum."""
    unit = tell("unit.co2_national")
    digits = 2 if tell.is_chinese else 0
    form = Form(unit, per=co2_national_scale(tell.lang), digits=digits, suffix=f" {unit}")
    columns = {
        Head("year", tell("column.year")): [number_cell(int(year), YEAR) for year in rows.index]
    }
    for key in ("provinces", "nation"):
        columns[Head(f"{key}_co2", tell(f"series.{key}"))] = [
            labels.known_cell(value, form, "no_data", tell) for value in rows[f"{key}_co2_t"]
        ]
    by_year = standing.column(
        series.kinds(provinces), list(provinces.years), tell, name=provinces.name
    )
    return Table.of_columns({**columns, **by_year})


def _line(key: str, values: "pd.Series[float]", standings: list[str], tell: Speaker) -> Line:
    name = tell(key)
    years = [int(year) for year in values.index]
    scaled = [float(value) / co2_national_scale(tell.lang) for value in values]
    texts = [
        hover.card(
            name, f"{year}: {co2_national(value, tell.lang)}", pointed.standing([kind], tell)
        )
        for (year, value), kind in zip(values.items(), standings, strict=True)
    ]
    end = co2_national(float(values.iloc[-1]), tell.lang)
    return Line(name, years, scaled, standings, texts, end=end)
