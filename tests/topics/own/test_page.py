"""The page Own data: from a file to a published version, and what is said on the way."""

import re
import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from carbonpeak.data import catalogue, own_versions, owners
from carbonpeak.incoming.rules import RULES
from carbonpeak.topics.own.words import WORDS
from carbonpeak.words import LANGS, say
from tests.incoming import broken
from tests.opened_page import open_with, words_of

GOOD = ("good.csv", broken.plain(broken.GOOD), "text/csv")
TABLE = "value_added"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CARBONPEAK_TODAY", "2026-11-28")
    made = Path(shutil.copytree(catalogue.DATA, tmp_path / "data"))
    monkeypatch.setattr(catalogue, "DATA", made)
    return made


def give(app: AppTest, *files: tuple[str, bytes, str]) -> AppTest:
    app.file_uploader[0].set_value(list(files))
    return app.run()


def press(app: AppTest, *keys: str) -> AppTest:
    for key in keys:
        app.button(key=key).click()
    return app.run()


def sure(app: AppTest) -> AppTest:
    # The question is a fragment: a whole run shows it only with the button that opened it.
    return press(app, "publish-ask", "publish-yes")


def test_every_warning_has_a_name_on_the_page():
    named = {key.removeprefix("own.rule.") for key in WORDS if key.startswith("own.rule.")}
    assert named == {name for name, rule in RULES.items() if rule.severity == "warning"}


@pytest.mark.parametrize("lang", LANGS)
def test_the_first_sentence_counts_and_the_list_names_the_cell(folder: Path, lang: str):
    app = open_with("own_data", lang, table=TABLE)
    assert say("own.files.none", lang) in words_of(app)
    bad = ("bad.csv", broken.plain(broken.rows(c3="y3")), "text/csv")
    app = give(app, bad)
    assert not app.exception
    assert say("own.found", lang, rows=2, errors=1, warnings=0) in words_of(app)
    assert say("own.found.refused", lang) in words_of(app)
    [table] = [one.body for one in app.html if say("own.found.alt", lang) in one.body]
    assert {"bad.csv", "2", broken.HEAD[3]} <= set(re.findall("<td[^>]*>([^<]*)</td>", table))
    assert "“y3”" in table
    # Rules that compare wait for it, and it is said that they do.
    assert say("own.found.waiting", lang) in words_of(app)
    assert app.button(key="own-make").disabled


def steps(app: AppTest) -> list[int]:
    return [int(one.value.split()[0]) for one in app.header]


def test_steps_are_counted_as_they_are_shown(folder: Path):
    refused = ("bad.csv", broken.plain(broken.rows(c3="y3")), "text/csv")
    app = give(open_with("own_data", "zh", table=TABLE), refused)
    assert steps(app) == [1, 2, 3, 4]
    app = give(open_with("own_data", "zh", table=TABLE), GOOD)
    assert steps(app) == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(("lang", "name"), [("zh", "河北"), ("en", "Hebei")])
def test_regions_that_are_missing_are_called_by_their_names(folder: Path, lang: str, name: str):
    app = give(open_with("own_data", lang, table=TABLE), GOOD)
    [table] = [one.body for one in app.html if say("own.found.alt", lang) in one.body]
    assert name in table
    assert "130000" not in table


def test_a_file_becomes_a_draft_and_is_published_after_a_question(folder: Path):
    of_one_province = ("good.csv", broken.plain(broken.GOOD[:1]), "text/csv")
    app = give(open_with("own_data", "en", table=TABLE), of_one_province)
    app = press(app, "own-make")
    assert say("own.draft.who", "en") in words_of(app)
    app.text_input(key="own-who").set_value("Hebei bureau")
    app.text_input(key="own-why").set_value("figures of 2023")
    app = press(app, "own-make")
    assert "rules: coverage" in words_of(app)
    assert own_versions.listed(folder) == {}
    # What was typed is still there.
    assert app.text_input(key="own-why").value == "figures of 2023"
    app.text_input(key="own-reason-coverage").set_value("others report later")
    app = press(app, "own-make")
    [(version, origin)] = own_versions.listed(folder).items()
    assert say("own.drafted", "en", version=version) in words_of(app)
    assert say("own.drafted.session", "en") in words_of(app)
    [claim] = (folder / "own" / "owners" / version).iterdir()
    assert claim.read_text() == owners.SESSION
    # What is looked at first is the place that the rows are of.
    looked_at = [str(one.proto.query_string) for one in app.get("page_link")]
    assert f"lang=en&data={version}&region=130000" in looked_at
    assert (origin.who, origin.why) == ("Hebei bureau", "figures of 2023")
    assert origin.confirmed == ("good.csv · coverage: others report later",)
    assert own_versions.pointed(folder) == ""
    app = press(app, "publish-ask")
    shipped = catalogue.load(folder).version
    question = say("versions.publish.question", "en", version=version, before=shipped)
    assert any(one.value == question for one in app.markdown)
    assert own_versions.pointed(folder) == ""
    app = sure(app)
    assert own_versions.pointed(folder) == version
    assert [one.value for one in app.success] == [
        say("versions.publish.done", "en", version=version)
    ]
    assert not any(one.key == "publish-ask" for one in app.button)


def test_where_another_was_published_meanwhile_it_is_said(folder: Path):
    app = give(open_with("own_data", "en", table=TABLE), GOOD)
    app.text_input(key="own-who").set_value("Hebei bureau")
    app.text_input(key="own-reason-coverage").set_value("others report later")
    app = press(app, "own-make")
    [version] = own_versions.listed(folder)
    own_versions.publish(version, "", "somebody else", "", folder)
    app = sure(press(app, "publish-ask"))
    assert [one.value for one in app.error] == [say("versions.publish.failed", "en")]
    assert any("someone published version" in one.value for one in app.code)


def test_two_files_with_names_of_tables_are_taken_together(folder: Path):
    files = [("value_added-a.csv", GOOD[1], "text/csv"), ("other.csv", GOOD[1], "text/csv")]
    app = give(open_with("own_data", "en", table="all"), *files)
    assert say("own.found", "en", rows=2, errors=1, warnings=1) in words_of(app)


@pytest.mark.parametrize("file", broken.FILES[::9], ids=lambda file: file.name)
def test_a_broken_file_leaves_the_page_and_the_disk_as_they_were(folder: Path, file: broken.Broken):
    before = sorted(folder.rglob("*"))
    app = give(open_with("own_data", "en", table=TABLE), (file.name, file.content, "text/csv"))
    assert not app.exception
    assert "Rows read" in words_of(app)
    assert sorted(folder.rglob("*")) == before
    app = give(app, GOOD)
    assert say("own.found", "en", rows=2, errors=0, warnings=1) in words_of(app)
