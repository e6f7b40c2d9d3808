"""What must be said beside a decomposition: its formula, assumptions, what is left out, limits."""

from collections.abc import Mapping, Sequence

import pandas as pd

from carbonpeak.exhibits import driver_labels as words
from carbonpeak.exhibits.origin import LAST_YEAR, fault_words
from carbonpeak.findings import drivers
from carbonpeak.findings.driver_question import Question, refusal
from carbonpeak.findings.view import Ask, region_names
from carbonpeak.thresholds import JUMP_SHARE, PRICE_GAP
from carbonpeak.wording import Lang, say
from carbonpeak.wording.numbers import number, percent

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


def refused(ask: Ask, question: Question, form: str, lang: Lang) -> str:
    """Return a sentence that says why there is no answer, nothing where there is one."""
    reason = refusal(ask, question)
    if not reason and form == "multiplicative":
        known = drivers.table(ask, question, "whole", form)["ratio"].notna().all()
        reason = "" if known else "no_ratio"
    if not reason:
        return ""
    given = {"first": question.first, "last": question.last}
    return say(f"drivers.refused.{reason}", lang, place=words.place(ask, question, lang), **given)


def narrowed(ask: Ask, question: Question, lang: Lang) -> tuple[Question, str]:
    """Return the question that can be answered, and a sentence where it is a narrower one."""
    answerable = drivers.answerable(ask, question)
    if answerable == question:
        return question, ""
    found = drivers.left_out(ask, question, every_year=True)
    return answerable, say("drivers.note.narrowed", lang, names=_with_years(ask, found, lang))


def assumptions(ask: Ask, question: Question, lang: Lang) -> tuple[str, ...]:
    """Return the formula and every assumption of a decomposition between two years."""
    said = [say(f"drivers.note.{question.measure}", lang)]
    said += [say("drivers.note.region", lang)] if question.region_code else []
    said.append(deflator(question, lang))
    said += [] if question.region_code else [say("drivers.note.shandong", lang)]
    if question.measure == "co2":
        said.append(_oil_factor(ask, question, lang))
        if question.sector_code in ("", CHEMICALS) and question.last == LAST_YEAR:
            said.append(fault_words(ask, "feedstock_jump", lang))
    if question.region_code in words.doubtful(ask, question):
        said.append(doubt(question, lang))
    return (*said, *revisions(ask, question, lang))


def deflator(question: Question, lang: Lang) -> str:
    """Return what one deflator for all does to the effects."""
    one_region = "_region" if question.region_code else ""
    return say(f"drivers.note.deflator{one_region}", lang)


def left_out(ask: Ask, question: Question, lang: Lang) -> tuple[str, ...]:
    """Return whose cement process CO2 is not in the whole, nothing where all of it is."""
    found = drivers.left_out(ask, question)
    if not found:
        return ()
    return (say("drivers.note.left_out", lang, names=_with_years(ask, found, lang)),)


def chaining(
    ask: Ask, question: Question, rows: pd.DataFrame, form: str, lang: Lang
) -> tuple[str, ...]:
    """Return how the years chain: to the change of the two years, or without some process CO2."""
    found = drivers.left_out(ask, question, every_year=True)
    said = (say(f"drivers.note.chain_{form}", lang),)
    if found == drivers.left_out(ask, question):
        return said
    whole = drivers.table(ask, question)["change_t"].iloc[0]
    write = words.amounts(rows["end_t"].max(), question.measure, lang)
    sums = {"years": write(rows["change_t"].sum(), True), "pair": write(whole, True)}
    names = _with_years(ask, found, lang)
    return (*said, say("drivers.note.left_out_yearly", lang, names=names, **sums))


def revisions(ask: Ask, question: Question, lang: Lang) -> tuple[str, ...]:
    """Return in which provinces and years a statistical revision is likely, if in any."""
    rows = ask("regions__yearly", region_code=question.region_code or None, first_year=None)
    inside = rows["year"].between(question.first + 1, question.last) & rows["is_break"]
    if not inside.any():
        return ()
    found = {str(code): list(years) for code, years in rows[inside].groupby("region_code")["year"]}
    return (say("drivers.note.breaks", lang, names=_with_years(ask, found, lang)),)


def doubt(question: Question, lang: Lang) -> str:
    """Return what the mark of doubt means over the years asked for."""
    bounds = {"gap": number(100 * PRICE_GAP), "jump": percent(JUMP_SHARE, 0)}
    return say("drivers.note.doubt", lang, first=question.first, last=question.last, **bounds)


def limits(_ask: Ask, lang: Lang) -> pd.DataFrame:
    """Return as a table in words what can be computed, what cannot, and why."""
    rows = [
        {
            say("limits.question", lang): say(f"limits.{key}.question", lang),
            say("limits.answer", lang): say(f"limits.{answer}", lang),
            say("limits.reason", lang): say(f"limits.{key}.reason", lang),
        }
        for key, answer in LIMITS.items()
    ]
    return pd.DataFrame(rows)


def _oil_factor(ask: Ask, question: Question, lang: Lang) -> str:
    years = (question.first, question.last)
    before, after = (number(drivers.carbon_factor(ask, "oil", year), 2) for year in years)
    ends = {"before": before, "after": after}
    return say("drivers.note.carbon_factor", lang, first=years[0], last=years[1], **ends)


def _with_years(ask: Ask, found: Mapping[str, Sequence[int]], lang: Lang) -> str:
    """Return provinces by name, each with its years."""
    names, joint = region_names(ask, lang), say("list.separator", lang)
    return joint.join(
        say("drivers.note.place_years", lang, name=names[code], years=joint.join(map(str, years)))
        for code, years in found.items()
    )
