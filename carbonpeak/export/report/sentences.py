"""Sentences of reports, made from the findings that their figures show."""

from typing import Any

import pandas as pd

from carbonpeak.exhibits import driver_labels, labels
from carbonpeak.exhibits.origin import LAST_YEAR
from carbonpeak.export.edition import Edition
from carbonpeak.export.report.draft import Draft, finding
from carbonpeak.findings import drivers, nation, sectors
from carbonpeak.findings.driver_question import Question
from carbonpeak.findings.official import official_index
from carbonpeak.findings.view import TARGETS, View
from carbonpeak.thresholds import BASE_YEAR, TARGET_YEAR
from carbonpeak.wording import Lang, say
from carbonpeak.wording.numbers import is_missing, number, percent
from carbonpeak.wording.terms import DOUBT

# How many of the first and of the last of a ranking are named.
NAMED = 3


def moved(change: float, lang: Lang) -> str:
    """Return how something moved, a fraction, in words with the size."""
    size = percent(abs(change))
    if size == percent(0.0):
        return say("template.moved.same", lang)
    return say(f"template.moved.{'rose' if change > 0 else 'fell'}", lang, size=size)


def needed(draft: Draft) -> list[str]:
    """Return what each measure did in the last year and what the target still takes a year."""
    official = nation.stand(official_index(draft.ask), TARGETS["energy"], LAST_YEAR)
    index = nation.yearly(draft.ask, "co2", "total")["index"]
    estimate = nation.stand(index, TARGETS["co2"], LAST_YEAR)
    return [
        still_needed(official, "official", draft.lang),
        still_needed(estimate, "co2", draft.lang),
    ]


def driven(draft: Draft, question: Question) -> str:
    """Return how a quantity changed between two years, and what each driver added or took off."""
    row, lang = drivers.table(draft.ask, question).iloc[0], draft.lang
    names = driver_labels.driver_names(question, lang)
    start = float(row["start_t"])
    ordered = sorted(question.drivers, key=lambda one: -abs(float(row[one])))
    shares = {names[one]: float(row[one]) / start for one in ordered}
    effects = [_effect(name, part, lang) for name, part in shares.items() if _is_shown(part)]
    scope = "region" if question.region_code else "nation"
    return say(
        "template.drivers",
        lang,
        first=question.first,
        last=question.last,
        place=say(f"template.drivers.{scope}", lang, name=draft.place),
        what=driver_labels.what(question, lang),
        moved=moved(float(row["change_t"]) / start, lang),
        effects=say("list.separator", lang).join(effects),
    )


def plan_industries(draft: Draft) -> str:
    """Return in which of the plan's industries CO2 rose and in which it fell."""
    lang = draft.lang
    table = sectors.plan_industries(sectors.judged(draft.ask, View("co2")))
    known = table.dropna(subset=["co2_change"]).sort_values("co2_change", ascending=False)
    rising, falling = known[known["co2_change"] > 0], known[known["co2_change"] <= 0]
    return say(
        "template.plan",
        lang,
        count=len(known),
        base=BASE_YEAR,
        up=len(rising),
        rising=_listed(rising, lang),
        down=len(falling),
        falling=_listed(falling, lang),
    )


def ends(found: Edition, lead: str = "") -> str:
    """Return a ranking in words: its finding, and the first and the last few of its rows.

    Doubtful provinces and those without a number are left out, as they are of every title.
    """
    table, lang = found.exhibit.table, found.lang
    is_sound = ~table.apply(lambda row: any(DOUBT in cell for cell in row), axis=1)
    has_number = table.iloc[:, 1].str.contains(r"\d", regex=True)
    rows = table[is_sound & has_number]
    return say(
        f"template.ends.{found.exhibit.name}",
        lang,
        finding=finding(found, lead),
        first=_ranked(rows.head(NAMED), lang),
        last=_ranked(rows.tail(NAMED)[::-1], lang),
    )


def still_needed(row: "pd.Series[Any]", kind: str, lang: Lang) -> str:
    """Return what a measure did in the last year and what its target still takes a year."""
    measure = say(f"template.intensity.{kind}", lang)
    if is_missing(row["rate_needed"]):
        return capital(say("template.needed.none", lang, measure=measure))
    return say(
        "template.needed.passed" if row["rate_needed"] <= 0 else "template.needed",
        lang,
        year=LAST_YEAR,
        measure=measure,
        moved=moved(float(row["change"]), lang),
        target_year=TARGET_YEAR,
        first=LAST_YEAR + 1,
        rate=percent(row["rate_needed"], 2),
    )


def _is_shown(share: float) -> bool:
    """Return whether a share is more than nothing in the digits shown."""
    return number(abs(100 * share), 1) != number(0.0, 1)


def _effect(driver: str, share: float, lang: Lang) -> str:
    side = "up" if share > 0 else "down"
    name = driver if lang == "zh" else driver.lower()
    return say(f"template.effect.{side}", lang, driver=name, points=number(abs(100 * share), 1))


def _ranked(rows: pd.DataFrame, lang: Lang) -> str:
    pairs = zip(rows.iloc[:, 0], rows.iloc[:, 1], strict=True)
    each = [say("template.ends.one", lang, name=name, value=value) for name, value in pairs]
    return say("list.separator", lang).join(each)


def _listed(rows: pd.DataFrame, lang: Lang) -> str:
    """Return industries with their change in brackets, nothing where there is none."""
    if rows.empty:
        return ""
    each = [
        say(
            "template.plan.one",
            lang,
            name=labels.name(row, lang),
            change=percent(row["co2_change"], 1, sign=True),
        )
        for _, row in rows.iterrows()
    ]
    return say("template.plan.names", lang, names=say("list.separator", lang).join(each))


def capital(text: str) -> str:
    """Return a text that opens with a capital."""
    return text[:1].upper() + text[1:]
