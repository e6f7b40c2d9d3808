"""Who is let in by which claims: what is missing, strange or over gives nothing."""

import time
from pathlib import Path
from typing import Any

import pytest

from carbonpeak.access import admitting, deciding, roles
from carbonpeak.access.faults import AccessError
from carbonpeak.data.scope import PUBLIC, WHOLE
from tests.access.claims import claims, write


@pytest.fixture
def strict(tmp_path: Path) -> roles.Roles:
    return roles.read(write(tmp_path))


@pytest.fixture
def open_to_all(tmp_path: Path) -> roles.Roles:
    return roles.read(write(tmp_path, guests="public", others="public"))


def test_good_claims_give_their_roles_and_their_scope(strict: roles.Roles) -> None:
    given = claims("carbon-editors", "everyone", "strangers")
    found = admitting.admit(given, strict, time.time())
    assert found.actor is not None
    assert found.actor.roles == {"editor", "reader"}
    assert found.actor.regions == {"320000"}
    assert found.actor.companies is None
    assert found.until_s == given["exp"]


def test_drafts_are_told_apart_by_issuer_and_subject_not_by_a_name(strict: roles.Roles) -> None:
    people = ({"sub": "7"}, {"sub": "8"}, {"sub": "7", "iss": "https://b"}, {"sub": None})
    given = [claims("carbon-editors", **{"iss": "https://a", **one}) for one in people]
    found = [admitting.admit(one, strict, time.time()) for one in given]
    assert len({one.actor.name for one in found if one.actor}) == 1
    assert [one.owner for one in found] == ["https://a 7", "https://a 8", "https://b 7", ""]


AMISS: dict[str, dict[str, Any]] = {
    "access.expired": {"exp": 1},
    "access.no_expiry": {"exp": None},
    "access.tenant": {"tid": "elsewhere"},
    "access.unknown_role": {"groups": ["strangers"]},
}
MORE: tuple[tuple[str, dict[str, Any]], ...] = (
    *AMISS.items(),
    ("access.no_expiry", {"exp": "2099"}),
    ("access.no_expiry", {"exp": True}),
    ("access.tenant", {"tid": None}),
    ("access.tenant", {"tid": {"ministry": 1}}),
    ("access.tenant", {"tid": ["Ministry"]}),
    ("access.unknown_role", {"groups": None}),
    ("access.unknown_role", {"groups": 7}),
    ("access.unknown_role", {"groups": "carbon-analysts carbon-editors"}),
)


@pytest.mark.parametrize(("key", "amiss"), MORE, ids=str)
def test_what_is_amiss_lets_nobody_in_and_is_said(
    strict: roles.Roles, key: str, amiss: dict[str, Any]
) -> None:
    found = admitting.admit(claims("carbon-analysts", **amiss), strict, time.time())
    assert found.actor is None
    assert found.because == said(key)
    assert deciding.scope(found.actor) == PUBLIC


@pytest.mark.parametrize(("key", "amiss"), MORE, ids=str)
def test_where_the_rules_say_so_they_are_readers_of_public_data(
    open_to_all: roles.Roles, key: str, amiss: dict[str, Any]
) -> None:
    found = admitting.admit(claims("carbon-analysts", **amiss), open_to_all, time.time())
    assert found.actor is not None
    assert found.actor.roles == {"reader"}
    assert deciding.scope(found.actor) == PUBLIC
    assert found.because == said(key)


def said(key: str) -> Any:
    claim = {"access.tenant": "tid", "access.unknown_role": "groups"}.get(key, "")
    return deciding.both(key, claim=claim)


def test_a_token_counts_up_to_its_last_second(strict: roles.Roles) -> None:
    given = claims("carbon-analysts", exp=1000)
    assert admitting.admit(given, strict, 999.9).actor is not None
    over = admitting.admit(given, strict, 1000.0)
    assert over.actor is None
    assert over.is_expired


@pytest.mark.parametrize("provinces", [None, [], 7, ["32'; drop"], {"320000": 1}])
def test_a_scope_that_is_missing_or_no_code_is_empty(
    strict: roles.Roles, provinces: object
) -> None:
    given = claims("carbon-analysts", provinces=provinces, companies=None)
    found = admitting.admit(given, strict, time.time())
    assert found.actor is not None
    assert found.actor.regions == frozenset()
    assert deciding.scope(found.actor) == PUBLIC


def test_nobody_becomes_all_by_a_word_that_the_rules_do_not_name(strict: roles.Roles) -> None:
    for word in ("*", "all", "every"):
        found = admitting.admit(claims("carbon-analysts", provinces=[word]), strict, time.time())
        assert found.actor is not None
        assert found.actor.regions is not None


def test_without_login_all_of_the_machine_is_its_users() -> None:
    found = admitting.alone()
    assert all(deciding.may(found.actor, what).allowed for what in deciding.WHATS)
    assert deciding.scope(found.actor).covers(region="110000", company="x") is True
    assert (deciding.scope(found.actor).regions, deciding.scope(found.actor).companies) == (
        WHOLE.regions,
        WHOLE.companies,
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('claim = "tid"', ""),
        ('values = ["ministry"]', 'values = "ministry"'),
        ('claim = "groups"', "claim = 7"),
        ("analyst =", "analist ="),
        ("[region]", "[regions]"),
        ('not_logged_in = "refuse"', 'not_logged_in = "all"'),
        ("[tenant]", "[tenant"),
        ("[role]", "role = 7\n[roles]"),
    ],
)
def test_rules_that_could_mean_two_things_are_refused(tmp_path: Path, old: str, new: str) -> None:
    file = write(tmp_path)
    assert old in file.read_text()
    file.write_text(file.read_text().replace(old, new))
    with pytest.raises(AccessError, match=r"access\.toml"):
        roles.read(file)


def test_rules_that_are_not_there_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(AccessError, match=r"none\.toml"):
        roles.read(tmp_path / "none.toml")
    monkeypatch.delenv(roles.NAME, raising=False)
    with pytest.raises(AccessError, match=roles.NAME):
        roles.load()
