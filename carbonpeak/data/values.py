"""Values of a foreign JSON file held to their types; ValueError names the place of a wrong one."""

import re
from collections.abc import Iterable
from typing import Any


def text(value: object, place: str, empty: bool = False) -> str:
    """Return a text, empty only where it may be."""
    if not isinstance(value, str) or not (value or empty):
        raise ValueError(f"{place}: {value!r} is no text")
    return value


def word(value: object, place: str) -> str:
    """Return a name that may stand in a statement as it is."""
    found = text(value, place)
    if not re.fullmatch("[a-z][a-z0-9_]*", found):
        raise ValueError(f"{place}: {found!r}")
    return found


def a_list(value: object, place: str) -> list[Any]:
    """Return a list."""
    if not isinstance(value, list):
        raise ValueError(f"{place}: {value!r} is no list")
    return value


def one_of(known: Iterable[Any], value: object, place: str) -> Any:
    """Return one of the known values; 1 is not True."""
    for one in known:
        if value == one and type(value) is type(one):
            return one
    raise ValueError(f"{place}: {value!r}")


def count(value: object, place: str) -> int:
    """Return a whole number that counts something."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError(f"{place}: {value!r} is no count")
    return value
