"""Sentences of reports, made from the findings that their figures show."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain.view import View
from carbonpeak.export.printable import PrintableFigure
from carbonpeak.export.report.draft import Draft
from carbonpeak.figures import labels
from carbonpeak.figures.table import Cell
from carbonpeak.thresholds import BASE_YEAR
from carbonpeak.topics.drivers import analysis as drivers
from carbonpeak.topics.drivers import labels as driver_labels
from carbonpeak.topics.drivers.question import Question, usual_question
from carbonpeak.topics.sectors import analysis as sectors
from carbonpeak.words.numbers import number
from carbonpeak.words.sentences import moved
from carbonpeak.words.speaker import Speaker

# The choices of the figures of Drivers that tell a change over the years of the targets.
SINCE_BASE = {"from": str(BASE_YEAR)}
# How many of the first and of the last of a ranking are named.
NAMED = 3


def since_base(
    data: Dataset, measure: str = "energy", basis: str = "", region_code: str = ""
) -> Question:
    """Return what changed over the years of the targets: from their base to the last year."""
    usual = usual_question(data, measure, basis, region_code)
    return replace(usual, first=BASE_YEAR)


def driven(draft: Draft, question: Question) -> str:
    """Return how a quantity changed between two years, and what each driver added or took off."""
    row, tell = drivers.table(draft.data, question).iloc[0], draft.tell
    names = driver_labels.driver_names(question, tell)
    start = float(row["start_t"])
    ordered = sorted(question.drivers, key=lambda one: -abs(float(row[one])))
    shares = {names[one]: float(row[one]) / start for one in ordered}
    effects = [_effect(name, part, tell) for name, part in shares.items() if _is_shown(part)]
    scope = "region" if question.region_code else "nation"
    return tell(
        "template.drivers",
        first=question.first,
        last=question.last,
        place=tell(f"template.drivers.{scope}", name=draft.place),
        what=driver_labels.what(question, tell),
        moved=moved(float(row["change_t"]) / start, tell, amount=True),
        effects=tell.listed(effects),
    )


def plan_industries(draft: Draft) -> str:
    """Return in which of the plan's industries CO2 rose and in which it fell."""
    tell = draft.tell
    table = sectors.plan_industries(draft.data, View("co2", year=draft.data.last_year))
    known = table.dropna(subset=["co2_change"]).sort_values("co2_change", ascending=False)
    rising, falling = known[known["co2_change"] > 0], known[known["co2_change"] <= 0]
    return tell(
        "template.plan",
        count=len(known),
        base=BASE_YEAR,
        up=len(rising),
        rising=_listed(rising, tell),
        down=len(falling),
        falling=_listed(falling, tell),
    )


def ends(found: PrintableFigure, lead: str = "") -> str:
    """Return the first and the last few rows of a ranking, whose finding its caption states.

    ``lead`` is a key of words that say which measure is meant.
    Doubtful provinces and those without a number are left out, as they are of every title.
    """
    return found.tell(
        f"template.ends.{found.figure.name}",
        lead=found.tell(lead) if lead else "",
        first=first_ones(found),
        last=last_ones(found),
    )


def first_ones(found: PrintableFigure | None) -> str:
    """Return the first few sound rows of a ranking, each with its number."""
    return _ranked(_sound(found)[:NAMED], found.tell) if found else ""


def last_ones(found: PrintableFigure | None) -> str:
    """Return the last few sound rows of a ranking, the last first, each with its number."""
    return _ranked(_sound(found)[-NAMED:][::-1], found.tell) if found else ""


def _sound(found: PrintableFigure) -> list[Sequence[Cell]]:
    return [row for row in found.figure.table.rows() if _is_sound(row) and not row[1].missing]


def doubt(row: "pd.Series[Any]", tell: Speaker) -> str:
    """Return the mark of a doubtful place in words, nothing for one that is sound or the nation."""
    return tell("template.doubt") if row.get("is_doubtful", False) else ""


def _is_shown(share: float) -> bool:
    """Return whether a share is more than nothing in the digits shown."""
    return number(abs(100 * share), 1) != number(0.0, 1)


def _effect(driver: str, share: float, tell: Speaker) -> str:
    side = "up" if share > 0 else "down"
    name = driver if tell.is_chinese else driver.lower()
    return tell(f"template.effect.{side}", driver=name, points=number(abs(100 * share), 1))


def _is_sound(row: Sequence[Cell]) -> bool:
    """Return whether no cell of a row is marked as doubtful."""
    return not any("doubtful" in cell.marks for cell in row)


def _ranked(rows: Sequence[Sequence[Cell]], tell: Speaker) -> str:
    """Return what is ranked with its number, which are the first two cells of a row."""
    return tell.listed(
        tell("template.ends.one", name=name.text, value=value.text) for name, value, *_ in rows
    )


def _listed(rows: pd.DataFrame, tell: Speaker) -> str:
    """Return industries with their change in brackets, nothing where there is none."""
    if rows.empty:
        return ""
    each = [
        tell(
            "template.plan.one",
            name=labels.name(row, tell),
            moved=moved(float(row["co2_change"]), tell, amount=True),
        )
        for _, row in rows.iterrows()
    ]
    return tell("template.plan.names", names=tell.listed(each))


def capital(text: str) -> str:
    """Return a text that opens with a capital."""
    return text[:1].upper() + text[1:]
