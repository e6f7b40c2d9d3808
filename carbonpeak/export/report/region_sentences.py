"""Sentences of the report of one province, made from the findings that its figures show."""

from typing import Any

import pandas as pd

from carbonpeak.domain.view import View
from carbonpeak.export.printable import PrintableFigure
from carbonpeak.export.report.draft import Draft
from carbonpeak.export.report.sentences import capital, doubt
from carbonpeak.thresholds import BASE_YEAR
from carbonpeak.topics.outlook import analysis_sharing as sharing
from carbonpeak.topics.outlook.sharing_rows import RECORD
from carbonpeak.topics.regions import analysis as regions
from carbonpeak.words.numbers import is_missing, percent
from carbonpeak.words.sentences import moved
from carbonpeak.words.speaker import Speaker


def rank(draft: Draft, view: View) -> str:
    """Return how far a province's intensity fell, its rank among the provinces, and its tiers."""
    table, tell = regions.judged(draft.data, view), draft.tell
    row = table.loc[[draft.region]].iloc[0]
    measure = _measure(view, tell)
    if is_missing(row["cumulative"]):
        return capital(tell("template.rank.none", name=draft.place, measure=measure))
    known = table["cumulative"].dropna()
    return capital(
        tell(
            "template.rank",
            name=draft.place,
            measure=measure,
            year=view.year,
            base=BASE_YEAR,
            moved=moved(float(row["cumulative"]), tell),
            doubt=doubt(row, tell),
            count=len(known),
            rank=int(known.rank(method="min")[draft.region]),
            schedule=_tier(row["tier_schedule"], tell),
            annual=_tier(row["tier_annual"], tell),
        )
    )


def asked(draft: Draft, found: PrintableFigure) -> str:
    """Return what the rule of a figure asks of a province, beside its own best five years."""
    chosen, tell = dict(found.passport.choices), draft.tell
    goal, rule = chosen["goal"], chosen["rule"]
    row = sharing.shared_out(draft.data, goal, "region").table.loc[[draft.region]].iloc[0]
    if row["missing"]:
        return capital(tell("template.asked.none", name=draft.place))
    measure, year, _ = sharing.GOALS[goal]
    return tell(
        "template.asked.nothing" if row[f"rate_{rule}"] == 0 else "template.asked",
        rule=tell(f"rule.{rule}"),
        name=draft.place,
        doubt=doubt(row, tell),
        measure=tell(f"template.intensity.{measure}"),
        year=year,
        rate=_rate(row, rule),
        best=_best(row, tell),
    )


def _rate(row: "pd.Series[Any]", rule: str) -> str:
    """Return the yearly fall a rule asks for, marked where the province never managed as much."""
    mark = [RECORD] if row[f"is_record_{rule}"] else []
    return " ".join((percent(row[f"rate_{rule}"]), *mark))


def _best(row: "pd.Series[Any]", tell: Speaker) -> str:
    """Return the yearly fall of a province's best five years, or why there is none."""
    if is_missing(row["best"]):
        return tell("share.no_history")
    if row["best"] <= 0:
        return tell("share.never", change=percent(-row["best"], 1, sign=True))
    return percent(row["best"])


def _measure(view: View, tell: Speaker) -> str:
    return tell(f"template.intensity.{_kind(view)}")


def _kind(view: View) -> str:
    return "energy_related" if view.basis == "energy_related" else view.measure


def _tier(key: str, tell: Speaker) -> str:
    words = tell(f"tier.{key}")
    return words if tell.is_chinese else words[:1].lower() + words[1:]
