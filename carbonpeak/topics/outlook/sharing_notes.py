"""What must be said below the sharing out: the goal, the rule, marks, and which data are faulty."""

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import comparable, doubts, sectors
from carbonpeak.domain.measures import MEASURES
from carbonpeak.domain.view import region_names
from carbonpeak.figures.labels import amount_form, doubt, doubt_note, region_list
from carbonpeak.figures.origin import fault_words
from carbonpeak.topics.outlook.analysis_sharing import RULES, Sharing
from carbonpeak.topics.outlook.choices import OutlookChoices
from carbonpeak.words.numbers import as_written, percent
from carbonpeak.words.sentences import moved
from carbonpeak.words.speaker import Speaker

# The division whose fall of CO2 the fault ``feedstock_jump`` explains: chemicals.
RELIEVED = "26"


def of_ranking(
    data: Dataset, sharing: Sharing, chosen: OutlookChoices, tell: Speaker
) -> tuple[str, ...]:
    """Return the goal, the rule, what the mark means, and how the units are measured."""
    years = {"first": sharing.first_year, "last": sharing.last_year}
    goal = as_written(chosen.goal_fall)
    units = _units(data, sharing, chosen, tell)
    return (
        tell(f"goal.note.{chosen.goal}", target=goal),
        how(chosen.rule, chosen.unit, tell),
        tell("share.note.mark", **years),
        *units,
        *_faults(data, sharing, chosen, (chosen.rule,), tell),
    )


def of_table(
    data: Dataset, sharing: Sharing, chosen: OutlookChoices, tell: Speaker
) -> tuple[str, ...]:
    """Return the goal, all rules, how the units are measured, and which data are faulty."""
    units = _units(data, sharing, chosen, tell)
    return (
        tell(f"goal.note.{chosen.goal}", target=as_written(chosen.goal_fall)),
        *(how(rule, chosen.unit, tell) for rule in RULES),
        *units,
        *_faults(data, sharing, chosen, RULES, tell),
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


def _units(
    data: Dataset, sharing: Sharing, chosen: OutlookChoices, tell: Speaker
) -> tuple[str, ...]:
    """Return how the units are measured, and what must be known of them."""
    if chosen.unit == "region":
        return _regions(data, sharing, tell)
    return _sectors(data, sharing, chosen.goal_measure, tell)


def _sectors(data: Dataset, sharing: Sharing, measure: str, tell: Speaker) -> tuple[str, ...]:
    """Return how divisions are measured, which provinces they leave out, and who is doubtful."""
    held, names = sectors.coverage(data), region_names(data, tell.lang)
    without = tell.listed(names[code] for code in held.unsplit)
    said = tell("share.note.sector", count=len(held.counted), names=without)
    return (said, *_hanging(data, sharing, measure, tell))


def _hanging(data: Dataset, sharing: Sharing, measure: str, tell: Speaker) -> tuple[str, ...]:
    """Return which divisions hang on one province, with its amounts, nothing for none."""
    rows = doubts.of_divisions(data, MEASURES[measure].total, sharing.last_year)
    form = amount_form(measure, tell, digits=1 if tell.is_chinese else 2)
    names, places = sectors.names(data, tell.lang), region_names(data, tell.lang)
    items = [
        tell(
            "share.note.hanging.one",
            name=names[str(code)],
            region=places[str(row["region_code"])],
            start=form.text(float(row["start_t"])),
            end=form.text(float(row["end_t"])),
            unit=form.unit,
        )
        for code, row in rows.iterrows()
    ]
    return (tell("share.note.hanging", items=tell.clauses(items)),) if items else ()


def _faults(
    data: Dataset,
    sharing: Sharing,
    chosen: OutlookChoices,
    rules: tuple[str, ...],
    tell: Speaker,
) -> tuple[str, ...]:
    """Return the faulty figures behind the CO2 of divisions, nothing for the others."""
    if chosen.unit == "region" or chosen.goal_measure != "co2":
        return ()
    relieved = (_relieved(data, sharing, rule, tell) for rule in rules if rule != "equal_rate")
    jump = tell.sentences((fault_words(data, "feedstock_jump", tell), *relieved))
    without = {
        code for codes in comparable.without_cement(data, data.last_year).values() for code in codes
    }
    if not without:
        return (jump,)
    listed = region_list(data, sorted(without), tell)
    return (tell("sectors.cement_note", names=listed), jump)


def _relieved(data: Dataset, sharing: Sharing, rule: str, tell: Speaker) -> str:
    """Return what a rule asks of the division whose CO2 a fault of the data has lowered."""
    row = sharing.table.loc[[RELIEVED]].iloc[0]
    is_asked = row[f"rate_{rule}"] > 0
    return tell(
        "share.note.relieved" if is_asked else "share.note.relieved.nothing",
        sector=sectors.names(data, tell.lang)[RELIEVED],
        moved=moved(float(row["change"]), tell),
        rule=tell(f"rule.short.{rule}"),
        rate=percent(row[f"rate_{rule}"]),
        mean=percent(sharing.rate),
    )


def _left_out(sharing: Sharing, names: dict[str, str], tell: Speaker) -> tuple[str, ...]:
    """Return which years of which provinces are no part of any best five, nothing for none."""
    rows = ((names[str(code)], row) for code, row in sharing.table.iterrows() if row["left_out"])
    listed = []
    for name, row in rows:
        years = tell.listed(map(str, row["left_out"]))
        marked = f"{name} {doubt(row)}".strip()
        listed.append(tell("share.note.left_out.of", name=marked, years=years))
    return (tell("share.note.left_out", names=tell.clauses(listed)),) if listed else ()
