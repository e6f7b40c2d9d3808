"""What was found wrong in a file: one sentence for each kind, place and text, in both languages."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from carbonpeak.data.faults import DataFault
from carbonpeak.data.reading.words import WORDS
from carbonpeak.data.text import Text

# Sentences that are shown; the rest is counted.
MOST_SENTENCES = 40
# Letters of a foreign text that a sentence shows.
MOST_LETTERS = 60


@dataclass(frozen=True)
class Finding:
    """One fault: file, row (the heading is row 1, as in a spreadsheet), column, and what is so.

    Row 0 and no column mean the file as a whole.
    """

    file: str
    row: int
    column: str
    what: Text

    def text(self, others: int = 0) -> Text:
        """Return the sentence; ``others`` rows have the very same fault."""
        place = "whole" if not self.row else "row" if not self.column else "cell"
        zh, en = self._place(place, others)
        return Text(f"{zh}{self.what.zh}", f"{en}{self.what.en}")

    def _place(self, place: str, others: int) -> tuple[str, str]:
        words, more = WORDS[f"place.{place}"], WORDS["place.others"]
        facts = {"file": self.file, "row": self.row, "column": self.column}
        return (
            words.zh.format(others=more.zh.format(n=others) if others else "", **facts),
            words.en.format(others=more.en.format(n=others) if others else "", **facts),
        )


class ReadingError(DataFault):
    """A file cannot be taken as it is; ``findings`` are all its faults, ``str`` says them."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        """Keep the faults and say each kind once, by its first row."""
        self.findings = tuple(findings)
        super().__init__(_listed(self.findings))


def what(key: str, **facts: object) -> Text:
    """Return what is wrong and what to do, with its places filled; foreign texts are cut."""
    shown = {name: _cut(fact) for name, fact in facts.items()}
    return Text(WORDS[key].zh.format(**shown), WORDS[key].en.format(**shown))


def _cut(fact: object) -> object:
    if not isinstance(fact, str) or len(fact) <= MOST_LETTERS:
        return fact
    return f"{fact[: MOST_LETTERS - 1]}…"


def _listed(findings: tuple[Finding, ...]) -> Text:
    alike = Counter((one.file, one.column, one.what) for one in findings)
    first: dict[tuple[str, str, Text], Finding] = {}
    for one in findings:
        first.setdefault((one.file, one.column, one.what), one)
    said = [one.text(alike[key] - 1) for key, one in first.items()]
    shown, left = said[:MOST_SENTENCES], len(said) - MOST_SENTENCES
    if left > 0:
        more = WORDS["more"]
        shown.append(Text(more.zh.format(n=left), more.en.format(n=left)))
    return Text("\n".join(one.zh for one in shown), "\n".join(one.en for one in shown))
