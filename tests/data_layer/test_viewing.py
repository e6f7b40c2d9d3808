"""Who may see which version: everybody a published one, its owner alone a draft."""

import os
import shutil
import time
from pathlib import Path

import pytest

from carbonpeak.data import catalogue, own_versions, owners, versions, viewing
from carbonpeak.data.catalogue import CatalogueError
from carbonpeak.data.dataset import PUBLIC
from carbonpeak.data.own_versions import Origin
from carbonpeak.data.viewing import NotSeen
from tests import tiny_data
from tests.data_layer import own_importer

MINE, OTHER = "my session", "another session"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    tiny_data.write(tmp_path / "data")
    return tmp_path / "data"


def made(data: Path, share: float, owner: str = "") -> str:
    given = Origin("bureau", "test")
    version = own_versions.accept(own_importer.changed(data, share), given, data, data)
    if owner:
        owners.claim(owner, version, data)
    return version


def refused(version: str, owner: str, data: Path) -> tuple[str, bool]:
    with pytest.raises(NotSeen) as found:
        viewing.place(version, owner, data)
    return str(found.value), found.value.is_draft


def test_a_draft_is_seen_by_its_owner_alone(data: Path) -> None:
    draft = made(data, 1.01, MINE)
    seen = viewing.place(draft, MINE, data)
    assert (seen.folder.name, seen.scope.owner) == (draft, MINE)
    for owner in (OTHER, "", MINE.upper(), "../" + owners.digest(MINE)):
        said, is_draft = refused(draft, owner, data)
        assert is_draft
        assert "not published" in said
        assert MINE not in said


def test_what_nobody_owns_is_seen_by_nobody(data: Path) -> None:
    draft = made(data, 1.01)
    assert not any(owners.may_see(owner, draft, data) for owner in (MINE, ""))
    with pytest.raises(ValueError, match="a name"):
        owners.claim("", draft, data)


def test_two_who_make_the_same_version_each_own_it(data: Path) -> None:
    draft = made(data, 1.01, MINE)
    assert made(data, 1.01, OTHER) == draft
    scopes = {viewing.place(draft, owner, data).scope for owner in (MINE, OTHER)}
    # Each in a scope of his own: what is kept outside the tables has its name in the key.
    assert len({scope.name for scope in scopes}) == 2


def test_what_was_published_stays_public_when_it_is_taken_back(data: Path) -> None:
    draft = made(data, 1.01, MINE)
    own_versions.publish(draft, "", "bureau", "", data)
    assert viewing.place(draft, OTHER, data).scope == PUBLIC
    own_versions.publish("", draft, "bureau", "back", data)
    assert viewing.place(draft, "", data).scope == PUBLIC
    shipped = catalogue.load(data).version
    assert viewing.place(shipped, OTHER, data).folder == data


def test_the_list_leaves_out_the_drafts_of_others(data: Path) -> None:
    shipped = catalogue.load(data).version
    versions.keep(shipped, data)
    mine, other = made(data, 1.01, MINE), made(data, 1.02, OTHER)
    assert viewing.listed(MINE, data) == (shipped, mine)
    assert viewing.listed(OTHER, data) == (shipped, other)
    assert viewing.listed("", data) == (shipped,)


@pytest.mark.parametrize(
    "version",
    ["", "0123abcd", "../own", "published", "x" * 5000, "0123ABCD", "０１２３abcd", "a\0b"],
)
def test_an_unknown_name_is_said_in_words(data: Path, version: str) -> None:
    said, is_draft = refused(version, MINE, data)
    assert not is_draft
    assert "There is no data version" in said
    assert len(said) < 200


def test_tables_under_the_name_of_others_are_refused(data: Path) -> None:
    own = made(data, 1.01, MINE)
    shutil.copytree(data / "own" / "versions" / own, data / "own" / "versions" / "00000000")
    with pytest.raises(CatalogueError, match="00000000"):
        viewing.place("00000000", MINE, data)


DAY_S = 24 * 3600


def session_draft(data: Path, share: float, session: str = MINE) -> str:
    """Make a draft of a session that showed it last just now."""
    draft = made(data, share)
    owners.claim(session, draft, data, is_session=True)
    return draft


def in_days(days: float) -> float:
    return time.time() + days * DAY_S


def left(data: Path) -> set[str]:
    return {one.name for part in ("versions", "owners") for one in (data / "own" / part).iterdir()}


def test_a_draft_of_sessions_that_ended_goes_after_a_day_and_leaves_nothing(data: Path) -> None:
    draft = session_draft(data, 1.01)
    assert owners.remove_lost(data, in_days(0.9)) == []
    assert owners.may_see(MINE, draft, data)
    assert owners.remove_lost(data, in_days(1.1)) == [draft]
    assert left(data) == set()
    assert refused(draft, MINE, data)[1] is False


def test_a_draft_that_is_still_shown_stays(data: Path) -> None:
    draft = session_draft(data, 1.01)
    file = next((data / "own" / "owners" / draft).iterdir())
    os.utime(file, (0, 0))
    owners.renew(OTHER, draft, data)
    assert not owners.may_see(OTHER, draft, data)
    owners.renew(MINE, draft, data)
    assert owners.remove_lost(data, in_days(0.9)) == []


def test_what_others_have_or_stand_upon_or_was_published_stays(data: Path) -> None:
    of_person, of_command, of_nobody = session_draft(data, 1.01), session_draft(data, 1.02), ""
    owners.claim(OTHER, of_person, data)
    owners.keep(of_command, data)
    of_nobody = made(data, 1.03)
    below = session_draft(data, 1.04)
    kept = own_versions.folder(below, data)
    assert kept is not None
    above = own_versions.accept(
        own_importer.changed(kept, 1.05), Origin("bureau", "test"), kept, data
    )
    shown, taken_back = session_draft(data, 1.06), session_draft(data, 1.07)
    own_versions.publish(taken_back, "", "bureau", "test", data)
    own_versions.publish(shown, taken_back, "bureau", "test", data)
    assert owners.remove_lost(data, in_days(30)) == []
    every = {of_person, of_command, of_nobody, below, above, shown, taken_back}
    assert set(own_versions.listed(data)) == every


def test_while_another_writes_nothing_is_removed(data: Path) -> None:
    draft = session_draft(data, 1.01)
    with own_versions.alone(data):
        assert owners.remove_lost(data, in_days(2)) == []
    assert owners.may_see(MINE, draft, data)


def test_without_drafts_nothing_is_made(data: Path) -> None:
    before = sorted(data.rglob("*"))
    assert owners.remove_lost(data) == []
    assert sorted(data.rglob("*")) == before
