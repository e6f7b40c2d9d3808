"""What changed since the version of the data kept before: verdicts that flipped, revisions."""

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

import pandas as pd

from carbonpeak.data import catalogue, versions
from carbonpeak.data.dataset import DATA_ERRORS, Dataset
from carbonpeak.domain.view import region_names
from carbonpeak.export.report.document import Block, Paragraph
from carbonpeak.export.report.draft import Draft
from carbonpeak.topics.versions import analysis as ledger
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
    tell, flipped = made.tell, ledger.flipped(before, made.data)
    for verdict in (*COLUMNS, ledger.STATE):
        is_peak = verdict == ledger.STATE
        prefix = "peak.state" if is_peak else "tier"
        words = _flipped(made, flipped[flipped["verdict"] == verdict], prefix)
        if words:
            key = "changes.states" if is_peak else f"changes.tiers.{verdict}"
            yield tell(key, items=words)


def _flipped(made: Draft, rows: pd.DataFrame, prefix: str) -> str:
    """Return the provinces of the report whose verdict is another one now, with both."""
    names, tell = region_names(made.data, made.tell.lang), made.tell
    own = rows[rows["region_code"].isin(_of_place(made))]
    return tell.listed(
        tell(
            "changes.one",
            name=names[row["region_code"]],
            before=tell(f"{prefix}.{row['before']}"),
            after=tell(f"{prefix}.{row['after']}"),
        )
        for row in own.to_dict("records")
    )


def _revisions(made: Draft, before: Dataset) -> Iterable[str]:
    for measure, column in COLUMNS.items():
        change = _changes(_amounts(before, column), _amounts(made.data, column))
        own = change[change.index.get_level_values("region_code").isin(_of_place(made))]
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


def _of_place(made: Draft) -> list[str]:
    """Return the provinces a report is about: its own, or all."""
    return [made.region] if made.region else list(region_names(made.data, made.tell.lang))
