"""The page at a glance: one sentence, and how many have come how far."""

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.figures.figure import Card
from carbonpeak.topics.reporting import analysis, labels
from carbonpeak.topics.reporting.choices import STAGES, ReportingChoices
from carbonpeak.words.numbers import number, share
from carbonpeak.words.speaker import Speaker

SHOWN = ("units", *STAGES, "overdue")


def sentence(data: Dataset, chosen: ReportingChoices, tell: Speaker) -> str:
    """Return the year in one sentence: who must report, who has, what is verified and open."""
    rows = analysis.of_year(data, chosen)
    among = labels.among(data, chosen, tell)
    is_limited = analysis.is_limited(data)
    said = {name: number(int(rows[name].sum())) for name in analysis.COUNTED}
    if rows.empty:
        key = "reporting.lead.unseen" if is_limited else "reporting.lead.none"
        return tell(key, year=chosen.year, among=among)
    found = tell("reporting.lead", year=chosen.year, among=among, **said)
    if is_limited:
        found = tell("reporting.lead.within", said=found)
    if labels.any_made(rows):
        return tell("reporting.made.lead", mark=tell("reporting.made"), said=found)
    return found


def cards(data: Dataset, chosen: ReportingChoices, tell: Speaker) -> tuple[Card, ...]:
    """Return how many must report, have submitted, are verified, disclosed and overdue.

    None where a reader sees no records of the year: that there are none would be said of all.
    """
    rows = analysis.of_year(data, chosen)
    if rows.empty and analysis.is_limited(data):
        return ()
    return tuple(_card(rows, name, chosen, tell) for name in SHOWN)


def nothing(data: Dataset, chosen: ReportingChoices, kind: str) -> str:
    """Return the key of the words for a figure without rows, ``late`` or ``emissions``.

    To a reader who does not see all records it never says that there are none.
    """
    if not analysis.is_limited(data):
        return f"reporting.none_{kind}"
    if kind == "late" and analysis.of_year(data, chosen).empty:
        return "reporting.unseen_late"
    return f"reporting.within_{kind}"


def _card(rows: pd.DataFrame, name: str, chosen: ReportingChoices, tell: Speaker) -> Card:
    count, due = int(rows[name].sum()), int(rows["units"].sum())
    lines = [tell("reporting.card.share", share=share(count / due))] if due else []
    if name == "units":
        lines = [tell("reporting.card.due", day=f"{chosen.year + 1}{analysis.DUE}")]
    if name == "submitted" and due:
        lines.append(tell("reporting.card.late", count=number(int(rows["late"].sum()))))
    small = tell("reporting.card.as_of", day=chosen.day)
    if labels.any_made(rows):
        small = tell("reporting.made.sub", mark=tell("reporting.made"), subtitle=small)
    return Card(
        name=tell(f"reporting.card.{name}", year=chosen.year),
        value=number(count),
        since="",
        tiers=(),
        lines=tuple(lines),
        small=small,
        value_is_words=True,
    )
