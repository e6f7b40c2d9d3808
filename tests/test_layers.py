"""Who may import whom: read from the code itself."""

import ast
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "carbonpeak").rglob("*.py"))
PAGES = sorted((ROOT / "pages").glob("*.py"))


@cache
def imported(file: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def place(file: Path) -> str:
    return str(file.relative_to(ROOT))


def imports_any(file: Path, *packages: str) -> bool:
    return any(
        name == one or name.startswith(f"{one}.") for name in imported(file) for one in packages
    )


@pytest.mark.parametrize("file", MODULES, ids=place)
def test_only_the_frame_imports_streamlit(file):
    frame = ("page.py", "controls.py", "server.py", "workshop/")
    allowed = place(file).startswith(tuple(f"carbonpeak/{name}" for name in frame))
    assert not imports_any(file, "streamlit") or allowed


@pytest.mark.parametrize("file", MODULES, ids=place)
def test_only_warehouse_queries_and_build_import_duckdb(file):
    allowed = place(file) in {"carbonpeak/warehouse.py", "carbonpeak/queries.py"}
    assert not imports_any(file, "duckdb") or allowed or "carbonpeak/build/" in place(file)


FORBIDDEN = {
    "carbonpeak/indicators/": (
        "queries",
        "warehouse",
        "findings",
        "charts",
        "wording",
        "exhibits",
        "page",
    ),
    "carbonpeak/charts/": ("queries", "warehouse", "findings", "exhibits", "indicators", "page"),
    "carbonpeak/wording/": (
        "queries",
        "warehouse",
        "findings",
        "charts",
        "exhibits",
        "indicators",
        "page",
    ),
    "carbonpeak/findings/": ("warehouse", "charts", "wording", "exhibits", "page"),
    "carbonpeak/exhibits/": ("warehouse", "page", "controls", "build", "figures", "export"),
    "carbonpeak/figures/": ("warehouse", "queries", "page", "controls", "build", "export"),
    "carbonpeak/export/": ("page", "controls", "build"),
    "carbonpeak/build/": (
        "warehouse",
        "queries",
        "findings",
        "charts",
        "wording",
        "exhibits",
        "page",
    ),
    "carbonpeak/selection.py": (
        "queries",
        "warehouse",
        "findings",
        "charts",
        "wording",
        "exhibits",
        "page",
    ),
    "carbonpeak/catalogue.py": (
        "queries",
        "warehouse",
        "findings",
        "charts",
        "wording",
        "exhibits",
        "page",
    ),
}


@pytest.mark.parametrize(
    ("file", "beyond"),
    [
        (file, beyond)
        for file in MODULES
        for start, beyond in FORBIDDEN.items()
        if place(file).startswith(start)
    ],
    ids=lambda value: place(value) if isinstance(value, Path) else "",
)
def test_a_layer_looks_only_downwards(file, beyond):
    assert not imports_any(file, *(f"carbonpeak.{name}" for name in beyond))


@pytest.mark.parametrize("file", PAGES, ids=place)
def test_a_page_is_short_and_holds_no_sql(file):
    text = file.read_text(encoding="utf-8")
    assert text.count("\n") <= 100
    assert not imports_any(file, "duckdb", "pandas", "numpy", "plotly", "carbonpeak.warehouse")


@pytest.mark.parametrize("file", PAGES, ids=place)
def test_a_page_does_no_arithmetic(file):
    tree = ast.parse(file.read_text(encoding="utf-8"))
    operations = [node for node in ast.walk(tree) if isinstance(node, ast.BinOp)]
    assert operations == []


@pytest.mark.parametrize("file", [*MODULES, *PAGES], ids=place)
def test_no_function_is_longer_than_forty_lines(file):
    tree = ast.parse(file.read_text(encoding="utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    long = [node.name for node in functions if node.end_lineno - node.lineno + 1 > 40]
    assert long == []


@pytest.mark.parametrize("file", [*MODULES, *PAGES], ids=place)
def test_nothing_catches_everything(file):
    handlers = [
        node
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler)
    ]
    broad = [
        one
        for one in handlers
        if one.type is None or getattr(one.type, "id", "") in {"Exception", "BaseException"}
    ]
    assert broad == []
