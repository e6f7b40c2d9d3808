"""Reporters that are killed: ``python -m tests.reporting.killed URL ROUNDS`` prints what they told.

Each writes units of its own, enters and submits a report of each, and tells the entry of the audit
once it is kept; a line is ``number report state``.
"""

import os
import random
import signal
import sys
from dataclasses import replace

from sqlalchemy import make_url

from carbonpeak.data.text import Text
from carbonpeak.reporting import activities, moving, reports, units
from carbonpeak.reporting.entering import Entry
from carbonpeak.reporting.moving import Step
from carbonpeak.reporting.reference import Factor, Reference
from carbonpeak.store.opening import connect, open_store
from tests.reporting.filed import EDITOR, MONDAY, OIL, POWER, UNIT

LINE_BYTES = 64
# Reporters that are killed together.
AT_ONCE = 4


def write_on(url, told, place, data):
    """Register, enter and submit until killed."""
    # The tables are there: a reporter goes to them at once.
    store = connect(make_url(url))
    number = 0
    while True:
        unit = f"k{place}-{number}"
        units.register(store, EDITOR, data, replace(UNIT, unit_id=unit))
        found = reports.enter(store, EDITOR, data, Entry(unit, 2025, (OIL, POWER)), None, MONDAY)
        tell(told, found)
        found = moving.move(store, EDITOR, found.report_id, Step("submitted"), found.number, MONDAY)
        tell(told, found)
        number += 1


def tell(told, found):
    os.write(told, f"{found.number} {found.report_id} {found.state}".ljust(LINE_BYTES).encode())


def begun(url, place, data):
    """Fork a reporter; return its number and the end of the pipe on which it tells."""
    heard, told = os.pipe()
    child = os.fork()
    if child == 0:
        write_on(url, told, place, data)
    os.close(told)
    return child, os.fdopen(heard, "rb")


def one_round(url, acknowledged, places, data):
    """Kill several reporters at once after so many deeds of the first; return what they told."""
    group = [begun(url, place, data) for place in places]
    text = group[0][1].read(LINE_BYTES * acknowledged)
    for child, _ in group:
        os.kill(child, signal.SIGKILL)
    parts = [text + group[0][1].read(), *(pipe.read() for _, pipe in group[1:])]
    for child, pipe in group:
        os.waitpid(child, 0)
        pipe.close()
    return [
        part[at : at + LINE_BYTES].decode().strip()
        for part in parts
        for at in range(0, len(part), LINE_BYTES)
    ]


class Known:
    """What reports may name, without the tables: a child that is forked shares no DuckDB."""

    def cached(self, _build, *_given):
        """Return what ``reference`` would find."""
        factors = (
            Factor("F056", Text("燃料油", "Fuel oil"), 3170.5, "kg CO2/t"),
            Factor("EF2023-average", Text("全国平均", "National average"), 0.6205, "kg CO2e/kWh"),
        )
        return Reference(
            frozenset({UNIT.region_code}),
            frozenset({UNIT.sector_code}),
            {one.factor_id: one for one in factors},
        )


if __name__ == "__main__":
    chance = random.Random(11)
    known = Known()
    # What takes long is done once, before the first fork.
    activities.lines((OIL, POWER), known.cached(None))
    open_store(make_url(sys.argv[1])).dispose()
    for first in range(0, int(sys.argv[2]), AT_ONCE):
        places = range(first, first + AT_ONCE)
        print("\n".join(one_round(sys.argv[1], chance.randint(0, 2), places, known)))
