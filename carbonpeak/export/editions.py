"""From the name of a figure, or a passport, to the edition that goes into files."""

from collections.abc import Mapping
from difflib import get_close_matches
from urllib.parse import quote

from carbonpeak.exhibits.origin import source_names
from carbonpeak.export.edition import Edition
from carbonpeak.export.passport import Passport
from carbonpeak.figures import registry
from carbonpeak.figures.registry import Codes
from carbonpeak.findings.view import Ask
from carbonpeak.wording import Lang


class FigureError(Exception):
    """A figure cannot be had.

    ``reason`` is the kind: ``figure`` and ``no_figure`` (there is none of that name), ``name`` and
    ``no_choices`` (it has no such choice), ``choice`` (no such code), ``no_rows``, ``undrawn``.
    ``values`` fill its words: codes of what exists under ``figure``, ``figures``, ``choice`` and
    ``choices``, what was typed under ``given``, a data version under ``version``.
    """

    def __init__(self, reason: str, **values: str | tuple[str, ...]) -> None:
        """Keep the reason and what fills its words."""
        super().__init__(f"{reason}: {values}")
        self.reason = reason
        self.values = values


def edition(ask: Ask, version: str, name: str, codes: Codes, lang: Lang) -> Edition:
    """Return a figure for the codes given (others by default) from data of that version.

    FigureError where there is no such figure, choice or code, or nothing to show.
    """
    if name not in registry.FIGURES:
        near = tuple(get_close_matches(name, registry.FIGURES, 3, 0.4))
        raise FigureError("figure" if near else "no_figure", given=name, figures=near)
    figure = registry.FIGURES[name]
    _check_names(figure.uses, codes, name)
    given = registry.chosen(ask, registry.SHEET_OF[name], registry.raw(codes))
    for notice in given.notices:
        raise FigureError("choice", choice=notice.name, given=notice.value)
    full = given.in_full(figure)
    exhibit = registry.exhibit(ask, name, full, lang)
    if exhibit is None or exhibit.table.empty:
        raise FigureError("no_rows", figure=name)
    return Edition(
        exhibit=exhibit,
        lang=lang,
        passport=Passport(name, full, version),
        filters=registry.filters(ask, figure, given, lang),
        sources=source_names(ask, exhibit.source_ids, lang),
    )


def reopened(ask: Ask, version: str, passport: Passport, lang: Lang) -> Edition:
    """Return the figure of a passport, from data of the version given; FigureError as above."""
    return edition(ask, version, passport.figure, passport.choices, lang)


def view(name: str, codes: Codes) -> tuple[str, Mapping[str, str]]:
    """Return the page a figure stands on, and the URL's values that show it there."""
    return registry.SHEET_OF[name].page, {code: value for code, value in codes if value}


def link(edition: Edition) -> str:
    """Return the address, after that of the dashboard, which reopens a figure."""
    return f"figures?passport={quote(edition.passport.id)}&lang={edition.lang}"


def _check_names(uses: tuple[str, ...], codes: Codes, name: str) -> None:
    for given, _ in codes:
        if given not in uses:
            reason = "name" if uses else "no_choices"
            raise FigureError(reason, figure=name, given=given, choices=uses)
