"""Every code of every choice of every figure, through each way by which it travels."""

from urllib.parse import parse_qs, urlencode

import pytest

from carbonpeak.domain.study_code import code_of
from carbonpeak.domain.study_examples import EXAMPLES
from carbonpeak.export import foreign_ids, passport, tray
from carbonpeak.export.passport import Passport
from carbonpeak.export.tray import Item, Tray
from carbonpeak.figures.choices import Given, Number, shortest
from carbonpeak.topics import registry
from carbonpeak.topics.registry import FIGURES, PAGE_OF
from tests import needed
from tests.of_all import of_all
from tests.studies import STEEL


def codes_of(choice):
    """Return the codes of a choice, of a number its bounds and its default."""
    if isinstance(choice, Number):
        return tuple(shortest(value) for value in (choice.low, choice.default, choice.high))
    return (*EXAMPLES, code_of(STEEL)) if isinstance(choice, Given) else choice.allowed


@pytest.fixture(scope="module")
def every_code(data):
    """What each figure depends on, with each code of each of its choices once."""
    return {name: list(codes_in(data, name)) for name in FIGURES}


def codes_in(data, name):
    page, spec = PAGE_OF[name], FIGURES[name]
    for control in page.controls(data, {}):
        if control.choice.name not in spec.uses:
            continue
        condition = dict([control.only_with]) if control.only_with else {}
        for code in codes_of(control.choice):
            raw = {control.choice.name: code} | condition
            given = registry.chosen(data, page, {key: [value] for key, value in raw.items()})
            yield given.in_full(spec)


def understood(data, name, raw):
    """Return what a URL chooses for a figure; everything in it must be known."""
    given = registry.chosen(data, PAGE_OF[name], raw)
    assert given.notices == ()
    return given.in_full(FIGURES[name])


@of_all("name", sorted(FIGURES.keys() - needed.OF_OWN_FIGURES))
def test_every_code_survives_id_link_tray_and_file(data, every_code, name):
    for codes in every_code[name]:
        one = Passport(name, codes, data.version)
        assert passport.read(one.id) == one
        assert list(foreign_ids.ids(f"<svg><text>{one.id}</text></svg>".encode())) == [one.id]
        held = Tray(data.version, (Item(name, codes),))
        assert tray.read(tray.written(held)) == held
        assert understood(data, name, registry.raw(codes)) == codes


@of_all("name", sorted(FIGURES.keys() - needed.OF_OWN_FIGURES))
def test_every_code_is_understood_in_an_address_typed_by_hand(data, every_code, name):
    for codes in every_code[name]:
        typed = "&".join(f"{key}={code}" for key, code in codes)
        assert understood(data, name, parse_qs(typed, keep_blank_values=True)) == codes
        written = parse_qs(urlencode(dict(codes)), keep_blank_values=True)
        assert understood(data, name, written) == codes
        one = Passport(name, codes, data.version)
        (bare,) = parse_qs(f"passport={one.id}", separator="&")["passport"]
        assert passport.read(bare) == one


def test_the_codes_are_many_and_one_has_a_plus(every_code):
    every = [codes for name in FIGURES for codes in every_code[name]]
    assert len(every) > 1_000
    assert any("+" in code for codes in every for _, code in codes)


def test_several_sectors_typed_with_a_bare_plus_are_understood(data):
    (raw,) = [parse_qs("sectors=31,41+43")]
    assert dict(understood(data, "sector_ranking", raw))["sectors"] == "31,41+43"
