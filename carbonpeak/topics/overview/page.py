"""The figures of the page Overview; it has no choices."""

from carbonpeak.figures.page_spec import FigureSpec, NoChoices, PageSpec
from carbonpeak.topics.overview import glide, known
from carbonpeak.topics.overview.words import WORDS

PAGE = PageSpec(
    "overview",
    NoChoices.of,
    lambda data, raw: (),
    (
        FigureSpec(
            "glide_energy", (), lambda data, chosen, tell: glide.glide(data, tell, "energy")
        ),
        FigureSpec("glide_co2", (), lambda data, chosen, tell: glide.glide(data, tell, "co2")),
        FigureSpec(
            "lagging_regions", (), lambda data, chosen, tell: glide.lagging_regions(data, tell)
        ),
        FigureSpec(
            "pulling_sectors", (), lambda data, chosen, tell: glide.pulling_sectors(data, tell)
        ),
        FigureSpec("known_after", (), lambda data, chosen, tell: known.known_after(data, tell)),
    ),
    WORDS,
)
