"""What it would take: the rate asked of each province or division, and all rules side by side."""

import pandas as pd

from carbonpeak.charts import demand
from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import sectors
from carbonpeak.domain.view import region_names
from carbonpeak.figures import labels
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.labels import doubt_note
from carbonpeak.figures.origin import INTENSITY_SOURCES, fault_words
from carbonpeak.figures.table import Table
from carbonpeak.topics.outlook import sharing_rows
from carbonpeak.topics.outlook.analysis_sharing import GOALS, RULES, Sharing, shared_out
from carbonpeak.words.numbers import percent, share
from carbonpeak.words.speaker import Speaker


def ranking(data: Dataset, goal: str, unit: str, rule: str, tell: Speaker) -> Figure:
    """Return the yearly fall asked of each unit by one rule, as bars, most first."""
    found = shared_out(data, goal, unit)
    names = _names(data, found, unit, tell)
    known = found.table[found.table["missing"] == ""]
    listed = sharing_rows.ordered(known, rule)
    bars = [sharing_rows.bar(row, names[str(code)], rule, tell) for code, row in listed.iterrows()]
    title = _title(found, listed, names, goal, unit, rule, tell)
    keys = ("share.within", "share.beyond", "share.best")
    return Figure(
        name="sharing_ranking",
        title=title,
        subtitle=tell("share.sub", rule=tell(f"rule.{rule}"), **_scope(found, goal, tell)),
        alt=title,
        chart=demand.draw(bars, *(tell(key) for key in keys)),
        table=Table.of_texts(
            sharing_rows.table(found, names, goal, rule, tell)[
                sharing_rows.columns(unit, goal, (rule,), tell)
            ]
        ),
        standings=("scenario",),
        source_ids=INTENSITY_SOURCES[GOALS[goal][0]],
        notes=(
            _goal_note(goal, tell),
            _how(rule, unit, tell),
            *_notes(data, found, goal, unit, tell),
        ),
    )


def table(data: Dataset, goal: str, unit: str, rule: str, tell: Speaker) -> Figure:
    """Return all rules side by side, ordered by one of them; every column adds up to the gap."""
    found = shared_out(data, goal, unit)
    names = _names(data, found, unit, tell)
    said = _scope(found, goal, tell)
    title = _table_title(found, said, goal, tell)
    return Figure(
        name="sharing_table",
        title=title,
        subtitle=tell("share.table.sub", **said),
        alt=title,
        chart=None,
        table=Table.of_texts(sharing_rows.table(found, names, goal, rule, tell)),
        standings=("scenario",),
        source_ids=INTENSITY_SOURCES[GOALS[goal][0]],
        notes=tuple(_how(one, unit, tell) for one in RULES),
    )


def _names(data: Dataset, found: Sharing, unit: str, tell: Speaker) -> dict[str, str]:
    """Return the units' names by code, doubtful ones marked."""
    if unit == "sector":
        return sectors.names(data, tell.lang)
    places = region_names(data, tell.lang)
    return {
        str(code): f"{places[str(code)]} {labels.doubt(row)}".strip()
        for code, row in found.table.iterrows()
    }


def _scope(found: Sharing, goal: str, tell: Speaker) -> dict[str, object]:
    measure, year, _ = GOALS[goal]
    return {
        "measure": tell(f"measure.{measure}"),
        "goal": tell(f"goal.{goal}"),
        "first": found.last_year + 1,
        "year": year,
        "last": found.last_year,
        "gap": labels.amount(found.gap_t, measure, tell),
        "unit": tell(f"unit.{measure}"),
    }


def _title(
    found: Sharing,
    listed: pd.DataFrame,
    names: dict[str, str],
    goal: str,
    unit: str,
    rule: str,
    tell: Speaker,
) -> str:
    """Return who is asked most (doubtful ones aside), and how many more than ever before."""
    if found.gap_t <= 0:
        return tell("share.title.met", last=found.last_year)
    sound = listed[~listed["is_doubtful"]]
    first = sound.iloc[0] if len(sound) else listed.iloc[0]
    return tell(
        "share.title.equal" if rule == "equal_rate" else "share.title",
        rule=tell(f"rule.{rule}"),
        first=names[str(first.name)],
        rate=percent(first[f"rate_{rule}"], 1),
        records=int(listed[f"is_record_{rule}"].sum()),
        count=len(listed),
        units=tell(f"share.units.{unit}"),
        rest=_rest(found, rule, tell),
        year=GOALS[goal][1],
    )


def _rest(found: Sharing, rule: str, tell: Speaker) -> str:
    """Return what part of the gap the rule does not cover, nothing where it covers all."""
    left = found.left_t[rule]
    return tell("share.rest", part=share(left / found.gap_t)) if left > 0 else ""


def _table_title(found: Sharing, said: dict[str, object], goal: str, tell: Speaker) -> str:
    """Return the gap, and which rules leave how much of it."""
    rest = [
        tell(
            "share.table.rest",
            rule=tell(f"rule.short.{rule}"),
            left=labels.amount(left, GOALS[goal][0], tell),
        )
        for rule, left in found.left_t.items()
        if left > 0
    ]
    key = "share.table.title_rest" if rest else "share.table.title"
    return tell(key, rest=tell("list.separator").join(rest), **said)


def _how(rule: str, unit: str, tell: Speaker) -> str:
    return tell(f"rule.how.{rule}" + (f".{unit}" if rule == "benchmark" else ""))


def _goal_note(goal: str, tell: Speaker) -> str:
    return tell(f"goal.note.{goal}", target=percent(-GOALS[goal][2], 1, sign=True))


def _notes(data: Dataset, found: Sharing, goal: str, unit: str, tell: Speaker) -> list[str]:
    """Return what the mark means, how the units are measured, and which figures are faulty."""
    said = [tell("share.note.mark")]
    if unit == "region":
        names = region_names(data, tell.lang)
        absent = [names[str(code)] for code in found.table.index[found.table["missing"] != ""]]
        listed = tell("list.separator").join(absent)
        known = len(found.table) - len(absent)
        return [
            *said,
            *_left_out(found, names, tell),
            tell("share.note.region", count=known, missing=listed),
            doubt_note(tell),
        ]
    said.append(tell("share.note.sector"))
    if GOALS[goal][0] == "co2":
        said += [tell("share.note.cement"), fault_words(data, "feedstock_jump", tell)]
    return said


def _left_out(found: Sharing, names: dict[str, str], tell: Speaker) -> tuple[str, ...]:
    """Return which years of which provinces are no part of any best five, nothing for none."""
    between = tell("list.separator")
    listed = [
        f"{names[str(code)]} {between.join(str(year) for year in years)}"
        for code, years in found.table["left_out"].items()
        if years
    ]
    if not listed:
        return ()
    names_listed = ("；" if tell.lang == "zh" else "; ").join(listed)
    return (tell("share.note.left_out", names=names_listed),)
