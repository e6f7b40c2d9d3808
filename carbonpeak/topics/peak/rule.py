"""The rule of the page Peak in words, what must be said about it, and how its verdicts age."""

import pandas as pd

from carbonpeak.charts.style import PEAK_INK
from carbonpeak.data.dataset import Dataset
from carbonpeak.domain.view import region_names
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.table import Table
from carbonpeak.indicators.peak import STATES
from carbonpeak.thresholds import NORMAL_FROM
from carbonpeak.topics.peak import analysis, charts, labels
from carbonpeak.topics.peak.sentence import LIMITS
from carbonpeak.words.speaker import Speaker

NOTES = ("single", "withheld", "reconstructed", "added", "zero")


def rule(tell: Speaker) -> str:
    """Return the rule with its constants: a list of the states, and what the test counts."""
    states = [
        f"- {tell(f'peak.rule.{key}', state=labels.state(key, tell), **LIMITS)}" for key in STATES
    ]
    test = tell("peak.rule.test", normal=NORMAL_FROM)
    return "\n\n".join((tell("peak.rule.source"), "\n".join(states), test))


def remarks(data: Dataset, tell: Speaker) -> str:
    """Return what a reader must know before using a judgement."""
    names = region_names(data, tell.lang)
    yearly = data.ask("regions__yearly")
    jumped = dict.fromkeys(yearly["region_code"][yearly["is_break"]])
    listed = tell("list.separator").join(names[str(code)] for code in jumped)
    said = [tell(f"peak.note.{key}") for key in NOTES]
    said.append(tell("peak.note.jumps", names=listed))
    return "\n".join(f"- {one}" for one in said)


def provinces(data: Dataset, basis: str, tell: Speaker) -> Figure:
    """Return how many provinces stand in each state with each last year of the data."""
    found = analysis.provinces_by_last_year(data, basis)
    counts = found.apply(lambda states: states.value_counts()).reindex(list(STATES))
    counts = counts.dropna(how="all").fillna(0).astype(int)
    legend = {str(key): labels.state(str(key), tell) for key in counts.index}
    groups = {str(key): [int(one) for one in row] for key, row in counts.iterrows()}
    years = [int(year) for year in found.columns]
    title = _title(found, region_names(data, tell.lang), tell)
    return Figure(
        name="peak_provinces",
        title=title,
        subtitle=tell("peak.provinces.sub", basis=tell(f"basis.{basis}")),
        alt=title,
        chart=charts.counts(years, groups, legend, labels.FILLS, PEAK_INK),
        table=Table.of_texts(
            pd.DataFrame(
                {tell("peak.age.until"): [str(year) for year in years]}
                | {legend[key]: [str(one) for one in row] for key, row in groups.items()}
            )
        ),
        standings=labels.standings(analysis.LAST_YEAR),
        source_ids=labels.sources(basis, analysis.LAST_YEAR),
    )


def _title(found: pd.DataFrame, names: dict[str, str], tell: Speaker) -> str:
    """Return how many had peaked at first and last, and who was once said to have and is not."""
    peaked = found.isin(labels.PEAKED)
    lost = peaked.index[peaked.any(axis=1) & ~peaked.iloc[:, -1]]
    words: dict[str, object] = {
        "first": found.columns[0],
        "last": found.columns[-1],
        "before": int(peaked.iloc[:, 0].sum()),
        "now": int(peaked.iloc[:, -1].sum()),
    }
    if lost.empty:
        return tell("peak.provinces.kept", **words)
    listed = tell("list.separator").join(names[str(code)] for code in lost)
    return tell("peak.provinces.lost", count=len(lost), names=listed, **words)
