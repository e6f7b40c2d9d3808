"""The states of a report and the moves between them, as data."""

from collections.abc import Iterable
from dataclasses import dataclass

from carbonpeak.access.deciding import What
from carbonpeak.data.text import Text
from carbonpeak.words import both

# In the order of the Chinese verification guide.
STATES = (
    "draft",
    "submitted",
    "document_review",
    "site_visit",
    "findings_open",
    "corrected",
    "verified",
    "appealed",
    "disclosed",
)
# A report that is not there yet.
NONE = ""
ENTER: What = "enter"
VERIFY: What = "verify"
DISCLOSE: What = "disclose"


@dataclass(frozen=True)
class Move:
    """One allowed step: what may follow what, by which right, and whether it is a new revision."""

    before: str
    after: str
    deed: What
    is_revision: bool = False


MOVES = (
    Move(NONE, "draft", ENTER, is_revision=True),
    Move("draft", "submitted", ENTER),
    Move("submitted", "document_review", VERIFY),
    Move("document_review", "site_visit", VERIFY),
    Move("document_review", "findings_open", VERIFY),
    Move("document_review", "verified", VERIFY),
    Move("site_visit", "findings_open", VERIFY),
    Move("site_visit", "verified", VERIFY),
    Move("findings_open", "corrected", ENTER, is_revision=True),
    Move("findings_open", "verified", VERIFY),
    Move("corrected", "document_review", VERIFY),
    Move("corrected", "verified", VERIFY),
    Move("verified", "appealed", ENTER),
    Move("verified", "disclosed", DISCLOSE),
    Move("appealed", "document_review", VERIFY),
    Move("appealed", "verified", VERIFY),
    # What was verified or disclosed is only ever corrected by a revision of its own.
    Move("verified", "draft", ENTER, is_revision=True),
    Move("disclosed", "draft", ENTER, is_revision=True),
)
_BY_STEP = {(one.before, one.after): one for one in MOVES}
# Where a report is written: in its first state, as a correction, as a revision.
ENTERED_FROM = {one.before: one.after for one in MOVES if one.is_revision} | {"draft": "draft"}
# States that somebody brings a report to who answers for what it says.
REPORTED = frozenset(one.after for one in MOVES if one.deed == ENTER)


def move(before: str, after: str) -> Move | None:
    """Return the step between two states, None where there is none."""
    return _BY_STEP.get((before, after))


def following(state: str, deeds: Iterable[What]) -> tuple[str, ...]:
    """Return the states that somebody with these rights may bring a report to."""
    rights = frozenset(deeds)
    return tuple(one.after for one in MOVES if one.before == state and one.deed in rights)


def name(state: str) -> Text:
    """Return what a state is called."""
    return both(f"filed.state.{state or 'none'}")
