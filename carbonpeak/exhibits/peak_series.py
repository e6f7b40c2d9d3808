"""One series on the page Peak: its line, its maximum, the test window, and how its state ages."""

from typing import Any

import pandas as pd

from carbonpeak.charts import matrix
from carbonpeak.charts import peaks as charts
from carbonpeak.charts.lines import Line
from carbonpeak.charts.matrix import Cell
from carbonpeak.charts.peaks import Window
from carbonpeak.charts.style import PEAK_INK
from carbonpeak.exhibits import peak_labels, peak_sentence
from carbonpeak.exhibits.exhibit import Exhibit
from carbonpeak.exhibits.origin import LAST_YEAR, fault_words
from carbonpeak.exhibits.peak_labels import Scale
from carbonpeak.findings import peaks
from carbonpeak.findings.view import Ask, region_names
from carbonpeak.wording import Lang, say
from carbonpeak.wording.numbers import is_missing, number

# The division and the plan industry with chemicals in them.
CHEMICALS = ("26", "petrochemicals")


def remark(ask: Ask, region_code: str, sector_code: str, lang: Lang) -> str:
    """Return why a series is not shown, nothing where it is."""
    if not peaks.series(ask, "total", region_code, sector_code).empty:
        return ""
    covered = ask("regions__all").set_index("region_code")["in_inventory"][region_code]
    key = "peak.series.shandong" if covered else "peak.series.no_inventory"
    return say(key, lang, name=region_names(ask, lang)[region_code])


def sentence(
    ask: Ask, basis: str, until: int, region_code: str, sector_code: str, lang: Lang
) -> str:
    """Return what the rule says of the series, nothing where it is not shown."""
    row = _row(ask, basis, until, region_code, sector_code)
    if row is None:
        return ""
    name = peak_labels.series(ask, region_code, sector_code, lang)
    return peak_sentence.sentence(row, sector_code, name, lang)


def line(
    ask: Ask, basis: str, until: int, region_code: str, sector_code: str, lang: Lang
) -> Exhibit | None:
    """Return the series with its maximum and test window, None where it is not shown."""
    row = _row(ask, basis, until, region_code, sector_code)
    if row is None:
        return None
    name = peak_labels.series(ask, region_code, sector_code, lang)
    found = peaks.series(ask, basis, region_code, sector_code).loc[:until]
    clause, scale = peak_labels.clause(row, lang), peak_labels.scale(row["maximum"], lang)
    words = {"name": name, "basis": say(f"basis.{basis}", lang), "unit": scale.unit}
    return Exhibit(
        name="peak_series",
        title=say("peak.series.title", lang, name=name, clause=clause),
        subtitle=say("peak.series.sub", lang, until=until, **words),
        alt=peak_sentence.sentence(row, sector_code, name, lang),
        chart=_drawn(found, row, name, scale, lang),
        table=_table(found, scale, lang),
        standings=peak_labels.standings(until),
        source_ids=peak_labels.sources(basis, until),
        notes=(
            *peak_labels.reconstruction_note(until, lang),
            *_feedstock(ask, until, sector_code, lang),
        ),
    )


def _feedstock(ask: Ask, until: int, sector_code: str, lang: Lang) -> tuple[str, ...]:
    """Return the named fault that lowers the last year of chemicals, for what holds them."""
    is_lowered = sector_code in CHEMICALS and until == LAST_YEAR
    return (fault_words(ask, "feedstock_jump", lang),) if is_lowered else ()


def ageing(ask: Ask, basis: str, region_code: str, sector_code: str, lang: Lang) -> Exhibit | None:
    """Return what the rule would have said with each last year, None for a series not shown."""
    found = peaks.by_last_year(ask, basis, region_code, sector_code)
    if found.empty:
        return None
    name = peak_labels.series(ask, region_code, sector_code, lang)
    title = _age_title(found["state"], name, lang)
    legend = peak_labels.legend(found["state"], lang)
    cells = [
        Cell(
            str(year), row["state"], peak_labels.cell(row), peak_labels.hover(str(year), row, lang)
        )
        for year, row in found.iterrows()
    ]
    return Exhibit(
        name="peak_age",
        title=title,
        subtitle=say("peak.age.sub", lang, name=name, basis=say(f"basis.{basis}", lang)),
        alt=title,
        chart=matrix.draw(
            [""],
            [str(year) for year in found.index],
            [cells],
            legend,
            peak_labels.FILLS,
            PEAK_INK,
        ),
        table=_age_table(found, lang),
        standings=peak_labels.standings(peaks.LAST_YEAR),
        source_ids=peak_labels.sources(basis, peaks.LAST_YEAR),
    )


