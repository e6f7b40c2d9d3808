"""What is asked of the rows of a table, in words."""

from collections.abc import Callable, Iterator

from carbonpeak.data.table_rows import Condition, Wanted
from carbonpeak.words.speaker import Speaker

# Of more values than these the first ones are named.
FEW = 4


def conditions(wanted: Wanted, tell: Speaker, called: Callable[[str], str] = str) -> str:
    """Return all that is asked of rows in one line, nothing where all rows are wanted.

    ``called`` says what a column is called; without it by its name.
    """
    said = [words for one in wanted.conditions for words in _words(one, called(one.column), tell)]
    if wanted.search.strip():
        said.append(tell("condition.search", text=" ".join(wanted.search.split())))
    return tell.clauses(dict.fromkeys(said))


def _words(one: Condition, name: str, tell: Speaker) -> Iterator[str]:
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
    return tell("condition.more", values=shown, count=len(values))
