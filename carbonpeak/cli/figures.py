"""The commands that write figures and reports, and that say what a figure id means."""

import argparse
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from carbonpeak.cli import listing
from carbonpeak.cli.output import OutputError, format_of, save
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.queries import QueryError
from carbonpeak.domain import codes
from carbonpeak.export import fault_words, formats, lookup, passport
from carbonpeak.export.faults import RenderError
from carbonpeak.export.lookup import FigureError
from carbonpeak.export.passport import METHOD_VERSION, Passport, PassportError, example
from carbonpeak.export.picture.renderer import Renderer
from carbonpeak.export.printable import PrintableFigure
from carbonpeak.export.report import making
from carbonpeak.export.report.templates import TEMPLATES
from carbonpeak.export.rows.facts import facts
from carbonpeak.thresholds import NATION
from carbonpeak.topics.registry import Codes
from carbonpeak.topics.reports.page import REPORTS
from carbonpeak.words import Lang, say
from carbonpeak.words.speaker import Speaker

FORMATS = (*formats.PICTURES, *formats.ROWS)
Made = TypeVar("Made")


def figure(given: argparse.Namespace) -> int:
    """Write a figure or its rows to a file, or list what there is."""
    data = Dataset.open()
    if given.list:
        print(listing.of_figure(data, given.name) if given.name else listing.of_all(data))
        return 0
    if not given.name:
        raise QueryError("Name a figure, or give --list for the names of all.")
    kind = format_of(given.format, given.output, FORMATS)
    output = _wanted(given.output, kind)
    asked = _codes(given.param)
    made = _worded(
        lambda: lookup.printable(data, given.name, asked, Speaker(given.lang)),
        given.lang,
    )
    save(_figure_file(made, kind, given), output)
    return 0


def report(given: argparse.Namespace) -> int:
    """Write a report of the nation or a province to a file, saying how far it is."""
    data = Dataset.open()
    region = codes.region(data, given.region or NATION)
    kind = format_of(given.format, given.output, REPORTS)
    output = _wanted(given.output, kind)

    def make() -> bytes:
        made = TEMPLATES[given.template](data, region, Speaker(given.lang))
        with closing(Renderer()) as renderer:
            file = making.make(made, kind, renderer, _tell)
            _warn_of_font(renderer, given.lang)
            return file

    save(_worded(make, given.lang), output)
    return 0


def show_passport(given: argparse.Namespace) -> int:
    """Print what a figure id stands for, and whether it is of the present data and methods."""
    data, lang = Dataset.open(), given.lang
    asked = _read(given.id, data.version, lang)
    made = _worded(lambda: lookup.reopened(data, asked, Speaker(lang)), lang)
    print(_age(asked, data.version, lang))
    for what, words in facts(made, lookup.link(made)):
        print(f"{what}: {words}")
    page, _ = lookup.view(asked.figure, made.passport.choices)
    print(say("found.place", lang, page=say(f"nav.{page}", lang)))
    return 0


def _figure_file(made: PrintableFigure, kind: str, given: argparse.Namespace) -> bytes:
    if kind in formats.ROWS:
        return formats.ROWS[kind](made)
    picture = next(one for one in formats.PICTURES if one == kind)

    def draw() -> bytes:
        with closing(Renderer()) as renderer:
            file = renderer.render(made, picture, given.width, given.dpi)
            _warn_of_font(renderer, given.lang)
            return file

    return _worded(draw, given.lang)


def _warn_of_font(renderer: Renderer, lang: Lang) -> None:
    """Say beside the file that this machine has no Chinese font for rare characters."""
    if not renderer.has_cjk_font():
        print(say("export.no_font", lang), file=sys.stderr)


def _worded(make: Callable[[], Made], lang: Lang) -> Made:
    """Return what is made; a fault becomes one that says in words what is wrong."""
    try:
        return make()
    except FigureError as fault:
        raise QueryError(fault_words.words(fault, lang)) from fault
    except RenderError as fault:
        raise OutputError(say(f"export.fault.{fault.reason}", lang)) from fault


def _read(text: str, version: str, lang: Lang) -> Passport:
    try:
        return passport.read(text)
    except PassportError as fault:
        words = {"given": text[: fault_words.SHOWN_LENGTH], "example": example(version)}
        raise QueryError(say(f"passport.fault.{fault.reason}", lang, **words)) from fault


def _age(asked: Passport, version: str, lang: Lang) -> str:
    """Return whether a figure is of the present data and methods."""
    if asked.data_version != version:
        return say("found.older", lang, old=asked.data_version, new=version)
    if asked.method_version != METHOD_VERSION:
        return say("found.method", lang, old=asked.method_version, new=METHOD_VERSION)
    return say("cli.same", lang, version=version)


def _codes(given: Sequence[str]) -> Codes:
    pairs = [text.partition("=") for text in given]
    wrong = [text for text, (_, equals, _) in zip(given, pairs, strict=True) if not equals]
    if wrong:
        raise QueryError(f"A parameter is written name=value, not {wrong[0]!r}.")
    return tuple((name, value) for name, _, value in pairs)


def _wanted(output: Path | None, kind: str) -> Path:
    if output is None:
        raise QueryError(f"A {kind} goes into a file: name it with -o FILE.")
    return output


def _tell(done: int, total: int) -> None:
    print(f"{done}/{total}", file=sys.stderr, flush=True)
