"""Who may import whom: read from the code itself."""

import ast
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "carbonpeak").rglob("*.py"))
PAGES = sorted((ROOT / "pages").glob("*.py"))


@cache
def nodes(file: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))


@cache
def imported(file: Path) -> set[str]:
    names: set[str] = set()
    for node in nodes(file):
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
    "reporting",
    "incoming",
    "access",
    "words",
    "domain",
    "indicators",
    "data",
    "store",
    "thresholds",
)
# What finds figures out knows neither words nor pictures; what draws them knows no data.
NARROWER = {
    "charts": ("reporting", "incoming", "words", "domain", "indicators", "data"),
    "analysis": ("words", "charts", "figures"),
}
# The overview sums up what the other topics found, the ledger compares it; a report
# of all of them is an export.
MAY_READ_TOPICS = {
    "overview": {"outlook", "peak", "regions", "sectors"},
    "versions": {"peak", "regions"},
}


def parts(file: Path) -> tuple[str, ...]:
    return file.relative_to(ROOT / "carbonpeak").with_suffix("").parts


def layers_imported(file: Path) -> set[str]:
    names = [name.split(".") for name in imported(file)]
    return {name[1] for name in names if name[0] == "carbonpeak" and len(name) > 1}


def topics_imported(file: Path) -> set[str]:
    names = [name.split(".") for name in imported(file)]
    return {name[2] for name in names if name[:2] == ["carbonpeak", "topics"] and len(name) > 2}


IN_LAYERS = [file for file in MODULES if parts(file)[0] in LAYERS]


# Each rule is held in one test, which names every file that breaks it and by what.


def test_only_the_screen_imports_streamlit():
    found = [file for file in MODULES if imports_any(file, "streamlit")]
    assert [place(file) for file in found if parts(file)[0] != "screen"] == []


def test_only_data_and_build_import_duckdb():
    found = [file for file in MODULES if imports_any(file, "duckdb")]
    assert [place(file) for file in found if parts(file)[0] not in {"data", "build"}] == []


def test_every_module_has_a_layer():
    assert [place(file) for file in MODULES if file not in IN_LAYERS] == [
        "carbonpeak/__init__.py",
        "carbonpeak/__main__.py",
    ]


def above(file: Path) -> set[str]:
    """Return the layers that a module must not import."""
    own = LAYERS.index(parts(file)[0])
    names = {*LAYERS[:own]} | set(NARROWER.get(LAYERS[own], ()))
    if parts(file)[-1].startswith("analysis"):
        names |= set(NARROWER["analysis"])
    return names


def test_a_layer_looks_only_downwards():
    found = {place(file): layers_imported(file) & above(file) for file in IN_LAYERS}
    assert {file: names for file, names in found.items() if names} == {}


TOPICS = [file for file in MODULES if parts(file)[0] == "topics" and len(parts(file)) > 2]


def others_read(file: Path) -> set[str]:
    own = parts(file)[1]
    return topics_imported(file) - {own, *MAY_READ_TOPICS.get(own, ())}


def test_a_topic_reads_no_other():
    found = {place(file): others_read(file) for file in TOPICS}
    assert {file: names for file, names in found.items() if names} == {}


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


def lengths(file: Path) -> dict[str, int]:
    """Return how many lines each function of a file has."""
    return {
        f"{place(file)}:{node.lineno} {node.name}": node.end_lineno - node.lineno + 1
        for node in nodes(file)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


def test_half_of_all_functions_have_at_most_eight_lines():
    assert median([lines for file in MODULES for lines in lengths(file).values()]) <= 8


def test_no_function_is_longer_than_forty_lines():
    found = {name: lines for file in (*MODULES, *PAGES) for name, lines in lengths(file).items()}
    assert {name: lines for name, lines in found.items() if lines > 40} == {}


BARRED = ("duckdb", "pandas", "numpy", "plotly", "carbonpeak.data.warehouse")


def test_a_page_is_short_and_holds_no_sql():
    long = [place(file) for file in PAGES if file.read_text(encoding="utf-8").count("\n") > 100]
    assert long == []
    assert [place(file) for file in PAGES if imports_any(file, *BARRED)] == []


def test_a_page_does_no_arithmetic():
    found = [
        f"{place(file)}:{node.lineno}"
        for file in PAGES
        for node in nodes(file)
        if isinstance(node, ast.BinOp)
    ]
    assert found == []


def is_broad(handler: ast.ExceptHandler) -> bool:
    return handler.type is None or getattr(handler.type, "id", "") in {"Exception", "BaseException"}


def test_nothing_catches_everything():
    found = [
        f"{place(file)}:{node.lineno}"
        for file in (*MODULES, *PAGES)
        for node in nodes(file)
        if isinstance(node, ast.ExceptHandler) and is_broad(node)
    ]
    assert found == []


def test_there_is_something_to_hold():
    assert len(MODULES) > 300
    assert len(PAGES) > 10
    assert len(TOPICS) > 100
