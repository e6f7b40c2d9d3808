"""The load of the benchmarks against a real server, and what keeps it from standing still."""

import asyncio
import subprocess
import sys
import tomllib
from itertools import islice

import pytest
from streamlit import config

from benchmarks import load_choices
from benchmarks.load_session import Run, session
from carbonpeak.data.catalogue import ROOT
from tests.own_loop import awaited

FIGURES = {"region_tiles", "region_ranking", "region_official"}
OF_A_PROVINCE = {"region_path", "region_fuels", "region_sectors"}
LIMIT_S = 120
# What a choice may send to a reader, packed as it goes over the wire.
MOST_BYTES = 30_000
# In a process of its own: what is set aside stays so until the process ends.
LOAD_TWICE = """
import gc
from carbonpeak.screen import page, server
assert gc.get_freeze_count() == 0 and not server.is_loaded()
server.dataset()
first = gc.get_freeze_count()
kept = [[] for _ in range(1000)]
server.close()
server.dataset()
print(first, gc.get_freeze_count(), server.is_loaded())
"""


async def runs_of(address: str, choices: list[load_choices.Choices]) -> list[Run]:
    async with asyncio.timeout(LIMIT_S), session(address) as reader:
        return [await reader.choose(chosen) for chosen in choices]


def test_a_reader_of_the_load_sees_the_figures_of_every_choice(address):
    choices = [load_choices.START, *islice(load_choices.walk(seed=1), 8)]
    runs = awaited(runs_of(address, choices))
    assert len(runs) == 9
    assert max(run.received_bytes for run in runs[1:]) <= MOST_BYTES
    for chosen, run in zip(choices, runs, strict=True):
        assert run.is_sound
        assert run.faults == []
        assert set(run.charts) == FIGURES | (OF_A_PROVINCE if chosen["region"] else set())
        assert run.received_bytes > 0


def test_a_walk_changes_one_thing_at_a_time_and_is_the_same_for_the_same_seed():
    walk = [load_choices.START, *islice(load_choices.walk(seed=3), 50)]
    assert walk[1:] == list(islice(load_choices.walk(seed=3), 50))
    for before, after in zip(walk, walk[1:], strict=False):
        changed = {name for name in after if after[name] != before[name]}
        assert len(changed) == 1 or changed == {"measure", "basis"}
        assert after in load_choices.every()


@pytest.mark.parametrize("is_read_by", ["file", "streamlit"])
def test_no_garbage_is_collected_over_the_whole_heap_after_a_run(is_read_by):
    if is_read_by == "file":
        text = (ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8")
        found = tomllib.loads(text)["runner"]["postScriptGC"]
    else:
        found = config.get_option("runner.postScriptGC")
    assert found is False


def test_the_heap_is_set_aside_once_when_the_tables_are_loaded():
    done = subprocess.run(
        [sys.executable, "-c", LOAD_TWICE],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=LIMIT_S,
        check=True,
    )
    first, second, is_loaded = done.stdout.split()
    assert int(first) > 100_000
    assert int(second) <= int(first)
    assert is_loaded == "True"
