"""The choice and the figures of the page Overview."""

from functools import partial

from carbonpeak.figures import controls as names
from carbonpeak.figures.page_spec import Control, FigureSpec, PageSpec
from carbonpeak.topics.overview import glide, known
from carbonpeak.topics.overview.choices import OverviewChoices
from carbonpeak.topics.overview.words import WORDS

MEASURE = Control(names.measure_choice(), "overview.measure", names.named_by("overview.measure"))
PAGE = PageSpec(
    "overview",
    OverviewChoices.of,
    lambda data, raw: (MEASURE,),
    (
        FigureSpec("glide_energy", (), partial(glide.glide, "energy")),
        FigureSpec("glide_co2", (), partial(glide.glide, "co2")),
        FigureSpec("lagging_regions", ("measure",), glide.lagging_regions),
        FigureSpec("pulling_sectors", ("measure",), glide.pulling_sectors),
        FigureSpec("known_after", (), known.known_after),
    ),
    WORDS,
)
