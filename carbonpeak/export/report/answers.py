"""The three answers a manager asks for: on schedule, past the peak, what it would take."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from carbonpeak.domain import nation, power
from carbonpeak.domain.official import last_official_year, official_index
from carbonpeak.domain.view import TARGETS
from carbonpeak.export.report import region_cards
from carbonpeak.export.report.document import Block, Paragraph
from carbonpeak.export.report.draft import Draft
from carbonpeak.export.report.sentences import capital, doubt
from carbonpeak.figures import bought
from carbonpeak.figures import power as power_words
from carbonpeak.figures.origin import INTENSITY_STANDINGS
from carbonpeak.thresholds import BASE_YEAR, NATION, TARGET_YEAR
from carbonpeak.topics.outlook import labels as projection_words
from carbonpeak.topics.outlook.analysis_projection import ProjectionQuestion
from carbonpeak.topics.peak import analysis as peaks
from carbonpeak.topics.peak import labels as peak_labels
from carbonpeak.words.numbers import enough_digits, is_missing, percent
from carbonpeak.words.sentences import moved
from carbonpeak.words.speaker import Speaker

BASIS = "total"


@dataclass(frozen=True, eq=False)
class Stand:
    """Where a measure stands in a year.

    ``kind`` is the measure as its words are keyed, ``standings`` what its numbers are.
    """

    kind: str
    name: str
    year: int
    row: "pd.Series[Any]"
    standings: tuple[str, ...]


def all_three(made: Draft) -> tuple[Block, ...]:
    """Return the answers, each bold before its reasons; where nothing is known, that alone."""
    if made.region and region_cards.peak_row(made.data, made.region) is None:
        return (Paragraph(made.tell("regions.no_inventory", name=made.place)),)
    found = stands(made)
    return (schedule(made, found), peak(made), takes(made, found), *_caveats(made))


def stands(made: Draft) -> tuple[Stand, Stand]:
    """Return where both intensities stand, of the nation or a province."""
    return _of_region(made) if made.region else _of_nation(made)


def schedule(made: Draft, found: tuple[Stand, Stand]) -> Paragraph:
    """Return whether the targets are on schedule."""
    tell = made.tell
    known = [one for one in found if not is_missing(one.row["cumulative"])]
    return Paragraph(
        tell.sentences(capital(_against_due(one, tell)) for one in known),
        tell("answer.schedule", clauses=_clauses((_pace(one, tell) for one in found), tell)),
    )


def peak(made: Draft) -> Paragraph:
    """Return whether CO2 has peaked; of the nation what power and all other industry did."""
    tell, row = made.tell, _peak_row(made)
    if row["state"] == "unknown":
        return Paragraph("", tell("answer.peak.unknown"))
    last = int(row["last_year"])
    bold = tell(
        "answer.peak",
        place=made.place,
        clause=peak_labels.clause(row, tell),
        until="" if last == made.data.last_year else tell("template.stand.until", year=last),
        doubt=_doubt_of_co2(made),
    )
    said = power_words.sentence(power.split(made.data), tell) if not made.region else ""
    return Paragraph(tell.sentences(one for one in (_level(row, tell), said) if one), bold)


def takes(made: Draft, found: tuple[Stand, Stand]) -> Paragraph:
    """Return what yearly fall the targets would still take, and what the last year brought."""
    tell = made.tell
    known = [one for one in found if not is_missing(one.row["change"])]
    return Paragraph(
        tell.sentences(_last_year(one, tell) for one in known),
        tell("answer.takes", clauses=_clauses((_rate(one, tell) for one in found), tell)),
    )


def _caveats(made: Draft) -> tuple[Block, ...]:
    """Return what must be read beside the answers, small: of the split, of bought power."""
    data, tell = made.data, made.tell
    said = _of_scenarios(made) if made.region else _of_split(made)
    rows = data.ask("fuels__of_industry", region_code=made.region or None)
    noted = (*said, *bought.note(rows, tell))
    return (Paragraph(tell.sentences(noted), small=True),) if noted else ()


def _of_split(made: Draft) -> tuple[str, ...]:
    return power_words.caveats(made.data, power.split(made.data), made.tell)


def _of_scenarios(made: Draft) -> tuple[str, ...]:
    """Return why nothing is judged by a province's scenarios, though its fall is not doubtful."""
    asked = ProjectionQuestion(region_code=made.region)
    if not projection_words.is_doubtful(made.data, asked):
        return ()
    return tuple(projection_words.remarks(made.data, asked, made.tell))


