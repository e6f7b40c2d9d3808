"""How much of what was promised in numbers is done: all with ``--in-full``, else a part."""

# Kills, calls of many threads, and examples of what holds of all input.
FEWER = 5
FEWER_EXAMPLES = 3
EXAMPLES = 100
_part = {"is_whole": False}


def do_all(is_whole: bool) -> None:
    """Set before the tests are read whether all is done."""
    _part["is_whole"] = is_whole


def is_whole() -> bool:
    """Return whether all is done."""
    return _part["is_whole"]


def fewer() -> int:
    """Return by what numbers of kills and calls are divided."""
    return 1 if is_whole() else FEWER


def examples(count: int = EXAMPLES) -> int:
    """Return how many of so many examples are tried: the first ones, the same at every run."""
    return count if is_whole() else -(-count // FEWER_EXAMPLES)
