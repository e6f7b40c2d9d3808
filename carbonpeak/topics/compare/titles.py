"""What a comparison finds, in a sentence: who moved, stands or needs most and least."""

from collections.abc import Callable, Sequence
from math import isclose

from carbonpeak.figures.table import Form
from carbonpeak.thresholds import TARGET_YEAR
from carbonpeak.topics.compare.choices import CompareChoices
from carbonpeak.topics.compare.entries import Entry
from carbonpeak.topics.compare.outcome import Outcome
from carbonpeak.words.numbers import MORE_DIGITS, enough_digits, number, percent
from carbonpeak.words.sentences import moved
from carbonpeak.words.speaker import Speaker

# A Chinese title is at most so wide; a character of another script is half as wide.
WIDEST = 30
FULL_WIDTH_FROM = 0x2E7F
# Values as near as this, as a part of their size, are the same.
SAME = 1e-9
WIDE_SIGNS = "※—“”"


def finding(
    entries: Sequence[Entry],
    found: Outcome | None,
    chosen: CompareChoices,
    own: Form,
    tell: Speaker,
) -> str:
    """Return the finding; ``own`` is how a level is written.

    Doubtful entries are not named as most or least; that is said where one of them would be.
    """
    if found is None:
        return _nothing(entries, tell)
    known = sorted((one for one in entries if one.code in found.values), key=_by(found))
    if len(known) == 1:
        return _alone(known[0], found, chosen, own, tell)
    sound = [one for one in known if not one.is_doubtful]
    if not sound:
        return tell("compare.title.doubtful")
    ends = (sound[0], sound[-1])
    is_hidden = (known[0], known[-1]) != ends
    apart = tell("compare.apart") if is_hidden else ""
    if len(sound) == 1:
        said = _alone(sound[0], found, chosen, own, tell)
        return tell("compare.title.sound", said=said, apart=tell("compare.apart"))
    return fitting(_extremes(ends, found, chosen, own, tell), apart, when(found, tell), tell)


def when(found: Outcome, tell: Speaker) -> str:
    """Return the years that a finding is of."""
    if found.kind == "needed":
        return tell.years(found.end + 1, TARGET_YEAR)
    return tell.years(found.start, found.end)


def fitting(said: Sequence[str], apart: str, years: str, tell: Speaker) -> str:
    """Return the first of some sentences that is not too wide for a title, else the last.

    In each the years come before what is said; where nothing fits, they stand in the subtitle.
    """
    whole = [tell("compare.title.when", years=years, apart=apart, said=one) for one in said]
    bare = [tell("compare.title.bare", apart=apart, said=one) for one in said]
    every = [one for pair in zip(whole, bare, strict=True) for one in pair]
    return next((one for one in every if not tell.is_chinese or _width(one) <= WIDEST), every[-1])


def _by(found: Outcome) -> Callable[[Entry], float]:
    return lambda one: found.values[one.code]


def _nothing(entries: Sequence[Entry], tell: Speaker) -> str:
    """Return that nothing can be compared, and of whom where it is one."""
    if any(not one.missing for one in entries):
        return tell("compare.title.no_common")
    if len(entries) == 1:
        return tell("compare.title.none_of", name=entries[0].marked)
    return tell("compare.title.none")


def _alone(one: Entry, found: Outcome, chosen: CompareChoices, own: Form, tell: Speaker) -> str:
    """Return what a single entry did."""
    value, quantity = found.values[one.code], chosen.quantity
    words = {"name": one.marked, "years": when(found, tell)}
    words["quantity"] = tell(f"compare.short.{quantity.code}")
    if found.kind == "moved":
        size = moved(value, tell, amount=not quantity.is_intensity)
        return tell("compare.alone.moved", moved=size, **words)
    if found.kind == "level":
        return tell("compare.alone.level", value=own.text(value), unit=own.unit, **words)
    if value <= 0:
        return tell("compare.alone.passed", **words)
    return tell("compare.alone.needed", size=_pace(value), **words)


def _extremes(
    ends: tuple[Entry, Entry],
    found: Outcome,
    chosen: CompareChoices,
    own: Form,
    tell: Speaker,
) -> list[str]:
    """Return sentences about the lowest and the highest entry, the longer one first."""
    low, high = (found.values[one.code] for one in ends)
    if isclose(low, high, rel_tol=SAME):
        return [tell("compare.extremes.same")]
    names = {"low": ends[0].name, "high": ends[1].name}
    if found.kind == "moved":
        kind = "rose" if low >= 0 else "both" if high > 0 else "fell"
        sizes = {"low_size": _size(low), "high_size": _size(high)}
        key = "fell" if kind == "fell" else f"{kind}.{rise_of(chosen)}"
        return _two(f"compare.extremes.{key}", tell, **names, **sizes)
    if found.kind == "level":
        texts = dict(zip(("low_size", "high_size"), _apart(low, high, own), strict=True))
        return _two("compare.extremes.level", tell, **names, **texts)
    kind = "passed" if high <= 0 else "some" if low <= 0 else "needed"
    return _two(
        f"compare.extremes.{kind}", tell, **names, low_size=_pace(low), high_size=_pace(high)
    )


def rise_of(chosen: CompareChoices) -> str:
    """Return the end of the key of what rose: a ratio rises, an amount grows."""
    return "ratio" if chosen.quantity.is_intensity else "amount"


def _two(key: str, tell: Speaker, **words: str) -> list[str]:
    """Return a sentence about both ends and one about the first of them."""
    return [tell(key, **words), tell(f"{key}.one", **words)]


def _size(change: float) -> str:
    return percent(abs(change), enough_digits(100 * change, 1))


def _pace(rate: float) -> str:
    return percent(abs(rate), enough_digits(100 * rate, 2))


def _apart(low: float, high: float, own: Form) -> tuple[str, str]:
    """Return two levels with as many decimals as it takes to tell them apart."""
    for more in range(MORE_DIGITS + 1):
        digits = own.digits + more
        texts = [number(own.written(one), digits) for one in (low, high)]
        if texts[0] != texts[1]:
            break
    return texts[0], texts[1]


def _width(text: str) -> float:
    return sum(1.0 if ord(one) > FULL_WIDTH_FROM or one in WIDE_SIGNS else 0.5 for one in text)
