"""Whoever is killed at any moment leaves whole reports, and all that was told is kept."""

import subprocess
import sys

from sqlalchemy import make_url, select

from carbonpeak.reporting import companies, standing
from carbonpeak.store import audit
from carbonpeak.store.opening import open_store, reading
from carbonpeak.store.tables import AUDIT, LINES, MOVES, REPORTS
from tests.reporting.filed import COMPANY, EDITOR

KILLS = 100


def test_kills_leave_whole_reports_and_lose_nothing_that_was_told(new_url, data, fewer):
    kills = KILLS // fewer
    url = new_url().render_as_string(hide_password=False)
    store = open_store(make_url(url))
    companies.register(store, EDITOR, data, COMPANY)
    store.dispose()
    command = (sys.executable, "-m", "tests.reporting.killed", url, str(kills))
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    told = [line.split() for line in text.splitlines() if line]
    store = open_store(make_url(url))
    with reading(store) as connection:
        assert audit.verify(connection).broken_at is None
        numbers = set(connection.execute(select(AUDIT.c.number)).scalars())
        moves = {
            (str(row.number), row.report_id, row.to_state)
            for row in connection.execute(select(MOVES))
        }
        kept = {row.number for row in connection.execute(select(REPORTS))}
        lines = [row.number for row in connection.execute(select(LINES))]
        standing.of_all(connection, {report for _, report, _ in moves})
    store.dispose()
    assert len(told) > kills / 4
    assert {tuple(one) for one in told} - moves == set()
    assert kept <= numbers
    assert sorted(lines) == sorted([*kept, *kept])
