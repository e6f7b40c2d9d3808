"""The command that prints the rows of a query; a value that exists nowhere is a wrong call."""

import argparse
import sys
from collections.abc import Sequence
from difflib import get_close_matches

from carbonpeak.cli.arguments import Arguments, add_output, add_params
from carbonpeak.cli.output import format_of_rows, write
from carbonpeak.cli.terminal import language
from carbonpeak.data import queries
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.queries import Param, Query, QueryError
from carbonpeak.domain import codes
from carbonpeak.words import Lang, say

# Parameters that are also understood by name.
NAMED = {"region_code": codes.region, "sector_code": codes.sector}
FIRST = "first_"
# How many values are named where none is near.
FEW = 5


def add_query(parser: Arguments) -> None:
    """Take the name of a query and its parameters."""
    parser.takes("name", say_as="query_name")
    add_params(parser, "query_param")
    add_output(parser)


def query(given: argparse.Namespace) -> int:
    """Print the rows of a query, or write them to a file in any format."""
    kind = format_of_rows(given.format, given.output)
    lang = language(given.lang)
    asked = queries.find(given.name, queries.shipped())
    data = Dataset.open()
    params = _params(asked, given.param, lang)
    rows = data.ask(asked.name, **_existing(data, asked, params, lang))
    if rows.empty:
        print(say("cli.no_rows", lang), file=sys.stderr)
    write(rows, kind, given.output, lang)
    return 0


def _params(asked: Query, given: Sequence[str], lang: Lang) -> dict[str, object]:
    kinds = {param.name: param.type for param in asked.params}
    params: dict[str, object] = {}
    for text in given:
        name, equals, value = text.partition("=")
        if not equals:
            raise QueryError(say("cli.name_value", lang, given=text))
        params[name] = _typed(name, value, kinds.get(name, "text"), lang)
    return params


def _typed(name: str, value: str, kind: str, lang: Lang) -> object:
    try:
        if kind == "integer":
            return int(value)
        return float(value) if kind == "number" else value.split(",") if kind == "list" else value
    except ValueError:
        what = say(f"cli.kind.{kind}", lang)
        raise QueryError(say("cli.not_typed", lang, name=name, kind=what, given=value)) from None


def _existing(
    data: Dataset, asked: Query, params: dict[str, object], lang: Lang
) -> dict[str, object]:
    """Return the parameters with names as codes; QueryError for a value that exists nowhere."""
    known = {param.name: param for param in asked.params}
    return {
        name: _value(data, asked, known[name], value, lang) if name in known else value
        for name, value in params.items()
    }


def _value(data: Dataset, asked: Query, param: Param, value: object, lang: Lang) -> object:
    values = data.values(asked.name, param.name)
    if isinstance(value, list):
        return [_known(data, param.name, one, values, lang) for one in _as_stored(value, values)]
    return _known(data, param.name, value, values, lang)


def _as_stored(given: list[str], values: Sequence[object]) -> list[object]:
    """Return the items of a list as numbers where the column holds numbers."""
    by_text = {str(value): value for value in values}
    return [by_text.get(one, one) for one in given]


def _known(data: Dataset, name: str, value: object, values: Sequence[object], lang: Lang) -> object:
    if value in values or not values or _begins_before(name, value, values):
        return value
    if name in NAMED:
        return NAMED[name](data, str(value))
    texts = [str(one) for one in values]
    near = get_close_matches(str(value), texts) or [*texts[:FEW], *texts[FEW:][-1:]]
    listed = say("list.separator", lang).join(near)
    raise QueryError(say("cli.no_value", lang, name=name, given=value, near=listed))


def _begins_before(name: str, value: object, values: Sequence[object]) -> bool:
    """Whether a first year lies before the first that there is: all years are wanted then."""
    return name.startswith(FIRST) and value <= max(values)  # type: ignore[operator,type-var]
