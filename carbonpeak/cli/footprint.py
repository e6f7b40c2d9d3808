"""The command that reckons a study of a product's footprint, and saves it in another format."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd

from carbonpeak.cli.arguments import Arguments
from carbonpeak.cli.output import format_of_rows, save, write
from carbonpeak.cli.terminal import language
from carbonpeak.data.queries import QueryError
from carbonpeak.domain.study import Result, result
from carbonpeak.domain.study_checks import Flaw, errors, warnings
from carbonpeak.export.study.files import ENDINGS, StudyFault, opened, saved
from carbonpeak.words import LANGS, both
from carbonpeak.words.speaker import Speaker
from carbonpeak.words.study import headline, sentence


def add_footprint(parser: Arguments) -> None:
    """Take a study, and the format and file it is saved in."""
    parser.takes("study", type=Path, metavar="STUDY")
    parser.takes("--format", say_as="format_study", choices=tuple(ENDINGS))
    parser.takes("--lang", say_as="lang_file", choices=LANGS)
    parser.takes("-o", "--output", say_as="output_file", type=Path, metavar="FILE")


def footprint(given: argparse.Namespace) -> int:
    """Print what a study comes to by stage, then what must be known; or save it."""
    lang = language(given.lang)
    study, cautions = opened(_content(given.study))
    if given.output or given.format:
        if given.output is None:
            raise QueryError(both("study.cli.nowhere", kind=given.format))
        created = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        kind = given.format or _kind(given.output)
        save(saved(study, kind, lang, created), given.output)
        return 0
    wrong = errors(study)
    if wrong:
        raise StudyFault(wrong)
    found = result(study)
    _print(found, (*cautions, *warnings(found)), Speaker(lang))
    return 0


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as fault:
        raise QueryError(both("study.cli.unread", file=file, why=fault.strerror)) from fault


def _kind(file: Path) -> str:
    """Return the format that the end of a name says; JSON for any other."""
    endings = sorted(ENDINGS, key=lambda kind: -len(ENDINGS[kind]))
    return next((kind for kind in endings if file.name.endswith(f".{ENDINGS[kind]}")), "json")


def _print(found: Result, told: tuple[Flaw, ...], tell: Speaker) -> None:
    """Write the sentence and the warnings for people, the stages as rows."""
    print(headline(found, tell), file=sys.stderr)
    for flaw in told:
        print(sentence(flaw, tell), file=sys.stderr)
    stages: pd.DataFrame = found.stages.reset_index(names="stage")
    write(stages, format_of_rows(None, None), None, tell.lang)
