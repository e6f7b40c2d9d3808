"""Charts over months: every one has its time written below it."""

import pytest

from carbonpeak.charts import months
from carbonpeak.charts.months import MonthLine


def axis(times):
    line = MonthLine(
        "price", times, [70.0 + place for place in range(len(times))], [""] * len(times)
    )
    return months.lines([line], [], {}).layout.xaxis


@pytest.mark.parametrize(
    ("times", "named"),
    [
        (["2021-07", "2022-07", "2023-07"], ["2022", "2023"]),
        (["2024-02-01", "2024-02-21"], ["2024-02"]),
        (["2024-01", "2024-12"], ["2024-01", "2024-05", "2024-09", "2025-01"]),
        (["2023-11-02", "2023-12-29"], ["2023-11", "2023-12", "2024-01"]),
    ],
)
def test_an_axis_names_years_or_within_one_its_months(times, named):
    shown = axis(times)
    low, high = shown.range
    places = dict(zip(shown.ticktext, shown.tickvals, strict=True))
    assert [name for name, place in places.items() if low <= place <= high] == named


def test_a_few_days_fill_the_width():
    low, high = axis(["2024-02-01", "2024-02-21"]).range
    first, last = months.place("2024-02-01"), months.place("2024-02-21")
    assert (last - first) / (high - low) > 0.5
