"""Questions and choices as tests ask them, over fixed years unless they say others."""

from carbonpeak.topics.drivers.choices import DriversChoices
from carbonpeak.topics.drivers.question import Question

SPAN = (2012, 2020)


def asked(
    measure="energy", basis="", first=2015, last=2022, region_code="", sector_code=""
) -> Question:
    """Return a question; the years are those of the page as it opens on the shipped tables."""
    return Question(measure, basis, first, last, region_code, sector_code)


def choices(question=None, form="additive", split="region", span=SPAN) -> DriversChoices:
    """Return the choices of the page with which a figure is made."""
    return DriversChoices(question or asked(), form, split, span)
