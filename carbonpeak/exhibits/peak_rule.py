"""The rule of the page Peak in words, what must be said about it, and how its verdicts age."""

import pandas as pd

from carbonpeak.charts import peaks as charts
from carbonpeak.charts.style import PEAK_INK
from carbonpeak.exhibits import peak_labels
from carbonpeak.exhibits.exhibit import Exhibit
from carbonpeak.exhibits.peak_sentence import LIMITS
from carbonpeak.findings import peaks
from carbonpeak.findings.view import Ask, region_names
from carbonpeak.indicators.peak import STATES
from carbonpeak.thresholds import NORMAL_FROM
from carbonpeak.wording import Lang, say

NOTES = ("single", "withheld", "reconstructed", "added", "zero")


def rule(lang: Lang) -> str:
    """Return the rule with its constants: a list of the states, and what the test counts."""
    states = [
        f"- {say(f'peak.rule.{key}', lang, state=peak_labels.state(key, lang), **LIMITS)}"
        for key in STATES
    ]
    test = say("peak.rule.test", lang, normal=NORMAL_FROM)
    return "\n\n".join((say("peak.rule.source", lang), "\n".join(states), test))


def remarks(ask: Ask, lang: Lang) -> str:
    """Return what a reader must know before using a judgement."""
    names = region_names(ask, lang)
    yearly = ask("regions__yearly")
    jumped = dict.fromkeys(yearly["region_code"][yearly["is_break"]])
    listed = say("list.separator", lang).join(names[str(code)] for code in jumped)
    said = [say(f"peak.note.{key}", lang) for key in NOTES]
    said.append(say("peak.note.jumps", lang, names=listed))
    return "\n".join(f"- {one}" for one in said)


def provinces(ask: Ask, basis: str, lang: Lang) -> Exhibit:
    """Return how many provinces stand in each state with each last year of the data."""
    found = peaks.provinces_by_last_year(ask, basis)
    counts = found.apply(lambda states: states.value_counts()).reindex(list(STATES))
    counts = counts.dropna(how="all").fillna(0).astype(int)
    legend = {str(key): peak_labels.state(str(key), lang) for key in counts.index}
    groups = {str(key): [int(one) for one in row] for key, row in counts.iterrows()}
    years = [int(year) for year in found.columns]
    title = _title(found, region_names(ask, lang), lang)
    return Exhibit(
        name="peak_provinces",
        title=title,
        subtitle=say("peak.provinces.sub", lang, basis=say(f"basis.{basis}", lang)),
        alt=title,
        chart=charts.counts(years, groups, legend, peak_labels.FILLS, PEAK_INK),
        table=pd.DataFrame(
            {say("peak.age.until", lang): [str(year) for year in years]}
            | {legend[key]: [str(one) for one in row] for key, row in groups.items()}
        ),
        standings=peak_labels.standings(peaks.LAST_YEAR),
        source_ids=peak_labels.sources(basis, peaks.LAST_YEAR),
    )


def _title(found: pd.DataFrame, names: dict[str, str], lang: Lang) -> str:
    """Return how many had peaked at first and last, and who was once said to have and is not."""
    peaked = found.isin(peak_labels.PEAKED)
    lost = peaked.index[peaked.any(axis=1) & ~peaked.iloc[:, -1]]
    words: dict[str, object] = {
        "first": found.columns[0],
        "last": found.columns[-1],
        "before": int(peaked.iloc[:, 0].sum()),
        "now": int(peaked.iloc[:, -1].sum()),
    }
    if lost.empty:
        return say("peak.provinces.kept", lang, **words)
    listed = say("list.separator", lang).join(names[str(code)] for code in lost)
    return say("peak.provinces.lost", lang, count=len(lost), names=listed, **words)
