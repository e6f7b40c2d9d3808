"""Which provinces or divisions made a change, and by what: stacked bars and the table of all."""

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain.view import region_names
from carbonpeak.figures import labels
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.table import Table
from carbonpeak.topics.drivers import analysis, charts, notes
from carbonpeak.topics.drivers import labels as words
from carbonpeak.topics.drivers.analysis_cells import UNSPLIT
from carbonpeak.topics.drivers.question import Question
from carbonpeak.topics.drivers.stacks import rows_table, stack
from carbonpeak.words.numbers import number
from carbonpeak.words.speaker import Speaker
from carbonpeak.words.terms import DOUBT

SHOWN = 12
REST, TOTAL = "rest", "total"


def part_of(question: Question, asked: str) -> str:
    """Return what a question can be split by: what is asked, or what is left, "" for neither."""
    if question.region_code and question.sector_code:
        return ""
    return "sector" if question.region_code else "region" if question.sector_code else asked


def ranking(
    data: Dataset, question: Question, part: str, form: str, tell: Speaker
) -> Figure | None:
    """Return the parts that moved most and the rest together; None where there are no parts."""
    rows = _parts(data, question, part)
    if len(rows) < 2:
        return None
    names = _names(data, question, part, tell)
    names[REST] = tell("drivers.members.rest", count=len(rows) - SHOWN)
    shown = _with_sums(rows)
    in_form = shown if form == "additive" else analysis.as_ratios(shown, question)
    top = in_form.head(min(SHOWN, len(rows)))
    codes = [str(code) for code in top["code"]]
    nets = stack(top, codes, question, tell).net_texts
    bars = [f"{names[code]}  {net}" for code, net in zip(codes, nets, strict=True)]
    axis = (tell("drivers.note.ratio_axis"),) if form == "multiplicative" else ()
    title = _title(rows, names, words.doubtful(data, question), tell)
    return Figure(
        name="driver_members",
        title=title,
        subtitle=_subtitle(data, question, form, len(codes), tell),
        alt=title,
        chart=charts.lying(
            stack(top, bars, question, tell), words.driver_names(question, tell), codes
        ),
        table=Table.of_texts(
            rows_table(
                in_form,
                tell(f"column.{part}"),
                shown["code"].map(names),
                question,
                tell,
                analysis.left_out(data, question),
            )
        ),
        standings=words.standings(question),
        source_ids=words.sources(question),
        notes=(*axis, *_notes(data, question, part, tell)),
    )


def everything(
    data: Dataset, question: Question, part: str, form: str, tell: Speaker
) -> Figure | None:
    """Return the table of all parts with the row they add up to; None where there are none."""
    rows = _parts(data, question, part)
    if len(rows) < 2:
        return None
    names = _names(data, question, part, tell)
    ordered = pd.concat([rows.sort_values("code"), _sum(rows, TOTAL)], ignore_index=True)
    in_form = ordered if form == "additive" else analysis.as_ratios(ordered, question)
    adds = tell(f"drivers.table.{'rounding' if form == 'additive' else 'ratio_note'}")
    return Figure(
        name="driver_table",
        title=tell(f"drivers.table.{part}"),
        subtitle=_subtitle(data, question, form, 0, tell),
        alt=tell(f"drivers.table.{part}"),
        chart=None,
        table=Table.of_texts(
            rows_table(
                in_form,
                tell(f"column.{part}"),
                ordered["code"].map(names),
                question,
                tell,
                analysis.left_out(data, question),
            )
        ),
        standings=words.standings(question),
        source_ids=words.sources(question),
        notes=(adds, *_notes(data, question, part, tell)),
    )


def _parts(data: Dataset, question: Question, part: str) -> pd.DataFrame:
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


def _names(data: Dataset, question: Question, part: str, tell: Speaker) -> dict[str, str]:
    """Return the names of parts; doubtful provinces carry their mark."""
    total = {TOTAL: tell("drivers.members.total")}
    if part == "region":
        marked = words.doubtful(data, question)
        return total | {
            code: f"{name} {DOUBT}" if code in marked else name
            for code, name in region_names(data, tell.lang).items()
        }
    codes = data.ask("sectors__all")["sector_code"]
    names = {str(code): labels.sector(data, str(code), tell) for code in codes}
    return names | {UNSPLIT: tell("drivers.members.unsplit")} | total


def _title(rows: pd.DataFrame, names: dict[str, str], doubtful: set[str], tell: Speaker) -> str:
    """Return who added and who took off most, the doubtful and the unsplit left out."""
    sound = rows[~rows["code"].isin([*doubtful, UNSPLIT])].sort_values("change_t")
    is_aside = len(sound) > 1 and rows["code"].isin(doubtful).any()
    sound = sound if len(sound) > 1 else rows.sort_values("change_t")
    least, most = sound.iloc[0], sound.iloc[-1]
    all_moved = "_all_rose" if least["change_t"] > 0 else "_all_fell"
    kind = "title" if least["change_t"] <= 0 <= most["change_t"] else f"title{all_moved}"
    start = rows["start_t"].sum()
    return tell(
        f"drivers.members.{kind}",
        aside=tell("drivers.members.aside") if is_aside else "",
        up=names[str(most["code"])],
        down=names[str(least["code"])],
        up_points=number(100 * most["change_t"] / start, 1, sign=True),
        down_points=number(100 * least["change_t"] / start, 1, sign=True),
    )


def _subtitle(data: Dataset, question: Question, form: str, shown: int, tell: Speaker) -> str:
    ratio = tell("drivers.unit.ratio", first=question.first)
    given = {
        "what": words.what(question, tell),
        "unit": ratio if form == "multiplicative" else words.unit(question, tell),
        "scope": words.scope(data, question, tell),
        "first": question.first,
        "last": question.last,
    }
    if not shown:
        return tell("drivers.table.sub", **given)
    return tell("drivers.members.sub", shown=shown, **given)


def _notes(data: Dataset, question: Question, part: str, tell: Speaker) -> tuple[str, ...]:
    said = list(notes.left_out(data, question, tell))
    if part == "sector" and not question.region_code or question.sector_code:
        said.append(tell("drivers.note.shandong"))
    if part == "region":
        said.append(notes.doubt(question, tell))
    return (*said, notes.deflator(question, tell))
