"""How likely by simulation: when the paths peak, and all scenarios side by side."""

from dataclasses import replace

import pandas as pd

from carbonpeak.charts import columns
from carbonpeak.exhibits import projection_notes
from carbonpeak.exhibits import projection_words as words
from carbonpeak.exhibits.exhibit import Exhibit
from carbonpeak.exhibits.origin import INTENSITY_SOURCES, QUANTITY_SOURCES
from carbonpeak.findings.projection import SCENARIOS, Asked, Projection, project
from carbonpeak.findings.view import Ask
from carbonpeak.thresholds import CLEAR_FALL, HORIZON, PEAK_BEFORE, TARGET_YEAR
from carbonpeak.wording import Lang, say
from carbonpeak.wording.numbers import number, percent, share


def peak_years(ask: Ask, asked: Asked, lang: Lang) -> Exhibit | None:
    """Return how many paths have their highest year when, None where there is no projection."""
    found = project(ask, asked)
    if found is None:
        return None
    last_known = int(found.course.index[0]) - 1
    shares = _by_year(found, last_known)
    ticks, names = (
        [_year(year, last_known, gap, lang) for year in shares.index] for gap in ("<br>", " ")
    )
    texts = [share(part, 1) for part in shares]
    title = say(f"projection.peak.title.{asked.measure}", lang, **words.chances(found, asked, lang))
    year_words, share_words = (say(f"projection.column.{one}", lang) for one in ("peak", "share"))
    return Exhibit(
        name="projection_peak",
        title=title,
        subtitle=say("projection.peak.sub", lang, **words.scope(ask, asked, lang)),
        alt=title,
        chart=columns.draw(ticks, list(shares), texts, [y >= PEAK_BEFORE for y in shares.index]),
        table=pd.DataFrame({year_words: names, share_words: texts}),
        standings=("scenario",),
        source_ids=QUANTITY_SOURCES[asked.measure],
        notes=(
            say("projection.peak.note", lang, year=PEAK_BEFORE, last=HORIZON),
            say("projection.clear", lang, **words.chances(found, asked, lang)),
            projection_notes.coarse(found, lang),
        ),
    )


def scenarios(ask: Ask, asked: Asked, lang: Lang) -> Exhibit | None:
    """Return every scenario side by side, None where there is no projection."""
    listed = [one for one in SCENARIOS[asked.measure] if one != "own" or asked.own is not None]
    every = [replace(asked, scenario=one) for one in listed]
    results = [(one, project(ask, one)) for one in every]
    found = [(one, result) for one, result in results if result is not None]
    if not found:
        return None
    first = found[0][1]
    title = _scenarios_title(
        [one.peaks for preset, one in found if preset.scenario != "own"], asked.measure, lang
    )
    return Exhibit(
        name="projection_scenarios",
        title=title,
        subtitle=say("projection.scenarios.sub", lang, **words.scope(ask, asked, lang)),
        alt=title,
        chart=None,
        table=pd.DataFrame([_row(result, one, lang) for one, result in found]),
        standings=("scenario",),
        source_ids=INTENSITY_SOURCES[asked.measure],
        notes=(
            *(say(f"scenario.how.{one.scenario}", lang) for one, _ in found),
            say("projection.trend_years", lang, changes=projection_notes.changes(first, lang)),
            say("projection.by_construction", lang),
            say("projection.clear.column", lang, last=HORIZON, clear=percent(CLEAR_FALL, 0)),
            projection_notes.coarse(first, lang),
        ),
    )


def _scenarios_title(shares: list[float], measure: str, lang: Lang) -> str:
    """Return what the preset scenarios find; those that agree share one number."""
    least, most = share(min(shares)), share(max(shares))
    kind = "same" if least == most else "title"
    return say(
        f"projection.scenarios.{kind}.{measure}",
        lang,
        year=PEAK_BEFORE,
        count=len(shares),
        least=least,
        most=most,
    )


def _by_year(found: Projection, last_known: int) -> "pd.Series[float]":
    """Return the share of paths by peak year; all years up to the last known one are one."""
    shares = found.peak_years.groupby([max(int(y), last_known) for y in found.peak_years.index])
    years = range(last_known, HORIZON + 1)
    return shares.sum().reindex(years, fill_value=0.0)


def _year(year: int, last_known: int, gap: str, lang: Lang) -> str:
    if year == last_known:
        return say("projection.peak.by", lang, year=year, gap=gap)
    return say("projection.peak.end", lang, year=year, gap=gap) if year == HORIZON else str(year)


def _row(found: Projection, asked: Asked, lang: Lang) -> dict[str, str]:
    unit, rates = words.unit_of(asked, lang), found.course.iloc[-1]
    median = found.quantity[words.MEDIAN]
    growth_from, change_from = projection_notes.starts(found.course)
    first = int(found.course.index[0])
    said = {
        "unit": unit.name,
        "year": TARGET_YEAR,
        "growth_from": growth_from,
        "change_from": first,
        "last": HORIZON,
        "clear": percent(CLEAR_FALL, 0),
    }
    column = {
        key: say(f"projection.column.{key}", lang, **said)
        for key in ("scenario", "growth", "fall", "meets", "peaks", "falls", "amount", "index")
    }
    fall = percent(float(rates["change"]), 1, sign=True)
    late = say("projection.cell.from", lang, change=fall, first=change_from)
    return {
        column["scenario"]: say(f"scenario.{asked.scenario}", lang),
        column["growth"]: percent(float(rates["growth"]), 1, sign=True),
        column["fall"]: late if change_from > first else fall,
        column["meets"]: share(found.meets),
        column["peaks"]: share(found.peaks),
        column["falls"]: share(found.falls),
        column["amount"]: number(float(median.iloc[-1]) / unit.tonnes, unit.digits),
        column["index"]: number(float(found.index[words.MEDIAN].iloc[-1]), 1),
    }
