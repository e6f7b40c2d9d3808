"""The figures of Regions served by Dash: what the same figures cost without the product's frame.

Made by the product's own registry and kept by its own cache, in each of the server's workers.
"""

from collections.abc import Sequence
from functools import lru_cache

from dash import Dash, Input, Output, dcc, html
from dash.development.base_component import Component

from benchmarks import load_choices
from carbonpeak import markup, server
from carbonpeak.charts.style import CONFIG
from carbonpeak.exhibits.exhibit import Exhibit
from carbonpeak.exhibits.origin import footnotes, source_names
from carbonpeak.figures import registry
from carbonpeak.wording import Lang

LANG: Lang = "en"
SHEET = registry.SHEETS["regions"]
NAMES = tuple(load_choices.START)
CACHED_TABLES = 512


def page(*codes: str) -> list[Component]:
    """Return every figure of Regions for the codes chosen, in the order of ``NAMES``."""
    raw = {name: [code] for name, code in zip(NAMES, codes, strict=True)}
    given = registry.chosen(server.ask, SHEET, raw)
    made = [
        server.made(registry.exhibit, figure.name, given.in_full(figure), LANG)
        for figure in SHEET.figures
    ]
    return [_section(exhibit) for exhibit in made if exhibit is not None]


def warm() -> None:
    """Make every figure that can be asked for, so that no reader waits for the first."""
    for chosen in load_choices.every():
        page(*(chosen[name] for name in NAMES))


def app() -> Dash:
    """Return the page: its choices, and below them its figures, all changed by one callback."""
    made = Dash(__name__)
    made.layout = html.Div([*_choices(), html.Div(id="page")])
    inputs = [Input(name, "value") for name in NAMES]
    made.callback(Output("page", "children"), inputs)(page)
    return made


def _choices() -> Sequence[Component]:
    controls = registry.chosen(server.ask, SHEET, {}).controls
    return [
        dcc.Dropdown(
            [
                {"label": controls[name].words(server.ask, LANG, code), "value": code}
                for code in controls[name].choice.allowed
            ],
            load_choices.START[name],
            id=name,
        )
        for name in NAMES
    ]


def _section(exhibit: Exhibit) -> Component:
    sources = server.made(source_names, exhibit.source_ids, LANG)
    table = dcc.Markdown(_table(exhibit), dangerously_allow_html=True)
    parts = [
        html.H3(exhibit.title),
        html.P(exhibit.subtitle),
        dcc.Markdown("  \n".join(footnotes(exhibit, sources, LANG))),
    ]
    if exhibit.chart is None:
        return html.Section([*parts, table])
    graph = dcc.Graph(id=exhibit.name, figure=exhibit.chart, config=CONFIG)
    return html.Section([*parts, graph, html.Details([html.Summary(exhibit.alt), table])])


@lru_cache(maxsize=CACHED_TABLES)
def _table(exhibit: Exhibit) -> str:
    return markup.table(exhibit.table, exhibit.title)
