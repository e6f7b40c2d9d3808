"""The figure of the page Data and methods."""

from carbonpeak.exhibits import methods
from carbonpeak.figures.figure import Figure, Sheet

SHEET = Sheet(
    "methods",
    lambda ask, raw: (),
    (Figure("inventories", (), lambda ask, chosen, lang: methods.inventories(ask, lang)),),
)
