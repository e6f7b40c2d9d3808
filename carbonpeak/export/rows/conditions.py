"""What is asked of the rows of a table, in words."""

from collections.abc import Iterator

from carbonpeak.data.table_rows import Condition, Wanted
from carbonpeak.words.speaker import Speaker

# Of more values than these the first ones are named.
FEW = 4


def conditions(wanted: Wanted, tell: Speaker) -> str:
    """Return all that is asked of rows in one line, nothing where all rows are wanted."""
    said = [words for one in wanted.conditions for words in _words(one, tell)]
    if wanted.search.strip():
        said.append(tell("condition.search", text=" ".join(wanted.search.split())))
    return tell.clauses(dict.fromkeys(said))


def _words(one: Condition, tell: Speaker) -> Iterator[str]:
    name = one.column
    if one.values is not None:
        yield tell("condition.values", column=name, values=_few(one.values, tell))
    if one.low is not None:
        yield tell("condition.low", column=name, low=f"{one.low:g}")
    if one.high is not None:
        yield tell("condition.high", column=name, high=f"{one.high:g}")
    if one.text:
        yield tell("condition.text", column=name, text=one.text)
    if one.is_empty:
        yield tell("condition.empty", column=name)


def _few(values: tuple[str, ...], tell: Speaker) -> str:
    shown = tell.listed(values[:FEW])
    if len(values) <= FEW:
        return shown
    more = len(values) - FEW
    return tell("condition.more", values=shown, more=more, count=len(values))
