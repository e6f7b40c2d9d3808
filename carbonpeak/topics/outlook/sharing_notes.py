"""What must be said below the sharing out: the goal, the rule, marks, and which data are faulty."""

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import sectors
from carbonpeak.domain.view import region_names
from carbonpeak.figures.labels import doubt_note
from carbonpeak.figures.origin import fault_words
from carbonpeak.thresholds import BASE_YEAR
from carbonpeak.topics.outlook.analysis_sharing import Sharing, withheld_cells
from carbonpeak.topics.outlook.choices import OutlookChoices
from carbonpeak.words.numbers import percent
from carbonpeak.words.speaker import Speaker


def of_ranking(
    data: Dataset, sharing: Sharing, chosen: OutlookChoices, tell: Speaker
) -> tuple[str, ...]:
    """Return the goal, the rule, what the mark means, and how the units are measured."""
    years = {"first": sharing.first_year, "last": sharing.last_year}
    goal = percent(-chosen.goal_fall, 1, sign=True)
    units = _regions(data, sharing, tell) if chosen.unit == "region" else _sectors(data, tell)
    return (
        tell(f"goal.note.{chosen.goal}", target=goal),
        how(chosen.rule, chosen.unit, tell),
        tell("share.note.mark", **years),
        *units,
        *_faults(data, chosen, tell),
    )


def how(rule: str, unit: str, tell: Speaker) -> str:
    """Return what a rule asks of whom."""
    return tell(f"rule.how.{rule}" + (f".{unit}" if rule == "benchmark" else ""))


def _regions(data: Dataset, sharing: Sharing, tell: Speaker) -> tuple[str, ...]:
    """Return how provinces are measured, and which years and provinces are left out."""
    names = region_names(data, tell.lang)
    absent = sharing.table.index[sharing.table["missing"] != ""]
    missing = tell.listed(names[str(code)] for code in absent)
    known = len(sharing.table) - len(absent)
    return (
        *_left_out(sharing, names, tell),
        tell("share.note.region", count=known, missing=missing),
        doubt_note(tell),
    )


def _sectors(data: Dataset, tell: Speaker) -> tuple[str, ...]:
    """Return how divisions are measured, and which provinces their sums leave out."""
    held, names = sectors.coverage(data), region_names(data, tell.lang)
    without = tell.listed(names[code] for code in held.unsplit)
    return (tell("share.note.sector", count=len(held.counted), names=without),)


def _faults(data: Dataset, chosen: OutlookChoices, tell: Speaker) -> tuple[str, ...]:
    """Return the faulty figures behind the CO2 of divisions, nothing for the others."""
    if chosen.unit == "region" or chosen.goal_measure != "co2":
        return ()
    jump = fault_words(data, "feedstock_jump", tell)
    cells = withheld_cells(data, (BASE_YEAR, data.last_year))
    if not cells:
        return (jump,)
    names = region_names(data, tell.lang)
    listed = tell.enumerated(
        tell("share.note.cement.cell", year=year, names=tell.listed(names[code] for code in codes))
        for year, codes in cells.items()
    )
    return (tell("share.note.cement", cells=listed), jump)


def _left_out(sharing: Sharing, names: dict[str, str], tell: Speaker) -> tuple[str, ...]:
    """Return which years of which provinces are no part of any best five, nothing for none."""
    listed = [
        f"{names[str(code)]} {tell.listed(str(year) for year in years)}"
        for code, years in sharing.table["left_out"].items()
        if years
    ]
    return (tell("share.note.left_out", names=tell.clauses(listed)),) if listed else ()
