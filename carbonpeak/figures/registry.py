"""All figures by name, and what is chosen for one of them: in codes, in words, from a URL."""

from dataclasses import dataclass

from carbonpeak import selection
from carbonpeak.exhibits.exhibit import Exhibit
from carbonpeak.figures import (
    drivers,
    methods,
    names,
    outlook,
    overview,
    peak,
    regions,
    reports,
    sectors,
)
from carbonpeak.figures.figure import Control, Figure, Raw, Sheet
from carbonpeak.findings.view import Ask
from carbonpeak.selection import ManyChoice, Notice, Selection
from carbonpeak.wording import Lang, say

SHEETS: dict[str, Sheet] = {
    one.SHEET.page: one.SHEET
    for one in (overview, sectors, regions, drivers, peak, outlook, reports, methods)
}
SHEET_OF = {figure.name: sheet for sheet in SHEETS.values() for figure in sheet.figures}
FIGURES = {figure.name: figure for sheet in SHEETS.values() for figure in sheet.figures}


# (name, code) of choices, in the order of the figure.
Codes = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Chosen:
    """The choices of a page as they are set: by name with their words, and their values."""

    controls: dict[str, Control]
    values: Selection
    notices: tuple[Notice, ...] = ()

    def in_full(self, figure: Figure) -> Codes:
        """Return (name, code) of every choice a figure depends on, in the figure's order."""
        return tuple(
            (name, selection.in_full(self.values, self.controls[name].choice))
            for name in self.counting(figure)
        )

    def counting(self, figure: Figure) -> list[str]:
        """Return the names of the choices a figure depends on as the others are set."""
        return [name for name in figure.uses if self._counts(self.controls[name])]

    def _counts(self, control: Control) -> bool:
        if control.only_with is None:
            return True
        other, code = control.only_with
        return self.values.one(other) == code


def chosen(ask: Ask, sheet: Sheet, raw: Raw) -> Chosen:
    """Return what a URL chooses on a page, with a notice for every value that is not known."""
    controls = sheet.controls(ask, raw)
    values, notices = selection.read(raw, names.choices(controls))
    return Chosen({one.choice.name: one for one in controls}, values, tuple(notices))


def exhibit(ask: Ask, name: str, codes: Codes, lang: Lang) -> Exhibit | None:
    """Return a figure for what was chosen, None where there is nothing to show.

    The one way from a name and codes to a figure: for the screen, the command line, a passport.
    """
    figure = FIGURES[name]
    values = chosen(ask, SHEET_OF[name], raw(codes)).values
    return figure.build(ask, values.only(figure.uses), lang)


def raw(codes: Codes) -> Raw:
    """Return codes in the shape in which a URL holds them."""
    return {name: [code] for name, code in codes}


def filters(ask: Ask, figure: Figure, given: Chosen, lang: Lang) -> tuple[tuple[str, str], ...]:
    """Return (what, chosen) in words for every choice a figure depends on.

    A choice of none is no filter and is left out.
    """
    pairs = [
        (say(f"choice.{name}", lang), _words(ask, given, name, lang))
        for name in given.counting(figure)
    ]
    return tuple((name, words) for name, words in pairs if words)


def _words(ask: Ask, given: Chosen, name: str, lang: Lang) -> str:
    control = given.controls[name]
    code = selection.in_full(given.values, control.choice)
    if not isinstance(control.choice, ManyChoice):
        return control.words(ask, lang, code) if code else ""
    if code == selection.ALL:
        return say("control.sectors_placeholder", lang)
    codes = given.values.many(name)
    return say("list.separator", lang).join(control.words(ask, lang, one) for one in codes)