def _of_nation(made: Draft) -> tuple[Stand, Stand]:
    data, tell = made.data, made.tell
    official, last = last_official_year(data), data.last_year
    estimate = nation.yearly(data, "co2", BASIS)
    energy = nation.stand(official_index(data), TARGETS["energy"], official)
    co2 = nation.stand(estimate["index"], TARGETS["co2"], last)
    return (
        Stand("energy", tell("template.intensity.official"), official, energy, ("official",)),
        Stand("co2", tell("template.intensity.co2"), last, co2, (estimate["standing"][last],)),
    )


def _of_region(made: Draft) -> tuple[Stand, Stand]:
    data, code = made.data, made.region
    energy, carbon = region_cards.energy_view(data), region_cards.carbon_view(data, code)
    kind = "energy_related" if carbon.basis == "energy_related" else "co2"

    def of(key: str, view: Any) -> Stand:
        row = region_cards.stand(data, view, code)
        name = made.tell(f"template.intensity.{key}")
        return Stand(key, name, view.year, row, INTENSITY_STANDINGS[view.measure])

    return of("energy", energy), of(kind, carbon)


def _clauses(said: Any, tell: Speaker) -> str:
    return capital(tell("clause.pause").join(said))


def _pace(one: Stand, tell: Speaker) -> str:
    key = "no_data" if is_missing(one.row["cumulative"]) else str(one.row["tier_schedule"])
    return tell(
        "answer.pace",
        measure=tell(f"answer.short.{one.kind}"),
        pace=tell(f"answer.verdict.{key}"),
        doubt=doubt(one.row, tell),
    )


def _against_due(one: Stand, tell: Speaker) -> str:
    change, due = float(one.row["cumulative"]), float(one.row["due"])
    digits = enough_digits(100 * due, 1, 100 * change)
    return tell(
        "answer.schedule.one",
        year=one.year,
        base=BASE_YEAR,
        measure=one.name,
        moved=moved(change, tell, due),
        doubt=doubt(one.row, tell),
        standing=tell.listed(tell(f"standing.{key}") for key in one.standings),
        due=percent(-due, digits),
    )


def _rate(one: Stand, tell: Speaker) -> str:
    measure, row = tell(f"answer.short.{one.kind}"), one.row
    if is_missing(row["rate_needed"]):
        return tell("answer.takes.none", measure=measure)
    key = "answer.takes.passed" if row["rate_needed"] <= 0 else "answer.takes.rate"
    return tell(
        key,
        measure=measure,
        doubt=doubt(row, tell),
        target=TARGET_YEAR,
        years=tell.years(one.year + 1, TARGET_YEAR),
        rate=percent(row["rate_needed"], 2),
    )


def _last_year(one: Stand, tell: Speaker) -> str:
    change = moved(float(one.row["change"]), tell, float(one.row["due_in_year"]))
    return tell("answer.takes.year", year=one.year, measure=one.name, moved=change)


def _peak_row(made: Draft) -> "pd.Series[Any]":
    """Return what the rule says of all industry of the place in the last year of its data."""
    code = made.region or NATION
    last = (made.data.last_year,)
    return peaks.by_last_year(made.data, BASIS, code, peaks.ALL, last).iloc[0]


def _level(row: "pd.Series[Any]", tell: Speaker) -> str:
    """Return how much was emitted in the last year, and how far below the maximum that is."""
    amount = float(row["maximum"]) * (1 - float(row["below_maximum"]))
    below = percent(row["below_maximum"])
    is_below = row["state"] != "rising" and below != percent(0.0)
    return tell(
        "answer.peak.level",
        year=int(row["last_year"]),
        amount=peak_labels.amount(amount, tell),
        standing=tell("standing.reconstructed"),
        below=tell("answer.peak.below", below=below) if is_below else "",
    )


def _doubt_of_co2(made: Draft) -> str:
    """Return the mark of a province whose CO2 intensity is doubtful."""
    if not made.region:
        return ""
    view = region_cards.carbon_view(made.data, made.region)
    return doubt(region_cards.stand(made.data, view, made.region), made.tell)
