"""Charts of a report stand in frames: tall ones are drawn anew, with letters that are read."""

import pytest

from carbonpeak.charts import parts
from carbonpeak.export.lookup import printable
from carbonpeak.export.report import frames
from carbonpeak.words.speaker import Speaker


def framed(data, name):
    return frames.frame(printable(data, name, (), Speaker("zh")))


def test_a_long_list_of_bars_stands_in_two_columns(data):
    whole = printable(data, "region_ranking", (), Speaker("zh"))
    found = frames.frame(whole)
    assert (len(found.parts), found.across, found.width_mm) == (2, 2, frames.HALF)
    names = [name for one in found.parts for name in one.figure.chart.layout.yaxis.ticktext]
    assert names == list(whole.figure.chart.layout.yaxis.ticktext)
    assert all(one.passport == whole.passport for one in found.parts)


def test_a_short_list_and_a_line_stay_whole(data):
    for name in ("lagging_regions", "glide_energy", "driver_waterfall"):
        assert len(framed(data, name).parts) == 1


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("columns", ["plan", "division"])
def test_a_matrix_is_cut_until_it_fits_and_is_read(data, lang, columns):
    whole = printable(data, "peak_matrix", (("columns", columns),), Speaker(lang))
    found = frames.frame(whole)
    charts = [one.figure.chart for one in found.parts]
    assert 2 <= len(charts) <= {"plan": 2, "division": 6}[columns]
    for chart in charts:
        assert frames.letters(chart, found.width_mm) >= frames.LEAST_PT
        assert frames.height(chart, found.width_mm) <= frames.HIGHEST
    of_whole = parts.rows(whole.figure.chart) * parts.columns(whole.figure.chart)
    assert sum(parts.rows(one) * parts.columns(one) for one in charts) == of_whole
