"""What README and CONTRIBUTING say of the code is so."""

import re
from pathlib import Path

import pytest

from carbonpeak.cli.arguments import parser
from carbonpeak.topics import TOPICS
from carbonpeak.words import say
from tests.test_layers import LAYERS

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", [topic.name for topic in TOPICS])
def test_the_readme_lists_every_page_in_both_languages(page):
    assert f"| {say(f'nav.{page}', 'en')} {say(f'nav.{page}', 'zh')} |" in README


@pytest.mark.parametrize("page", [topic.name for topic in TOPICS])
def test_every_page_of_the_register_has_its_file(page):
    assert (ROOT / "pages" / f"{page}.py").is_file()


def test_no_page_is_missing_from_the_register():
    assert {file.stem for file in (ROOT / "pages").glob("*.py")} == {one.name for one in TOPICS}


@pytest.mark.parametrize("layer", LAYERS)
def test_contributing_has_a_row_for_every_layer(layer):
    name = f"carbonpeak/{layer}.py" if layer == "thresholds" else f"carbonpeak/{layer}/"
    assert f"| `{name}` |" in CONTRIBUTING


DOCS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("file", DOCS, ids=lambda file: file.name)
def test_every_place_that_is_named_exists(file):
    text = file.read_text(encoding="utf-8")
    named = set(
        re.findall(r"`((?:carbonpeak|tests|queries|docs|data|pages)/[A-Za-z0-9_./-]+)`", text)
    )
    # Earlier versions are there once a build has kept one, own figures once somebody has some.
    named = {name for name in named if not name.startswith(("data/versions", "data/own"))}
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []


TEST_NAMED = re.compile(r"`(tests/[\w/]+\.py)?::(test_\w+)[^`]*`")


@pytest.mark.parametrize(
    "file", sorted((ROOT / "docs" / "trials").glob("*.md")), ids=lambda file: file.stem
)
def test_every_test_that_a_trial_names_exists(file):
    """A name without a file is of the file named before it."""
    lost, place = [], ""
    for named in TEST_NAMED.finditer(file.read_text(encoding="utf-8")):
        place = named[1] or place
        test = ROOT / place
        if not test.is_file() or f"def {named[2]}(" not in test.read_text(encoding="utf-8"):
            lost.append(f"{place}::{named[2]}")
    assert lost == []


def test_every_command_line_of_the_readme_is_understood():
    lines = re.findall(r"^\.venv/bin/python -m carbonpeak (.+)$", README, flags=re.MULTILINE)
    assert lines
    for line in lines:
        assert parser().parse_args(line.split()).run
