"""Sentences of the report of one province, made from the findings that its figures show."""

from typing import Any

import pandas as pd

from carbonpeak.exhibits import peak_labels, peak_series, region_cards
from carbonpeak.exhibits.origin import LAST_YEAR
from carbonpeak.export.edition import Edition
from carbonpeak.export.report.draft import Draft
from carbonpeak.export.report.sentences import capital, moved, still_needed
from carbonpeak.findings import regions, sharing
from carbonpeak.findings.peaks import ALL
from carbonpeak.findings.view import View
from carbonpeak.thresholds import BASE_YEAR
from carbonpeak.wording import Lang, say
from carbonpeak.wording.numbers import is_missing, percent
from carbonpeak.wording.terms import DOUBT


def rank(draft: Draft, view: View) -> str:
    """Return how far a province's intensity fell, its rank among the provinces, and its tiers."""
    table, lang = regions.judged(draft.ask, view), draft.lang
    row = table.loc[[draft.region]].iloc[0]
    measure = _measure(view, lang)
    if is_missing(row["cumulative"]):
        return capital(say("template.rank.none", lang, name=draft.place, measure=measure))
    known = table["cumulative"].dropna()
    return capital(
        say(
            "template.rank",
            lang,
            name=draft.place,
            measure=measure,
            year=view.year,
            base=BASE_YEAR,
            moved=moved(float(row["cumulative"]), lang),
            doubt=_doubt(row, lang),
            count=len(known),
            rank=int(known.rank(method="min")[draft.region]),
            schedule=_tier(row["tier_schedule"], lang),
            annual=_tier(row["tier_annual"], lang),
        )
    )


def stand(draft: Draft) -> str:
    """Return a province in one sentence: both intensities, and the peak.

    Where the inventories do not cover it, what there is to say instead.
    """
    peak = region_cards.peak_row(draft.ask, draft.region)
    if peak is None:
        return draft.say("regions.no_inventory", name=draft.place)
    views = (View(), region_cards.carbon_view(draft.ask, draft.region))
    return draft.say(
        "template.stand.region",
        year=LAST_YEAR,
        name=draft.place,
        clauses=("，" if draft.lang == "zh" else ", ").join(_clause(draft, one) for one in views),
        peak=peak_labels.clause(peak, draft.lang),
        until=_until(int(peak["last_year"]), draft.lang),
    )


def peaked(draft: Draft) -> str:
    """Return the state of a province's peak in one sentence, or why there is none."""
    row, lang = region_cards.peak_row(draft.ask, draft.region), draft.lang
    if row is None:
        return peak_series.remark(draft.ask, draft.region, ALL, lang)
    last, state = int(row["last_year"]), row["state"]
    return say(
        "template.peaked.rising" if state == "rising" else "template.peaked",
        lang,
        name=draft.place,
        clause=peak_labels.clause(row, lang),
        until=_until(last, lang),
        last=last,
        below=percent(row["below_maximum"]),
    )


def needed(draft: Draft) -> list[str]:
    """Return what each measure did in the last year and what the target still takes a year."""
    carbon = region_cards.carbon_view(draft.ask, draft.region)
    rows = ((view, region_cards.stand(draft.ask, view, draft.region)) for view in (View(), carbon))
    return [still_needed(row, _kind(view), draft.lang) for view, row in rows]


def asked(draft: Draft, found: Edition) -> str:
    """Return what a rule asks of a province, in the words of its row in the figure."""
    chosen = dict(found.passport.choices)
    goal, rule = chosen["goal"], chosen["rule"]
    row = sharing.shared_out(draft.ask, goal, "region").table.loc[[draft.region]].iloc[0]
    if row["missing"]:
        return capital(draft.say("template.asked.none", name=draft.place))
    names = found.exhibit.table.iloc[:, 0].str.removesuffix(DOUBT).str.strip()
    cells = found.exhibit.table[names == draft.place].iloc[0]
    measure, year, _ = sharing.GOALS[goal]
    return draft.say(
        "template.asked.nothing" if row[f"rate_{rule}"] == 0 else "template.asked",
        rule=say(f"rule.{rule}", draft.lang),
        name=draft.place,
        measure=say(f"template.intensity.{measure}", draft.lang),
        year=year,
        rate=cells.iloc[-1],
        best=cells.iloc[2],
    )


def _clause(draft: Draft, view: View) -> str:
    row, lang = region_cards.stand(draft.ask, view, draft.region), draft.lang
    measure = _measure(view, lang)
    if is_missing(row["cumulative"]):
        return say("template.stand.none", lang, measure=measure)
    return say(
        "template.stand.known",
        lang,
        measure=measure,
        base=BASE_YEAR,
        moved=moved(float(row["cumulative"]), lang),
        doubt=_doubt(row, lang),
        tier=say(f"verdict.{row['tier_schedule']}", lang),
    )


def _measure(view: View, lang: Lang) -> str:
    return say(f"template.intensity.{_kind(view)}", lang)


def _kind(view: View) -> str:
    return "energy_related" if view.basis == "energy_related" else view.measure


def _doubt(row: "pd.Series[Any]", lang: Lang) -> str:
    return say("template.doubt", lang) if row["is_doubtful"] else ""


def _until(year: int, lang: Lang) -> str:
    """Return with which year the data of a province end, nothing where that is the last of all."""
    return "" if year == LAST_YEAR else say("template.stand.until", lang, year=year)


def _tier(key: str, lang: Lang) -> str:
    words = say(f"tier.{key}", lang)
    return words if lang == "zh" else words[:1].lower() + words[1:]
