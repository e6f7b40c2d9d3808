"""People, a company and a unit as tests of reports need them, and a report brought to any state."""

from datetime import UTC, datetime

from carbonpeak.reporting import companies, moving, reports, units
from carbonpeak.reporting.activities import Activity
from carbonpeak.reporting.companies import Company
from carbonpeak.reporting.entering import Entry
from carbonpeak.reporting.moving import Step
from carbonpeak.reporting.units import Unit
from carbonpeak.store.actors import Actor

JIANGSU, ZHEJIANG = "320000", "330000"
VEHICLES, STEEL = "36-37", "31"
# A working day, a Monday; the year before has ended.
MONDAY = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
YEAR = 2025
REPORT = f"u1.{YEAR}"


def person(role, name=None, regions=(JIANGSU,)):
    """Return somebody of a role who sees the companies of some regions (None: of all)."""
    held = None if regions is None else frozenset(regions)
    return Actor(name or f"{role} 王芳", frozenset({role}), held, None)


EDITOR, VERIFIER = person("editor", "王芳"), person("verifier", "李强")
CHIEF = person("administrator", "赵敏", None)
ALONE = Actor(
    "", frozenset({"reader", "analyst", "editor", "verifier", "administrator"}), None, None
)
COMPANY = Company("c1", "甲厂", VEHICLES, JIANGSU, "Works A")
UNIT = Unit("u1", "c1", "甲厂一车间", VEHICLES, JIANGSU, 2023, name_en="Works A, shop 1")
# 100 t of fuel oil, 3,170.5 kg CO2 a tonne; 2 GWh of the national average of 2023, 0.6205 a kWh.
OIL = Activity("fuel", "燃料油", 100.0, "t", "F056")
POWER = Activity("electricity", "外购电力", 2000.0, "MWh", "EF2023-average")
OIL_T, POWER_T = 317.05, 1241.0


def registered(store, data):
    """Put the company and its unit on the register."""
    companies.register(store, EDITOR, data, COMPANY)
    units.register(store, EDITOR, data, UNIT)


def entry(*activities, year=YEAR, why="", unit="u1"):
    return Entry(unit, year, activities or (OIL, POWER), why)


def entered(store, data, seen=None, **how):
    return reports.enter(store, EDITOR, data, entry(**how), seen, MONDAY)


# How each state is reached from the one before: who takes which step.
WAYS = {
    "submitted": (("draft", EDITOR, Step("submitted", "首次填报")),),
    "document_review": (("submitted", VERIFIER, Step("document_review")),),
    "site_visit": (("document_review", VERIFIER, Step("site_visit")),),
    "findings_open": (
        ("document_review", VERIFIER, Step("findings_open", findings=("电量与发票不符",))),
    ),
    "verified": (("document_review", VERIFIER, Step("verified")),),
    "appealed": (("verified", EDITOR, Step("appealed", "因子有误")),),
    "disclosed": (("verified", CHIEF, Step("disclosed")),),
}


def brought(store, data, state, at=MONDAY):
    """Return the report of the unit in a state, from nothing."""
    if state == "draft":
        return entered(store, data)
    if state == "corrected":
        before = brought(store, data, "findings_open", at)
        return reports.enter(store, EDITOR, data, entry(OIL, why="更正"), before.number, at)
    ((before, who, step),) = WAYS[state]
    found = brought(store, data, before, at)
    return moving.move(store, who, REPORT, step, found.number, at)
