"""The command that lists the audit: who did what, when and why."""

import argparse

import pandas as pd

from carbonpeak.access import admitting
from carbonpeak.cli import output, publishing, stored
from carbonpeak.cli.arguments import Arguments, add_output
from carbonpeak.cli.terminal import language, typed
from carbonpeak.reporting import auditing, people
from carbonpeak.reporting.auditing import COLUMNS, Wanted


def add_audit(parser: Arguments) -> None:
    """Take which entries, and how they are written."""
    parser.takes("--since", default="", metavar="DAY")
    parser.takes("--who", say_as="audit_who", default="", metavar="NAME", type=typed)
    parser.takes("--action", say_as="audit_action", default="", metavar="ACTION")
    add_output(parser)


def audit(given: argparse.Namespace) -> int:
    """Print the entries of the audit, the oldest first; none where there is no store."""
    kind = output.format_of_rows(given.format, given.output)
    output.write(_entries(given), kind, given.output, language(given.lang))
    return 0


def _entries(given: argparse.Namespace) -> pd.DataFrame:
    if not stored.is_made():
        return pd.DataFrame(columns=list(COLUMNS))
    person = people.named(admitting.alone().actor, publishing.who(None))
    with stored.opened() as engine:
        return auditing.entries(engine, person, Wanted(given.since, given.who, given.action))
