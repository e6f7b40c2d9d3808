"""Power and heat against all other industry in words: a title, a sentence, caveats, a card."""

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain.power import FEEDSTOCK_JUMP_YEAR, PowerSplit
from carbonpeak.figures import labels
from carbonpeak.figures.figure import Card
from carbonpeak.words.numbers import co2_national, percent
from carbonpeak.words.speaker import Speaker


def title(found: PowerSplit, tell: Speaker) -> str:
    """Return what each of the two did between the years, as a title."""
    return tell("power.title", **_changes(found, tell))


def sentence(found: PowerSplit, tell: Speaker) -> str:
    """Return what each and both did, and where other industry stands against its maximum."""
    said = {"last": found.last, "year": found.other_peak_year, "below": percent(found.other_below)}
    is_below = percent(found.other_below) != percent(0.0)
    return tell.sentences(
        (
            tell("power.sentence", count=found.provinces, **_changes(found, tell)),
            tell("power.below" if is_below else "power.highest", **said),
        )
    )


def caveats(data: Dataset, found: PowerSplit, tell: Speaker) -> tuple[str, ...]:
    """Return whose cement process CO2 is left out, and what the data of chemicals do to it."""
    said = []
    if found.without_process:
        names = labels.region_list(data, found.without_process, tell)
        said.append(tell("power.process", names=names))
    if found.chemicals_t is not None:
        moved = amount_moved(found.chemicals_t, tell)
        said.append(tell("power.chemicals", moved=moved, year=FEEDSTOCK_JUMP_YEAR))
    return tuple(said)


def card(data: Dataset, found: PowerSplit, tell: Speaker) -> Card:
    """Return the card of both: amounts of the last year, shares, changes, and the caveats."""
    whole = found.power_last_t + found.other_last_t
    parts = (
        ("whole", whole, found.whole_t),
        ("power", found.power_last_t, found.power_t),
        ("other", found.other_last_t, found.other_t),
    )
    lines = [
        tell(
            f"power.{part}",
            amount=co2_national(last_t, tell.lang),
            share=percent(last_t / whole),
            moved=amount_moved(change_t, tell),
        )
        for part, last_t, change_t in parts
    ]
    return Card(
        name=tell("power.name"),
        value=title(found, tell),
        since="",
        tiers=(),
        lines=(*lines, sentence(found, tell)),
        small=tell.sentences(caveats(data, found, tell)),
        value_is_words=True,
    )


def amount_moved(change_t: float, tell: Speaker) -> str:
    """Return a change of CO2 (t) in a word of direction with the bare amount and its unit."""
    amount, none = co2_national(abs(change_t), tell.lang), co2_national(0.0, tell.lang)
    if amount == none:
        return tell("power.same")
    return tell("power.rose" if change_t > 0 else "power.fell", amount=amount)


def _changes(found: PowerSplit, tell: Speaker) -> dict[str, object]:
    """Return the years and how each part and the whole moved between them."""
    moved = {
        "power": amount_moved(found.power_t, tell),
        "other": amount_moved(found.other_t, tell),
        "whole": amount_moved(found.whole_t, tell),
    }
    return {"first": found.first, "last": found.last, **moved}
