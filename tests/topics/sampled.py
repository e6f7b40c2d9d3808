"""Choices to look at a topic's figures with: each code one at a time, and some together."""

import random
from collections.abc import Iterator

from carbonpeak.data.dataset import Dataset
from carbonpeak.figures.choices import Choice
from carbonpeak.figures.figure import Figure
from carbonpeak.topics import registry
from carbonpeak.words.speaker import Speaker

Codes = dict[str, str]


def samples(data: Dataset, name: str, together: int, seed: int = 2030) -> list[Codes]:
    """Return the default, every code of every choice alone, and a seeded sample of combinations."""
    controls = registry.chosen(data, registry.PAGE_OF[name], {}).controls
    choices = [controls[used].choice for used in registry.FIGURES[name].uses]
    allowed = {one.name: one.allowed for one in choices if isinstance(one, Choice)}
    alone = [{used: code} for used, codes in allowed.items() for code in codes]
    chance = random.Random(seed)
    mixed = [
        {used: chance.choice(codes) for used, codes in allowed.items()} for _ in range(together)
    ]
    return [{}, *alone, *mixed]


def figures(data: Dataset, name: str, together: int, lang: str) -> Iterator[tuple[Codes, Figure]]:
    """Yield the figure for each of these choices for which there is something to show."""
    for codes in samples(data, name, together):
        raw = registry.raw(tuple(codes.items()))
        chosen = registry.chosen(data, registry.PAGE_OF[name], raw)
        figure = registry.figure(data, name, chosen, Speaker(lang))
        if figure is not None:
            in_full = {used: chosen.values.one(used) for used in registry.FIGURES[name].uses}
            yield in_full, figure
