"""A draft by role: its owner alone sees it, within his own scope, while his role may preview.

The oracle is the same draft from which the rows of others were deleted.
"""

import shutil
from contextlib import closing
from pathlib import Path

import pandas as pd
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from carbonpeak.access import deciding
from carbonpeak.data import own_versions, owners, viewing
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.own_versions import Origin
from carbonpeak.data.scope import WHOLE
from carbonpeak.data.viewing import NotSeen
from carbonpeak.data.warehouse import Warehouse
from carbonpeak.screen import server
from carbonpeak.topics.registry import PAGE_OF
from tests.access import claims
from tests.access.claims import User
from tests.access.test_no_leaks import (
    NAMES,
    PEOPLE,
    held,
    may_see,
    redacted,
    restricted,
    sent,
    shown,
)
from tests.access.test_pages import LOGIN

# Those whose rows are restricted in these tables, and some that are not.
FIGURES = [one for one in NAMES if PAGE_OF[one].name in ("green", "market", "regions")]
GROUPS = {
    "reader": "everyone",
    "analyst": "carbon-analysts",
    "editor": "carbon-editors",
    "verifier": "carbon-verifiers",
    "administrator": "carbon-admins",
}
MAY_PREVIEW = {"analyst", "editor", "administrator"}

__all__ = ["restricted"]


ISSUER = "https://login.example"


def owner_of(role: str) -> str:
    """Return whose drafts those of a role are: issuer and subject of the log-in."""
    return f"{ISSUER} {PEOPLE[role].name}"


@pytest.fixture(scope="module")
def drafts(restricted: Path) -> tuple[Path, dict[str, str]]:
    """Give the tables and a draft for each role, each with a number of its own."""
    rows = pd.read_parquet(restricted / "tables" / "co2.parquet")
    made = {}
    for place, role in enumerate(PEOPLE, 1):
        own = rows.assign(co2_t=rows["co2_t"] * (1 + place / 100))
        origin = Origin("bureau", role)
        made[role] = own_versions.accept({"co2": own}, origin, restricted, restricted)
        owners.claim(owner_of(role), made[role], restricted)
    return restricted, made


@pytest.mark.parametrize("role", PEOPLE)
def test_a_draft_is_sent_to_its_owner_alone_without_the_rows_of_others(
    drafts, role, tmp_path, in_full
):
    data, made = drafts
    names = [one for one in FIGURES if one in held(role, in_full)]
    person = PEOPLE[role]
    scope = deciding.scope(person)
    for other in PEOPLE:
        if other != role:
            with pytest.raises(NotSeen):
                viewing.place(made[other], owner_of(role), data, scope)
    place = viewing.place(made[role], owner_of(role), data, scope)
    bare = redacted(shutil.copytree(place.folder, tmp_path / "bare"), may_see(person))
    with closing(Warehouse(place.folder)) as tables, closing(Warehouse(bare)) as few:
        seen, expected = Dataset(tables, place.scope), Dataset(few, WHOLE)
        found = {name: sent(shown(seen, name)) for name in names}
        wanted = {name: sent(shown(expected, name)) for name in names}
    assert [name for name in names if found[name] != wanted[name]] == []
    assert len(names) > 15
    assert sum("fault" in one for one in found.values()) == (0 if role == "administrator" else 8)


def asked(folder: str, version: str, owner: str) -> None:
    """Look at a draft as a page does, then make a file of it in a run of its own part."""
    from pathlib import Path

    import streamlit as st

    from carbonpeak.data.viewing import NotSeen
    from carbonpeak.screen import server, visitor

    st.caption(f"owner {visitor.owner()}")
    try:
        held = server.viewed(version, owner, Path(folder)).scope
    except NotSeen as fault:
        st.caption(fault.text.en)
        st.stop()
    visitor.require("export", held, "en")
    st.caption("exported")


@pytest.fixture
def run(tmp_path, monkeypatch, drafts):
    """Give what a page says to somebody of a role that asks for a draft."""
    monkeypatch.setenv("CARBONPEAK_ACCESS", str(claims.write(tmp_path)))
    data, made = drafts

    def said(role: str, draft: str) -> list[str]:
        name = PEOPLE[role].name
        told = claims.claims(GROUPS[role], iss=ISSUER, sub=name, is_logged_in=True)
        monkeypatch.setattr(st, "user", User(told))
        app = AppTest.from_function(asked, args=(str(data), made[draft], owner_of(role)))
        app.secrets["auth"] = LOGIN
        app.run(timeout=60)
        assert not app.exception
        return [one.value for one in app.caption]

    yield said
    server.close()


@pytest.mark.parametrize("role", PEOPLE)
def test_a_role_that_may_preview_makes_files_of_its_own_draft_and_no_other_does(run, role):
    said = run(role, role)
    assert said[0] == f"owner {owner_of(role)}"
    if role in MAY_PREVIEW:
        assert said[1:] == ["exported"]
    else:
        assert "your role may not" in said[1]
        assert len(said) == 2
    other = next(one for one in PEOPLE if one != role)
    assert "only whoever imported it" in run(role, other)[1]
