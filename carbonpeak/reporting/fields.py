"""What single fields of a record may hold, whatever it is of."""

import re
from collections.abc import Iterator

from carbonpeak.data.scope import is_code
from carbonpeak.reporting.faults import Fault, said
from carbonpeak.reporting.reference import Reference

# Ids of the made example begin so, and no others: it is taken out by what it is, and seen as such.
MADE = "made-"
MOST_TEXT = 200
MOST_CODE = 56
# The unified social credit code (GB 32100-2015): its signs, and the weights of the first 17.
SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
WEIGHTS = tuple(3**place % 31 for place in range(17))
CREDIT_CODE = re.compile(f"[{SIGNS}]{{18}}")


def of_code(place: int, column: str, value: str, is_known: bool) -> Iterator[Fault]:
    """Give what is wrong with an id; one that is ``known`` may be of the made example."""
    if not is_code(value) or len(value) > MOST_CODE:
        yield Fault(place, column, value, said("code", column=column, value=value, most=MOST_CODE))
    elif value.startswith(MADE) and not is_known:
        yield Fault(place, column, value, said("made_code", value=value, made=MADE))


def of_text(place: int, column: str, value: str, is_needed: bool = True) -> Iterator[Fault]:
    """Give what is wrong with a text: none, too long, or letters that cannot be shown."""
    if is_needed and not value.strip():
        yield Fault(place, column, "", said("missing", column=column))
    elif len(value) > MOST_TEXT:
        yield Fault(place, column, value, said("long", column=column, most=MOST_TEXT))
    elif not value.replace("\n", " ").isprintable():
        yield Fault(place, column, value, said("unprintable", column=column))


def of_region(place: int, value: str, known: Reference) -> Iterator[Fault]:
    """Give a province that there is not."""
    if value not in known.regions:
        yield Fault(place, "region_code", value, said("region", value=value))


def of_sector(place: int, value: str, known: Reference) -> Iterator[Fault]:
    """Give a division that there is not."""
    if value not in known.sectors:
        yield Fault(place, "sector_code", value, said("sector", value=value))


def of_credit_code(place: int, value: str) -> Iterator[Fault]:
    """Give a unified social credit code whose last sign does not check; it may be left out."""
    if value and not is_credit_code(value):
        yield Fault(place, "credit_code", value, said("credit_code", value=value))


def is_credit_code(value: str) -> bool:
    """Return whether a code is of GB 32100-2015 and its last sign that of the others."""
    if not CREDIT_CODE.fullmatch(value):
        return False
    pairs = zip(value, WEIGHTS, strict=False)
    whole: int = sum(SIGNS.index(one) * weight for one, weight in pairs)
    return SIGNS.index(value[-1]) == (31 - whole % 31) % 31
