"""The register of the chapters of the yearly report: a topic adds one by a line here.

Each is a ``Chapter`` with a name, by which a reader leaves it out, and a function from the draft
to its blocks; its heading is ``template.head.<name>``. One without blocks is not there.
"""

from collections.abc import Collection

from carbonpeak.export.report import background, chapters_nation, chapters_region, revisions
from carbonpeak.export.report.draft import Chapter, Draft, Part

NATION: tuple[Chapter, ...] = (
    Chapter("summary", chapters_nation.summary),
    Chapter("changes", revisions.chapter),
    Chapter("stand", chapters_nation.stand),
    Chapter("tiers", chapters_nation.tiers),
    Chapter("sectors", chapters_nation.sectors),
    Chapter("regions", chapters_nation.regions),
    Chapter("drivers", chapters_nation.drivers),
    Chapter("peak", chapters_nation.peak),
    Chapter("outlook", chapters_nation.outlook),
    Chapter("market", chapters_nation.market),
    Chapter("tasks", chapters_nation.tasks),
    Chapter("latest", chapters_nation.latest),
    Chapter("sure", chapters_nation.sure),
    Chapter("faults", background.faults),
    Chapter("methods", background.methods),
)
REGION: tuple[Chapter, ...] = (
    Chapter("summary", chapters_region.summary),
    Chapter("changes", revisions.chapter),
    Chapter("stand", chapters_region.stand),
    Chapter("place", chapters_region.place),
    Chapter("uses", chapters_region.uses),
    Chapter("drivers", chapters_region.drivers),
    Chapter("peak", chapters_region.peak),
    Chapter("ahead", chapters_region.leads),
    Chapter("takes", chapters_region.takes),
    Chapter("faults", background.faults),
    Chapter("methods", background.methods),
)
# By what a reader may leave them out; the answers stand in every report.
NAMES = tuple(dict.fromkeys(one.name for one in (*NATION, *REGION) if one.name != "summary"))


def parts(made: Draft, without: Collection[str] = ()) -> tuple[Part, ...]:
    """Return the chapters of a place, those left out that are named, and those with no blocks."""
    register = REGION if made.region else NATION
    found = (one.part(made) for one in register if one.name not in without)
    return tuple(part for part in found if part.blocks)
