"""Damage files at random and see that each ends in an id or in words, within the limits.

``python -m tests.damaged_files [--count 15000] [--seed 1]`` prints how they ended, and exits with 1
where one ended otherwise. Each is read as the server has it read, by ``foreign`` in a process of
its own, which is forked here so that thousands take minutes.
"""

import argparse
import io
import json
import logging
import os
import random
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from carbonpeak.export import foreign, recognise


@dataclass(frozen=True)
class Ending:
    """How the reading of a file ended: what was told, and what it took."""

    told: str
    cpu_s: float
    memory_bytes: int


def damaged(data, drawn):
    """Return a file with one to three damages of five kinds."""
    content = bytearray(data)
    for _ in range(drawn.randint(1, 3)):
        start = drawn.randrange(len(content))
        end = min(len(content), start + drawn.choice((1, 4, 30, 400, 4_000)))
        kind = drawn.choice(("flip", "lose", "zero", "repeat", "end"))
        if kind == "flip":
            content[start] ^= 1 << drawn.randrange(8)
        elif kind == "lose":
            del content[start:end]
        elif kind == "zero":
            content[start:end] = bytes(end - start)
        elif kind == "repeat":
            content[start:start] = content[start:end]
        else:
            del content[start:]
        if not content:
            break
    return bytes(content)


def read(data, what):
    """Return how a file ends that is read within the limits."""
    source, sink = os.pipe()
    child = os.fork()
    if not child:
        os.close(source)
        _read_here(data, what, sink)
    os.close(sink)
    with os.fdopen(source, "rb") as pipe:
        told = pipe.read()
    _, status, used = os.wait4(child, 0)
    return Ending(
        _outcome(os.waitstatus_to_exitcode(status), told, what),
        used.ru_utime + used.ru_stime,
        used.ru_maxrss * 1024,
    )


def _read_here(data, what, sink):
    code = 1
    try:
        sys.stdin, sys.stdout = io.TextIOWrapper(io.BytesIO(data)), os.fdopen(sink, "w")
        foreign.limit()
        foreign.tell(what)
        sys.stdout.flush()
        code = 0
    finally:
        # Whatever a parser raised ends this process here, as it ends that of the server.
        os._exit(code)


def _outcome(code, told, what):
    if what == "picture":
        return "shown" if code == 0 and told else "not shown"
    lines = told.decode("ascii", "replace").splitlines()
    found = [line for line in lines if not line.startswith("fault ")]
    return "found" if found else recognise._reason(code, lines)


def run(count, seed):
    """Return how many files ended how, by kind, and the most that one took."""
    drawn, endings, most = random.Random(seed), Counter(), Counter()
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "tests.whole_files", folder], check=True)
        whole = {one.name: one.read_bytes() for one in sorted(Path(folder).iterdir())}
    for name, data in whole.items():
        assert read(data, "ids").told == "found", name
    names = list(whole)
    for number in range(count):
        name = names[number % len(names)]
        data = damaged(whole[name], drawn)
        for what in ("ids", "picture") if name.endswith("png") else ("ids",):
            ending = read(data, what)
            endings[ending.told] += 1
            most["cpu_s"] = max(most["cpu_s"], round(ending.cpu_s, 2))
            most["memory_mb"] = max(most["memory_mb"], ending.memory_bytes // 2**20)
    return {"endings": dict(endings.most_common()), "most": dict(most)}


def main():
    """Print how the files ended; return 1 where one ended neither in an id nor in words."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=15_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    logging.disable(logging.CRITICAL)
    found = run(given.count, given.seed)
    print(json.dumps(found))
    return int(not found["endings"].keys() <= {"found", "shown", "not shown", *recognise.REASONS})


if __name__ == "__main__":
    sys.exit(main())
