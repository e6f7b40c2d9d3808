"""The rule of the page Peak in words, what must be said about it, and how its verdicts age."""

import pandas as pd

from carbonpeak.charts.style import PEAK_INK
from carbonpeak.data.dataset import Dataset
from carbonpeak.domain.view import region_names
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.table import YEAR, Head, Table, number
from carbonpeak.indicators.peak import STATES
from carbonpeak.thresholds import NORMAL_FROM
from carbonpeak.topics.peak import analysis, cells, charts, labels
from carbonpeak.topics.peak.choices import PeakChoices
from carbonpeak.topics.peak.facts import facts
from carbonpeak.topics.peak.sentence import LIMITS
from carbonpeak.words.speaker import Speaker


def rule(tell: Speaker) -> str:
    """Return the rule with its constants: a list of the states, and what the test counts."""
    states = [
        f"- {tell(f'peak.rule.{key}', state=labels.state(key, tell), **LIMITS)}" for key in STATES
    ]
    test = tell("peak.rule.test", normal=NORMAL_FROM)
    return "\n\n".join((tell("peak.rule.source"), "\n".join(states), test))


def remarks(data: Dataset, tell: Speaker) -> str:
    """Return what a reader must know before using a judgement."""
    said = (
        tell("peak.note.single", count=len(facts(data).covered)),
        *labels.withheld_note(data, "total", tell),
        *labels.reconstruction_note(data, data.last_year, tell),
        labels.value_added_note(data, tell),
        labels.zero_note(data, tell),
        *_jumps(data, tell),
    )
    return "\n".join(f"- {remark}" for remark in said)


def provinces(data: Dataset, chosen: PeakChoices, tell: Speaker) -> Figure:
    """Return how many provinces stand in each state with each last year of the data."""
    states = analysis.provinces_by_last_year(data, chosen.scope)
    counts, years = _counts(states), [int(year) for year in states.columns]
    legend = {state: labels.state(state, tell) for state in counts}
    title, lost = _title(states, tell), _lost(states)
    basis = tell(f"basis.{chosen.scope}")
    return Figure(
        name="peak_provinces",
        title=title,
        subtitle=tell("peak.provinces.sub", first=years[0], last=years[-1], basis=basis),
        alt=title,
        chart=lambda: charts.counts(years, counts, legend, labels.FILLS, PEAK_INK),
        table=_table(years, counts, tell),
        standings=labels.standings(data, data.last_year),
        source_ids=labels.sources(data, chosen.scope, data.last_year),
        notes=_lost_names(data, lost, tell),
    )


def _jumps(data: Dataset, tell: Speaker) -> tuple[str, ...]:
    """Return which provinces' energy jumps as a revision would explain, nothing where none's."""
    names, yearly = region_names(data, tell.lang), data.ask("regions__yearly")
    jumped = dict.fromkeys(yearly["region_code"][yearly["is_break"]])
    listed = tell.listed(names[str(code)] for code in jumped)
    return (tell("peak.note.jumps", names=listed),) if listed else ()


def _counts(states: pd.DataFrame) -> dict[str, list[int]]:
    """Return how many provinces stand in each state that occurs, one number for each last year."""
    counted = states.apply(lambda column: column.value_counts()).reindex(list(STATES))
    counted = counted.dropna(how="all").fillna(0).astype(int)
    return {str(state): [int(count) for count in row] for state, row in counted.iterrows()}


def _table(years: list[int], counts: dict[str, list[int]], tell: Speaker) -> Table:
    lasts = {Head("last_year", tell("peak.age.until")): [number(year, YEAR) for year in years]}
    return Table.of_columns(
        lasts
        | {
            Head(state, labels.state(state, tell)): [number(count, cells.COUNT) for count in row]
            for state, row in counts.items()
        }
    )


def _lost(states: pd.DataFrame) -> list[str]:
    """Return the provinces once said to have peaked and in the last year no longer."""
    peaked = states.isin(labels.PEAKED)
    return [str(code) for code in peaked.index[peaked.any(axis=1) & ~peaked.iloc[:, -1]]]


def _lost_names(data: Dataset, lost: list[str], tell: Speaker) -> tuple[str, ...]:
    """Return those provinces by name, nothing where there is none."""
    names = region_names(data, tell.lang)
    listed = tell.listed(names[code] for code in lost)
    said = {"names": listed, "last": data.last_year}
    return (tell("peak.provinces.names", **said),) if lost else ()


def _title(states: pd.DataFrame, tell: Speaker) -> str:
    """Return how many had peaked at first and last, and how many were once said to and are not."""
    peaked, lost = states.isin(labels.PEAKED), _lost(states)
    places: dict[str, object] = {
        "first": states.columns[0],
        "last": states.columns[-1],
        "before": int(peaked.iloc[:, 0].sum()),
        "now": int(peaked.iloc[:, -1].sum()),
    }
    if not lost:
        return tell("peak.provinces.kept", **places)
    return tell("peak.provinces.lost", count=len(lost), **places)
