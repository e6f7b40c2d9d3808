"""The page alone, without a store and with one; a report from its first line to its disclosure."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
import streamlit as st
from sqlalchemy import make_url
from streamlit.testing.v1 import AppTest

from carbonpeak.screen import server
from carbonpeak.store import audit
from carbonpeak.store.audit import verify
from carbonpeak.store.opening import open_store, reading
from carbonpeak.store.tables import FINDINGS, MOVES, REPORTS, UNITS
from tests import records
from tests.access import claims
from tests.access.test_pages import LOGIN
from tests.opened_page import LIMIT_S, ROOT, marked, open_with, words_of

PAGE = "reporting_units"


@pytest.fixture
def store_url(tmp_path, monkeypatch):
    """Name a store that is not made yet; the server opens its tables anew for it."""
    url = make_url(f"sqlite:///{tmp_path / 'store.sqlite'}")
    monkeypatch.setenv("CARBONPEAK_STORE", url.render_as_string(hide_password=False))
    server.close()
    yield url
    server.close()


@pytest.fixture
def filled(store_url):
    engine = open_store(store_url)
    records.fill(engine)
    engine.dispose()
    return store_url


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_without_a_store_the_public_counts_stand_there_and_how_to_begin(store_url, lang):
    app = open_with(PAGE, lang)
    assert not app.exception
    words = words_of(app)
    assert {"zh": "2021 年 27 家，2024 年 62 家", "en": "27 in 2021, 62 in 2024"}[lang] in words
    assert {"zh": "尚无填报记录", "en": "No records are held here yet"}[lang] in words
    assert not file_of(store_url).exists()


def file_of(url):
    return Path(url.database)


def test_a_deep_link_opens_one_company_as_of_a_day(filled):
    app = open_with(PAGE, "en", company="a", reported="2025", day="2026-06-30", region="320000")
    assert not app.exception
    words = words_of(app)
    assert "Units that must report for 2025 (Jiangsu): 3. Submitted 2" in words
    assert "Alpha: reports 3, verified 2" in words
    assert "meter read anew" in words
    app.text_input(key="company-text").set_value("![](//x)").run()
    assert "![](//x)" in words_of(app)
    assert [*marked(app, "//x"), *marked(app, "Alpha")] == []
    assert [*app.query_params["company"]] == ["a"]


def test_an_entry_that_is_yet_to_come_is_noticed(filled):
    app = open_with(PAGE, "en", entry="9999")
    assert not app.exception
    assert "“entry”" in words_of(app)


def test_a_store_that_cannot_be_read_is_said_and_the_rest_stands(store_url):
    file_of(store_url).write_bytes(b"no database at all" * 100)
    app = open_with(PAGE, "en")
    assert not app.exception
    assert "The records cannot be read" in words_of(app)
    assert "27 in 2021, 62 in 2024" in words_of(app)


def say_who(app, name):
    app.text_input(key="desk-who").set_value(name).run()


def take(app, report, to, why=""):
    app.segmented_control(key=f"step-to-{report}").set_value(to).run()
    if why:
        app.text_input(key=f"step-why-{report}").set_value(why)
    app.button(key=f"step-take-{report}").click().run()
    assert not app.exception
    return words_of(app)


def register_company(app):
    app.text_input(key="company-company_id").set_value("c1")
    app.text_input(key="company-name_zh").set_value("甲公司")
    app.text_input(key="company-name_en").set_value("First")
    app.selectbox(key="company-region_code").set_value("320000")
    app.selectbox(key="company-sector_code").set_value("31")
    app.button(key="company-save").click().run()
    assert "Registered." in [one.value for one in app.success]


def register_unit(app):
    app.text_input(key="unit-unit_id").set_value("u1")
    app.text_input(key="unit-name_zh").set_value("一厂")
    app.selectbox(key="unit-region_code").set_value("320000")
    app.selectbox(key="unit-sector_code").set_value("31")
    app.number_input(key="unit-first").set_value(2025)
    app.button(key="unit-save").click().run()
    assert "Registered." in [one.value for one in app.success]


def enter_report(app):
    app.text_input(key="line-activity").set_value("power")
    app.number_input(key="line-quantity").set_value(1000.0)
    app.selectbox(key="line-unit").set_value("kWh")
    app.selectbox(key="line-factor").set_value(power_factor(app))
    app.button(key="line-add").click().run()
    app.button(key="entry-save").click().run()
    assert "Saved." in [one.value for one in app.success]


def test_a_report_goes_from_its_first_line_to_its_disclosure(store_url):
    app = open_with(PAGE, "en")
    say_who(app, "Ann")
    register_company(app)
    app.query_params["company"] = "c1"
    app.run()
    register_unit(app)
    enter_report(app)
    take(app, "u1.2025", "submitted")
    assert "Done." in [one.value for one in app.success]
    # Who entered a report does not verify it; somebody else does.
    assert "Ann entered or submitted the report" in take(app, "u1.2025", "document_review")
    say_who(app, "Ben")
    assert "The report is now “document review” and cannot be changed" in take(
        app, "u1.2025", "document_review"
    )
    parts = len(app.main.children)
    # The notice goes and nothing moves: what stood open below it would close.
    assert len(app.run().main.children) == parts
    assert "saved as a new revision" in take(app, "u1.2025", "verified")
    # One company alone made all of it, and it is not disclosed yet.
    assert "The verified total for 2025 is withheld" in words_of(app)
    take(app, "u1.2025", "disclosed")
    words = words_of(app)
    assert "Disclosed for 2025: 1" in words
    engine = open_store(store_url)
    with reading(engine) as connection:
        chain = verify(connection)
    engine.dispose()
    assert chain.broken_at is None
    assert chain.entries == 7


def power_factor(app):
    """Return a factor of electricity, which is stated in kWh."""
    options = app.selectbox(key="line-factor").options
    return next(one for one in options if "/kWh" in one).partition(" · ")[0]


def test_an_administrator_reads_the_audit_and_takes_a_file_in(filled):
    engine = open_store(filled)
    records.enter(engine, {}, "report.verified", "Ben")
    with reading(engine) as connection:
        at = list(audit.entries(connection))[-1]["at"]
    engine.dispose()
    app = open_with(PAGE, "en")
    assert not app.exception
    newest = app.dataframe[-1].value.iloc[0]
    assert (newest["No."], newest["Action"], newest["Who"]) == (25, "Report verified", "Ben")
    # The clock in China is eight hours ahead; an action of no name is called by its code.
    moment = datetime.fromisoformat(at).replace(tzinfo=None)
    assert newest["When (China time)"] == moment + timedelta(hours=8)
    assert app.dataframe[-1].value["Action"].iloc[1] == "made"
    app.selectbox(key="audit-action").set_value("Report verified").run()
    assert app.dataframe[-1].value["No."].tolist() == [25]
    app.date_input(key="audit-since").set_value(moment.date() + timedelta(days=2)).run()
    assert "There is no such entry." in words_of(app)
    assert [one.label for one in app.get("file_uploader")] == ["File (CSV or XLSX)"]


def test_a_guest_sees_no_record_no_audit_and_no_form(filled, tmp_path, monkeypatch):
    monkeypatch.setenv("CARBONPEAK_ACCESS", str(claims.write(tmp_path, guests="public")))
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=LIMIT_S)
    app.secrets["auth"] = LOGIN
    app.switch_page(f"pages/{PAGE}.py")
    app.query_params["lang"] = "en"
    app.query_params["reported"] = "2025"
    app.run()
    assert not app.exception
    words = words_of(app)
    assert "Disclosed for 2025: 2" in words
    assert "Delta" not in words
    # What is not seen is never said not to be.
    assert "Within what you may see there are no records for 2025. Who must report" in words
    assert "Who is late or overdue is shown to those who may see the records" in words
    for untrue in ("No unit must report", "No unit is late", "There are no reports", "Overdue"):
        assert untrue not in words
    assert "To register and to enter takes the role province editor" in words
    assert app.get("file_uploader") == []
    assert [one.label for one in app.expander] == []


def waiting(app):
    """Return the reports that wait for the reader, by what stands on their buttons."""
    listed = [one for one in app.button if one.key.startswith("waiting-") and "." in one.key]
    return {one.key.removeprefix("waiting-"): one.label for one in listed}


def test_what_waits_stands_first_and_one_click_opens_its_form(filled):
    engine = open_store(filled)
    move = records.move("c1.2025", "draft", "submitted", "2026-03-21", records.JIANGSU)
    records.enter(engine, {MOVES: [move]})
    engine.dispose()
    app = open_with(PAGE, "en", entry="3")
    assert not app.exception
    words = words_of(app)
    # As it stands now, whatever entry is looked back to; what was disclosed waits for nobody.
    assert waiting(app) == {
        "c1.2025": "Cedar, plant c1, 2025",
        "a1.2024": "Alpha, plant a1, 2024",
        "b1.2025": "Beta, plant b1, 2025",
    }
    assert "300 t of CO₂; submitted (Li, since 2026-03-21, " in words
    assert "No report was sent back with findings." in words
    app.button(key="waiting-c1.2025").click().run()
    assert not app.exception
    assert [*app.query_params["company"]] == ["c"]
    assert "entry" not in app.query_params
    assert app.selectbox(key="desk-unit").value == "c1"
    words = words_of(app)
    assert "raw coal" in words
    assert "300 t CO₂; no report for the year before; no product records" in words
    say_who(app, "Ben")
    take(app, "c1.2025", "document_review")
    assert "Done." in [one.value for one in app.success]
    app.button(key="waiting-back").click().run()
    assert "waiting-back" not in {one.key for one in app.button}
    assert "Under review: 1" in [one.label for one in app.expander]
    assert app.selectbox(key="desk-unit").value == "c1"


def test_who_corrects_reads_what_was_found_and_where_to_mend_it(filled):
    engine = open_store(filled)
    finding = {"report_id": "c1.2025", "finding": 1, "revision": 1, "text": "no *meter*"}
    open_one = {**records.whose("c", records.JIANGSU), "outcome": "open", "estimate_co2_t": None}
    move = records.move("c1.2025", "draft", "findings_open", "2026-03-21", records.JIANGSU)
    records.enter(engine, {MOVES: [move], FINDINGS: [{**finding, **open_one}]})
    engine.dispose()
    app = open_with(PAGE, "en")
    app.button(key="waiting-c1.2025").click().run()
    assert not app.exception
    words = words_of(app)
    assert "Finding 1: no *meter*" in words
    assert marked(app, "no *meter*") == []
    entry = next(one for one in app.expander if one.label == "Enter the report for 2025")
    assert entry.proto.expanded
    assert "To correct it, change it under" in words
    # To verify it with an estimate is a step of another; to write it anew is none.
    assert "There is no step that you may take" not in words


# Where the reports of a store of waiting ones stand, by the letter of the company.
STANDING = {"a": "submitted", "b": "findings_open", "c": "verified", "d": "document_review"}
NOTHING = {
    "submitted": "No report waits for you to verify it.",
    "document_review": "No report is under review.",
    "findings_open": "No report was sent back with findings.",
    "verified": "No verified report waits to be disclosed.",
}
# Whose reports wait for each role.
ACTS_ON = {
    "carbon-verifiers": ("a", "d"),
    "carbon-editors": ("b",),
    "carbon-admins": ("c",),
    "carbon-analysts": (),
}


def all_waiting(url):
    """Enter a report of each company in Jiangsu and one in Zhejiang, each in its state."""
    engine = open_store(url)
    places = {"1": records.JIANGSU, "2": records.ZHEJIANG}
    whose = [(f"{one}{number}", place) for one in STANDING for number, place in places.items()]
    rows = {
        UNITS: [records.unit(one, place) for one, place in whose],
        REPORTS: [records.report(one, 2025, 1.0, place) for one, place in whose],
        MOVES: [
            records.move(f"{one}.2025", "draft", STANDING[one[0]], "2026-03-02", place)
            for one, place in whose
        ],
    }
    records.enter(engine, rows)
    engine.dispose()


@pytest.mark.parametrize("group", ACTS_ON)
def test_each_role_sees_what_waits_for_it_within_its_scope(group, store_url, tmp_path, monkeypatch):
    all_waiting(store_url)
    seen = as_somebody(tmp_path, monkeypatch, group, provinces=["320000"])
    assert list(waiting(seen)) == [f"{one}1.2025" for one in ACTS_ON[group]]
    elsewhere = as_somebody(tmp_path, monkeypatch, group, provinces=["140000"])
    assert waiting(elsewhere) == {}
    said = words_of(elsewhere)
    told = {state for state, words in NOTHING.items() if words in said}
    assert told == {STANDING[one] for one in ACTS_ON[group]}


def as_somebody(folder, monkeypatch, group, **scope):
    """Open the page as somebody of a group who logged in."""
    monkeypatch.setenv("CARBONPEAK_ACCESS", str(claims.write(folder)))
    told = claims.claims(group, is_logged_in=True, **scope)
    monkeypatch.setattr(st, "user", claims.User(told))
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=LIMIT_S)
    app.secrets["auth"] = LOGIN
    app.switch_page(f"pages/{PAGE}.py")
    app.query_params["lang"] = "en"
    app.run()
    assert not app.exception
    return app
