"""The commands that write figures and reports, and that say what a figure id means."""

import argparse
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TypeVar

from carbonpeak.cli import listing
from carbonpeak.cli.arguments import Arguments, add_file, add_params
from carbonpeak.cli.output import OutputError, export, format_of, show
from carbonpeak.cli.terminal import language, typed
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.queries import QueryError
from carbonpeak.domain import codes
from carbonpeak.export import fault_words, formats, lookup
from carbonpeak.export import passport as ids
from carbonpeak.export.faults import RenderError
from carbonpeak.export.lookup import FigureError
from carbonpeak.export.passport import METHOD_VERSION, Passport, PassportError, example
from carbonpeak.export.picture.renderer import Renderer
from carbonpeak.export.picture.size import DPIS, WIDTHS_MM
from carbonpeak.export.printable import PrintableFigure
from carbonpeak.export.report import chapters, making
from carbonpeak.export.report.templates import TEMPLATES, Template
from carbonpeak.export.report.yearly import yearly
from carbonpeak.export.rows.facts import facts
from carbonpeak.thresholds import NATION
from carbonpeak.topics.registry import KINDS_OF, Codes
from carbonpeak.topics.reports.page import REPORTS
from carbonpeak.words import LANGS, Lang, say
from carbonpeak.words.speaker import Speaker

FORMATS = (*formats.PICTURES, *formats.ROWS)
# Rows as text may go to the screen.
SCREEN_FORMATS = ("csv", "json")
Made = TypeVar("Made")


def add_figure(parser: Arguments) -> None:
    """Take the name of a figure, its choices, and its file."""
    parser.takes("name", say_as="figure_name", nargs="?", metavar="NAME")
    parser.takes("--list", action="store_true")
    add_params(parser, "figure_param")
    parser.takes("--width", type=int, choices=WIDTHS_MM, default=WIDTHS_MM[0])
    parser.takes("--dpi", type=int, choices=DPIS, default=DPIS[0])
    add_file(parser, FORMATS)


def figure(given: argparse.Namespace) -> int:
    """Write a figure to a file or its rows to a file or the screen, or list what there is."""
    data, lang = Dataset.open(), language(given.lang)
    if given.list:
        listed = listing.of_figure(data, given.name, lang) if given.name else None
        print(listed or listing.of_all(data, lang))
        return 0
    if not given.name:
        raise QueryError(say("cli.name_figure", lang))
    kind = format_of(given.format, given.output, FORMATS)
    output = _wanted(given.output, kind, lang)
    asked = codes_of(given.param, lang)
    made = worded(lambda: named(data, given.name, asked, _of_files(given)), lang)
    content = _figure_file(made, kind, given)
    if output:
        export(content, output)
    else:
        show(content)
    return 0


def add_report(parser: Arguments) -> None:
    """Take a template, a province, and the file."""
    parser.takes("template", choices=tuple(TEMPLATES))
    parser.takes("--region", say_as="report_region", metavar="CODE_OR_NAME", type=typed)
    parser.takes("--without", nargs="+", choices=chapters.NAMES, default=(), metavar="CHAPTER")
    add_file(parser, REPORTS)


def report(given: argparse.Namespace) -> int:
    """Write a report of the nation or a province to a file, saying how far it is."""
    data, lang = Dataset.open(), language(given.lang)
    region = codes.region(data, NATION if given.region is None else given.region)
    kind = format_of(given.format, given.output, REPORTS)
    output = _wanted(given.output, kind, lang)
    build = _template(given, lang)

    def make() -> bytes:
        made = build(data, region, Speaker(_of_files(given)))
        with closing(Renderer()) as renderer:
            file = making.make(made, kind, renderer, _tell)
            _warn_of_font(renderer, given.lang)
            return file

    content = worded(make, lang)
    if output:
        export(content, output)
    return 0


def _template(given: argparse.Namespace, lang: Lang) -> Template:
    """Return the template asked for; QueryError where it has no chapters to leave out."""
    if not given.without:
        return TEMPLATES[given.template]
    if given.template != "yearly":
        words = {"template": given.template, "option": "--without"}
        raise QueryError(say("cli.no_chapters", lang, **words))
    return partial(yearly, without=tuple(given.without))


def add_passport(parser: Arguments) -> None:
    """Take the id of a figure."""
    parser.takes("id", metavar="ID", type=typed)
    parser.takes("--lang", say_as="lang_file", choices=LANGS)


def passport(given: argparse.Namespace) -> int:
    """Print what a figure id stands for, and whether it is of the present data and methods."""
    data, lang = Dataset.open(), _of_files(given)
    asked = _read(given.id, data.version, lang)
    made = worded(lambda: lookup.reopened(data, asked, Speaker(lang)), lang)
    print(_age(asked, data.version, lang))
    for what, words in facts(made, lookup.link(made)):
        print(f"{what}: {words}")
    page, _ = lookup.view(asked.figure, made.passport.choices)
    print(say("found.place", lang, page=say(f"nav.{page}", lang)))
    return 0


def _of_files(given: argparse.Namespace) -> Lang:
    """Return the language of what goes into files: never that of the machine they are made on."""
    return language(given.lang or LANGS[0])


def named(data: Dataset, name: str, asked: Codes, lang: Lang) -> PrintableFigure:
    """Return a figure; a region or sector that is not known is told with near ones."""
    try:
        return lookup.printable(data, name, asked, Speaker(lang))
    except FigureError as fault:
        kinds = KINDS_OF.get(str(fault.values.get("choice")))
        if kinds and fault.reason == "choice":
            # Known but not among those of this figure is another fault, told below.
            codes.either(data, kinds, str(fault.values["given"]))
        raise


def _figure_file(made: PrintableFigure, kind: str, given: argparse.Namespace) -> bytes:
    if kind in formats.ROWS:
        return formats.ROWS[kind](made)
    picture = next(one for one in formats.PICTURES if one == kind)

    def draw() -> bytes:
        with closing(Renderer()) as renderer:
            file = renderer.render(made, picture, given.width, given.dpi)
            _warn_of_font(renderer, given.lang)
            return file

    return worded(draw, language(given.lang))


def _warn_of_font(renderer: Renderer, lang: Lang) -> None:
    """Say beside the file that this machine has no Chinese font for rare characters."""
    if not renderer.has_cjk_font():
        print(say("export.no_font", lang), file=sys.stderr)


def worded(make: Callable[[], Made], lang: Lang) -> Made:
    """Return what is made; a fault becomes one that says in words what is wrong."""
    try:
        return make()
    except FigureError as fault:
        raise QueryError(fault_words.words(fault, lang)) from fault
    except RenderError as fault:
        raise OutputError(say(f"export.fault.{fault.reason}", lang)) from fault


def _read(text: str, version: str, lang: Lang) -> Passport:
    try:
        return ids.read(text)
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


def codes_of(given: Sequence[str], lang: Lang) -> Codes:
    """Return choices written as name=value; QueryError for one that is not."""
    pairs = [text.partition("=") for text in given]
    wrong = [text for text, (_, equals, _) in zip(given, pairs, strict=True) if not equals]
    if wrong:
        raise QueryError(say("cli.name_value", lang, given=wrong[0]))
    return tuple((name, value) for name, _, value in pairs)


def _wanted(output: Path | None, kind: str, lang: Lang) -> Path | None:
    """Return the file to write; only rows as text may go to the screen instead."""
    if output is None and kind not in SCREEN_FORMATS:
        raise QueryError(say("cli.needs_file", lang, kind=kind))
    return output


def _tell(done: int, total: int) -> None:
    print(f"{done}/{total}", file=sys.stderr, flush=True)
