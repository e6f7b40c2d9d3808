"""The figure of the page Data and methods."""

from carbonpeak.figures.page_spec import FigureSpec, NoChoices, PageSpec
from carbonpeak.topics.methods import tables
from carbonpeak.topics.methods.words import WORDS

PAGE = PageSpec(
    "methods",
    NoChoices.of,
    lambda data, raw: (),
    (FigureSpec("inventories", (), tables.inventories),),
    WORDS,
)
