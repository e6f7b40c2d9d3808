"""The figures of the page Overview; it has no choices."""

from functools import partial

from carbonpeak.figures.page_spec import FigureSpec, NoChoices, PageSpec
from carbonpeak.topics.overview import glide, known
from carbonpeak.topics.overview.words import WORDS

PAGE = PageSpec(
    "overview",
    NoChoices.of,
    lambda data, raw: (),
    (
        FigureSpec("glide_energy", (), partial(glide.glide, "energy")),
        FigureSpec("glide_co2", (), partial(glide.glide, "co2")),
        FigureSpec("lagging_regions", (), glide.lagging_regions),
        FigureSpec("pulling_sectors", (), glide.pulling_sectors),
        FigureSpec("known_after", (), known.known_after),
    ),
    WORDS,
)
