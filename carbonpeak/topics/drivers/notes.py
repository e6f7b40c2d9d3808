"""What must be said beside a decomposition: its formula, assumptions, what is left out, limits."""

from collections.abc import Mapping, Sequence

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain.view import region_names
from carbonpeak.figures.origin import LAST_YEAR, fault_words
from carbonpeak.thresholds import JUMP_SHARE, PRICE_GAP
from carbonpeak.topics.drivers import analysis, labels
from carbonpeak.topics.drivers.question import Question, refusal
from carbonpeak.words.numbers import number, percent
from carbonpeak.words.speaker import Speaker

CHEMICALS = "26"
# Each row of the table of limits and how far it can be computed.
LIMITS = {
    "region": "yes",
    "division": "no",
    "national": "partly",
    "shandong": "no",
    "process": "no",
    "factor": "partly",
    "zero": "yes",
    "after": "no",
}


def refused(data: Dataset, question: Question, form: str, tell: Speaker) -> str:
    """Return a sentence that says why there is no answer, nothing where there is one."""
    reason = refusal(data, question)
    if not reason and form == "multiplicative":
        known = analysis.table(data, question, "whole", form)["ratio"].notna().all()
        reason = "" if known else "no_ratio"
    if not reason:
        return ""
    given = {"first": question.first, "last": question.last}
    return tell(f"drivers.refused.{reason}", place=labels.place(data, question, tell), **given)


def narrowed(data: Dataset, question: Question, tell: Speaker) -> tuple[Question, str]:
    """Return the question that can be answered, and a sentence where it is a narrower one."""
    answerable = analysis.answerable(data, question)
    if answerable == question:
        return question, ""
    found = analysis.left_out(data, question, every_year=True)
    return answerable, tell("drivers.note.narrowed", names=_with_years(data, found, tell))


def assumptions(data: Dataset, question: Question, tell: Speaker) -> tuple[str, ...]:
    """Return the formula and every assumption of a decomposition between two years."""
    said = [tell(f"drivers.note.{question.measure}")]
    said += [tell("drivers.note.region")] if question.region_code else []
    said.append(deflator(question, tell))
    said += [] if question.region_code else [tell("drivers.note.shandong")]
    if question.measure == "co2":
        said.append(_oil_factor(data, question, tell))
        if question.sector_code in ("", CHEMICALS) and question.last == LAST_YEAR:
            said.append(fault_words(data, "feedstock_jump", tell))
    if question.region_code in labels.doubtful(data, question):
        said.append(doubt(question, tell))
    return (*said, *revisions(data, question, tell))


def deflator(question: Question, tell: Speaker) -> str:
    """Return what one deflator for all does to the effects."""
    one_region = "_region" if question.region_code else ""
    return tell(f"drivers.note.deflator{one_region}")


def left_out(data: Dataset, question: Question, tell: Speaker) -> tuple[str, ...]:
    """Return whose cement process CO2 is not in the whole, nothing where all of it is."""
    found = analysis.left_out(data, question)
    if not found:
        return ()
    return (tell("drivers.note.left_out", names=_with_years(data, found, tell)),)


def chaining(
    data: Dataset, question: Question, rows: pd.DataFrame, form: str, tell: Speaker
) -> tuple[str, ...]:
    """Return how the years chain: to the change of the two years, or without some process CO2."""
    found = analysis.left_out(data, question, every_year=True)
    said = (tell(f"drivers.note.chain_{form}"),)
    if found == analysis.left_out(data, question):
        return said
    whole = analysis.table(data, question)["change_t"].iloc[0]
    write = labels.amounts(rows["end_t"].max(), question.measure, tell)
    sums = {"years": write(rows["change_t"].sum(), True), "pair": write(whole, True)}
    names = _with_years(data, found, tell)
    return (*said, tell("drivers.note.left_out_yearly", names=names, **sums))


def revisions(data: Dataset, question: Question, tell: Speaker) -> tuple[str, ...]:
    """Return in which provinces and years a statistical revision is likely, if in any."""
    rows = data.ask("regions__yearly", region_code=question.region_code or None, first_year=None)
    inside = rows["year"].between(question.first + 1, question.last) & rows["is_break"]
    if not inside.any():
        return ()
    found = {str(code): list(years) for code, years in rows[inside].groupby("region_code")["year"]}
    return (tell("drivers.note.breaks", names=_with_years(data, found, tell)),)


def doubt(question: Question, tell: Speaker) -> str:
    """Return what the mark of doubt means over the years asked for."""
    bounds = {"gap": number(100 * PRICE_GAP), "jump": percent(JUMP_SHARE, 0)}
    return tell("drivers.note.doubt", first=question.first, last=question.last, **bounds)


def limits(_ask: Dataset, tell: Speaker) -> pd.DataFrame:
    """Return as a table in words what can be computed, what cannot, and why."""
    rows = [
        {
            tell("limits.question"): tell(f"limits.{key}.question"),
            tell("limits.answer"): tell(f"limits.{answer}"),
            tell("limits.reason"): tell(f"limits.{key}.reason"),
        }
        for key, answer in LIMITS.items()
    ]
    return pd.DataFrame(rows)


def _oil_factor(data: Dataset, question: Question, tell: Speaker) -> str:
    years = (question.first, question.last)
    before, after = (number(analysis.carbon_factor(data, "oil", year), 2) for year in years)
    ends = {"before": before, "after": after}
    return tell("drivers.note.carbon_factor", first=years[0], last=years[1], **ends)


def _with_years(data: Dataset, found: Mapping[str, Sequence[int]], tell: Speaker) -> str:
    """Return provinces by name, each with its years."""
    names, joint = region_names(data, tell.lang), tell("list.separator")
    return joint.join(
        tell("drivers.note.place_years", name=names[code], years=joint.join(map(str, years)))
        for code, years in found.items()
    )
