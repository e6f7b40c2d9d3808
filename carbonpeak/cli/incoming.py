"""The commands about files of own figures: check one against a table, write a template."""

import argparse
from collections import Counter
from pathlib import Path

from carbonpeak.cli.arguments import Arguments
from carbonpeak.cli.output import OutputError, format_of, save, write
from carbonpeak.cli.terminal import language
from carbonpeak.data.dataset import Dataset
from carbonpeak.incoming import report
from carbonpeak.incoming import template as templates
from carbonpeak.incoming.check import Incoming, checked, declared_table
from carbonpeak.incoming.findings import Finding
from carbonpeak.incoming.words import WORDS
from carbonpeak.words import LANGS, Lang, pick, say

WORKBOOK = "xlsx"
# Sentences that the screen shows, each for all places alike; a file has every one.
MOST_SENTENCES = 40


def add_check_file(parser: Arguments) -> None:
    """Take a table, a file and its sheet, and where the findings go."""
    parser.takes("table", metavar="TABLE", say_as="table_name")
    parser.takes("file", metavar="FILE", type=Path, say_as="own_file")
    parser.takes("--sheet", metavar="SHEET")
    parser.takes("-o", "--output", say_as="output_findings", type=Path, metavar="FILE")
    parser.takes("--lang", choices=LANGS)


def check_file(given: argparse.Namespace) -> int:
    """Say what is wrong with a file for a table and what it is read as; 1 where it is refused."""
    lang = language(given.lang)
    known = (WORKBOOK, "csv", "json", "parquet")
    kind = format_of(None, given.output, known) if given.output else ""
    found = checked(Dataset.open(), given.table, given.file, given.sheet)
    tell(found, lang)
    if kind == WORKBOOK:
        save(report.workbook(found, lang == "zh"), given.output)
    elif kind:
        write(report.frame(found, lang == "zh"), kind, given.output, lang)
    return 1 if found.is_refused else 0


def add_template(parser: Arguments) -> None:
    """Take a table, the language and the file."""
    parser.takes("table", metavar="TABLE", say_as="table_name")
    how = {"type": Path, "metavar": "FILE", "required": True}
    parser.takes("-o", "--output", say_as="output_template", **how)
    parser.takes("--lang", choices=LANGS)


def template(given: argparse.Namespace) -> int:
    """Write the template of a table."""
    save(_template(given), given.output)
    return 0


def _template(given: argparse.Namespace) -> bytes:
    """Return a template in the format of the file; OutputError for a format it has not."""
    suffix, chinese = given.output.suffix.lower(), language(given.lang) == "zh"
    made = {".xlsx": templates.workbook, ".csv": templates.csv}
    if suffix not in made:
        lang = language(given.lang)
        raise OutputError(say("cli.template.suffix", lang, suffix=suffix or "-"))
    data = Dataset.open()
    return made[suffix](data, declared_table(data, given.table), chinese)


def tell(found: Incoming, lang: Lang) -> None:
    """Print what a file was read as, what was found, and whether it fits."""
    for text in found.read_as:
        print(pick(text, lang))
    for line in sentences(found.findings, lang):
        print(line)
    severities = Counter(one.severity for one in found.findings)
    facts = {"errors": severities["error"], "warnings": severities["warning"]}
    key = "cli.incoming.refused" if found.is_refused else "cli.incoming.fit"
    print(say(key, lang, count=len(found.rows), table=found.table.name, **facts))


def sentences(found: tuple[Finding, ...], lang: Lang) -> list[str]:
    """Return a sentence for each kind of finding in each column, errors first."""
    alike = Counter((one.severity, one.rule, one.column) for one in found)
    firsts = {(one.severity, one.rule, one.column): one for one in reversed(found)}
    lines = [_sentence(firsts[key], count - 1, lang) for key, count in sorted(alike.items())]
    left = len(lines) - MOST_SENTENCES
    more = [say("cli.incoming.left", lang, count=left)] if left > 0 else []
    return [*lines[:MOST_SENTENCES], *more]


def _sentence(one: Finding, others: int, lang: Lang) -> str:
    severity = pick(WORDS[f"severity.{one.severity}"], lang)
    more = say("cli.incoming.others", lang, count=others) if others else ""
    return f"[{severity}] {pick(one.text, lang)}{more}"
