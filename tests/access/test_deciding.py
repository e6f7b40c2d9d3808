"""What each role may do and where, written out by hand; the scope says the same as the answer."""

from dataclasses import replace
from itertools import product

import pytest

from carbonpeak.access import deciding
from carbonpeak.access.deciding import Where, may, scope
from carbonpeak.store.actors import Actor

# By hand, row by row: query figure export report preview import publish verify audit, then
# register enter disclose.
ALLOWED = {
    "reader": "1111........",
    "analyst": "11111.......",
    "editor": "111111...11.",
    "verifier": "1111...1....",
    "administrator": "1111111.11.1",
}


def actor(role: str, regions: tuple[str, ...] | None = ()) -> Actor:
    held = None if regions is None else frozenset(regions)
    return Actor("A", frozenset({role}), held, None)


@pytest.mark.parametrize("role", ALLOWED)
def test_each_role_may_do_what_the_table_says(role: str) -> None:
    for what, mark in zip(deciding.WHATS, ALLOWED[role], strict=True):
        found = may(actor(role), what)
        assert found.allowed is (mark == "1"), (role, what)
        assert found.because.zh
        assert found.because.en


def test_nobody_and_a_role_that_nobody_knows_may_do_nothing() -> None:
    for what in deciding.WHATS:
        assert not may(None, what).allowed
        assert not may(actor("root"), what).allowed
        assert not may(actor(""), what, Where(is_restricted=True)).allowed


def test_a_deed_that_nobody_knows_is_allowed_to_no_one() -> None:
    for role in ALLOWED:
        assert not may(actor(role, None), "shut down").allowed  # type: ignore[arg-type]


def test_restricted_rows_are_for_those_whose_place_it_is() -> None:
    where = Where(region="320000", is_restricted=True)
    assert may(actor("analyst", ("320000",)), "query", where).allowed
    assert may(actor("analyst", None), "query", where).allowed
    assert not may(actor("analyst", ("330000",)), "query", where).allowed
    assert not may(actor("analyst"), "query", where).allowed
    assert not may(actor("reader", ("320000",)), "query", where).allowed


def test_restricted_rows_of_no_place_are_for_those_alone_who_may_see_all() -> None:
    where = Where(is_restricted=True)
    assert may(actor("analyst", None), "query", where).allowed
    assert not may(actor("analyst", ("320000",)), "query", where).allowed


def test_a_role_lends_its_scope_to_no_deed_of_another() -> None:
    both = Actor("A", frozenset({"reader", "verifier"}), frozenset({"320000"}), None)
    where = Where(region="320000", is_restricted=True)
    assert may(both, "verify", where).allowed
    assert not may(both, "import", where).allowed


def test_the_answer_and_the_rows_that_are_shown_never_differ() -> None:
    places = (None, "320000", "330000")
    count = 0
    for role, held, region, company in product(ALLOWED, (None, (), ("320000",)), places, places):
        if region is None and company is None:
            continue
        one = actor(role, held)
        where = Where(region, company, is_restricted=True)
        assert may(one, "query", where).allowed is scope(one).covers(**where.places)
        count += 1
    assert count == 120


def test_what_was_asked_is_seen_by_its_scope_and_a_draft_by_its_owner_alone() -> None:
    person = actor("analyst", ("320000",))
    published = scope(person)
    draft = replace(published, name="owner 1234", owner="issuer 7")
    assert deciding.sees(person, "issuer 7", published)
    assert deciding.sees(person, "issuer 7", draft)
    assert not deciding.sees(person, "issuer 8", draft)
    assert not deciding.sees(person, "", draft)
    # Their province is another by now, or they are nobody any more.
    assert not deciding.sees(actor("analyst", ("330000",)), "issuer 7", draft)
    assert not deciding.sees(None, "issuer 7", draft)


def test_a_role_that_may_not_preview_sees_no_draft_of_its_own_any_more() -> None:
    verifier = actor("verifier", ("320000",))
    held = scope(verifier)
    assert deciding.sees(verifier, "issuer 7", held)
    assert not deciding.sees(verifier, "issuer 7", replace(held, owner="issuer 7"))
