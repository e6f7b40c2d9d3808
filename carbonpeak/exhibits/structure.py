"""Structure between the divisions of the nation, in the years whose value added is known."""

import pandas as pd

from carbonpeak.charts import bars
from carbonpeak.charts import waterfall as falls
from carbonpeak.charts.style import PALETTE, RISE_FILL
from carbonpeak.charts.waterfall import Step
from carbonpeak.exhibits import labels
from carbonpeak.exhibits.exhibit import Exhibit
from carbonpeak.exhibits.origin import LEVEL_SOURCES
from carbonpeak.findings import structure
from carbonpeak.findings.view import Ask
from carbonpeak.wording import Lang, say
from carbonpeak.wording.numbers import TCE_PER_1E4_TCE, energy, percent

SHOWN = 12
STANDINGS = ("derived", "unverified")
NAMES = {
    "activity": "driver.activity",
    "structure": "driver.division_structure",
    "intensity": "driver.intensity",
}
# The pairs of years to choose from, as they stand in the URL.
SPANS = ("2012-2020", "2012-2017", "2017-2018", "2018-2020")


def waterfall(ask: Ask, span: str, lang: Lang) -> Exhibit:
    """Return what moved official energy: activity, structure between divisions, intensity."""
    first, last = years(span)
    total = structure.by_division(ask, first, last).sum()
    steps = _steps(total, first, last, lang)
    shares = {
        one: percent(total[one] / total["start_t"], 1, sign=True).removesuffix("%")
        for one in ("structure", "intensity")
    }
    title = say("structure.title", lang, first=first, last=last, **shares)
    cut = (say("drivers.note.cut", lang),) if falls.cut_at(steps) else ()
    head = say("column.driver", lang), say("column.amount", lang, unit=say("unit.energy", lang))
    return Exhibit(
        name="structure_waterfall",
        title=title,
        subtitle=_subtitle("structure.sub", first, last, lang),
        alt=title,
        chart=falls.draw(steps),
        table=pd.DataFrame(
            [(step.name, step.label.replace("<br>", " · ")) for step in steps], columns=list(head)
        ),
        standings=STANDINGS,
        source_ids=_sources(ask, first, last),
        notes=(*cut, say("structure.note", lang)),
    )


def divisions(ask: Ask, span: str, lang: Lang) -> Exhibit:
    """Return which divisions made the structure effect, the largest either way as bars."""
    first, last = years(span)
    rows = structure.by_division(ask, first, last)
    largest = rows.loc[rows["structure"].abs().sort_values(ascending=False).index[:SHOWN]]
    shown = largest.sort_values("structure", ascending=False)
    codes, values = [str(code) for code in shown.index], list(shown["structure"])
    title = say(
        "structure.divisions.title",
        lang,
        up=labels.sector(str(rows["structure"].idxmax()), lang),
        down=labels.sector(str(rows["structure"].idxmin()), lang),
    )
    return Exhibit(
        name="structure_divisions",
        title=title,
        subtitle=_subtitle("structure.divisions.sub", first, last, lang),
        alt=title,
        chart=bars.ranked(
            [labels.sector(code, lang) for code in codes],
            values,
            [energy(value, sign=True) for value in values],
            codes,
            [RISE_FILL if value > 0 else PALETTE[0] for value in values],
        ),
        table=_table(rows, first, last, lang),
        standings=STANDINGS,
        source_ids=_sources(ask, first, last),
        notes=(say("structure.note", lang),),
    )


def years(span: str) -> tuple[int, int]:
    """Return the first and last year of a span."""
    first, last = span.split("-")
    return int(first), int(last)


def _steps(total: "pd.Series[float]", first: int, last: int, lang: Lang) -> list[Step]:
    at = float(total["start_t"])
    steps = [_level(first, at, lang)]
    for driver, key in NAMES.items():
        effect = float(total[driver])
        share = percent(effect / total["start_t"], 1, sign=True)
        label = f"{energy(effect, sign=True)}<br>{share}"
        ends = (at / TCE_PER_1E4_TCE, (at + effect) / TCE_PER_1E4_TCE)
        steps.append(Step(say(key, lang), *ends, label))
        at += effect
    return [*steps, _level(last, float(total["end_t"]), lang)]


def _level(year: int, tce: float, lang: Lang) -> Step:
    name = say("drivers.year", lang, year=year)
    return Step(name, 0.0, tce / TCE_PER_1E4_TCE, energy(tce), is_level=True)


def _table(rows: pd.DataFrame, first: int, last: int, lang: Lang) -> pd.DataFrame:
    """Return every division with its effects and shares, and the sum of all."""
    amounts = {"driver.net": "change_t", **{key: one for one, key in NAMES.items()}}
    names = [labels.sector(str(code), lang) for code in rows.index]
    cells = {say("column.sector", lang): [*names, say("drivers.members.total", lang)]}
    for key, column in amounts.items():
        values = [*rows[column], rows[column].sum()]
        cells[say(key, lang)] = [energy(value, sign=True) for value in values]
    for key, year in (("share_start", first), ("share_end", last)):
        values = [*rows[key], rows[key].sum()]
        cells[say("structure.share", lang, year=year)] = [percent(value) for value in values]
    return pd.DataFrame(cells)


def _subtitle(key: str, first: int, last: int, lang: Lang) -> str:
    unit = say("unit.energy", lang)
    return say(key, lang, unit=unit, first=first, last=last, shown=SHOWN)


def _sources(ask: Ask, first: int, last: int) -> tuple[str, ...]:
    grown = structure.growth(ask, first, last)["source_id"]
    return (*LEVEL_SOURCES, *dict.fromkeys(str(one) for one in grown))
