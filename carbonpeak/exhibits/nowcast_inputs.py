"""Every input of the nowcast: values by year, standing and source."""

import pandas as pd

from carbonpeak.exhibits import labels
from carbonpeak.exhibits.exhibit import Exhibit
from carbonpeak.findings import nowcast_inputs
from carbonpeak.findings.nowcast_inputs import YEARS
from carbonpeak.findings.view import Ask
from carbonpeak.thresholds import BASE_YEAR
from carbonpeak.wording import Lang, say
from carbonpeak.wording.numbers import number, percent

# What tells one input from another.
INPUT = ["method", "sector_code", "kind", "item"]


def exhibit(ask: Ask, lang: Lang) -> Exhibit:
    """Return the table of every input: values by year, standing and source."""
    rows = nowcast_inputs.every(ask)
    groups = rows.groupby(INPUT, sort=False)
    table = [_input(group, lang) for _, group in groups]
    title = say("nowcast.inputs.title", lang, inputs=len(table), values=len(rows))
    return Exhibit(
        name="nowcast_inputs",
        title=title,
        subtitle=say("nowcast.inputs.sub", lang),
        alt=title,
        chart=None,
        table=pd.DataFrame(table),
        standings=tuple(rows["standing"].unique()),
        source_ids=(*rows["source_id"].unique(), "nbs-energy-division"),
        notes=(say("nowcast.inputs.note", lang),),
    )


def product(item: str, lang: Lang) -> str:
    """Return the name of a product."""
    return say(f"product.{item.replace(' ', '_')}", lang)


def _input(rows: pd.DataFrame, lang: Lang) -> dict[str, str]:
    method, code, kind, item = (str(rows[one].iloc[0]) for one in INPUT)
    values = dict(zip(rows["year"], rows["value"], strict=True))
    used = say(f"nowcast.method.{method}", lang) if method else say("nowcast.every", lang)
    kinds = [say(f"standing.{one}", lang) for one in rows["standing"].unique()]
    return {
        say("nowcast.column.input", lang): _input_name(code, kind, item, lang),
        say("nowcast.column.used", lang): used,
        **{str(year): _value(values, year, kind, lang) for year in (BASE_YEAR, *YEARS)},
        say("known.standing", lang): say("list.separator", lang).join(kinds),
        say("nowcast.column.sources", lang): ", ".join(rows["source_id"].unique()),
    }


def _input_name(code: str, kind: str, item: str, lang: Lang) -> str:
    if kind == "output":
        words = {"sector": labels.sector(code, lang), "product": product(item, lang)}
        return say("nowcast.input.output", lang, **words)
    return say(f"nowcast.input.{kind}{f'.{code}' if code else ''}", lang)


def _value(values: dict[int, float], year: int, kind: str, lang: Lang) -> str:
    if year in values:
        is_level = kind == "electricity_level"
        value = values[year]
        return number(value, 0) if is_level else percent(value / 100, 1, sign=True)
    is_unused = year == BASE_YEAR or kind.startswith("electricity")
    return say("nowcast.unused" if is_unused else "known.none", lang)
