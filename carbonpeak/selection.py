"""What the reader chose, and its form in the URL.

The URL is the one truth: a page reads its choices from it at every run, and a control writes its
new value there. Values are codes, never words of a language, so a link means the same to every
reader.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

SHOWN_LENGTH = 40


@dataclass(frozen=True)
class Choice:
    """One thing to choose: its name in the URL, the codes allowed, and the default.

    ``resets`` names the choices that a new value makes meaningless: they leave the URL with it.
    """

    name: str
    allowed: tuple[str, ...]
    default: str
    resets: tuple[str, ...] = ()


@dataclass(frozen=True)
class ManyChoice:
    """Any number of codes, joined by commas in the URL; unsaid means all, said empty means none."""

    name: str
    allowed: tuple[str, ...]


AnyChoice = Choice | ManyChoice


@dataclass(frozen=True)
class Notice:
    """A value of the URL that is not known here and was replaced by the default."""

    name: str
    value: str


class Selection:
    """The chosen values of one page, by name."""

    def __init__(self, values: Mapping[str, str | tuple[str, ...]]) -> None:
        """Hold the values; reading one that was not declared is a KeyError."""
        self._values = dict(values)

    def one(self, name: str) -> str:
        """Return a single choice."""
        value = self._values[name]
        if not isinstance(value, str):
            raise TypeError(f"{name} is a choice of many")
        return value

    def many(self, name: str) -> tuple[str, ...]:
        """Return the chosen codes of a choice of many, in the order they are allowed."""
        value = self._values[name]
        if isinstance(value, str):
            raise TypeError(f"{name} is a choice of one")
        return value


def read(
    raw: Mapping[str, Sequence[str]], choices: Sequence[AnyChoice]
) -> tuple[Selection, list[Notice]]:
    """Return the selection a URL asks for, with a notice for every value that is not known."""
    values: dict[str, str | tuple[str, ...]] = {}
    notices: list[Notice] = []
    for choice in choices:
        given = list(raw.get(choice.name, ()))
        values[choice.name], bad = (
            _one(given, choice) if isinstance(choice, Choice) else _many(given, choice)
        )
        notices += [Notice(choice.name, _shown(value)) for value in bad]
    return Selection(values), notices


def written(value: str | Sequence[str], choice: AnyChoice) -> str | None:
    """Return the form of a value in the URL, None where it is the default and needs no saying."""
    if isinstance(choice, Choice):
        return None if value == choice.default else str(value)
    chosen = [code for code in choice.allowed if code in value]
    return None if len(chosen) == len(choice.allowed) else ",".join(chosen)


def _one(given: list[str], choice: Choice) -> tuple[str, list[str]]:
    if not given:
        return choice.default, []
    value = given[-1]
    return (value, []) if value in choice.allowed else (choice.default, [value])


def _many(given: list[str], choice: ManyChoice) -> tuple[tuple[str, ...], list[str]]:
    if not given:
        return choice.allowed, []
    codes = [code for text in given for code in text.split(",") if code]
    bad = [code for code in dict.fromkeys(codes) if code not in choice.allowed]
    chosen = tuple(code for code in choice.allowed if code in codes)
    return (choice.allowed if bad and not chosen else chosen), bad[:3]


def _shown(value: str) -> str:
    return value if len(value) <= SHOWN_LENGTH else value[:SHOWN_LENGTH] + "…"
