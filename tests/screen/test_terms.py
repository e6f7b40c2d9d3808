"""Terms say what they mean where they stand; a figure says how it is read; news are those told."""

import re
from html import unescape
from pathlib import Path

import plotly.graph_objects as go
import pytest

from carbonpeak.figures import shape
from carbonpeak.screen import markup
from carbonpeak.topics import registry
from carbonpeak.topics.methods.words import NEWS, UPDATED
from carbonpeak.words import LANGS, say
from carbonpeak.words.glossary import TERMS
from carbonpeak.words.speaker import Speaker

ROOT = Path(__file__).parents[2]
SHAPES = {
    "peak_tiles": "tiles",
    "peak_matrix": "matrix",
    "peak_table": "table",
    "peak_shares": "bars",
    "driver_waterfall": "bars",
    "sector_ranking": "bars",
    "sector_scatter": "bubbles",
    "nowcast": "lines",
}


def test_a_term_is_explained_once_and_nothing_else_is_changed():
    text = "Final energy & Final energy, industry above designated size"
    html = markup.explained(text)
    assert unescape(re.sub(r"<[^>]+>", "", html)) == text
    assert html.count('<abbr class="term"') == 2
    assert "20 million yuan" in html


def test_words_without_a_term_stay_as_they_are():
    assert markup.explained("a < b") == "a &lt; b"


@pytest.mark.parametrize("lang", LANGS)
def test_every_term_stands_in_a_subtitle_and_is_explained_in_its_language(data, lang):
    """A term that no subtitle holds would be explained to nobody."""
    tell, said = Speaker(lang), []
    for name, page in registry.PAGE_OF.items():
        for measure, sort in (("energy", "energy"), ("co2", "contribution")):
            chosen = registry.chosen(data, page, {"measure": [measure], "sort": [sort]})
            figure = registry.figure(data, name, chosen, tell)
            said.append(figure.subtitle if figure else "")
    held = " ".join(said)
    missing = [term.en for term, _ in TERMS if tell.text(term) not in held]
    assert not (set(missing) - ({"tce", "Mtce"} if lang == "zh" else {"tce"}))


@pytest.mark.parametrize(("name", "expected"), SHAPES.items())
def test_a_figure_is_read_by_its_shape(data, name, expected):
    chosen = registry.chosen(data, registry.PAGE_OF[name], {})
    figure = registry.figure(data, name, chosen, Speaker("en"))
    assert shape.of(figure) == expected
    assert figure.chart is None or isinstance(figure.chart, go.Figure)
    assert say(f"read.{expected}", "zh")


def test_what_is_new_is_as_new_as_the_list_of_changes():
    days = re.findall(r"^## (\d{4}-\d\d-\d\d)", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    assert max(days) == UPDATED
    assert len(NEWS) >= 3
