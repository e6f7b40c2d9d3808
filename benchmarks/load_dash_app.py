"""The figures of Regions served by Dash: what the same figures cost without the product's frame.

Made by the product's own registry and kept by its own cache, in each of the server's workers.
"""

from collections.abc import Sequence
from functools import lru_cache

from dash import Dash, Input, Output, dcc, html
from dash.development.base_component import Component

from benchmarks import load_choices
from carbonpeak.charts.style import CONFIG
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import footnotes, source_names
from carbonpeak.screen import markup, server
from carbonpeak.topics import registry
from carbonpeak.words.speaker import Speaker

SPEAKER = Speaker("en")
PAGE = registry.PAGES["regions"]
NAMES = tuple(load_choices.START)
CACHED_TABLES = 512


def page(*codes: str) -> list[Component]:
    """Return every figure of Regions for the codes chosen, in the order of ``NAMES``."""
    raw = {name: [code] for name, code in zip(NAMES, codes, strict=True)}
    given = registry.chosen(server.dataset(), PAGE, raw)
    made = [registry.figure(server.dataset(), spec.name, given, SPEAKER) for spec in PAGE.figures]
    return [_section(figure) for figure in made if figure is not None]


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
    controls = registry.chosen(server.dataset(), PAGE, {}).controls
    return [
        dcc.Dropdown(
            [
                {"label": controls[name].words(server.dataset(), SPEAKER, code), "value": code}
                for code in controls[name].choice.allowed
            ],
            load_choices.START[name],
            id=name,
        )
        for name in NAMES
    ]


def _section(figure: Figure) -> Component:
    sources = source_names(server.dataset(), figure.source_ids, SPEAKER)
    table = dcc.Markdown(_table(figure), dangerously_allow_html=True)
    parts = [
        html.H3(figure.title),
        html.P(figure.subtitle),
        dcc.Markdown("  \n".join(footnotes(figure, sources, SPEAKER))),
    ]
    if figure.chart is None:
        return html.Section([*parts, table])
    graph = dcc.Graph(id=figure.name, figure=figure.chart, config=CONFIG)
    return html.Section([*parts, graph, html.Details([html.Summary(figure.alt), table])])


@lru_cache(maxsize=CACHED_TABLES)
def _table(figure: Figure) -> str:
    return markup.table(figure.table.texts(), figure.title)
