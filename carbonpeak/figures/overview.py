"""The figures of the page Overview; it has no choices."""

from carbonpeak.exhibits import known, overview
from carbonpeak.figures.figure import Figure, Sheet

SHEET = Sheet(
    "overview",
    lambda ask, raw: (),
    (
        Figure("glide_energy", (), lambda ask, chosen, lang: overview.glide(ask, lang, "energy")),
        Figure("glide_co2", (), lambda ask, chosen, lang: overview.glide(ask, lang, "co2")),
        Figure(
            "lagging_regions", (), lambda ask, chosen, lang: overview.lagging_regions(ask, lang)
        ),
        Figure(
            "pulling_sectors", (), lambda ask, chosen, lang: overview.pulling_sectors(ask, lang)
        ),
        Figure("known_after", (), lambda ask, chosen, lang: known.known_after(ask, lang)),
    ),
)
