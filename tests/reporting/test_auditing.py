"""What the audit calls things: every action that is written has a name, times stay UTC in rows."""

import re

from carbonpeak.data.catalogue import ROOT
from carbonpeak.data.text import Text
from carbonpeak.reporting import auditing, moving, states
from carbonpeak.reporting.auditing import ACTIONS
from carbonpeak.reporting.moving import Step
from tests.reporting.filed import CHIEF, VERIFIER, brought, registered

THINGS = "company|unit|account|record|report|reports|version|file|example"
WRITTEN = re.compile(rf'"((?:{THINGS})\.[a-z_]+)"')
SOURCE = ROOT / "carbonpeak"
# All that writes entries; the list that is held to them is none of them.
FILES = [
    *(SOURCE / "reporting").rglob("*.py"),
    *(SOURCE / "store").rglob("*.py"),
    SOURCE / "data" / "own_versions.py",
]
FILES.remove(SOURCE / "reporting" / "auditing.py")


def written():
    """Return the actions that the program writes into the audit."""
    found = {one for file in FILES for one in WRITTEN.findall(file.read_text(encoding="utf-8"))}
    moved = {f"report.{one.after}" for one in states.MOVES if not one.is_revision}
    return found | moved


def test_every_action_that_is_written_has_a_name_in_both_languages():
    assert written() == set(ACTIONS)
    names = [auditing.action_name(one) for one in ACTIONS]
    assert len({one.zh for one in names}) == len({one.en for one in names}) == len(ACTIONS)
    assert not [one for one in names if one.zh == one.en]


def test_an_action_of_another_version_is_called_by_its_code():
    assert auditing.action_name("gone.by") == Text("gone.by", "gone.by")


def test_rows_for_files_keep_codes_and_utc(store, data):
    registered(store, data)
    standing = brought(store, data, "submitted")
    moving.move(store, VERIFIER, standing.report_id, Step("document_review"), standing.number)
    last = auditing.entries(store, CHIEF).iloc[-1]
    assert last["action"] == "report.document_review"
    assert last["at"].endswith("+00:00")
