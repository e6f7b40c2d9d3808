"""The page of the calculator as a reader opens it."""

import json
from dataclasses import replace

from carbonpeak.domain.study_code import code_of, study_in
from tests.opened_page import marked, open_with, words_of
from tests.studies import STEEL


def linked(app) -> str:
    """Return the study in the address of a page."""
    given = app.query_params["study"]
    return given if isinstance(given, str) else given[0]


def test_it_begins_with_the_example_and_says_what_it_comes_to() -> None:
    app = open_with("footprint", "en")
    assert not app.exception
    words = words_of(app)
    assert "2,744 kg CO₂e emitted per 1 t of hot-rolled steel part" in words
    assert "example (activities are made up)" in words


def test_a_link_opens_the_reader_s_study() -> None:
    name = "![](//x) my part"
    app = open_with("footprint", "en", study=code_of(replace(STEEL, product=name)))
    assert f"per 1 t of {name}" in words_of(app)
    assert marked(app, "//x") == []


def test_an_edit_becomes_a_study_in_the_link() -> None:
    app = open_with("footprint", "en", study=code_of(STEEL))
    field = next(one for one in app.text_input if one.label == "Product")
    field.set_value("another part")
    next(one for one in app.button if one.label == "Calculate").click().run()
    study = study_in(linked(app))
    assert study == replace(STEEL, product="another part")
    assert "another part" in words_of(app)


def test_what_cannot_be_reckoned_is_told_and_no_figure_stands() -> None:
    app = open_with("footprint", "zh", study=code_of(replace(STEEL, amount=0.0)))
    words = words_of(app)
    assert "数量应大于零" in words
    assert "footprint_stages" not in words
    assert not app.exception


def test_pasted_rows_are_added_and_strange_ones_told() -> None:
    app = open_with("footprint", "en", study=code_of(STEEL))
    heads = "Stage\tName\tActivity\tUnit\tFactor\tFactor unit"
    field = app.text_area[-1]
    field.set_value(f"{heads}\nProduction\tgas\tmany\tNm3\t2\tkgCO2/Nm3")
    next(one for one in app.button if one.label == "Add them").click().run()
    assert "Row 2: the column Activity must be a number, not 'many'" in words_of(app)
    app.text_area[-1].set_value(f"{heads}\nProduction\tgas\t10\tNm3\t2\tkgCO2/Nm3")
    next(one for one in app.button if one.label == "Add them").click().run()
    study = study_in(linked(app))
    assert study is not None
    assert [row.name for row in study.rows][-1] == "gas"


def test_only_alike_studies_stand_side_by_side() -> None:
    app = open_with("footprint", "en", study="steel", other="wheel")
    assert "the two cannot be compared" in words_of(app)
    app = open_with("footprint", "en", study="steel", other=code_of(STEEL))
    assert "emit the same" in words_of(app)


def searched(app, text: str, us: bool = False):
    """Type into the search beside the calculator and return the list of what is found."""
    next(one for one in app.text_input if one.key == "study-pick-search").set_value(text)
    box = next(one for one in app.checkbox if one.key == "study-pick-us")
    (box.check() if us else box.uncheck()).run()
    assert not app.exception
    return next((one for one in app.selectbox if one.label == "Factor"), None)


def test_a_factor_of_the_library_goes_into_a_row() -> None:
    app = open_with("footprint", "en", study=code_of(STEEL))
    for typed in ("钢铁", "gangtie", "iron steel"):
        assert any("2.38 kg CO2e/kg" in one for one in _listed(searched(app, typed))), typed
    listed = searched(app, "41122A0052021C")
    listed.select_index(0)
    next(one for one in app.selectbox if one.label == "For").select_index(2)
    next(one for one in app.button if one.label == "Take it").click().run()
    study = study_in(linked(app))
    assert study is not None
    factor = study.rows[1].factor
    assert (factor.factor_id, factor.value, factor.year) == ("41122A0052021C", 2.38, 2021)
    assert (factor.boundary, factor.region, factor.standing) == ("gate", "000000", "published")
    assert study.rows[0] == STEEL.rows[0]


def test_a_new_row_takes_the_unit_of_its_factor() -> None:
    app = open_with("footprint", "en", study=code_of(STEEL))
    searched(app, "EF2024-average").select_index(0)
    next(one for one in app.number_input if one.label == "Activity").set_value(12.0)
    next(one for one in app.button if one.label == "Take it").click().run()
    study = study_in(linked(app))
    assert study is not None
    assert len(study.rows) == len(STEEL.rows) + 1
    added = study.rows[-1]
    assert (added.activity, added.unit, added.factor.value) == (12.0, "kWh", 0.5777)


def test_factors_of_the_us_are_found_only_when_asked_for() -> None:
    app = open_with("footprint", "en", study=code_of(STEEL))
    assert searched(app, "Crude Petroleum Extraction") is None
    assert not any("USD" in one for one in _listed(searched(app, "crude")))
    found = _listed(searched(app, "Crude Petroleum Extraction", us=True))
    assert [one for one in found if "0.405 kg CO2e/2022 USD" in one] == found != []


def _listed(listed) -> list[str]:
    return [] if listed is None else list(listed.options)


def test_what_the_library_finds_can_be_sorted_and_opened() -> None:
    app = open_with("footprint", "en")
    next(one for one in app.text_input if one.key == "find").set_value("aluminium").run()
    assert not app.exception
    shown = next(one.value for one in app.dataframe if "Address" in one.value.columns)
    assert shown["Factor"].dtype == "float64"
    draft = shown[shown["Factor"] == 1424.0]
    assert draft["Address"].str.startswith("http://www.shanshuisiyin.cn/").all()
    assert len(draft) == 1


def test_the_place_of_a_factor_is_chosen_by_name_and_one_from_elsewhere_stays() -> None:
    rows = (replace(STEEL.rows[0], factor=replace(STEEL.rows[0].factor, region="DE")),)
    app = open_with("footprint", "zh", study=code_of(replace(STEEL, rows=rows)))
    [editor] = app.get("dataframe")
    column = json.loads(editor.proto.columns)["factor_region"]
    listed = {one["value"]: one["label"] for one in column["type_config"]["options"]}
    assert (listed["130000"], listed["000000"], listed["DE"]) == ("河北", "全国", "DE")
