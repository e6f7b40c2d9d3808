"""What must be said beside a decomposition: its formula, assumptions, what is left out, limits."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain.power import CHEMICALS, WITHOUT_POWER
from carbonpeak.domain.view import region_names
from carbonpeak.figures.origin import fault_words
from carbonpeak.thresholds import JUMP_SHARE, PRICE_GAP
from carbonpeak.topics.drivers import analysis, analysis_gaps, labels
from carbonpeak.topics.drivers.analysis_answer import decide
from carbonpeak.topics.drivers.analysis_cells import known_years
from carbonpeak.topics.drivers.question import Question
from carbonpeak.words.numbers import energy, number, percent
from carbonpeak.words.speaker import Speaker

# Each row of the table of limits and how far it can be computed.
LIMITS = {
    "region": "yes",
    "division": "no",
    "national": "partly",
    "unsplit": "no",
    "process": "no",
    "factor": "partly",
    "zero": "yes",
    "after": "no",
}


def refused(data: Dataset, question: Question, form: str, tell: Speaker) -> str:
    """Return a sentence that says why there is no answer, nothing where there is one."""
    reason = decide(data, question, form).refused
    if not reason:
        return ""
    years = known_years(data, question.region_code)
    return tell(
        f"drivers.refused.{reason}",
        place=labels.place(data, question, tell),
        region=region_names(data, tell.lang).get(question.region_code, ""),
        first=question.first,
        last=question.last,
        known_first=years[0],
        known_last=years[-1],
    )


def narrowed(data: Dataset, question: Question, tell: Speaker) -> tuple[Question, str]:
    """Return the question that can be answered, and a sentence where it is a narrower one."""
    answerable = analysis.answerable(data, question)
    if answerable == question:
        return question, ""
    withheld = analysis.left_out(data, question, True)
    return answerable, tell("drivers.note.narrowed", names=_with_years(data, withheld, tell))


def assumptions(data: Dataset, question: Question, tell: Speaker) -> tuple[str, ...]:
    """Return the formula and every assumption of a decomposition between two years."""
    is_region = bool(question.region_code)
    return (
        tell(f"drivers.note.{question.measure}"),
        *((tell("drivers.note.region"),) if is_region else ()),
        deflator(data, question, tell),
        *(() if is_region else unsplit(data, tell)),
        *(_of_carbon(data, question, tell) if question.measure == "co2" else ()),
        *doubt_of_region(data, question, tell),
        *revisions(data, question, tell),
    )


def deflator(data: Dataset, question: Question, tell: Speaker) -> str:
    """Return what one deflator for all does to the effects."""
    one_region = "_region" if question.region_code else ""
    return tell(f"drivers.note.deflator{one_region}", year=analysis_gaps.verified_from(data))


def unsplit(data: Dataset, tell: Speaker) -> tuple[str, ...]:
    """Return which provinces count as one whole, nothing where all are split by sector."""
    names = labels.and_names(data, analysis_gaps.coverage(data).unsplit, tell)
    return (tell("drivers.note.unsplit", names=names),) if names else ()


def left_out(data: Dataset, question: Question, tell: Speaker) -> tuple[str, ...]:
    """Return whose cement process CO2 is not in the whole, nothing where all of it is."""
    withheld = analysis.left_out(data, question)
    if not withheld:
        return ()
    return (tell("drivers.note.left_out", names=_with_years(data, withheld, tell)),)


def chaining(data: Dataset, question: Question, form: str, tell: Speaker) -> tuple[str, ...]:
    """Return how the years chain: to the change of the two years, or without some process CO2."""
    chained = tell(f"drivers.note.chain_{form}")
    withheld = analysis.left_out(data, question, True)
    if withheld == analysis.left_out(data, question):
        return (chained,)
    rows = analysis.yearly(data, question)
    whole = float(analysis.table(data, question)["change_t"].iloc[0])
    written = labels.amount_form(rows["end_t"].max(), question, tell)
    sums = {"years": written.text(rows["change_t"].sum()), "pair": written.text(whole)}
    names = _with_years(data, withheld, tell)
    return (chained, tell("drivers.note.left_out_yearly", names=names, **sums))


def revisions(data: Dataset, question: Question, tell: Speaker) -> tuple[str, ...]:
    """Return in which provinces and years a statistical revision is likely, if in any."""
    revised = analysis_gaps.revisions(data, question)
    if not revised:
        return ()
    return (tell("drivers.note.breaks", names=_with_years(data, revised, tell)),)


def doubt(question: Question, tell: Speaker) -> str:
    """Return what the mark of doubt means over the years asked for."""
    bounds = {"gap": number(100 * PRICE_GAP), "jump": percent(JUMP_SHARE, 0)}
    return tell("drivers.note.doubt", first=question.first, last=question.last, **bounds)


def limits(data: Dataset, tell: Speaker) -> pd.DataFrame:
    """Return as a table in words what can be computed, what cannot, and why.

    What the tables do not lack is left out.
    """
    given = dict(_limit_words(data, tell))
    rows = [
        {
            tell("limits.question"): tell(f"limits.{key}.question", **given.get(key, {})),
            tell("limits.answer"): tell(f"limits.{answer}"),
            tell("limits.reason"): tell(f"limits.{key}.reason", **given.get(key, {})),
        }
        for key, answer in LIMITS.items()
        if given.get(key, {}).get("names") != ""
    ]
    return pd.DataFrame(rows)


def _limit_words(data: Dataset, tell: Speaker) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield the rows of the table of limits whose words follow the data."""
    years, names = known_years(data), region_names(data, tell.lang)
    yield "after", {"first": years[0], "last": years[-1]}
    unsplit_codes = analysis_gaps.coverage(data).unsplit
    yield "unsplit", {"names": labels.and_names(data, unsplit_codes, tell)}
    all_co2 = Question("co2", "total", years[0], years[-1])
    cells = [
        tell("limits.process.cell", name=names[code], years=tell.listed(map(str, withheld)))
        for code, withheld in analysis.left_out(data, all_co2, True).items()
    ]
    yield "process", {"names": labels.and_listed(cells, tell)}


