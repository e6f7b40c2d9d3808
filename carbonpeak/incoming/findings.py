"""What was found in a file from outside: file, sheet, row, column, value, rule; words for each."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from carbonpeak.data.text import Text
from carbonpeak.incoming.rules import RULES, Severity

# Letters of a foreign text that a sentence shows.
MOST_LETTERS = 60
COLUMNS = ("severity", "file", "sheet", "row", "column", "value", "rule", "what", "remedy")
# Places in words: with a sheet and without, a cell, a row, the whole; in both languages.
PLACES = {
    "sheet": Text("，工作表“{sheet}”", ", sheet {sheet}"),
    "row": Text("，第 {row} 行", ", row {row}"),
    "column": Text("，“{column}”列", ", column {column}"),
}


@dataclass(frozen=True)
class Finding:
    """One breach of a rule: where it is (row 0 and no column: the whole sheet) and what was met.

    ``named`` is what was met in words of ours, as the names of the codes in ``value``.
    """

    file: str
    rule: str
    value: str = ""
    sheet: str = ""
    row: int = 0
    column: str = ""
    named: Text | None = None

    @property
    def severity(self) -> Severity:
        """Whether it refuses the file or must be confirmed."""
        return RULES[self.rule].severity

    @property
    def met(self) -> Text:
        """What was met: in our words, else letter by letter as far as a sentence has room."""
        if self.named is not None:
            return self.named
        value = self.value
        cut = value if len(value) <= MOST_LETTERS else f"{value[: MOST_LETTERS - 1]}…"
        return Text(cut, cut)

    @property
    def what(self) -> Text:
        """What is so."""
        return self._filled(RULES[self.rule].what)

    @property
    def remedy(self) -> Text:
        """What to do about it."""
        return self._filled(RULES[self.rule].remedy)

    @property
    def place(self) -> Text:
        """Where it is, beginning with the file."""
        facts = {"sheet": self.sheet, "row": self.row, "column": self.column}
        said = [words for name, words in PLACES.items() if facts[name]]
        zh, en = ("".join(getattr(one, lang) for one in said) for lang in ("zh", "en"))
        return Text(f"{self.file}{zh.format(**facts)}", f"{self.file}{en.format(**facts)}")

    @property
    def text(self) -> Text:
        """The whole sentence: where, what, what to do."""
        place, what, remedy = self.place, self.what, self.remedy
        return Text(f"{place.zh}：{what.zh}{remedy.zh}", f"{place.en}: {what.en} {remedy.en}")

    def _filled(self, words: Text) -> Text:
        met = self.met
        return Text(words.zh.replace("{value}", met.zh), words.en.replace("{value}", met.en))


def rows(found: Iterable[Finding], chinese: bool) -> pd.DataFrame:
    """Return findings as rows, errors before warnings, with words in one language."""
    lang = "zh" if chinese else "en"
    cells = [
        (
            *(one.severity, one.file, one.sheet, one.row, one.column),
            *(getattr(one.named, lang) if one.named else one.value, one.rule),
            *(getattr(one.what, lang), getattr(one.remedy, lang)),
        )
        for one in sorted(found, key=lambda one: (one.severity, one.row, one.column))
    ]
    return pd.DataFrame(cells, columns=list(COLUMNS))
