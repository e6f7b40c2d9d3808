"""The command that takes files of own figures into a version of the tables."""

import argparse
from contextlib import closing
from pathlib import Path

from carbonpeak.cli import publishing
from carbonpeak.cli.arguments import Arguments
from carbonpeak.cli.incoming import tell
from carbonpeak.cli.terminal import language, typed
from carbonpeak.data import own_versions, owners
from carbonpeak.data.dataset import Dataset
from carbonpeak.incoming import drafts, sent
from carbonpeak.incoming.drafts import Changes, Order
from carbonpeak.incoming.judging import STANDINGS
from carbonpeak.incoming.known import OWN_STANDING
from carbonpeak.words import LANGS, Lang, say


def add_import(parser: Arguments) -> None:
    """Take a table, files, reasons for warnings, who, why, and whether it is published."""
    parser.takes("table", metavar="TABLE", say_as="import_table")
    parser.takes("files", metavar="FILE", type=Path, nargs="+", say_as="import_files")
    parser.takes("--sheet", metavar="SHEET")
    parser.takes("--dry-run", action="store_true")
    parser.takes("--confirm", type=typed, action="append", default=[], metavar="RULE=REASON")
    parser.takes("--add-only", action="store_true")
    parser.takes("--standing", say_as="own_standing", choices=STANDINGS, default=OWN_STANDING)
    parser.takes("--who", metavar="NAME", type=typed)
    parser.takes("--why", default="", metavar="TEXT", type=typed)
    parser.takes("--publish", say_as="publish_now", action="store_true")
    parser.takes("--lang", choices=LANGS)


def import_(given: argparse.Namespace) -> int:
    """Take files into a version; 1 where they have errors or warnings without a reason."""
    lang = language(given.lang)
    before = own_versions.pointed()
    below = own_versions.published()
    files = tuple(sent.from_disk(given.files))
    with closing(Dataset.open(below)) as data:
        found = tuple(sent.checked(data, given.table, files, given.sheet))
        for one in found:
            tell(one, lang)
        order = Order(
            files, found, publishing.who(given.who), given.why, given.standing, given.add_only
        )
        _take(data, order, given, below, before, lang)
    return 0


def _take(
    data: Dataset, order: Order, given: argparse.Namespace, below: Path, before: str, lang: Lang
) -> None:
    """Make a version, or say what it would change; publish it where that is asked for."""
    told = drafts.reasons(order.found, given.confirm)
    if given.dry_run:
        drafts.require(order.found, told)
        _say_merged(drafts.changes(data, order), lang)
        print(say("cli.import.dry", lang))
        return
    version, made = drafts.draft(data, order, told, below)
    owners.keep(version)
    _say_merged(made, lang)
    if not given.publish:
        print(say("cli.import.made", lang, version=version))
        return
    publishing.publish(version, before, order.who, order.why, lang)


def _say_merged(made: Changes, lang: Lang) -> None:
    for one in made.merged:
        print(say("cli.import.merged", lang, **vars(one)))
