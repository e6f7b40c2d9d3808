"""The lists of packages that a person reads and the locks that pip installs from say the same."""

import re
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PAIRS = [
    ("requirements.txt", "requirements.lock"),
    ("requirements-dev.txt", "requirements-dev.lock"),
]
ENTRY = re.compile(
    r"^(\S+)==(\S+?)(?: ; [^\\]+)? \\\n((?:    --hash=\S+(?: \\)?\n)+)", re.MULTILINE
)


def listed(name):
    """Name -> version of a list, with the lists that it takes in."""
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    pins = [Requirement(line) for line in lines if not line.startswith(("#", "-r "))]
    inner = [listed(line[3:]) for line in lines if line.startswith("-r ")]
    here = {canonicalize_name(one.name): str(one.specifier).removeprefix("==") for one in pins}
    return here | dict(pair for one in inner for pair in one.items())


def locked(name):
    """Name -> (version, checksums of its files) of a lock."""
    found = ENTRY.findall((ROOT / name).read_text(encoding="utf-8"))
    return {
        canonicalize_name(package): (
            version,
            set(re.findall(r"sha256:[0-9a-f]{64}(?![0-9a-f])", files)),
        )
        for package, version, files in found
    }


@pytest.mark.parametrize(("a_list", "lock"), PAIRS)
def test_a_lock_holds_every_pin_of_its_list(a_list, lock):
    versions = {package: version for package, (version, _) in locked(lock).items()}
    assert {name: versions.get(name) for name in listed(a_list)} == listed(a_list)


@pytest.mark.parametrize("lock", [lock for _, lock in PAIRS])
def test_every_line_of_a_lock_is_a_package_with_checksums_and_names_no_host(lock):
    text = (ROOT / lock).read_text(encoding="utf-8")
    rest = re.sub(r"^ *#.*\n", "", ENTRY.sub("", text), flags=re.MULTILINE)
    assert rest == ""
    assert "://" not in text
    assert [name for name, (_, sums) in locked(lock).items() if not sums] == []


def test_the_lock_for_work_holds_the_one_for_running_as_it_is():
    run, work = locked("requirements.lock"), locked("requirements-dev.lock")
    assert {name: work.get(name) for name in run} == run


@pytest.mark.parametrize("lock", [lock for _, lock in PAIRS])
def test_what_a_locked_package_needs_here_is_locked_too(lock):
    """As the packages say themselves that are installed: nothing comes in beside the lock."""
    names = locked(lock)
    here = [one for one in metadata.distributions() if canonicalize_name(one.name) in names]
    needs = [Requirement(text) for one in here for text in one.requires or []]
    wanted = {
        canonicalize_name(one.name)
        for one in needs
        if one.marker is None or one.marker.evaluate({"extra": ""})
    }
    assert len(here) > 30
    assert wanted - set(names) == set()


def test_a_place_where_no_environment_can_be_made_is_said_with_another():
    asked = [ROOT / ".ci" / "venv", sys.executable, "/proc/none"]
    done = subprocess.run(asked, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (1, "")
    assert re.fullmatch(r"/proc/none cannot be made .* make run VENV=\S+\n", done.stderr)
