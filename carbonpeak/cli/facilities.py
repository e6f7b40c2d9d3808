"""The commands about facility rows: take a file of them into a version, discard a wrong one."""

import argparse
from contextlib import closing
from pathlib import Path

from carbonpeak.cli import publishing
from carbonpeak.cli.arguments import Arguments
from carbonpeak.cli.incoming import sentences
from carbonpeak.cli.terminal import language, typed
from carbonpeak.data import own_versions
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.facility import store
from carbonpeak.data.own_versions import Origin
from carbonpeak.incoming import drafts
from carbonpeak.incoming.facility.importing import Imported, imported
from carbonpeak.words import LANGS, Lang, say


def add_import_facilities(parser: Arguments) -> None:
    """Take a file, its sheet, who, why, and whether it is published."""
    parser.takes("file", metavar="FILE", type=Path, say_as="facility_file")
    parser.takes("--sheet", metavar="SHEET")
    parser.takes("--confirm", type=typed, action="append", default=[], metavar="RULE=REASON")
    parser.takes("--who", metavar="NAME", type=typed)
    parser.takes("--why", default="", metavar="TEXT", type=typed)
    parser.takes("--publish", say_as="publish_now", action="store_true")
    parser.takes("--lang", choices=LANGS)


def import_facilities(given: argparse.Namespace) -> int:
    """Take facility rows into a version of summed-up cells; 1 where the file has errors."""
    lang = language(given.lang)
    before, below = own_versions.pointed(), own_versions.published()
    origin = Origin(publishing.who(given.who), given.why)
    with closing(Dataset.open(below)) as data:
        found = imported(data, given.file, origin, below, sheet=given.sheet, confirm=given.confirm)
    for line in sentences(found.findings, lang):
        print(line)
    told = drafts.reasons((found,), given.confirm)
    if not found.is_refused:
        drafts.require((found,), told)
    _tell(found, lang)
    if found.version and given.publish:
        publishing.publish(found.version, before, origin.who, origin.why, lang)
    return 1 if found.is_refused else 0


def add_discard_facilities(parser: Arguments) -> None:
    """Take a version."""
    parser.takes("version", metavar="VERSION")
    parser.takes("--lang", choices=LANGS)


def discard_facilities(given: argparse.Namespace) -> int:
    """Remove a version of facility rows that was never published, with its rows."""
    store.discard(given.version)
    print(say("cli.facilities.discarded", language(given.lang), version=given.version))
    return 0


def _tell(found: Imported, lang: Lang) -> None:
    if found.is_refused:
        print(say("cli.facilities.refused", lang, count=found.row_count))
        return
    facts = {"rows": found.row_count, "cells": found.cell_count, "withheld": found.withheld_count}
    print(say("cli.facilities.made", lang, version=found.version, **facts))
    if found.frozen_years:
        years = ", ".join(map(str, found.frozen_years))
        print(say("cli.facilities.frozen", lang, years=years))
