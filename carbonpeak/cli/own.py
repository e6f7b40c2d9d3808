"""The commands about versions of the tables: list, publish, go back, compare."""

import argparse
from contextlib import closing

import pandas as pd

from carbonpeak.cli import publishing
from carbonpeak.cli.arguments import Arguments, add_output
from carbonpeak.cli.output import format_of_rows, write
from carbonpeak.cli.terminal import language
from carbonpeak.data import catalogue, ledger, own_versions
from carbonpeak.data import versions as earlier
from carbonpeak.data.catalogue import DATA
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.own_versions import SHIPPED, OwnDataError
from carbonpeak.topics.versions import analysis as verdicts
from carbonpeak.words import LANGS, both


def add_versions(parser: Arguments) -> None:
    """Take how the rows are written."""
    add_output(parser)


def versions(given: argparse.Namespace) -> int:
    """Print every version of the tables, the shipped one first, and which is published."""
    kind = format_of_rows(given.format, given.output)
    write(_rows(), kind, given.output, language(given.lang))
    return 0


def add_publish(parser: Arguments) -> None:
    """Take a version, and who publishes it and why."""
    parser.takes("version", metavar="VERSION")
    _add_who(parser)


def publish(given: argparse.Namespace) -> int:
    """Let every reader see a version from now on."""
    return _publish("" if given.version == SHIPPED else given.version, given)


def add_rollback(parser: Arguments) -> None:
    """Take who goes back and why."""
    _add_who(parser)


def rollback(given: argparse.Namespace) -> int:
    """Publish what was published before the present version."""
    standing = own_versions.pointed()
    before = [one.before for one in own_versions.history() if one.after == standing]
    if not standing or not before:
        raise OwnDataError(both("cli.rollback.nothing"))
    return _publish(before[-1], given)


def add_compare(parser: Arguments) -> None:
    """Take two versions, and what is wanted of their differences."""
    parser.takes("before", metavar="VERSION", say_as="version")
    parser.takes("after", metavar="VERSION", say_as="version")
    parser.takes("--table", say_as="ledger_table", metavar="TABLE")
    parser.takes("--verdicts", say_as="ledger_verdicts", action="store_true")
    add_output(parser)


def compare(given: argparse.Namespace) -> int:
    """Print what differs between two versions: rows by table, cells of one, or verdicts."""
    kind = format_of_rows(given.format, given.output)
    with closing(_dataset(given.before)) as before, closing(_dataset(given.after)) as after:
        rows = _differences(before, after, given)
    write(rows, kind, given.output, language(given.lang))
    return 0


def _differences(before: Dataset, after: Dataset, given: argparse.Namespace) -> pd.DataFrame:
    if given.verdicts:
        return verdicts.flipped(before, after)
    if given.table is None:
        return ledger.counts(before, after)
    try:
        return ledger.cells(before, after, given.table)
    except KeyError:
        raise OwnDataError(both("cli.compare.table", table=given.table)) from None


def _dataset(name: str) -> Dataset:
    """Return the tables of a version: shipped, own or an earlier one of the shipped."""
    if name in (SHIPPED, catalogue.load(DATA).version):
        return Dataset.open(DATA)
    folder = own_versions.folder(name) or earlier.folder(name)
    if folder is None:
        raise OwnDataError(both("cli.compare.version", version=name))
    return Dataset.open(folder)


def _add_who(parser: Arguments) -> None:
    parser.takes("--who", metavar="NAME")
    parser.takes("--why", default="", metavar="TEXT")
    parser.takes("--lang", choices=LANGS)


def _publish(version: str, given: argparse.Namespace) -> int:
    by = publishing.who(given.who)
    publishing.publish(version, own_versions.pointed(), by, given.why, language(given.lang))
    return 0


def _rows() -> pd.DataFrame:
    """Return the versions as rows: shipped, then own ones in the order they were made."""
    standing = own_versions.pointed()
    shipped = {"version": SHIPPED, "data_version": catalogue.load(DATA).version}
    rows = [{**shipped, "is_published": not standing}]
    for name, origin in own_versions.listed().items():
        told = {"made_at": origin.made_at, "who": origin.who, "why": origin.why}
        source = {"file": origin.file, "parent": origin.parent}
        state = {"version": name, "data_version": name, "is_published": name == standing}
        rows.append({**state, **told, **source})
    columns = ("version", "data_version", "is_published", "made_at", "who", "why", "file", "parent")
    return pd.DataFrame(rows, columns=list(columns))
