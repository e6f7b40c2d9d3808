"""Which provinces or divisions made a change, and by what: stacked bars and the table of all."""

from dataclasses import dataclass, replace

import pandas as pd
import plotly.graph_objects as go

from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.domain.view import region_names
from carbonpeak.figures import labels
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.table import Cell, Head
from carbonpeak.figures.table import words as word_cell
from carbonpeak.topics.drivers import analysis, charts, notes
from carbonpeak.topics.drivers import labels as words
from carbonpeak.topics.drivers.analysis_answer import decide
from carbonpeak.topics.drivers.analysis_cells import UNSPLIT
from carbonpeak.topics.drivers.analysis_gaps import coverage, doubtful
from carbonpeak.topics.drivers.choices import DriversChoices
from carbonpeak.topics.drivers.question import Question
from carbonpeak.topics.drivers.stacks import Effects
from carbonpeak.words.numbers import number
from carbonpeak.words.speaker import Speaker
from carbonpeak.words.terms import DOUBT
from carbonpeak.words.widths import fitting

SHOWN = 12
REST, TOTAL = "rest", "total"


@dataclass(frozen=True, eq=False)
class Members:
    """The parts of a change: all of them in amounts, the one that moved most first.

    ``part`` says what they are (``region``, ``sector``), ``form`` how they are to be shown.
    """

    question: Question
    part: str
    form: str
    rows: pd.DataFrame

    def effects(self, data: Dataset, rows: pd.DataFrame, tell: Speaker) -> Effects:
        """Return some rows of amounts in the form to be shown."""
        is_ratio = self.form == "multiplicative"
        shown = analysis.as_ratios(rows, self.question) if is_ratio else rows
        withheld = tuple(analysis.left_out(data, self.question))
        return Effects(shown, self.question, tell, rows["end_t"].abs().max(), withheld)


def part_of(question: Question, asked: str) -> str:
    """Return what a question can be split by: what is asked, or what is left, "" for neither."""
    if question.region_code:
        return "" if question.is_one_sector else "sector"
    return "region" if question.is_one_sector else asked


def ranking(data: Dataset, chosen: DriversChoices, tell: Speaker) -> Figure | None:
    """Return the parts that moved most and the rest together; None where there are no parts."""
    members = _members(data, chosen)
    if members is None:
        return None
    effects = members.effects(data, _with_sums(members.rows), tell)
    names = _names(data, members, tell)
    axis = (tell("drivers.note.ratio_axis"),) if effects.is_ratio else ()
    title = _title(data, members, names, tell)
    shown = min(SHOWN, len(members.rows))
    return Figure(
        name="driver_members",
        title=title,
        subtitle=_subtitle("drivers.members.sub", data, effects, shown),
        alt=title,
        chart=lambda: _chart(replace(effects, rows=effects.rows.head(shown)), names),
        table=effects.table(*_name_column(data, members, effects.rows["code"], tell)),
        standings=words.standings(data, members.question),
        source_ids=words.sources(members.question),
        notes=(*axis, *_notes(data, members, tell)),
    )


def everything(data: Dataset, chosen: DriversChoices, tell: Speaker) -> Figure | None:
    """Return the table of all parts with the row they add up to; None where there are none."""
    members = _members(data, chosen)
    if members is None:
        return None
    by_code = [members.rows.sort_values("code"), _sum(members.rows, TOTAL)]
    effects = members.effects(data, pd.concat(by_code, ignore_index=True), tell)
    sums = tell(f"drivers.table.{'ratio_note' if effects.is_ratio else 'rounding'}")
    place = words.place(data, members.question, tell)
    measured = {"place": place, "what": tell(f"drivers.short.{members.question.measure}")}
    title = tell(f"drivers.table.{members.part}", **measured)
    return Figure(
        name="driver_table",
        title=title,
        subtitle=_subtitle("drivers.table.sub", data, effects),
        alt=title,
        chart=None,
        table=effects.table(*_name_column(data, members, effects.rows["code"], tell)),
        standings=words.standings(data, members.question),
        source_ids=words.sources(members.question),
        notes=(sums, *_notes(data, members, tell)),
    )


def _members(data: Dataset, chosen: DriversChoices) -> Members | None:
    """Return the parts of what can be answered, None where there are fewer than two."""
    question = decide(data, chosen.question, chosen.form).question
    part = part_of(question, chosen.split) if question else ""
    if question is None or not part:
        return None
    rows = _ordered(data, question, part)
    return Members(question, part, chosen.form, rows) if len(rows) > 1 else None


@once_per_dataset
def _ordered(data: Dataset, question: Question, part: str) -> pd.DataFrame:
    """Return the parts, the one that moved most first."""
    rows = analysis.table(data, question, part)
    order = rows["change_t"].abs().sort_values(ascending=False, kind="stable").index
    return rows.loc[order].reset_index(drop=True)


