"""A writer killed at any moment leaves a chain that holds, and all that it had told is kept."""

import subprocess
import sys

from sqlalchemy import make_url, select

from carbonpeak.store import audit
from carbonpeak.store.opening import open_store, reading
from carbonpeak.store.tables import AUDIT

KILLS = 100


def test_kills_lose_nothing_that_was_acknowledged(new_url, fewer):
    kills = KILLS // fewer
    url = new_url().render_as_string(hide_password=False)
    command = (sys.executable, "-m", "tests.store.killed", url, str(kills))
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    store = open_store(make_url(url))
    with reading(store) as connection:
        chain = audit.verify(connection)
        kept = set(connection.execute(select(AUDIT.c.hash)).scalars())
    store.dispose()
    assert chain.broken_at is None
    assert len(told) > kills
    assert set(told) - kept == set()