def _row(
    ask: Ask, basis: str, until: int, region_code: str, sector_code: str
) -> "pd.Series[Any] | None":
    found = peaks.by_last_year(ask, basis, region_code, sector_code, (until,))
    return None if found.empty else found.iloc[0]


def _drawn(found: pd.DataFrame, row: "pd.Series[Any]", name: str, scale: Scale, lang: Lang) -> Any:
    known = found.dropna(subset=["co2_t"])
    years = [int(year) for year in known.index]
    amounts = [peak_labels.amount(one, lang) for one in known["co2_t"]]
    texts = [
        f"{name}<br>{year}: {amount} · {say(f'standing.{kind}', lang)}"
        for year, amount, kind in zip(years, amounts, known["standing"], strict=True)
    ]
    # The line is broken where a year between two figures has none.
    broken = frozenset(year for year in years[1:] if year - 1 not in years)
    values = [float(one) / scale.tonnes for one in known["co2_t"]]
    drawn = Line(name, years, values, list(known["standing"]), texts, broken)
    years_gone = say("list.separator", lang).join(str(year) for year in row["gaps"])
    return charts.series(
        drawn,
        None if is_missing(row["peak_year"]) else int(row["peak_year"]),
        _maximum(row, lang),
        _window(row, lang),
        say("peak.series.break", lang, years=years_gone),
    )


def _maximum(row: "pd.Series[Any]", lang: Lang) -> str:
    amount = peak_labels.amount(row["maximum"], lang)
    return say("peak.series.maximum", lang, year=row["peak_year"], amount=amount)


def _window(row: "pd.Series[Any]", lang: Lang) -> Window | None:
    """Return the years after the maximum with the test's numbers, None where there is none."""
    if is_missing(row["years_after"]) or row["years_after"] == 0:
        return None
    words = {"first": row["peak_year"] + 1, "last": row["last_year"], "n": row["tested"]}
    if is_missing(row["p"]):
        text = say("peak.series.window_short", lang, **words)
    else:
        p = peak_labels.probability(row["p"])
        text = say("peak.series.window", lang, s=number(row["s"]), p=p, **words)
    return Window(int(row["peak_year"]) + 0.5, int(row["last_year"]) + 0.5, text)


def _table(found: pd.DataFrame, scale: Scale, lang: Lang) -> pd.DataFrame:
    none = say("missing.no_data", lang)
    shown = [none if is_missing(one) else scale.figure(one) for one in found["co2_t"]]
    return pd.DataFrame(
        {
            say("column.year", lang): [str(year) for year in found.index],
            say("peak.series.column", lang, unit=scale.unit): shown,
            say("peak.series.standing", lang): [
                say(f"standing.{kind}", lang) for kind in found["standing"]
            ],
        }
    )


def _age_title(states: "pd.Series[str]", name: str, lang: Lang) -> str:
    first, last = int(states.index[0]), int(states.index[-1])
    before, now = (say(f"peak.state.{one}", lang) for one in (states.iloc[0], states.iloc[-1]))
    changes = int((states != states.shift()).sum()) - 1
    words: dict[str, object] = {"name": name, "first": first, "last": last}
    if changes == 0:
        return say("peak.age.same", lang, state=now, **words)
    return say("peak.age.changed", lang, before=before, now=now, count=changes, **words)


def _age_table(found: pd.DataFrame, lang: Lang) -> pd.DataFrame:
    none = say("peak.none", lang)
    return pd.DataFrame(
        {
            say("peak.age.until", lang): [str(year) for year in found.index],
            say("peak.column.state", lang): [
                peak_labels.state(one, lang) for one in found["state"]
            ],
            say("peak.column.peak_year", lang): [
                none if is_missing(one) else str(one) for one in found["peak_year"]
            ],
            say("peak.column.tested", lang): [
                none if is_missing(one) else str(one) for one in found["tested"]
            ],
            say("peak.column.p", lang): [
                none if is_missing(one) else peak_labels.probability(one) for one in found["p"]
            ],
        }
    )
