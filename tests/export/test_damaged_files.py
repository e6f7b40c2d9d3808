"""Files damaged at random end in an id or in words; ``tests.damaged_files`` tries more."""

import json
import subprocess
import sys

from carbonpeak.export import foreign
from carbonpeak.export.recognise import REASONS, ROOT

# Of so many files a third is tried, all with ``--in-full``.
COUNT = 330


def test_damage_at_random_gives_the_id_or_a_reason_within_the_limits(in_full):
    count = COUNT if in_full else COUNT // 3
    command = [sys.executable, "-m", "tests.damaged_files", "--count", str(count), "--seed", "7"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert said["endings"].keys() <= {"found", "shown", "not shown", *REASONS}
    assert "too_much" not in said["endings"]
    assert said["endings"]["found"] > count / 7
    assert said["endings"]["damaged"] > count / 7
    assert said["most"]["memory_mb"] < foreign.MOST_MEMORY_BYTES / 2**20
