"""What changed since the version of the data kept before: verdicts that flipped, revisions."""

from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

import pandas as pd

from carbonpeak.data import catalogue, versions
from carbonpeak.data.dataset import DATA_ERRORS, Dataset
from carbonpeak.domain.view import View, region_names
from carbonpeak.export.report.document import Block, Paragraph
from carbonpeak.export.report.draft import Draft
from carbonpeak.topics.peak import analysis as peaks
from carbonpeak.topics.regions import analysis as regions
from carbonpeak.words.numbers import percent

# How many of the largest revisions are named, and from where on one is a revision, a fraction.
NAMED, LEAST_REVISION = 3, 0.0005
COLUMNS = {"energy": "energy_tce", "co2": "co2_t"}


def chapter(made: Draft, data: Path = catalogue.DATA) -> tuple[Block, ...]:
    """Return what changed since the last version kept beside the tables, nothing without one."""
    version = versions.last(made.data.version, data)
    if not version:
        return ()
    try:
        with closing(Dataset.open(data / versions.FOLDER / version)) as before:
            return (Paragraph(made.tell.sentences(said(made, before))),)
    except DATA_ERRORS:
        # Tables of then that are damaged, or that the queries of now cannot read.
        return (Paragraph(made.tell("changes.unread", version=version)),)


def said(made: Draft, before: Dataset) -> list[str]:
    """Return the sentences: from which version, verdicts that flipped, largest revisions."""
    tell, verdicts = made.tell, list(_verdicts(made, before))
    revised = list(_revisions(made, before))
    return [
        tell("changes.intro", version=before.version, last=before.last_year),
        *(verdicts or [tell("changes.no_verdicts")]),
        *(revised or [tell("changes.no_revisions")]),
    ]


def _verdicts(made: Draft, before: Dataset) -> Iterable[str]:
    tell = made.tell
    for measure in COLUMNS:
        then, now = _tiers(before, measure), _tiers(made.data, measure)
        words = _flipped(made, then, now, lambda key: tell(f"tier.{key}"))
        if words:
            yield tell(f"changes.tiers.{measure}", items=words)
    then, now = _states(before), _states(made.data)
    words = _flipped(made, then, now, lambda key: tell(f"peak.state.{key}"))
    if words:
        yield tell("changes.states", items=words)


def _tiers(data: Dataset, measure: str) -> "pd.Series[str]":
    """Return the tier by schedule of every judged province in the last year of a version."""
    table = regions.judged(data, View(measure, year=data.last_year))
    return table[table["cumulative"].notna()]["tier_schedule"]


def _states(data: Dataset) -> "pd.Series[str]":
    return peaks.provinces_by_last_year(data, "total")[data.last_year]


def _flipped(
    made: Draft, before: "pd.Series[str]", now: "pd.Series[str]", words: Callable[[str], str]
) -> str:
    """Return the provinces of the report whose verdict is another one now, with both."""
    names = region_names(made.data, made.tell.lang)
    return made.tell.listed(
        made.tell(
            "changes.one", name=names[code], before=words(before[code]), after=words(now[code])
        )
        for code in _of_place(made, now.index)
        if code in before.index and code in now.index and before[code] != now[code]
    )


def _revisions(made: Draft, before: Dataset) -> Iterable[str]:
    for measure, column in COLUMNS.items():
        change = _changes(_amounts(before, column), _amounts(made.data, column))
        own = change[change.index.get_level_values("region_code").isin(_of_place(made, None))]
        largest = own.loc[own.abs().sort_values(ascending=False).index].head(NAMED)
        if len(largest):
            items = made.tell.listed(_revision(made, key, part) for key, part in largest.items())
            yield made.tell(f"changes.revised.{measure}", items=items)


def _changes(before: "pd.Series[float]", now: "pd.Series[float]") -> "pd.Series[float]":
    """Return by how much each number of both versions changed, a fraction, where it did."""
    change = (now / before - 1).replace([float("inf"), -float("inf")], float("nan")).dropna()
    return change[change.abs() >= LEAST_REVISION]


def _amounts(data: Dataset, column: str) -> "pd.Series[float]":
    rows = data.ask("regions__yearly", first_year=None)
    return rows.set_index(["region_code", "year"])[column].astype(float)


def _revision(made: Draft, key: Any, part: float) -> str:
    code, year = key
    name = region_names(made.data, made.tell.lang)[str(code)]
    return made.tell("changes.revision", name=name, year=year, change=percent(part, 1, sign=True))


def _of_place(made: Draft, codes: Iterable[str] | None) -> list[str]:
    """Return the provinces a report is about: its own, or all of some codes."""
    if made.region:
        return [made.region]
    return list(region_names(made.data, made.tell.lang)) if codes is None else list(codes)
