"""What it would take: the rate asked of each province or division, and all rules side by side."""

import pandas as pd

from carbonpeak.charts import demand
from carbonpeak.exhibits import labels
from carbonpeak.exhibits import sharing_rows as rows
from carbonpeak.exhibits.exhibit import Exhibit
from carbonpeak.exhibits.origin import INTENSITY_SOURCES, fault_words
from carbonpeak.exhibits.regions import doubt_note
from carbonpeak.findings.sharing import GOALS, RULES, Sharing, shared_out
from carbonpeak.findings.view import Ask, region_names
from carbonpeak.wording import Lang, say
from carbonpeak.wording.numbers import percent, share
from carbonpeak.wording.terms import SECTOR_SHORT


def ranking(ask: Ask, goal: str, unit: str, rule: str, lang: Lang) -> Exhibit:
    """Return the yearly fall asked of each unit by one rule, as bars, most first."""
    found = shared_out(ask, goal, unit)
    names = _names(ask, found, unit, lang)
    known = found.table[found.table["missing"] == ""]
    listed = rows.ordered(known, rule)
    bars = [rows.bar(row, names[str(code)], rule, lang) for code, row in listed.iterrows()]
    title = _title(found, listed, names, goal, unit, rule, lang)
    keys = ("share.within", "share.beyond", "share.best")
    return Exhibit(
        name="sharing_ranking",
        title=title,
        subtitle=say(
            "share.sub", lang, rule=say(f"rule.{rule}", lang), **_scope(found, goal, lang)
        ),
        alt=title,
        chart=demand.draw(bars, *(say(key, lang) for key in keys)),
        table=rows.table(found, names, goal, rule, lang)[rows.columns(unit, goal, (rule,), lang)],
        standings=("scenario",),
        source_ids=INTENSITY_SOURCES[GOALS[goal][0]],
        notes=(
            _goal_note(goal, lang),
            _how(rule, unit, lang),
            *_notes(ask, found, goal, unit, lang),
        ),
    )


def table(ask: Ask, goal: str, unit: str, rule: str, lang: Lang) -> Exhibit:
    """Return all rules side by side, ordered by one of them; every column adds up to the gap."""
    found = shared_out(ask, goal, unit)
    names = _names(ask, found, unit, lang)
    said = _scope(found, goal, lang)
    title = _table_title(found, said, goal, lang)
    return Exhibit(
        name="sharing_table",
        title=title,
        subtitle=say("share.table.sub", lang, **said),
        alt=title,
        chart=None,
        table=rows.table(found, names, goal, rule, lang),
        standings=("scenario",),
        source_ids=INTENSITY_SOURCES[GOALS[goal][0]],
        notes=tuple(_how(one, unit, lang) for one in RULES),
    )


def _names(ask: Ask, found: Sharing, unit: str, lang: Lang) -> dict[str, str]:
    """Return the units' names by code, doubtful ones marked."""
    if unit == "sector":
        return {code: labels.sector(code, lang) for code in SECTOR_SHORT}
    places = region_names(ask, lang)
    return {
        str(code): f"{places[str(code)]} {labels.doubt(row)}".strip()
        for code, row in found.table.iterrows()
    }


def _scope(found: Sharing, goal: str, lang: Lang) -> dict[str, object]:
    measure, year, _ = GOALS[goal]
    return {
        "measure": say(f"measure.{measure}", lang),
        "goal": say(f"goal.{goal}", lang),
        "first": found.last_year + 1,
        "year": year,
        "last": found.last_year,
        "gap": labels.amount(found.gap_t, measure, lang),
        "unit": say(f"unit.{measure}", lang),
    }


def _title(
    found: Sharing,
    listed: pd.DataFrame,
    names: dict[str, str],
    goal: str,
    unit: str,
    rule: str,
    lang: Lang,
) -> str:
    """Return who is asked most (doubtful ones aside), and how many more than ever before."""
    if found.gap_t <= 0:
        return say("share.title.met", lang, last=found.last_year)
    sound = listed[~listed["is_doubtful"]]
    first = sound.iloc[0] if len(sound) else listed.iloc[0]
    return say(
        "share.title.equal" if rule == "equal_rate" else "share.title",
        lang,
        rule=say(f"rule.{rule}", lang),
        first=names[str(first.name)],
        rate=percent(first[f"rate_{rule}"], 1),
        records=int(listed[f"is_record_{rule}"].sum()),
        count=len(listed),
        units=say(f"share.units.{unit}", lang),
        rest=_rest(found, rule, lang),
        year=GOALS[goal][1],
    )


def _rest(found: Sharing, rule: str, lang: Lang) -> str:
    """Return what part of the gap the rule does not cover, nothing where it covers all."""
    left = found.left_t[rule]
    return say("share.rest", lang, part=share(left / found.gap_t)) if left > 0 else ""


def _table_title(found: Sharing, said: dict[str, object], goal: str, lang: Lang) -> str:
    """Return the gap, and which rules leave how much of it."""
    rest = [
        say(
            "share.table.rest",
            lang,
            rule=say(f"rule.short.{rule}", lang),
            left=labels.amount(left, GOALS[goal][0], lang),
        )
        for rule, left in found.left_t.items()
        if left > 0
    ]
    key = "share.table.title_rest" if rest else "share.table.title"
    return say(key, lang, rest=say("list.separator", lang).join(rest), **said)


def _how(rule: str, unit: str, lang: Lang) -> str:
    return say(f"rule.how.{rule}" + (f".{unit}" if rule == "benchmark" else ""), lang)


def _goal_note(goal: str, lang: Lang) -> str:
    return say(f"goal.note.{goal}", lang, target=percent(-GOALS[goal][2], 1, sign=True))


def _notes(ask: Ask, found: Sharing, goal: str, unit: str, lang: Lang) -> list[str]:
    """Return what the mark means, how the units are measured, and which figures are faulty."""
    said = [say("share.note.mark", lang)]
    if unit == "region":
        names = region_names(ask, lang)
        absent = [names[str(code)] for code in found.table.index[found.table["missing"] != ""]]
        listed = say("list.separator", lang).join(absent)
        known = len(found.table) - len(absent)
        return [
            *said,
            *_left_out(found, names, lang),
            say("share.note.region", lang, count=known, missing=listed),
            doubt_note(lang),
        ]
    said.append(say("share.note.sector", lang))
    if GOALS[goal][0] == "co2":
        said += [say("share.note.cement", lang), fault_words(ask, "feedstock_jump", lang)]
    return said


def _left_out(found: Sharing, names: dict[str, str], lang: Lang) -> tuple[str, ...]:
    """Return which years of which provinces are no part of any best five, nothing for none."""
    between = say("list.separator", lang)
    listed = [
        f"{names[str(code)]} {between.join(str(year) for year in years)}"
        for code, years in found.table["left_out"].items()
        if years
    ]
    if not listed:
        return ()
    names_listed = ("；" if lang == "zh" else "; ").join(listed)
    return (say("share.note.left_out", lang, names=names_listed),)
