"""Who may import whom: read from the code itself."""

import ast
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path
from statistics import median

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


# From what readers see down to the rules: each layer may import those after it and no other.
LAYERS = (
    "cli",
    "build",
    "screen",
    "export",
    "topics",
    "figures",
    "charts",
    "words",
    "domain",
    "indicators",
    "data",
    "thresholds",
)
# What finds figures out knows neither words nor pictures; what draws them knows no data.
NARROWER = {
    "charts": ("words", "domain", "indicators", "data"),
    "analysis": ("words", "charts", "figures"),
}
# The overview sums up what the other topics found; a report of all of them is an export.
MAY_READ_TOPICS = {"overview": {"outlook", "peak", "regions", "sectors"}}


def parts(file: Path) -> tuple[str, ...]:
    return file.relative_to(ROOT / "carbonpeak").with_suffix("").parts


def layers_imported(file: Path) -> set[str]:
    names = [name.split(".") for name in imported(file)]
    return {name[1] for name in names if name[0] == "carbonpeak" and len(name) > 1}


def topics_imported(file: Path) -> set[str]:
    names = [name.split(".") for name in imported(file)]
    return {name[2] for name in names if name[:2] == ["carbonpeak", "topics"] and len(name) > 2}


IN_LAYERS = [file for file in MODULES if parts(file)[0] in LAYERS]


@pytest.mark.parametrize("file", MODULES, ids=place)
def test_only_the_screen_imports_streamlit(file):
    assert not imports_any(file, "streamlit") or parts(file)[0] == "screen"


@pytest.mark.parametrize("file", MODULES, ids=place)
def test_only_data_and_build_import_duckdb(file):
    assert not imports_any(file, "duckdb") or parts(file)[0] in {"data", "build"}


def test_every_module_has_a_layer():
    assert [place(file) for file in MODULES if file not in IN_LAYERS] == [
        "carbonpeak/__init__.py",
        "carbonpeak/__main__.py",
    ]


@pytest.mark.parametrize("file", IN_LAYERS, ids=place)
def test_a_layer_looks_only_downwards(file):
    own = LAYERS.index(parts(file)[0])
    above = {*LAYERS[:own]} | set(NARROWER.get(LAYERS[own], ()))
    if parts(file)[-1].startswith("analysis"):
        above |= set(NARROWER["analysis"])
    assert layers_imported(file) & above == set()


TOPICS = [file for file in MODULES if parts(file)[0] == "topics" and len(parts(file)) > 2]


@pytest.mark.parametrize("file", TOPICS, ids=place)
def test_a_topic_reads_no_other(file):
    own = parts(file)[1]
    assert topics_imported(file) - {own, *MAY_READ_TOPICS.get(own, ())} == set()


def test_no_module_needs_itself_through_others():
    names = {
        ".".join(("carbonpeak", *parts(file))).removesuffix(".__init__"): file for file in MODULES
    }
    # A package that is named beside one of its modules is only the way to it.
    needs = {
        name: {one for one in imported(file) if one in names and one != name}
        for name, file in names.items()
    }
    ways = {name for name in names if names[name].stem == "__init__"}
    TopologicalSorter(
        {name: {one for one in found if one not in ways} for name, found in needs.items()}
    ).prepare()


def test_half_of_all_functions_have_at_most_eight_lines():
    lines = [
        node.end_lineno - node.lineno + 1
        for file in MODULES
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    assert median(lines) <= 8


@pytest.mark.parametrize("file", PAGES, ids=place)
def test_a_page_is_short_and_holds_no_sql(file):
    text = file.read_text(encoding="utf-8")
    assert text.count("\n") <= 100
    assert not imports_any(file, "duckdb", "pandas", "numpy", "plotly", "carbonpeak.data.warehouse")


@pytest.mark.parametrize("file", PAGES, ids=place)
def test_a_page_does_no_arithmetic(file):
    tree = ast.parse(file.read_text(encoding="utf-8"))
    operations = [node for node in ast.walk(tree) if isinstance(node, ast.BinOp)]
    assert operations == []


@pytest.mark.parametrize("file", [*MODULES, *PAGES], ids=place)
def test_no_function_is_longer_than_forty_lines(file):
    tree = ast.parse(file.read_text(encoding="utf-8"))
    functions = [
        node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
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
