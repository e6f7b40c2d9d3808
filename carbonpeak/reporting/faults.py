"""What a deed is refused for, as a sentence in both languages that says what to do instead."""

from dataclasses import dataclass

from carbonpeak.data.faults import DataFault
from carbonpeak.data.text import Text
from carbonpeak.words import both

# Letters of what was given that a sentence shows.
MOST_LETTERS = 60


class ReportingError(DataFault):
    """A deed is refused; nothing was changed."""


@dataclass(frozen=True)
class Fault:
    """What is wrong with one of several things given: which (from 0), its field, value, words.

    ``line`` is the line of a report (from 0).
    """

    place: int
    column: str
    value: str
    text: Text
    line: int = 0


def said(key: str, **facts: object) -> Text:
    """Return a sentence of ``filed.fault``; a Text fills the place of each language."""
    return both(f"filed.fault.{key}", **_spread(facts))


def refused(key: str, **facts: object) -> ReportingError:
    """Return the error with a sentence as above."""
    return ReportingError(said(key, **facts))


def _spread(facts: dict[str, object]) -> dict[str, object]:
    spread: dict[str, object] = {}
    for name, value in facts.items():
        if isinstance(value, Text):
            spread |= {f"{name}_zh": value.zh, f"{name}_en": value.en}
        else:
            spread[name] = cut(value) if isinstance(value, str) else value
    return spread


def cut(text: str) -> str:
    """Return what was given as a sentence shows it."""
    return text if len(text) <= MOST_LETTERS else f"{text[: MOST_LETTERS - 1]}…"
