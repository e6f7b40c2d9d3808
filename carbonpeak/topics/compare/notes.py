"""What must be known of a comparison: who is left out or has no values, doubts, breaks."""

from collections.abc import Sequence

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain.measures import MEASURES
from carbonpeak.domain.view import View
from carbonpeak.figures import division_notes, doubts, labels, standing
from carbonpeak.indicators import progress
from carbonpeak.thresholds import BASE_YEAR
from carbonpeak.topics.compare import analysis
from carbonpeak.topics.compare.analysis import PLACES
from carbonpeak.topics.compare.choices import CompareChoices
from carbonpeak.topics.compare.entries import Entry, doubtful_codes, judged_year, names_of
from carbonpeak.topics.compare.outcome import Outcome
from carbonpeak.words.numbers import as_written, percent
from carbonpeak.words.speaker import Speaker
from carbonpeak.words.terms import DOUBT


def notes(
    data: Dataset,
    chosen: CompareChoices,
    kind: str,
    entries: Sequence[Entry],
    found: Outcome | None,
    tell: Speaker,
) -> tuple[str, ...]:
    """Return all notes of a figure, what concerns what is not seen first."""
    return (
        *left_out(data, chosen.chosen, tell),
        *lacking(chosen, entries, tell),
        *ends(entries, found, tell),
        *doubtful(data, chosen, kind, entries, tell),
        *revised(entries, tell),
        *scopes(data, chosen, kind, tell),
        *beside(chosen, entries, kind, tell),
        *standings(entries, tell),
    )


def left_out(data: Dataset, chosen: Sequence[str], tell: Speaker) -> tuple[str, ...]:
    """Return which codes are left out because they are of the other kind."""
    split = analysis.split(data, chosen)
    if not split.left_out:
        return ()
    other = PLACES if split.kind != PLACES else analysis.DIVISIONS
    names = names_of(data, other, tell)
    listed = tell.enumerated(names[code] for code in split.left_out)
    return (tell(f"compare.left_out.{split.kind}", names=listed),)


def lacking(chosen: CompareChoices, entries: Sequence[Entry], tell: Speaker) -> tuple[str, ...]:
    """Return who has no values and why, a sentence for each reason."""
    reasons = dict.fromkeys(one.missing for one in entries if one.missing)
    span = tell.years(chosen.first, chosen.last)
    return tuple(
        tell(
            f"compare.missing.{reason}",
            names=tell.enumerated(one.name for one in entries if one.missing == reason),
            quantity=tell(f"compare.short.{chosen.quantity.code}"),
            years=span,
        )
        for reason in reasons
    )


def ends(entries: Sequence[Entry], found: Outcome | None, tell: Speaker) -> tuple[str, ...]:
    """Return in which years each series ends where they end in several."""
    there = shown(entries)
    last = sorted({one.years[-1] for one in there})
    if len(last) < 2:
        return ()
    said = [
        tell(
            "compare.end",
            names=tell.enumerated(one.marked for one in there if one.years[-1] == year),
            year=year,
        )
        for year in last
    ]
    year = found.end if found else last[0]
    return (tell("compare.ends", ends=tell.clauses(said), year=year),)


def doubtful(
    data: Dataset, chosen: CompareChoices, kind: str, entries: Sequence[Entry], tell: Speaker
) -> tuple[str, ...]:
    """Return why each doubtful entry is doubtful."""
    year = judged_year(data, chosen)
    codes = doubtful_codes(data, chosen, kind)
    marked = {one.code: one.name for one in entries if one.code in codes and not one.missing}
    if year is None or not marked:
        return ()
    measure = chosen.quantity.measure or "energy"
    if kind != PLACES:
        return division_notes.doubtful(data, marked, measure, year, "sector", tell)
    view, counting = View(measure, year=year), chosen.quantity.doubts
    return tuple(
        tell("compare.doubt", name=name, reason=reason.removeprefix(DOUBT).lstrip())
        for code, name in marked.items()
        for reason in doubts.reasons(data, view, code, tell, counting)
    )


