"""The versions that are here and what was published when, as rows in words."""

from datetime import datetime

import pandas as pd

from carbonpeak.data import own_versions, owners, viewing
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.own_versions import Event
from carbonpeak.topics.versions.choices import seen
from carbonpeak.words.numbers import number
from carbonpeak.words.speaker import Speaker

NONE = "–"


def lead(data: Dataset, tell: Speaker) -> tuple[str, str]:
    """Return what is published now and what it is; then since when, by whom and why, if known."""
    version = viewing.published(data.root)
    first = tell("versions.lead", version=version, what=_what(data, version, tell))
    told = [one for one in own_versions.history(data.root) if _name(data, one.after) == version]
    if not told:
        return first, ""
    last = told[-1]
    words = {"when": moment(last.when), "who": last.who, "why": last.why or NONE}
    return first, tell("versions.since", **words)


def alone(data: Dataset, tell: Speaker) -> str:
    """Return what to do where there is one version alone, nothing where there are more."""
    if len(seen(data)) > 1:
        return ""
    tables = data.catalogue.tables
    rows = number(sum(table.row_count for table in tables))
    return tell("versions.alone", tables=len(tables), rows=rows, year=data.last_year)


def versions(data: Dataset, tell: Speaker) -> pd.DataFrame:
    """Return every version this reader may see, the last one made first.

    What none of them has is no column.
    """
    public = owners.ever_published(data.root)
    rows = pd.DataFrame([_row(data, one, public, tell) for one in seen(data)[::-1]])
    return rows.loc[:, (rows != NONE).any()]


def _row(data: Dataset, version: str, public: frozenset[str], tell: Speaker) -> dict[str, str]:
    cells = {"version": version, "state": _state(data, version, public, tell)}
    if version in own_versions.listed(data.root):
        made = own_versions.origin(version, data.root)
        cells |= {"made": moment(made.made_at), "who": made.who, "why": made.why}
        cells |= {"file": made.file, "parent": made.parent}
        cells["confirmed"] = tell.clauses(made.confirmed)
    names = ("version", "state", "made", "who", "why", "file", "parent", "confirmed")
    return {tell(f"versions.list.{one}"): cells.get(one) or NONE for one in names}


def _state(data: Dataset, version: str, public: frozenset[str], tell: Speaker) -> str:
    if version == viewing.published(data.root):
        return tell("versions.state.published")
    if version not in own_versions.listed(data.root):
        return _what(data, version, tell)
    return tell("versions.state.before" if version in public else "versions.state.draft")


def _what(data: Dataset, version: str, tell: Speaker) -> str:
    """Return what a version is: shipped, shipped before, or imported by somebody."""
    if version == viewing.shipped(data.root):
        return tell("versions.what.shipped")
    if version not in own_versions.listed(data.root):
        return tell("versions.what.earlier")
    return tell("versions.what.own", who=own_versions.origin(version, data.root).who)


def history(data: Dataset, tell: Speaker) -> pd.DataFrame:
    """Return every change of what is published, the last one first; no rows where none was."""
    return pd.DataFrame(
        [_event(data, one, tell) for one in reversed(own_versions.history(data.root))]
    )


def _event(data: Dataset, one: Event, tell: Speaker) -> dict[str, str]:
    return {
        tell("versions.history.when"): moment(one.when),
        tell("versions.history.before"): _name(data, one.before),
        tell("versions.history.after"): _name(data, one.after),
        tell("versions.list.who"): one.who,
        tell("versions.list.why"): one.why or NONE,
    }


def _name(data: Dataset, version: str) -> str:
    """Return a version as history keeps it by its name: nothing stands for the shipped one."""
    return version or viewing.shipped(data.root)


def publishable(data: Dataset) -> tuple[str, ...]:
    """Return the versions that can be published in place of the present: own ones and shipped."""
    known = {viewing.shipped(data.root), *own_versions.listed(data.root)}
    now = viewing.published(data.root)
    return tuple(one for one in seen(data)[::-1] if one in known and one != now)


def moment(kept: str) -> str:
    """Return the day and minute of a moment as it is kept, in the time of this machine."""
    return datetime.fromisoformat(kept).astimezone().strftime("%Y-%m-%d %H:%M")
