"""The source of rows that name none: a row in the table of sources, from the file they came in."""

from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.data.own_versions import LICENCE
from carbonpeak.data.text import Text
from carbonpeak.domain import months
from carbonpeak.incoming import merging
from carbonpeak.incoming.check import Incoming
from carbonpeak.incoming.known import OWN_SOURCE
from carbonpeak.incoming.words import said

# Letters of a file's checksum in the id of its source.
ID_LETTERS = 10
MOST_NAME_LETTERS = 60
# Where a name goes, it must mean itself: neither a break of the line nor a sign of Markdown.
SIGNS = str.maketrans(dict.fromkeys("|*_`[]<>\\$#~", " "))
PREFIX = "own-"
SOURCES = "sources"


def source_id(sha256: str) -> str:
    """Return the id of the source that a file is, from its checksum."""
    return f"{PREFIX}{sha256[:ID_LETTERS]}"


def source(file: str, sha256: str, who: str) -> dict[str, str]:
    """Return the row of the table ``sources`` for a file that ``who`` imports today."""
    date = months.today().isoformat()
    name = said("source.name", stem=_plain(Path(file).stem), date=date)
    cited = said("source.citation", file=_plain(file), date=date, who=_plain(who))
    return row(source_id(sha256), name, cited.en)


def row(code: str, name: Text, citation: str) -> dict[str, str]:
    """Return the row of the table ``sources`` for a source of own figures."""
    named = {"name_zh": name.zh, "name_en": name.en}
    return {"source_id": code, **named, "citation": citation, "licence": LICENCE}


def with_sources(
    data: Dataset, made: dict[str, pd.DataFrame], more: Iterable[dict[str, str]]
) -> dict[str, pd.DataFrame]:
    """Return the tables that change; ``sources`` is one of them where a source is new in it."""
    table = data.catalogue.table(SOURCES)
    standing = made.get(SOURCES, merging.standing_rows(data, table))
    known = set(standing["source_id"])
    new = [one for one in more if one["source_id"] not in known]
    if not new:
        return made
    given = merging.typed(pd.DataFrame(new), table)
    return {**made, SOURCES: merging.merged(standing, given, table)[0]}


def named(incoming: Incoming, sha256: str, standing: str) -> pd.DataFrame:
    """Return the rows of a file; those without source and standing have its own and the given."""
    rows = incoming.rows.copy()
    if "source_id" in rows:
        rows["source_id"] = rows["source_id"].replace(OWN_SOURCE, source_id(sha256))
    if "standing" in rows and incoming.head and "standing" not in incoming.head.fields:
        rows["standing"] = standing
    return rows


def _plain(text: str) -> str:
    bare = " ".join("".join(one if one.isprintable() else " " for one in text).split())
    shown = " ".join(bare.translate(SIGNS).split()) or "-"
    return shown if len(shown) <= MOST_NAME_LETTERS else f"{shown[: MOST_NAME_LETTERS - 1]}…"
