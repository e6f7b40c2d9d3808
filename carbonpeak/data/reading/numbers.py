"""Numbers as files write them: plain ones are read, and of any other it is said what it is."""

import math
import re

NUMBER = re.compile(r"-?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
YEAR = re.compile(r"[12][0-9]{3}")
# What it may be instead, looked at in this order.
OTHERS = {
    "sign": re.compile(r"\s*(?:[-–—―−－]+|…+|\.{2,}|#|/|\*|x|n\.?a\.?|null|none|无|缺)\s*", re.I),
    "not_finite": re.compile(r"\s*[-+]?(?:nan|inf|infinity|∞)\s*", re.I),
    "blanks": re.compile(r"(?=.*\s)[\s0-9.eE+-]*[0-9][\s0-9.eE+-]*"),
    "underscore": re.compile(r"[0-9._+-]*_[0-9._+-]*"),
    "thousands": re.compile(r"-?[0-9]{1,3}(?:[,，'][0-9]{3})+(?:\.[0-9]*)?"),
    "unit": re.compile(r"-?[0-9][0-9.,]*\s*[^\W\d_%]+.*|-?[0-9][0-9.,]*\s*[%％‰].*"),
}


def fault_of(text: str) -> str | None:
    """Return what keeps a text from being a number, None where it is one."""
    if NUMBER.fullmatch(text):
        return None if math.isfinite(float(text)) else "number.not_finite"
    if any(letter.isdigit() and not letter.isascii() for letter in text):
        return "number.digits"
    return next(
        (f"number.{name}" for name, sign in OTHERS.items() if sign.fullmatch(text)), "number.none"
    )