def _of_carbon(data: Dataset, question: Question, tell: Speaker) -> tuple[str, ...]:
    """Return what must be known of CO2 per energy: of oil, and of feedstock in chemicals."""
    is_jump = (
        question.sector_code in ("", CHEMICALS, WITHOUT_POWER) and question.last >= data.last_year
    )
    jump = (fault_words(data, "feedstock_jump", tell),) if is_jump else ()
    return (_oil_factor(data, question, tell), *jump)


def doubt_of_region(data: Dataset, question: Question, tell: Speaker) -> tuple[str, ...]:
    """Return what the mark means where the one province asked for carries it."""
    if question.region_code not in analysis_gaps.doubtful(data, question):
        return ()
    return (
        doubt(question, tell),
        *(jump(data, question, tell) if question.measure == "energy" else ()),
    )


def no_split(data: Dataset, question: Question, tell: Speaker) -> str:
    """Return why a province has no split by sector, and which division jumped, if one did."""
    name = region_names(data, tell.lang)[question.region_code]
    said = tell("drivers.note.no_split", name=name)
    return tell.sentences((said, *jump(data, question, tell)))


def jump(data: Dataset, question: Question, tell: Speaker) -> tuple[str, ...]:
    """Return which division moved the province's energy at once, nothing where none did."""
    found = analysis_gaps.division_jump(data, question)
    if found is None:
        return ()
    energy_question = replace(question, measure="energy", basis="")
    said = {
        "name": region_names(data, tell.lang)[question.region_code],
        "sector": labels.sector_name(data, found.sector_code, tell),
        "year": found.year,
        "before": energy(found.before_tce, tell.lang),
        "after": energy(found.after_tce, tell.lang),
        "whole": labels.amount_moved(found.whole_change_tce, energy_question, tell),
    }
    return (tell("drivers.note.jump", **said),)


def _oil_factor(data: Dataset, question: Question, tell: Speaker) -> str:
    years = (question.first, question.last)
    # Of a year that one province alone has there is no factor of all industry.
    place = question.among(data).region_code
    before, after = (number(analysis.carbon_factor(data, "oil", year, place), 2) for year in years)
    return tell(
        f"drivers.note.carbon_factor{'.place' if place else ''}",
        place=region_names(data, tell.lang).get(place),
        first=years[0],
        last=years[1],
        before=before,
        after=after,
        example=_refining_jump(data, question, tell),
    )


def _refining_jump(data: Dataset, question: Question, tell: Speaker) -> str:
    """Return in which province and year the energy of refining jumped most, if in any."""
    jump = analysis_gaps.refining_jump(data, question.first, question.last)
    if jump is None or jump.region_code != (question.among(data).region_code or jump.region_code):
        return ""
    name = region_names(data, tell.lang)[jump.region_code]
    return tell("drivers.note.carbon_factor.example", name=name, year=jump.year)


def _with_years(data: Dataset, by_region: Mapping[str, Sequence[int]], tell: Speaker) -> str:
    """Return provinces by name, each with its years."""
    names = region_names(data, tell.lang)
    return tell.listed(
        tell("drivers.note.place_years", name=names[code], years=tell.listed(map(str, years)))
        for code, years in by_region.items()
    )
