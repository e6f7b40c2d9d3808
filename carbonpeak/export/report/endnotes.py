"""Notes of a report: each once at its end under a letter, its figures name the letters."""

from collections.abc import Iterable
from dataclasses import dataclass
from string import ascii_lowercase

from carbonpeak.export.printable import PrintableFigure
from carbonpeak.export.rows.plain import one_line
from carbonpeak.figures.origin import standing_line
from carbonpeak.words import Lang, say


@dataclass(frozen=True)
class Entry:
    """A note and its mark: a letter, or the figure whose choices it lists."""

    mark: str
    text: str


class Endnotes:
    """Gives every note its letter as figures are written one after the other."""

    def __init__(self) -> None:
        """Begin with no note."""
        self._letters: dict[str, str] = {}
        self._choices: list[Entry] = []

    def lines(self, printable: PrintableFigure, label: str) -> tuple[str, ...]:
        """Return the lines below a figure: its author's note, standing and source, notes and id.

        ``label`` is its kind and number ("图 3").
        """
        letters = [self._letter(note) for note in printable.figure.notes if one_line(note)]
        if printable.filter_line:
            self._choices.append(Entry(label, printable.filter_line))
        source = printable.tell(
            "figure.source", sources=printable.sources_in_short or printable.sources
        )
        joint = printable.tell("report.joint")
        return (
            *([printable.own_note] if printable.own_note else []),
            joint.join((standing_line(printable.figure, printable.tell), source)),
            joint.join((*_named(letters, printable.lang), _identity(printable))),
        )

    def entries(self, lang: Lang) -> tuple[Entry, ...]:
        """Return all notes by letter, then what was chosen for each figure."""
        notes = (Entry(say("report.note", lang, mark=m), n) for n, m in self._letters.items())
        return (*notes, *self._choices)

    def _letter(self, note: str) -> str:
        return self._letters.setdefault(note, letters(len(self._letters)))


def letters(place: int) -> str:
    """Return the letters of a note by its place from 0: a to z, then aa to az, and so on."""
    more, last = divmod(place, len(ascii_lowercase))
    return (letters(more - 1) if more else "") + ascii_lowercase[last]


def _named(marks: Iterable[str], lang: Lang) -> tuple[str, ...]:
    named = say("list.separator", lang).join(dict.fromkeys(marks))
    return (say("report.notes.see", lang, marks=named),) if named else ()


def _identity(printable: PrintableFigure) -> str:
    """Return the id of a figure, which ends with the versions of data and method."""
    return say("report.identity", printable.lang, passport=printable.passport.id)