def _with_sums(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the parts that moved most, the others as one row, and the sum of all."""
    rest = [_sum(rows.iloc[SHOWN:], REST)] if len(rows) > SHOWN else []
    return pd.concat([rows.head(SHOWN), *rest, _sum(rows, TOTAL)], ignore_index=True)


def _sum(rows: pd.DataFrame, code: str) -> pd.DataFrame:
    return rows.drop(columns="code").sum().to_frame().T.assign(code=code)[list(rows.columns)]


def _chart(top: Effects, names: dict[str, str]) -> go.Figure:
    """Return the bars of the parts that moved most, each with its name and net."""
    codes = [str(code) for code in top.rows["code"]]
    nets = top.stack(codes).net_texts
    bars = [f"{names[code]}  {net}" for code, net in zip(codes, nets, strict=True)]
    return charts.lying(top.stack(bars), words.driver_names(top.question, top.tell), codes)


def _names(data: Dataset, members: Members, tell: Speaker) -> dict[str, str]:
    """Return the names of parts; doubtful provinces carry their mark."""
    marked = doubtful(data, members.question)
    return {
        code: f"{name} {DOUBT}" if code in marked else name
        for code, name in _plain_names(data, members, tell).items()
    }


def _plain_names(data: Dataset, members: Members, tell: Speaker) -> dict[str, str]:
    sums = {
        TOTAL: tell("drivers.members.total"),
        REST: tell("drivers.members.rest", count=len(members.rows) - SHOWN),
    }
    if members.part == "region":
        return sums | region_names(data, tell.lang)
    unsplit = words.and_names(data, coverage(data).unsplit, tell)
    codes = [str(code) for code in data.ask("sectors__all")["sector_code"]]
    names = {code: labels.sector(data, code, tell) for code in codes}
    return sums | names | {UNSPLIT: tell("drivers.members.unsplit", names=unsplit)}


def _name_column(
    data: Dataset, members: Members, codes: "pd.Series[str]", tell: Speaker
) -> tuple[Head, list[Cell]]:
    """Return the first column of a table: the names of the parts, the doubtful marked."""
    shown, plain = _names(data, members, tell), _plain_names(data, members, tell)
    marked = doubtful(data, members.question)
    cells = [
        word_cell(shown[code], plain[code], ["doubtful"] if code in marked else [])
        for code in codes
    ]
    return Head(members.part, tell(f"column.{members.part}")), cells


def _title(data: Dataset, members: Members, names: dict[str, str], tell: Speaker) -> str:
    """Return who added and who took off most among the bars, the doubtful and the unsplit aside."""
    place = words.place_of_parts(data, members.question, tell)
    claims = _claims(data, members, names, tell)
    is_aside = members.rows["code"].isin(doubtful(data, members.question)).any()
    asides = [
        tell(f"drivers.members.{key}") if is_aside else "" for key in ("aside", "aside_short")
    ]
    texts = [
        tell("drivers.members.title", place=place, claims=tell.listed(said))
        for said in (claims, claims[:1])
    ]
    if not claims:
        part = tell(f"drivers.part.{members.part}")
        texts = [tell("drivers.members.level", place=place, part=part)]
    return fitting([text + aside for text in texts for aside in asides], tell)


def _claims(data: Dataset, members: Members, names: dict[str, str], tell: Speaker) -> list[str]:
    """Return what may be said of the part that added most and of the one that took off most.

    A part speaks only where its bar is drawn and its size does not print as zero; the one that
    moved more comes first. Where all are doubtful, or all but one, all of them count.
    """
    marked = doubtful(data, members.question)
    rows = members.rows.sort_values("change_t")
    sound = rows[~rows["code"].isin([*marked, UNSPLIT])]
    sound = sound if len(sound) > 1 else rows
    ends = [("added", sound.iloc[-1]), ("took_off", sound.iloc[0])]
    drawn, start = set(members.rows["code"].head(SHOWN)), float(members.rows["start_t"].sum())
    said = []
    for key, row in sorted(ends, key=lambda end: -abs(end[1]["change_t"])):
        is_so = row["change_t"] > 0 if key == "added" else row["change_t"] < 0
        if not (is_so and row["code"] in drawn and start > 0):
            continue
        size = number(100 * abs(row["change_t"]) / start, 1)
        if size != number(0.0, 1):
            end = "_ratio" if members.form == "multiplicative" else ""
            said.append(
                tell(f"drivers.members.{key}{end}", name=names[str(row["code"])], points=size)
            )
    return said


def _subtitle(key: str, data: Dataset, effects: Effects, shown: int | None = None) -> str:
    question, tell = effects.question, effects.tell
    ratio = tell("drivers.unit.ratio", first=question.first)
    unit = ratio if effects.is_ratio else effects.form.unit
    return words.subtitle(key, data, question, tell, shown=shown, unit=unit)


def _notes(data: Dataset, members: Members, tell: Speaker) -> tuple[str, ...]:
    question, by_sector = members.question, members.part == "sector"
    is_compared = question.sector_code or (by_sector and not question.region_code)
    return (
        *notes.left_out(data, question, tell),
        *(notes.unsplit(data, tell) if is_compared else ()),
        *(() if by_sector else (notes.doubt(question, tell),)),
        *notes.doubt_of_region(data, question, tell),
        notes.deflator(data, question, tell),
    )
