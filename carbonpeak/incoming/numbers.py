"""Numbers and years as people write them; what is read otherwise than it stands there is said."""

import math
import re
import unicodedata
from dataclasses import dataclass

from carbonpeak.data.reading.numbers import NUMBER, fault_of

YEAR = re.compile(r"([12][0-9]{3})(?:\.0+)?年?度?")
THOUSANDS = re.compile(r"[-+]?[0-9]{1,3}(?:[,'][0-9]{3})+(?:\.[0-9]*)?")
SEPARATORS = re.compile("[,']")
# Signs that people write for a minus, beside the one of programs.
MINUS = str.maketrans("−﹣－", "---")
TRUTH = {"true": True, "是": True, "yes": True, "1": True}
TRUTH |= {"false": False, "否": False, "no": False, "0": False}


@dataclass(frozen=True)
class Read:
    """What a cell says: a number, or nothing (missing); ``remarks`` are how else it was written.

    With a ``fault`` it says neither: the rule that it breaks.
    """

    number: float | None = None
    remarks: tuple[str, ...] = ()
    fault: str = ""


def read(text: str | None, has_commas_apart: bool = False, is_percent: bool = False) -> Read:
    """Return the number of a cell.

    ``has_commas_apart``: the file parts its cells by another sign than the comma, which may then be
    a decimal one: it is read as neither. ``is_percent``: the sign % says nothing new.
    """
    if text is None:
        return Read()
    if NUMBER.fullmatch(text):
        return _finite(text, ())
    plain, remarks = _plain(text)
    if not plain:
        return Read()
    if is_percent and plain.endswith("%"):
        plain, remarks = plain[:-1].rstrip(), (*remarks, "percent")
    if THOUSANDS.fullmatch(plain):
        if has_commas_apart and "," in plain:
            return Read(fault="number.comma")
        plain, remarks = SEPARATORS.sub("", plain), (*remarks, "thousands")
    return _judged(plain.removeprefix("+"), remarks)


def year_of(text: str) -> int | None:
    """Return the year that a cell says, None where it says none."""
    plain, _ = _plain(text)
    found = YEAR.fullmatch(plain.replace(" ", ""))
    return int(found[1]) if found else None


def is_year_plain(text: str) -> bool:
    """Return whether a year is written as programs write it."""
    return text.isascii() and text.isdigit()


def truth_of(text: str) -> bool | None:
    """Return yes or no, None where a cell says neither."""
    return TRUTH.get(_plain(text)[0].casefold())


def is_missing(text: str | None) -> bool:
    """Return whether a cell is blank or holds a sign for what is missing."""
    return text is None or not text.strip() or fault_of(text) == "number.sign"


def _plain(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a text in plain digits and signs, without blanks around it, and what was not so."""
    if fault_of(text) == "number.sign":
        return text, ()
    folded = unicodedata.normalize("NFKC", text).translate(MINUS)
    is_wide = any(one.isdigit() and not one.isascii() for one in text)
    return folded.strip(), ("full_width",) if is_wide else ()


def _judged(plain: str, remarks: tuple[str, ...]) -> Read:
    fault = fault_of(plain)
    if fault == "number.sign":
        return Read(remarks=("missing",))
    return Read(fault=fault) if fault else _finite(plain, remarks)


def _finite(text: str, remarks: tuple[str, ...]) -> Read:
    number = float(text)
    return Read(number, remarks) if math.isfinite(number) else Read(fault="number.not_finite")