def revised(entries: Sequence[Entry], tell: Speaker) -> tuple[str, ...]:
    """Return where a break is drawn, and what it means."""
    said = [
        tell("compare.break", name=one.marked, years=tell.listed(map(str, years)))
        for one in entries
        if (years := [year for year in sorted(one.breaks) if _is_within(year, one)])
    ]
    return (tell("compare.breaks", breaks=tell.clauses(said)),) if said else ()


def _is_within(year: int, one: Entry) -> bool:
    """Return whether a break lies between years that are shown."""
    return bool(one.years) and one.years[0] < year <= one.years[-1]


def scopes(data: Dataset, chosen: CompareChoices, kind: str, tell: Speaker) -> tuple[str, ...]:
    """Return what the numbers hold, and how those that are no plain amounts are made."""
    quantity = chosen.quantity
    has_output = quantity.is_intensity or not quantity.measure
    said = []
    if chosen.scale == "needed":
        target = as_written(quantity.target or 0.0)
        said.append(tell("compare.needed_note", target=target))
    if kind == PLACES:
        return (*said, *((tell("regions.deflator"),) if has_output else ()))
    if quantity.measure:
        said.append(labels.scope_note(data, tell))
        codes = analysis.split(data, chosen.chosen).kept
        year = judged_year(data, chosen) or data.last_year
        said += division_notes.cement(data, codes, quantity.measure, year, tell)
    if quantity.is_intensity:
        said.append(tell("sectors.growth_note", scope=labels.sum_of(data, tell)))
    elif has_output:
        said.append(tell("compare.output_note"))
    return tuple(said)


def beside(
    chosen: CompareChoices, entries: Sequence[Entry], kind: str, tell: Speaker
) -> tuple[str, ...]:
    """Return what stands beside as a reference, where it must be said."""
    codes = [one.code for one in entries if one.is_reference]
    if not codes or codes == ["nation"] and kind == PLACES:
        return ()
    rate = progress.yearly_rate(chosen.quantity.target) if chosen.quantity.target else 0.0
    return tuple(
        tell(f"compare.reference.{code}.{kind}.note", rate=percent(rate, 2)) for code in codes
    )


def standings(entries: Sequence[Entry], tell: Speaker) -> tuple[str, ...]:
    """Return which years are of which standing, once for all entries of which the same is true."""
    groups: dict[tuple[tuple[int, str], ...], list[str]] = {}
    for one in shown(entries):
        groups.setdefault(tuple(one.standings.items()), []).append(one.name)
    return tuple(
        note
        for kinds, names in groups.items()
        for note in standing.notes(
            {year: (kind,) for year, kind in kinds},
            tell,
            tell.enumerated(names) if len(groups) > 1 else "",
        )
    )


def kinds_of(entries: Sequence[Entry]) -> tuple[str, ...]:
    """Return the standings of all that is compared, each once."""
    return tuple(dict.fromkeys(kind for one in shown(entries) for kind in one.standings.values()))


def shown(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries that have values, references left out."""
    return [one for one in entries if not one.is_reference and not one.missing]


def sources(data: Dataset, chosen: CompareChoices, kind: str) -> tuple[str, ...]:
    """Return the ids of the sources of what is compared."""
    quantity = chosen.quantity
    own = MEASURES[quantity.measure].sources if quantity.measure else ()
    if quantity.measure and not quantity.is_intensity:
        return own
    if kind == PLACES:
        return (*own, "nbs-value-added")
    codes = analysis.split(data, chosen.chosen).kept
    growth = data.ask("growth__yearly", sector_code=None, first_year=BASE_YEAR + 1)
    cited = growth[growth["sector_code"].isin(codes)]["source_id"]
    return (*own, "nbs-input-output", "nbs-value-added", *dict.fromkeys(cited))
