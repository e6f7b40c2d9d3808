"""What the reader chose, and its form in the URL.

The URL is the one truth: a page reads its choices from it at every run, and a control writes its
new value there. Values are codes, never words of a language, so a link means the same to every
reader.
"""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

SHOWN_LENGTH = 40
# How many values that were not taken are told of each kind.
SHOWN_BAD = 3
# Every code of a choice of many, in one word.
ALL = "all"
# The letters of codes: ids, trays and addresses carry these, and a comma between codes of many.
LETTERS = r"A-Za-z0-9_.+\-"
CODE = re.compile(f"[{LETTERS}]*", re.ASCII)
# Digits as a link writes them: no exponent, no "nan", no digits of other scripts, none endless.
PLAIN_NUMBER = re.compile(r"-?[0-9]{1,9}(\.[0-9]{1,6})?", re.ASCII)


@dataclass(frozen=True)
class Choice:
    """One thing to choose: its name in the URL, the codes allowed, and the default.

    ``resets`` names the choices that a new value makes meaningless: they leave the URL with it.
    """

    name: str
    allowed: tuple[str, ...]
    default: str
    resets: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a code that no id could carry; ValueError."""
        _check(self)


@dataclass(frozen=True)
class ManyChoice:
    """Any number of codes, joined by commas in the URL; unsaid or "all" means all, "" none."""

    name: str
    allowed: tuple[str, ...]

    def __post_init__(self) -> None:
        """Refuse a code that no id could carry; ValueError."""
        _check(self)


@dataclass(frozen=True)
class FewChoice:
    """A few codes in the reader's own order, joined by commas in the URL; unsaid or "" means none.

    No code counts twice, and none after the first ``most`` counts.
    """

    name: str
    allowed: tuple[str, ...]
    most: int

    def __post_init__(self) -> None:
        """Refuse a code that no id could carry; ValueError."""
        _check(self)


@dataclass(frozen=True)
class Number:
    """A number from ``low`` to ``high`` in steps; in the URL in its shortest form ("5", "-0.5")."""

    name: str
    low: float
    high: float
    step: float
    default: float


@dataclass(frozen=True)
class Given:
    """What a reader gives, packed into the letters of codes; ``is_known`` says what can be read.

    Its default needs no saying; "" is a default of nothing given.
    """

    name: str
    default: str
    is_known: Callable[[str], bool]


Coded = Choice | ManyChoice | FewChoice
AnyChoice = Coded | Number | Given
# Why a value was not taken: not known, and the default stands for it; one of several that is not
# known, said a second time, or one more than there may be, while the others stay.
Reason = Literal["default", "left_out", "twice", "too_many"]


@dataclass(frozen=True)
class Notice:
    """A value of the URL that was not taken, and why.

    ``bounds`` holds lowest, highest and step where a number was wanted, ``most`` how many codes
    there may be of a few.
    """

    name: str
    value: str
    bounds: tuple[float, float, float] | None = None
    reason: Reason = "default"
    most: int | None = None

    @property
    def is_known(self) -> bool:
        """Whether the value is a code of the choice, and only its place or number was wrong."""
        return self.reason in ("twice", "too_many")


# A value, and what was not taken with the reason.
Taken = tuple[str | float | tuple[str, ...], list[tuple[str, Reason]]]


class Selection:
    """The chosen values of one page, by name."""

    def __init__(self, values: Mapping[str, str | float | tuple[str, ...]]) -> None:
        """Hold the values; reading one that was not declared is a KeyError."""
        self._values = dict(values)

    def one(self, name: str) -> str:
        """Return a single choice."""
        value = self._values[name]
        if not isinstance(value, str):
            kind = "number" if isinstance(value, float) else "choice of many"
            raise TypeError(f"{name} is a {kind}")
        return value

    def only(self, names: Sequence[str]) -> "Selection":
        """Return some of the choices and no others; a name that is not here is a KeyError."""
        return Selection({name: self._values[name] for name in names})

    def replaced(self, others: "Selection") -> "Selection":
        """Return these choices with the values of others in place of their own."""
        return Selection(self._values | others._values)

    def number(self, name: str) -> float:
        """Return a number."""
        value = self._values[name]
        if not isinstance(value, float):
            raise TypeError(f"{name} is no number")
        return value

    def many(self, name: str) -> tuple[str, ...]:
        """Return the chosen codes of a choice of many or few; of many in the order allowed."""
        value = self._values[name]
        if not isinstance(value, tuple):
            raise TypeError(f"{name} is a choice of one")
        return value


def read(
    raw: Mapping[str, Sequence[str]], choices: Sequence[AnyChoice]
) -> tuple[Selection, list[Notice]]:
    """Return the selection a URL asks for, with a notice for every value that is not known."""
    values: dict[str, str | float | tuple[str, ...]] = {}
    notices: list[Notice] = []
    for choice in choices:
        given = list(raw.get(choice.name, ()))
        values[choice.name], bad = _read(given, choice)
        notices += [_notice(choice, value, reason) for value, reason in bad]
    return Selection(values), notices


def written(value: str | float | Sequence[str], choice: AnyChoice) -> str | None:
    """Return the form of a value in the URL, None where it is the default and needs no saying."""
    if isinstance(choice, Number):
        return None if value == choice.default else shortest(float(str(value)))
    if isinstance(choice, Choice | Given):
        return None if value == choice.default else str(value)
    codes = () if isinstance(value, float) else value
    if isinstance(choice, FewChoice):
        return ",".join(codes) or None
    chosen = [code for code in choice.allowed if code in codes]
    return None if len(chosen) == len(choice.allowed) else ",".join(chosen)


def in_full(chosen: Selection, choice: AnyChoice) -> str:
    """Return the written form of a chosen value, its default included: it means one thing for ever.

    None of many or few is an empty text, all of many is the word for all.
    """
    if isinstance(choice, Number):
        return shortest(chosen.number(choice.name))
    if isinstance(choice, Choice | Given):
        return chosen.one(choice.name)
    codes = chosen.many(choice.name)
    is_all = isinstance(choice, ManyChoice) and codes == choice.allowed
    return ALL if is_all else ",".join(codes)


def shortest(value: float) -> str:
    """Return a number without exponent and without zeros that say nothing."""
    return f"{value:.6f}".rstrip("0").rstrip(".")


def _check(choice: Coded) -> None:
    strange = [code for code in choice.allowed if not CODE.fullmatch(code)]
    if strange:
        raise ValueError(f"{choice.name}: no id or address carries the codes {strange}")


def _meant(code: str, choice: Coded) -> str:
    """Return a code with the plus that became a blank in an address typed by hand."""
    plus = code.replace(" ", "+")
    return plus if plus in choice.allowed else code


def _notice(choice: AnyChoice, value: str, reason: Reason) -> Notice:
    most = choice.most if isinstance(choice, FewChoice) else None
    return Notice(choice.name, _shown(value), _bounds(choice), reason, most)


def _read(given: list[str], choice: AnyChoice) -> Taken:
    match choice:
        case Number():
            return _number(given, choice)
        case Given():
            return _packed(given, choice)
        case Choice():
            return _one(given, choice)
        case ManyChoice():
            return _many(given, choice)
        case FewChoice():
            return _few(given, choice)


def _number(given: list[str], choice: Number) -> Taken:
    if not given:
        return choice.default, []
    value = _parsed(given[-1], choice)
    return (choice.default, [(given[-1], "default")]) if value is None else (value, [])


def _parsed(text: str, choice: Number) -> float | None:
    """Return the number a text means, None where it is none, out of bounds or between steps."""
    if not PLAIN_NUMBER.fullmatch(text):
        return None
    value = float(text)
    steps = (value - choice.low) / choice.step
    on_step = math.isclose(steps, round(steps), abs_tol=1e-9)
    # Adding zero makes a minus zero plain.
    return value + 0.0 if on_step and choice.low <= value <= choice.high else None


def _bounds(choice: AnyChoice) -> tuple[float, float, float] | None:
    if not isinstance(choice, Number):
        return None
    return choice.low, choice.high, choice.step


def _packed(given: list[str], choice: Given) -> Taken:
    value = given[-1] if given else choice.default
    if value == choice.default or (CODE.fullmatch(value) and choice.is_known(value)):
        return value, []
    return choice.default, [(value, "default")]


def _one(given: list[str], choice: Choice) -> Taken:
    if not given:
        return choice.default, []
    value = _meant(given[-1], choice)
    return (value, []) if value in choice.allowed else (choice.default, [(value, "default")])


def _many(given: list[str], choice: ManyChoice) -> Taken:
    if not given or given == [ALL]:
        return choice.allowed, []
    codes = _parts(given, choice)
    bad = [code for code in dict.fromkeys(codes) if code not in choice.allowed]
    chosen = tuple(code for code in choice.allowed if code in codes)
    reason: Reason = "left_out" if chosen else "default"
    return (choice.allowed if bad and not chosen else chosen), _listed(bad, reason)


def _few(given: list[str], choice: FewChoice) -> Taken:
    codes = _parts(given, choice)
    known = [code for code in codes if code in choice.allowed]
    once = tuple(dict.fromkeys(known))
    kept = once[: choice.most]
    unknown = [code for code in dict.fromkeys(codes) if code not in choice.allowed]
    twice = [code for code in kept if known.count(code) > 1]
    return kept, [
        *_listed(unknown, "left_out"),
        *_listed(twice, "twice"),
        *_listed(once[choice.most :], "too_many"),
    ]


def _parts(given: list[str], choice: Coded) -> list[str]:
    return [_meant(code, choice) for text in given for code in text.split(",") if code]


def _listed(bad: Sequence[str], reason: Reason) -> list[tuple[str, Reason]]:
    """Return the first that were not taken: a long text has no end of them."""
    return [(value, reason) for value in bad[:SHOWN_BAD]]


def _shown(value: str) -> str:
    return value if len(value) <= SHOWN_LENGTH else value[:SHOWN_LENGTH] + "…"
