"""The commands that build the tables and that check them."""

import argparse
from contextlib import closing
from pathlib import Path

from carbonpeak.build.run import build_all
from carbonpeak.cli.arguments import Arguments
from carbonpeak.data import contracts, own_versions, queries
from carbonpeak.data.warehouse import Warehouse
from carbonpeak.export.faults import RenderError
from carbonpeak.export.picture.renderer import Renderer
from carbonpeak.words import say


def add_build(parser: Arguments) -> None:
    """Take the folder of source files."""
    parser.takes("--raw", type=Path, required=True)


def build(given: argparse.Namespace) -> int:
    """Build every table from a folder of source files and say what changed."""
    catalogue, changed = build_all(given.raw)
    print(f"{changed}\ndata version {catalogue.version}")
    return 0


def add_check(_parser: Arguments) -> None:
    """Take nothing."""


def check(_given: argparse.Namespace) -> int:
    """Load every table and run every data test; rows of a test are faults."""
    warehouse = Warehouse(own_versions.published())
    contracts.require(warehouse.catalogue)
    warehouse.load_all()
    shipped = queries.shipped()
    faulty = 0
    for name, query in queries.checks().items():
        rows = queries.run(warehouse, query)
        print(f"{'ok' if rows.empty else 'FAULT':5}  {name}")
        if len(rows):
            faulty += 1
            print(f"{query.sentence}\n{rows.head(5).to_string(index=False)}")
    print(_pictures())
    loaded = len(warehouse.catalogue.tables)
    print(f"{loaded} tables, {len(shipped)} queries, {faulty} checks with faults")
    return 1 if faulty else 0


def _pictures() -> str:
    """Return whether figures can become pictures here; without, everything else still works."""
    with closing(Renderer()) as renderer:
        try:
            has_font = renderer.has_cjk_font()
        except RenderError as fault:
            return f"note   pictures: {say(f'export.fault.{fault.reason}', 'en')}"
    return "ok     pictures" if has_font else f"note   pictures: {say('export.no_font', 'en')}"
