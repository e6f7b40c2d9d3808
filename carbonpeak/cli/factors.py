"""The command that finds emission factors."""

import argparse
import sys

import pandas as pd

from carbonpeak.cli.arguments import Arguments, add_output
from carbonpeak.cli.output import format_of_rows, write
from carbonpeak.cli.terminal import language
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.queries import QueryError
from carbonpeak.domain import factor_search
from carbonpeak.domain.factor_search import US
from carbonpeak.words import Lang, say

# The columns people ask for, in their order; the rest is in the query of the library.
SHOWN = ("factor_id", "name", "value", "unit", "year", "region", "boundary", "kind", "standing")


def add_factors(parser: Arguments) -> None:
    """Take what is looked for, and of which kind, year and region."""
    parser.takes("--search", say_as="factor_search", default="")
    parser.takes("--group", say_as="factor_group")
    parser.takes("--year", say_as="factor_year", type=int)
    parser.takes("--region", say_as="factor_region")
    add_output(parser)


def factors(given: argparse.Namespace) -> int:
    """Print the factors that fit, one row each; QueryError where none does.

    Those of the US, another economy, are printed where they are asked for, else counted.
    """
    kind = format_of_rows(given.format, given.output)
    lang = language(given.lang)
    fitting = _chosen(factor_search.found(Dataset.open(), given.search), given)
    is_left = (fitting["kind"] == US) & (US not in (given.group, str(given.region).lower()))
    rows = fitting[~is_left]
    if is_left.any():
        print(say("cli.factors.us", lang, count=int(is_left.sum())), file=sys.stderr)
    if rows.empty:
        raise QueryError(say("cli.factors.none", lang))
    write(_shown(rows, lang), kind, given.output, lang)
    return 0


def _chosen(rows: pd.DataFrame, given: argparse.Namespace) -> pd.DataFrame:
    wanted = {"kind": given.group, "year": given.year, "region": given.region}
    for column, value in wanted.items():
        if value is not None:
            rows = rows[(rows[column] == value).fillna(False)]
    return rows.reset_index(drop=True)


def _shown(rows: pd.DataFrame, lang: Lang) -> pd.DataFrame:
    named = rows.assign(name=rows[f"name_{lang}"])[list(SHOWN)]
    return named.assign(source=rows[f"source_{lang}"])
