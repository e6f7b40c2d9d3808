"""All figures by name, and what is chosen for one of them: in codes, in words, from a URL."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain.codes import code_named
from carbonpeak.domain.view import region_names
from carbonpeak.figures import choices as selection
from carbonpeak.figures import controls as names
from carbonpeak.figures import own
from carbonpeak.figures.choices import (
    AnyChoice,
    Choice,
    Coded,
    FewChoice,
    Given,
    ManyChoice,
    Notice,
    Number,
    Selection,
)
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.page_spec import Control, FigureSpec, PageSpec, Raw
from carbonpeak.topics import TOPICS
from carbonpeak.words.speaker import Speaker

PAGES = {page.name: page for page in TOPICS}
PAGE_OF = {spec.name: page for page in PAGES.values() for spec in page.figures}
FIGURES = {spec.name: spec for page in PAGES.values() for spec in page.figures}
# The choices that are also understood by name, and the kinds of name.
KINDS_OF = {
    "region": ("region",),
    "sector": ("sector",),
    "sectors": ("sector",),
    "chosen": ("region", "sector"),
}


# (name, code) of choices, in the order of the figure.
Codes = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Chosen:
    """What was chosen on a page: its choices with their words, their values, what was not known."""

    page: PageSpec
    controls: dict[str, Control]
    values: Selection
    notices: tuple[Notice, ...] = ()

    @property
    def typed(self) -> Any:
        """The choices of the page as its topic reads them."""
        return self.page.choices(self.values)

    def typed_for(self, spec: FigureSpec) -> Any:
        """The choices of the page; those that a figure does not depend on are at their defaults."""
        counting = set(self.counting(spec))
        defaults = selection.read({}, names.choices(tuple(self.controls.values())))[0]
        return self.page.choices(defaults.replaced(self.values.only(sorted(counting))))

    def in_full(self, spec: FigureSpec) -> Codes:
        """Return (name, code) of every choice a figure depends on, in the figure's order."""
        return tuple(
            (name, selection.in_full(self.values, self.controls[name].choice))
            for name in self.counting(spec)
        )

    def counting(self, spec: FigureSpec) -> list[str]:
        """Return the names of the choices a figure depends on as the others are set."""
        return [
            name
            for name in spec.uses
            if self._counts(self.controls[name]) and not spec.is_idle(name, self.values)
        ]

    def _counts(self, control: Control) -> bool:
        if control.only_with is None:
            return True
        other, code = control.only_with
        return self.values.one(other) == code


def chosen(data: Dataset, page: PageSpec, raw: Raw) -> Chosen:
    """Return what a URL chooses on a page, with a notice for every value that is not known."""
    controls = page.controls(data, raw)
    coded = _coded(data, names.choices(controls), raw)
    values, notices = selection.read(coded, names.choices(controls))
    return Chosen(page, {one.choice.name: one for one in controls}, values, tuple(notices))


def _coded(data: Dataset, choices: Sequence[AnyChoice], raw: Raw) -> Raw:
    """Return what a URL says with regions and sectors by code where they were typed by name."""
    coded = dict(raw)
    for choice in choices:
        kinds = KINDS_OF.get(choice.name)
        if kinds and choice.name in raw and not isinstance(choice, Number | Given):
            coded[choice.name] = [_code(data, kinds, choice, text) for text in raw[choice.name]]
    return coded


def _code(data: Dataset, kinds: Sequence[str], choice: Coded, text: str) -> str:
    """Return a text with names as the codes that the choice allows; all else stays as it is."""
    parts = [text] if isinstance(choice, Choice) else text.split(",")
    return ",".join(_known(data, kinds, choice.allowed, one) for one in parts)


def _known(data: Dataset, kinds: Sequence[str], allowed: Sequence[str], one: str) -> str:
    # Of both kinds, digits are a code or nothing: 13 is a division and the first digits of Hebei.
    if one in allowed or (len(kinds) > 1 and one.isdigit()):
        return one
    found = [code_named(data, kind, one) for kind in kinds]
    return next((code for code in found if code is not None and code in allowed), one)


def noticed(data: Dataset, given: Chosen, tell: Speaker) -> list[Notice]:
    """Return what was not taken; a code that is known is told by its name."""
    return [
        replace(one, value=given.controls[one.name].words(data, tell, one.value))
        if one.is_known
        else one
        for one in given.notices
    ]


def figure(data: Dataset, name: str, given: Chosen, tell: Speaker) -> Figure | None:
    """Return a figure for what was chosen on its page, None where there is nothing to show.

    The one way from a name and choices to a figure: for the screen, the command line, a passport.
    """
    spec = FIGURES[name]
    typed = given.typed_for(spec)
    if not own.sources(data):
        return data.cached(spec.build, typed, tell)
    return data.cached(own.named, spec.build, typed, _extent(data, spec, given), tell)


def _extent(data: Dataset, spec: FigureSpec, given: Chosen) -> own.Extent:
    """Return which place a figure shows, and up to which year."""
    counting = given.counting(spec)
    region = given.values.one("region") if "region" in counting else ""
    is_place = region in region_names(data, "zh")
    years = [int(given.values.one(one)) for one in ("year", "until", "to") if one in counting]
    last = None if is_place and spec.to_own_last else max(years, default=data.last_year)
    return own.Extent(region if is_place else "", last)


def raw(codes: Codes) -> Raw:
    """Return codes in the shape in which a URL holds them."""
    return {name: [code] for name, code in codes}


def filters(
    data: Dataset, spec: FigureSpec, given: Chosen, tell: Speaker
) -> tuple[tuple[str, str], ...]:
    """Return (what, chosen) in words for every choice a figure depends on.

    A choice of none is no filter and is left out.
    """
    pairs = [
        (tell(f"choice.{name}"), _words(data, given, name, tell)) for name in given.counting(spec)
    ]
    return tuple((name, words) for name, words in pairs if words)


def _words(data: Dataset, given: Chosen, name: str, tell: Speaker) -> str:
    control = given.controls[name]
    code = selection.in_full(given.values, control.choice)
    if not isinstance(control.choice, ManyChoice | FewChoice):
        return control.words(data, tell, code) if code else ""
    if code == selection.ALL:
        return tell("control.sectors_placeholder")
    codes = given.values.many(name)
    return tell("list.separator").join(control.words(data, tell, one) for one in codes)
