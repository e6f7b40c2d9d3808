"""Chinese of the registers, whose texts are English renderings of documents or our notes."""

from functools import cache

import pandas as pd

from carbonpeak.build import registers
from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import Columns, declare
from carbonpeak.build.sources import SourceRegister
from carbonpeak.data.catalogue import Text

TABLE = declare(
    "register_words",
    Text("登记表的中文", "Chinese of the registers"),
    Columns("register_field text_en text_zh wording"),
    "register_field text_en",
    format="csv",
    licence="Project's own words; names of documents are facts",
    citation="Names of documents and headings as in the documents; the rest put into words by this "
    "project",
)
# One line per text and the column it stands in: "standard" as a unit is not "standard" as a topic.
FILE = "register_words.csv"


def build(_raw: Raw, _sources: SourceRegister) -> pd.DataFrame:
    """One row per column and text of the registers, with its Chinese and where the words are from.

    ``wording``: seen (read in a copy of the document), recalled (the document's name or heading as
    known, to be compared with the original), translated (no document's words, ours).
    """
    return (
        registers.read(FILE, "field", "text_en")
        .fillna("")
        .rename(columns={"field": "register_field"})
    )


def chinese(field: str, text: str) -> str:
    """Return the Chinese of a text of a register; itself where it has none."""
    return _by_text().get((field, text), text)


@cache
def _by_text() -> dict[tuple[str, str], str]:
    rows = registers.read(FILE, "field", "text_en").fillna("")
    return dict(zip(zip(rows["field"], rows["text_en"], strict=True), rows["text_zh"], strict=True))
