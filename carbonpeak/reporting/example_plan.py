"""The made example, thought out: who there is, what each reports, what becomes of it.

Nothing in it is measured: names say that they are examples, numbers come from a seed, alike each
time. It knows no store.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random

from carbonpeak.reporting import example_texts as texts
from carbonpeak.reporting import twice
from carbonpeak.reporting.accounts import Account
from carbonpeak.reporting.activities import KG_PER_T, Activity
from carbonpeak.reporting.companies import Company
from carbonpeak.reporting.fields import MADE
from carbonpeak.reporting.product_records import ProductRecord
from carbonpeak.reporting.units import Unit

VEHICLES = "36-37"
MAKERS, UNITS, ACCOUNTS, RECORDS, YEARS = 30, 70, 150, 220, 3
DIGITS = "〇一二三四五六七八九"
# What becomes of the reports of the last year, one after another: the steps after the draft. None
# is not entered at all.
SENT = ("submitted",)
REVIEWED = (*SENT, "document_review")
VISITED = (*REVIEWED, "site_visit")
FOUND = (*REVIEWED, "findings_open")
MENDED = (*FOUND, "corrected")
VERIFIED = (*REVIEWED, "verified")
ESTIMATED = (*FOUND, "verified")
APPEALED = (*VERIFIED, "appealed")
DISCLOSED = (*VERIFIED, "disclosed")
MENDED_DISCLOSED = (*MENDED, "verified", "disclosed")
LAST: tuple[tuple[str, ...] | None, ...] = (
    *(DISCLOSED, SENT, None, VERIFIED, REVIEWED, FOUND, MENDED_DISCLOSED, VISITED, (), APPEALED),
    *(VERIFIED, MENDED, SENT, ESTIMATED, (*VISITED, "verified"), DISCLOSED, REVIEWED, None),
    *((*MENDED, "verified"), (*ESTIMATED, "disclosed"), (*APPEALED, "verified", "disclosed")),
)
BEFORE: tuple[tuple[str, ...] | None, ...] = (
    *(DISCLOSED, MENDED_DISCLOSED, DISCLOSED, (*ESTIMATED, "disclosed"), VERIFIED, DISCLOSED),
    *((*DISCLOSED, "draft"), DISCLOSED, MENDED_DISCLOSED, DISCLOSED, None, DISCLOSED, DISCLOSED),
)
# Months and days of the year after on which steps are taken, the first ones late for a few.
BEGUN, SUBMITTED, LATE = (2, 10), (3, 10), (4, 9)
BETWEEN_STEPS = timedelta(days=5)


@dataclass(frozen=True)
class Report:
    """The report of a unit for a year, its revisions, and the steps after the draft."""

    unit: Unit
    year: int
    steps: tuple[str, ...]
    first: tuple[Activity, ...]
    corrected: tuple[Activity, ...]
    is_late: bool

    def at(self, step: int) -> datetime:
        """Return when a step is taken; step 0 is the draft."""
        if step == 0:
            return datetime(self.year + 1, *BEGUN, 1, tzinfo=UTC)
        sent = datetime(self.year + 1, *(LATE if self.is_late else SUBMITTED), 2, tzinfo=UTC)
        return sent + (step - 1) * BETWEEN_STEPS


@dataclass(frozen=True)
class Plan:
    """Everything of the example."""

    companies: tuple[Company, ...]
    units: tuple[Unit, ...]
    accounts: tuple[Account, ...]
    reports: tuple[Report, ...]
    records: tuple[ProductRecord, ...]


def plan(regions: Sequence[str], last_year: int) -> Plan:
    """Return the example in these provinces, its last reports of this year."""
    companies = tuple(_company(one, regions) for one in range(1, MAKERS + 1))
    units = tuple(_units(companies, regions, last_year))
    reports = tuple(_reports(units, last_year))
    return Plan(
        companies, units, tuple(_accounts(companies)), reports, tuple(_records(units, last_year))
    )


def _company(number: int, regions: Sequence[str]) -> Company:
    return Company(
        f"{MADE}{number:02d}",
        f"示例汽车{_spelt(number)}厂",
        VEHICLES,
        regions[7 * number % len(regions)],
        f"Example Motors {number}",
    )


def _spelt(number: int) -> str:
    """Return a number below a hundred in Chinese."""
    tens, ones = divmod(number, 10)
    front = {0: "", 1: "十"}.get(tens, f"{DIGITS[tens]}十")
    return f"{front}{DIGITS[ones] if ones else ''}"


def _units(companies: Sequence[Company], regions: Sequence[str], last_year: int) -> Iterator[Unit]:
    """Give two units a maker, three where that makes up the number; the third stands elsewhere."""
    threes = UNITS - 2 * len(companies)
    for place, one in enumerate(companies):
        for number in range(1, 4 if place < threes else 3):
            elsewhere = regions[(7 * place + 3) % len(regions)]
            yield Unit(
                f"{one.company_id}-{number}",
                one.company_id,
                f"{one.name_zh}{_spelt(number)}分厂",
                VEHICLES,
                elsewhere if number == 3 else one.region_code,
                last_year - YEARS + 1,
                name_en=f"{one.name_en}, plant {number}",
            )


def _accounts(companies: Sequence[Company]) -> Iterator[Account]:
    for one in companies:
        for number in range(1, ACCOUNTS // len(companies) + 1):
            holder = f"示例账户{number} / Example account {number}"
            yield Account(f"{one.company_id}-a{number}", one.company_id, holder, number < 5)


def _reports(units: Sequence[Unit], last_year: int) -> Iterator[Report]:
    for place, unit in enumerate(units):
        for year in range(unit.first_year, last_year + 1):
            ways = LAST if year == last_year else BEFORE
            steps = ways[(place + 3 * (last_year - year)) % len(ways)]
            if steps is not None:
                first, corrected = (_activities(unit, year, part) for part in (1.0, 1.04))
                is_late = (place + year) % 9 == 0
                yield Report(unit, year, steps, first, corrected, is_late)


def _activities(unit: Unit, year: int, part: float) -> tuple[Activity, ...]:
    """Return what a unit used in a year; it grows a little by year, and leaps in a few."""
    size = _size(unit)
    grown = 1 + 0.02 * (year - unit.first_year) + Random(f"{unit.unit_id} {year}").uniform(0, 0.05)
    leap = 1.6 if Random(f"leap {unit.unit_id} {year}").random() < 0.04 else 1.0
    scale = size * grown * leap
    return (
        Activity("fuel", twice.kept(texts.GAS), round(180 * scale, 1), "10^4 Nm3", "F076"),
        Activity("fuel", twice.kept(texts.PETROL), round(60 * scale, 1), "t", "F060"),
        Activity(
            "electricity",
            twice.kept(texts.POWER),
            round(26_000 * scale * part, 0),
            "MWh",
            "EF2023-average",
        ),
        Activity("heat", twice.kept(texts.HEAT), round(21_000 * scale, 0), "GJ", "F089"),
    )


def _size(unit: Unit) -> float:
    return Random(unit.unit_id).uniform(0.4, 3.2)


def _records(units: Sequence[Unit], last_year: int) -> Iterator[ProductRecord]:
    """Give a record a unit and year, then second products until they are as many as wanted."""
    years = [(unit, year) for unit in units for year in range(unit.first_year, last_year + 1)]
    more = [(unit, last_year) for unit in units[: RECORDS - len(years)]]
    for number, pairs in ((1, years), (2, more)):
        for place, (unit, year) in enumerate(pairs):
            # One in forty has footprints that come to more than its report: a thing to ask about.
            share = 1.4 if place % 40 == 17 else 0.75
            yield _record(unit, year, number, share if number == 1 else 0.1)


def _record(unit: Unit, year: int, number: int, share: float) -> ProductRecord:
    kg_each = Random(f"{unit.unit_id} {number}").randint(280, 520)
    # About 23,000 t a year for a unit of size one.
    vehicles = round(23_000 * _size(unit) * share * KG_PER_T / kg_each)
    kind = ("A", "B")[number - 1]
    return ProductRecord(
        f"{unit.unit_id}.{year}.{number}",
        unit.unit_id,
        year,
        f"示例乘用车{kind}型",
        float(vehicles),
        "vehicle",
        float(kg_each),
        f"Example passenger car {kind}",
    )
