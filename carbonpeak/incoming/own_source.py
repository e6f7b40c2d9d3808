"""The source of rows that name none: a row in the table of sources, from the file they came in."""

from pathlib import Path

import pandas as pd

from carbonpeak.domain import months
from carbonpeak.incoming.check import Incoming
from carbonpeak.incoming.known import OWN_SOURCE
from carbonpeak.incoming.words import said

# Letters of a file's checksum in the id of its source.
ID_LETTERS = 10
MOST_NAME_LETTERS = 60
# Where a name goes, it must mean itself: neither a break of the line nor a sign of Markdown.
SIGNS = str.maketrans(dict.fromkeys("|*_`[]<>\\$#~", " "))
PREFIX = "own-"


def source_id(sha256: str) -> str:
    """Return the id of the source that a file is, from its checksum."""
    return f"{PREFIX}{sha256[:ID_LETTERS]}"


def source(file: str, sha256: str, who: str) -> dict[str, str]:
    """Return the row of the table ``sources`` for a file that ``who`` imports today."""
    date = months.today().isoformat()
    name = said("source.name", stem=_plain(Path(file).stem), date=date)
    cited = said("source.citation", file=_plain(file), date=date, who=_plain(who))
    return {
        "source_id": source_id(sha256),
        "name_zh": name.zh,
        "name_en": name.en,
        "citation": cited.en,
        "licence": "Own figures: not for passing on unless their owner allows it",
    }


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
