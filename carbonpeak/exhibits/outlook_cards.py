"""The page Outlook at a glance: the cards of nowcast, peak and target, and one sentence."""

from dataclasses import replace

import pandas as pd

from carbonpeak.exhibits import projection_words as words
from carbonpeak.exhibits.exhibit import Card
from carbonpeak.exhibits.nowcast import ends, reach
from carbonpeak.findings import nowcast, per_gdp
from carbonpeak.findings.projection import SCENARIOS, Asked, Projection, project
from carbonpeak.findings.view import Ask
from carbonpeak.thresholds import ENERGY_TARGET, PEAK_BEFORE, SEED
from carbonpeak.wording import Lang, say
from carbonpeak.wording.numbers import percent, share

# The scenarios of a range: all but the reader's own; and for the target of 2025 those that do not
# start from its rate, which meet it in about half of all paths by construction.
OF_PEAK = tuple(one for one in SCENARIOS["co2"] if one != "own")
OF_TARGET = tuple(one for one in OF_PEAK if one != "plan")


def verdict(ask: Ask, asked: Asked, lang: Lang) -> str:
    """Return the page in one sentence: where 2025 landed, and what the simulation says of CO2."""
    found = nowcast.methods(ask)
    return say(
        "outlook.verdict",
        lang,
        target=percent(-ENERGY_TARGET, 1, sign=True),
        landed=_landed(found, lang),
        ahead=_ahead(ask, replace(asked, measure="co2"), lang),
        **ends(found["cumulative"]),
    )


def landed(ask: Ask, lang: Lang) -> Card:
    """Return the card of the nowcast: the range of the methods against the target of 2025."""
    found = nowcast.methods(ask)
    kinds = [say(f"standing.{one}", lang) for one in found["standing"].unique()]
    return Card(
        name=say("outlook.card.landed", lang),
        value=say("outlook.card.range", lang, **ends(found["cumulative"])),
        since=say("outlook.card.since", lang),
        tiers=(),
        lines=(
            say("card.target.energy", lang, target=percent(ENERGY_TARGET)),
            say("outlook.card.outcome", lang, landed=_landed(found, lang)),
            say("outlook.card.corrected", lang, **ends(found["corrected"])),
            say("outlook.card.break", lang),
        ),
        small=say("figure.standing", lang, standings=say("list.separator", lang).join(kinds)),
        value_is_words=True,
    )


def peak(ask: Ask, asked: Asked, lang: Lang) -> Card:
    """Return the card of the peak: the share of paths whose CO2 peaks before 2030."""
    asked = replace(asked, measure="co2")
    found = project(ask, asked)
    if found is None or words.is_doubtful(ask, asked):
        return _no_card("peak", ask, asked, lang)
    return Card(
        name=say("outlook.card.peak", lang, place=words.place_name(ask, asked, lang)),
        value=share(found.peaks),
        since=_scenario(asked, lang),
        tiers=(),
        lines=(
            say("card.target.peak", lang, year=PEAK_BEFORE),
            say("outlook.card.falls", lang, **words.chances(found, asked, lang)),
            say("outlook.card.median", lang, **words.outcome(found, asked, lang)),
            say("outlook.card.range_of", lang, **_range(ask, asked, "peaks", OF_PEAK)),
        ),
        small=_small(found, asked, lang),
    )


def target(ask: Ask, asked: Asked, lang: Lang) -> Card:
    """Return the card of the target: the share of paths that meet the CO2 target of 2025."""
    asked = replace(asked, measure="co2")
    found = project(ask, asked)
    if found is None or words.is_doubtful(ask, asked):
        return _no_card("target", ask, asked, lang)
    said = words.chances(found, asked, lang)
    return Card(
        name=say("outlook.card.target", lang, place=words.place_name(ask, asked, lang)),
        value=share(found.meets),
        since=_scenario(asked, lang),
        tiers=(),
        lines=(
            say("outlook.card.index", lang, **said),
            say("outlook.card.range_of_trends", lang, **_range(ask, asked, "meets", OF_TARGET)),
            _society(ask, found, lang),
            say("outlook.card.worded", lang),
        ),
        small=_small(found, asked, lang),
    )


def _landed(found: pd.DataFrame, lang: Lang) -> str:
    return reach("landed", found, lang)


def _ahead(ask: Ask, asked: Asked, lang: Lang) -> str:
    place, found = words.place_name(ask, asked, lang), project(ask, asked)
    if found is None:
        return say("outlook.ahead.none", lang, place=place)
    if words.is_doubtful(ask, asked):
        return say("outlook.ahead.doubtful", lang, place=place)
    said = words.chances(found, asked, lang) | _range(ask, asked, "peaks", OF_PEAK)
    said |= {key: words.about(getattr(found, key), lang) for key in ("peaks", "meets")}
    return say("outlook.ahead", lang, place=place, **said)


def _society(ask: Ask, found: Projection, lang: Lang) -> str:
    """Return the share of paths that pass the whole society's fall."""
    society = percent(per_gdp.society_change(ask), 1, sign=True)
    return say("outlook.card.society", lang, society=society, passes=share(found.passes or 0.0))


def _range(ask: Ask, asked: Asked, of: str, scenarios: tuple[str, ...]) -> dict[str, object]:
    """Return the lowest and the highest share of paths among scenarios."""
    results = [project(ask, replace(asked, scenario=one)) for one in scenarios]
    shares = [float(getattr(one, of)) for one in results if one is not None]
    return {"low": share(min(shares)), "high": share(max(shares)), "count": len(shares)}


def _scenario(asked: Asked, lang: Lang) -> str:
    return say(
        "outlook.card.scenario",
        lang,
        scenario=say(f"scenario.{asked.scenario}", lang),
        paths=words.PATHS_SHOWN,
    )


def _small(found: Projection, asked: Asked, lang: Lang) -> str:
    known = words.outcome(found, asked, lang)["known"]
    standing = say("standing.scenario", lang)
    return say("outlook.card.small", lang, standing=standing, seed=SEED, known=known)


def _no_card(kind: str, ask: Ask, asked: Asked, lang: Lang) -> Card:
    """Return a card that says why there is no number: none can be calculated, or it is doubtful."""
    reason = "none" if project(ask, asked) is None else "doubtful"
    return Card(
        name=say(f"outlook.card.{kind}", lang, place=words.place_name(ask, asked, lang)),
        value=say(f"outlook.card.{reason}", lang),
        since="",
        tiers=(),
        lines=tuple(words.remarks(ask, asked, lang)),
        small="",
        value_is_words=True,
    )
