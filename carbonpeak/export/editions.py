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

    ``reason`` is the kind: ``figure``, ``name``, ``choice``, ``no_rows`` or ``undrawn``.

    ``values`` fill the words of the reason (keys ``figures.fault.<reason>``).
    """

    def __init__(self, reason: str, **values: str) -> None:
        """Keep the reason and what fills its words."""
        super().__init__(f"{reason}: {values}")
        self.reason = reason
        self.values = values


def edition(ask: Ask, version: str, name: str, codes: Codes, lang: Lang) -> Edition:
    """Return a figure for the codes given (others by default) from data of that version.

    FigureError where there is no such figure, choice or code, or nothing to show.
    """
    if name not in registry.FIGURES:
        near = get_close_matches(name, registry.FIGURES, 3, 0.4)
        raise FigureError("figure", name=name, near=", ".join(near))
    figure = registry.FIGURES[name]
    _check_names(figure.uses, codes, name)
    given = registry.chosen(ask, registry.SHEET_OF[name], registry.raw(codes))
    for notice in given.notices:
        raise FigureError("choice", name=notice.name, value=notice.value)
    full = given.in_full(figure)
    exhibit = registry.exhibit(ask, name, full, lang)
    if exhibit is None or exhibit.table.empty:
        raise FigureError("no_rows", name=name)
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
            raise FigureError("name", name=name, given=given, known=", ".join(uses))
