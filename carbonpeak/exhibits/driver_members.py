"""Which provinces or divisions made a change, and by what: stacked bars and the table of all."""

import pandas as pd

from carbonpeak.charts import drivers as charts
from carbonpeak.exhibits import driver_labels as words
from carbonpeak.exhibits import driver_notes as notes
from carbonpeak.exhibits import labels
from carbonpeak.exhibits.driver_stacks import rows_table, stack
from carbonpeak.exhibits.exhibit import Exhibit
from carbonpeak.findings import drivers
from carbonpeak.findings.driver_cells import UNSPLIT
from carbonpeak.findings.driver_question import Question
from carbonpeak.findings.view import Ask, region_names
from carbonpeak.wording import Lang, say
from carbonpeak.wording.numbers import number
from carbonpeak.wording.terms import DOUBT

SHOWN = 12
REST, TOTAL = "rest", "total"


def part_of(question: Question, asked: str) -> str:
    """Return what a question can be split by: what is asked, or what is left, "" for neither."""
    if question.region_code and question.sector_code:
        return ""
    return "sector" if question.region_code else "region" if question.sector_code else asked


def ranking(ask: Ask, question: Question, part: str, form: str, lang: Lang) -> Exhibit | None:
    """Return the parts that moved most and the rest together; None where there are no parts."""
    rows = _parts(ask, question, part)
    if len(rows) < 2:
        return None
    names = _names(ask, question, part, lang)
    names[REST] = say("drivers.members.rest", lang, count=len(rows) - SHOWN)
    shown = _with_sums(rows)
    in_form = shown if form == "additive" else drivers.as_ratios(shown, question)
    top = in_form.head(min(SHOWN, len(rows)))
    codes = [str(code) for code in top["code"]]
    nets = stack(top, codes, question, lang).net_texts
    bars = [f"{names[code]}  {net}" for code, net in zip(codes, nets, strict=True)]
    axis = (say("drivers.note.ratio_axis", lang),) if form == "multiplicative" else ()
    title = _title(rows, names, words.doubtful(ask, question), lang)
    return Exhibit(
        name="driver_members",
        title=title,
        subtitle=_subtitle(ask, question, form, len(codes), lang),
        alt=title,
        chart=charts.lying(
            stack(top, bars, question, lang), words.driver_names(question, lang), codes
        ),
        table=rows_table(
            in_form,
            say(f"column.{part}", lang),
            shown["code"].map(names),
            question,
            lang,
            drivers.left_out(ask, question),
        ),
        standings=words.standings(question),
        source_ids=words.sources(question),
        notes=(*axis, *_notes(ask, question, part, lang)),
    )


def everything(ask: Ask, question: Question, part: str, form: str, lang: Lang) -> Exhibit | None:
    """Return the table of all parts with the row they add up to; None where there are none."""
    rows = _parts(ask, question, part)
    if len(rows) < 2:
        return None
    names = _names(ask, question, part, lang)
    ordered = pd.concat([rows.sort_values("code"), _sum(rows, TOTAL)], ignore_index=True)
    in_form = ordered if form == "additive" else drivers.as_ratios(ordered, question)
    adds = say(f"drivers.table.{'rounding' if form == 'additive' else 'ratio_note'}", lang)
    return Exhibit(
        name="driver_table",
        title=say(f"drivers.table.{part}", lang),
        subtitle=_subtitle(ask, question, form, 0, lang),
        alt=say(f"drivers.table.{part}", lang),
        chart=None,
        table=rows_table(
            in_form,
            say(f"column.{part}", lang),
            ordered["code"].map(names),
            question,
            lang,
            drivers.left_out(ask, question),
        ),
        standings=words.standings(question),
        source_ids=words.sources(question),
        notes=(adds, *_notes(ask, question, part, lang)),
    )


def _parts(ask: Ask, question: Question, part: str) -> pd.DataFrame:
    """Return the parts, the one that moved most first."""
    rows = drivers.table(ask, question, part)
    order = rows["change_t"].abs().sort_values(ascending=False, kind="stable").index
    return rows.loc[order].reset_index(drop=True)


def _with_sums(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the parts that moved most, the others as one row, and the sum of all."""
    rest = [_sum(rows.iloc[SHOWN:], REST)] if len(rows) > SHOWN else []
    return pd.concat([rows.head(SHOWN), *rest, _sum(rows, TOTAL)], ignore_index=True)


def _sum(rows: pd.DataFrame, code: str) -> pd.DataFrame:
    return rows.drop(columns="code").sum().to_frame().T.assign(code=code)[list(rows.columns)]


def _names(ask: Ask, question: Question, part: str, lang: Lang) -> dict[str, str]:
    """Return the names of parts; doubtful provinces carry their mark."""
    total = {TOTAL: say("drivers.members.total", lang)}
    if part == "region":
        marked = words.doubtful(ask, question)
        return total | {
            code: f"{name} {DOUBT}" if code in marked else name
            for code, name in region_names(ask, lang).items()
        }
    codes = ask("sectors__all")["sector_code"]
    names = {str(code): labels.sector(str(code), lang) for code in codes}
    return names | {UNSPLIT: say("drivers.members.unsplit", lang)} | total


def _title(rows: pd.DataFrame, names: dict[str, str], doubtful: set[str], lang: Lang) -> str:
    """Return who added and who took off most, the doubtful and the unsplit left out."""
    sound = rows[~rows["code"].isin([*doubtful, UNSPLIT])].sort_values("change_t")
    is_aside = len(sound) > 1 and rows["code"].isin(doubtful).any()
    sound = sound if len(sound) > 1 else rows.sort_values("change_t")
    least, most = sound.iloc[0], sound.iloc[-1]
    all_moved = "_all_rose" if least["change_t"] > 0 else "_all_fell"
    kind = "title" if least["change_t"] <= 0 <= most["change_t"] else f"title{all_moved}"
    start = rows["start_t"].sum()
    return say(
        f"drivers.members.{kind}",
        lang,
        aside=say("drivers.members.aside", lang) if is_aside else "",
        up=names[str(most["code"])],
        down=names[str(least["code"])],
        up_points=number(100 * most["change_t"] / start, 1, sign=True),
        down_points=number(100 * least["change_t"] / start, 1, sign=True),
    )


def _subtitle(ask: Ask, question: Question, form: str, shown: int, lang: Lang) -> str:
    ratio = say("drivers.unit.ratio", lang, first=question.first)
    given = {
        "what": words.what(question, lang),
        "unit": ratio if form == "multiplicative" else words.unit(question, lang),
        "scope": words.scope(ask, question, lang),
        "first": question.first,
        "last": question.last,
    }
    if not shown:
        return say("drivers.table.sub", lang, **given)
    return say("drivers.members.sub", lang, shown=shown, **given)


def _notes(ask: Ask, question: Question, part: str, lang: Lang) -> tuple[str, ...]:
    said = list(notes.left_out(ask, question, lang))
    if part == "sector" and not question.region_code or question.sector_code:
        said.append(say("drivers.note.shandong", lang))
    if part == "region":
        said.append(notes.doubt(question, lang))
    return (*said, notes.deflator(question, lang))
