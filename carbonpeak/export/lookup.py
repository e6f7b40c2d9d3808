"""From the name of a figure, or a passport, to the printable figure that goes into files."""

from collections.abc import Mapping
from difflib import get_close_matches
from urllib.parse import quote

from carbonpeak.data.dataset import DATA_ERRORS, Dataset
from carbonpeak.export.passport import Passport
from carbonpeak.export.printable import PrintableFigure
from carbonpeak.figures.choices import Notice, shortest
from carbonpeak.figures.origin import source_names, sources_in_short
from carbonpeak.topics import registry
from carbonpeak.topics.registry import Codes
from carbonpeak.words.speaker import Speaker


class FigureError(Exception):
    """A figure cannot be had.

    ``reason`` is the kind: ``figure`` and ``no_figure`` (there is none of that name), ``name`` and
    ``no_choices`` (it has no such choice), ``choice`` (no such code), ``number`` (out of bounds),
    ``twice`` and ``too_many`` (a code of several), ``no_rows``, ``undrawn``.
    ``values`` fill its words: codes of what exists under ``figure``, ``figures``, ``choice`` and
    ``choices``, what was typed under ``given``, a data version under ``version``, bounds of a
    number under ``low``, ``high`` and ``step``, how many codes there may be under ``most``.
    """

    def __init__(self, reason: str, **values: str | tuple[str, ...]) -> None:
        """Keep the reason and what fills its words."""
        super().__init__(f"{reason}: {values}")
        self.reason = reason
        self.values = values


def printable(data: Dataset, name: str, codes: Codes, tell: Speaker) -> PrintableFigure:
    """Return a figure for the codes given (others by default) from this data.

    FigureError where there is no such figure, choice or code, or nothing to show.
    """
    if name not in registry.FIGURES:
        near = tuple(get_close_matches(name, registry.FIGURES, 3, 0.4))
        raise FigureError("figure" if near else "no_figure", given=name, figures=near)
    spec = registry.FIGURES[name]
    _check_names(spec.uses, codes, name)
    given = registry.chosen(data, registry.PAGE_OF[name], registry.raw(codes))
    for notice in given.notices:
        raise _not_allowed(notice)
    figure = registry.figure(data, name, given, tell)
    if figure is None or not len(figure.table):
        raise FigureError("no_rows", figure=name)
    return PrintableFigure(
        figure=figure,
        tell=tell,
        scope=data.scope,
        passport=Passport(name, given.in_full(spec), data.version),
        filters=registry.filters(data, spec, given, tell),
        sources=source_names(data, figure.source_ids, tell),
        sources_in_short=sources_in_short(data, figure.source_ids, tell),
    )


def _not_allowed(notice: Notice) -> FigureError:
    """Return why a value cannot be taken: a number out of bounds, or a code that there is not."""
    said = {"choice": notice.name, "given": notice.value}
    if notice.is_known:
        return FigureError(notice.reason, most=str(notice.most), **said)
    if notice.bounds is None:
        return FigureError("choice", **said)
    bounds = zip(("low", "high", "step"), notice.bounds, strict=True)
    return FigureError("number", **said, **{name: shortest(value) for name, value in bounds})


def reopened(data: Dataset, passport: Passport, tell: Speaker) -> PrintableFigure:
    """Return the figure of a passport, from the data given; FigureError as above."""
    return printable(data, passport.figure, passport.choices, tell)


def undrawable(data: Dataset) -> tuple[str, ...]:
    """Return the names of the figures that these tables cannot give, whatever is chosen."""
    return tuple(name for name in registry.FIGURES if not _is_given(data, name))


def _is_given(data: Dataset, name: str) -> bool:
    try:
        given = registry.chosen(data, registry.PAGE_OF[name], {})
        registry.figure(data, name, given, Speaker("en"))
    except DATA_ERRORS:
        return False
    return True


def view(name: str, codes: Codes) -> tuple[str, Mapping[str, str]]:
    """Return the page a figure stands on, and the URL's values that show it there."""
    return registry.PAGE_OF[name].name, {code: value for code, value in codes if value}


def link(printable: PrintableFigure) -> str:
    """Return the address, after that of the dashboard, which reopens a figure."""
    return f"figures?passport={quote(printable.passport.id)}&lang={printable.lang}"


def _check_names(uses: tuple[str, ...], codes: Codes, name: str) -> None:
    for given, _ in codes:
        if given not in uses:
            reason = "name" if uses else "no_choices"
            raise FigureError(reason, figure=name, given=given, choices=uses)
