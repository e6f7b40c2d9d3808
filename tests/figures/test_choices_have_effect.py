"""A choice that a figure lists as a filter changes its rows, its title or its notes."""

import pytest

from carbonpeak.data.dataset import Dataset
from carbonpeak.figures.choices import Choice
from carbonpeak.topics import registry
from carbonpeak.topics.registry import FIGURES, PAGE_OF, Chosen
from carbonpeak.words.speaker import Speaker
from tests import figure_rows

TELL = Speaker("en")
# The codes of a choice of more than so many are dealt out among the figures of its page, or with
# ``--in-full`` those of one of more than the second number among so many of its figures.
FEW, FEW_IN_FULL, SHARES_IN_FULL = 4, 12, 3
Codes = dict[str, str]
# Choices of which some codes say the same where a figure opens, and why that may be.
ALLOWED = {
    ("sector_table", "sort"): "a share is an amount over one whole: both orders are the same",
    ("peak_age", "scope"): "the rule says the same of both bases of all industry",
    ("peak_series", "sector"): "an industry of the plan of one division is that division",
    ("peak_age", "sector"): "an industry of the plan of one division is that division",
}


def given(data: Dataset, name: str, codes: Codes) -> Chosen:
    return registry.chosen(data, PAGE_OF[name], registry.raw(tuple(codes.items())))


def content(data: Dataset, name: str, codes: Codes) -> str | None:
    """Return what a figure says, None where there is nothing to show."""
    figure = registry.figure(data, name, given(data, name, codes), TELL)
    if figure is None:
        return None
    return "\n".join([figure.title, *figure.notes, figure_rows.values(figure.table)])


def tried(name: str, used: str, choice: Choice, in_full: bool) -> list[str]:
    """Return the codes a figure is asked with: of many the default, both ends and a share."""
    codes = choice.allowed
    if len(codes) <= (FEW_IN_FULL if in_full else FEW):
        return list(codes)
    sharing = [spec.name for spec in PAGE_OF[name].figures if used in spec.uses]
    shares = min(len(sharing), SHARES_IN_FULL) if in_full else len(sharing)
    own = codes[sharing.index(name) % shares :: shares]
    return list(dict.fromkeys((choice.default, codes[0], codes[-1], *own)))


def alike(data: Dataset, name: str, in_full: bool) -> dict[str, list[list[str]]]:
    """Return the choices of a figure that count as it opens, with codes that say the same."""
    first, found = dict(figure_rows.codes(name)), dict[str, list[list[str]]]()
    here = given(data, name, first)
    for used in here.counting(FIGURES[name]):
        choice = here.controls[used].choice
        said: dict[str, list[str]] = {}
        for code in tried(name, used, choice, in_full) if isinstance(choice, Choice) else ():
            words = content(data, name, first | {used: code})
            if words is not None:
                said.setdefault(words, []).append(code)
        found[used] = [codes for codes in said.values() if len(codes) > 1]
    return {used: codes for used, codes in found.items() if codes}


@pytest.mark.parametrize("name", [name for name, spec in FIGURES.items() if spec.uses])
def test_no_two_codes_of_a_choice_say_the_same(data, name, in_full):
    """With a few codes of each choice; with ``--in-full`` with many."""
    found = alike(data, name, in_full)
    assert {(name, used) for used in found} <= set(ALLOWED), found


def test_the_figures_of_a_page_try_every_code_between_them(data, in_full):
    for page in registry.PAGES.values():
        for used, control in registry.chosen(data, page, {}).controls.items():
            names = [spec.name for spec in page.figures if used in spec.uses]
            if names and isinstance(control.choice, Choice):
                shares = (tried(name, used, control.choice, in_full) for name in names)
                assert set().union(*shares) == set(control.choice.allowed), used


def test_what_is_allowed_is_a_choice_of_a_figure():
    assert all(used in FIGURES[name].uses for name, used in ALLOWED)
