"""Records of others are in no byte sent: role by figure by format, kept and not, and whole reports.

The oracle is a store from which the rows of others were deleted, seen whole. What cannot be made is
counted apart: each role lacks just the figures that are named here.
"""

import re
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import make_url, or_

from carbonpeak.access import deciding
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.scope import WHOLE
from carbonpeak.data.warehouse import Warehouse
from carbonpeak.export import page_archive
from carbonpeak.export.lookup import FigureError
from carbonpeak.export.report import records as report
from carbonpeak.export.report import web
from carbonpeak.export.rows.archive import undated
from carbonpeak.store.actors import Actor
from carbonpeak.store.opening import open_store, writing
from carbonpeak.store.tables import DISCLOSED, RECORDS
from carbonpeak.topics import registry
from carbonpeak.words.speaker import Speaker
from tests import miniature, needed, records
from tests.access.test_no_leaks import alike, sent, shown

PAGE = registry.PAGES["reporting_units"]
FIGURES = [spec.name for spec in PAGE.figures]
OF_COMPANY = {"reporting_company", "reporting_products", "reporting_findings", "reporting_changes"}
OF_RECORDS = set(FIGURES) - {"reporting_public_counts", "reporting_disclosed"}
PEOPLE = {
    "reader": Actor("R", frozenset({"reader"}), frozenset({"320000"}), None),
    "analyst": Actor("A", frozenset({"analyst"}), frozenset({"320000"}), None),
    "editor": Actor("E", frozenset({"editor"}), frozenset({"330000", "140000"}), None),
    "verifier": Actor("V", frozenset({"verifier"}), None, frozenset({"a"})),
    "administrator": Actor("M", frozenset({"administrator"}), None, None),
}
# What there is nothing of for each of them; whoever sees no record gets what is disclosed.
LACKING = {
    "reader": OF_RECORDS - {"reporting_company"},
    "analyst": set(),
    "editor": {"reporting_findings", "reporting_products"},
    "verifier": {"reporting_findings"},
    "administrator": set(),
}
# Names that stand in rows which are not disclosed, by who may see them.
SECRETS = {"Delta": {"editor", "administrator"}, "Cedar": {"analyst", "administrator"}}


def store(file: Path, person: Actor | None = None) -> Path:
    """Fill a store; with a person, delete what he or she may not see."""
    engine = open_store(make_url(f"sqlite:///{file}"))
    records.fill(engine)
    scope = None if person is None else deciding.scope(person)
    with writing(engine) as connection:
        for table in RECORDS if scope else ():
            outside = [
                table.c[column].not_in(codes)
                for column, codes in (
                    ("region_code", scope.regions),
                    ("company_id", scope.companies),
                )
                if codes is not None
            ]
            if table is not DISCLOSED and outside:
                connection.execute(table.delete().where(or_(*outside)))
    # Both stores end with the same entry, whatever was deleted.
    records.enter(engine, {}, "example.remove")
    engine.dispose()
    return file


def opened(folder: Path, file: Path) -> Warehouse:
    return Warehouse(folder, store=lambda: make_url(f"sqlite:///{file}"))


def wholes(data: Dataset) -> dict[str, bytes]:
    """Return the reports of a company, of a place and of all, and the archive of the page."""
    tell = Speaker("en")
    found = {}
    for what, raw in (("company", {"company": "a"}), ("place", {"region": "320000"}), ("all", {})):
        given = registry.chosen(data, PAGE, {name: [one] for name, one in chosen(raw).items()})
        try:
            made = report.records(data, given, tell)
            found[f"report of {what}"] = web.write(made, drawn, lambda *_: None)
        except FigureError as fault:
            found[f"report of {what}"] = fault.reason.encode()
        packed = page_archive.packed(data, page_archive.of_page(data, given, "x", tell), tell)
        found[f"archive of {what}"] = undated(packed)
    return found


def chosen(raw: dict[str, str]) -> dict[str, str]:
    return {**records.CHOSEN, **raw}


def drawn(printable, _width_mm: int) -> bytes:
    """Return what a picture is drawn from, as one that a report takes in."""
    words = str(printable.figure.chart.to_plotly_json()).encode().hex()
    size = 'width="10" height="10" viewBox="0 0 10 10"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}><desc>{words}</desc></svg>'.encode()


@pytest.mark.parametrize("role", PEOPLE)
def test_records_of_others_are_in_nothing_that_is_sent(
    tmp_path: Path, role: str, in_full: bool
) -> None:
    """Whole files are made of figures kept by then; with ``--in-full`` twice."""
    person = PEOPLE[role]
    folder = miniature.write(tmp_path / "data")
    whole, bare = store(tmp_path / "whole"), store(tmp_path / "bare", person)
    with closing(opened(folder, bare)) as few, closing(opened(folder, whole)) as every:
        expected, seen = Dataset(few, WHOLE), Dataset(every, deciding.scope(person))
        leaks, faults, said = [], set(), []
        for name in FIGURES:
            wanted = sent(shown(expected, name))
            first = shown(seen, name)
            found = sent(first)
            leaks += [(name, kind) for kind in wanted if wanted[kind] != found[kind]]
            # What is kept by now is the same figure with the same words: its files are the same.
            leaks += [] if alike(shown(seen, name), first) else [(name, "kept")]
            said += found.values()
            if "fault" in wanted:
                # There is nothing to show; any other fault would hide what is compared.
                assert wanted["fault"] == b"FigureError"
                faults.add(name)
        assert leaks == []
        assert faults == LACKING[role]
        # Whole files say how far their reader sees, so those they are held to are of such a one.
        alone = Dataset(few, deciding.scope(person))
        expected_whole = wholes(alone)
        for _ in ("made", "kept")[: 1 + in_full]:
            found = wholes(seen)
            assert found == expected_whole
            said += found.values()
    bytes_sent = b"\n".join(said).decode("utf-8", "replace")
    for secret, allowed in SECRETS.items():
        assert (secret in bytes_sent) == (role in allowed)


def test_what_is_needed_for_each_figure_is_chosen_here() -> None:
    assert {name for name in OF_COMPANY if "company" in dict(needed.codes(name))} == OF_COMPANY
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", records.DAY)
    assert replace(PEOPLE["reader"], name="x").regions
