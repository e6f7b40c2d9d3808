"""How amounts are written: the unit and the decimals go by the largest of a column."""

import pytest

from carbonpeak.figures.labels import fitting_form
from carbonpeak.topics import registry
from carbonpeak.topics.drivers import members, waterfall, years
from carbonpeak.topics.peak import series
from carbonpeak.words.speaker import Speaker


@pytest.mark.parametrize(
    ("largest", "measure", "lang", "shown"),
    [
        (2.6e9, "energy", "en", "2,600.0 Mtce"),
        (73.6e6, "energy", "en", "73.6 Mtce"),
        (7.36e6, "energy", "en", "7.36 Mtce"),
        (0.4e6, "energy", "en", "400.0 ktce"),
        (2.5e3, "co2", "en", "2.50 kt"),
        (1e6, "co2", "en", "1.00 Mt"),
        (2.6e9, "energy", "zh", "260,000 万吨标准煤"),
        (6_000.0, "energy", "zh", "6,000 吨标准煤"),
        (6_000.0, "co2", "zh", "6,000 吨"),
        (0.0, "co2", "en", "0.00 Mt"),
    ],
)
def test_the_unit_goes_by_the_largest_amount(largest, measure, lang, shown):
    form = fitting_form(largest, measure, Speaker(lang))
    assert f"{form.text(largest)} {form.unit}" == shown


def of(page, data, **codes):
    return registry.chosen(data, registry.PAGES[page], registry.raw(tuple(codes.items()))).typed


def shown(figure, key):
    """Return the numbers of a column that are not zero, as they are read."""
    cells = [cell for cell in figure.table.column(key).cells if cell.value]
    return [float(cell.text.replace(",", "").replace("\u2212", "-")) for cell in cells]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("measure", ["energy", "co2"])
def test_no_column_of_a_small_place_is_zero_throughout(data, lang, measure):
    """Instruments of Hainan use tonnes of coal equivalent: in Mtce every cell read 0.00."""
    found = 0
    for sector in data.ask("sectors__all")["sector_code"]:
        chosen = of("drivers", data, measure=measure, region="460000", sector=str(sector))
        figure = waterfall.waterfall(data, chosen, Speaker(lang))
        if figure is None or not (numbers := shown(figure, "amount")):
            continue
        found += 1
        assert any(numbers), figure.title
        assert figure.table.column("amount").unit in figure.subtitle
    assert found > 10


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("region", ["110000", "460000", "130000"])
def test_the_unit_of_a_subtitle_is_that_of_the_cells(data, lang, region):
    chosen = of("drivers", data, measure="co2", region=region)
    for figure in (
        members.ranking(data, chosen, Speaker(lang)),
        years.yearly(data, chosen, Speaker(lang)),
    ):
        assert f"{figure.table.column('change').unit}" in figure.subtitle


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_small_series_of_the_peak_keeps_its_digits(data, lang):
    found = 0
    for sector in data.ask("sectors__all")["sector_code"]:
        chosen = of("peak", data, region="460000", sector=str(sector))
        figure = series.line(data, chosen, Speaker(lang))
        if figure is not None and (numbers := shown(figure, "co2")):
            found += 1
            assert any(numbers), figure.title
    assert found > 10
