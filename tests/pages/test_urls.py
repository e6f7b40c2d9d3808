"""The URL of a page: what stays in it, what leaves it, what goes along to another page."""

from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from carbonpeak.export import tray
from carbonpeak.export.tray import Item, Tray
from carbonpeak.screen.page import SHARED


def notices(app: AppTest) -> list[str]:
    """Return what is said about values of the URL."""
    return [one.proto.body for one in app.html if '<p class="notice"' in one.proto.body]


def value(app: AppTest, name: str) -> str | None:
    """Return a value of the URL, None where it is not there."""
    found = app.query_params.get(name)
    return found[-1] if isinstance(found, list) else found


def links(app: AppTest) -> list[dict[str, list[str]]]:
    """Return the parameters of every link to a page, those of the sidebar last."""
    return [parse_qs(one.proto.query_string) for one in app.get("page_link")]


def test_the_known_part_of_a_list_stays_in_the_url(open_page):
    app = open_page("sectors", "en", sectors="zz,31")
    assert value(app, "sectors") == "31"
    assert len(notices(app)) == 1
    assert "zz" in notices(app)[0]
    assert notices(app.run()) == []
    assert value(app, "sectors") == "31"


def test_a_province_typed_by_name_is_shown_without_a_notice(open_page):
    app = open_page("regions", "zh", region="江苏")
    assert notices(app) == []
    assert app.session_state["region"] == "320000"


def test_a_list_without_a_known_code_leaves_the_url(open_page):
    app = open_page("sectors", "en", sectors="zz")
    assert value(app, "sectors") is None
    assert len(notices(app)) == 1


def test_another_measure_takes_the_basis_of_the_old_one_out_of_the_url(open_page):
    app = open_page("regions", "en", basis="with_transformation", year="2021")
    app.segmented_control(key="measure").set_value("co2").run()
    assert not app.exception
    assert (value(app, "measure"), value(app, "basis"), value(app, "year")) == ("co2", None, "2021")
    assert notices(app) == []


def test_another_measure_drops_a_basis_carried_by_a_page_without_one(open_page):
    app = open_page("sectors", "en", basis="with_transformation")
    app.segmented_control(key="measure").set_value("co2").run()
    assert (value(app, "measure"), value(app, "basis")) == ("co2", None)


def test_another_year_leaves_the_basis(open_page):
    app = open_page("regions", "en", basis="with_transformation")
    app.segmented_control(key="year").set_value("2021").run()
    assert (value(app, "basis"), value(app, "year")) == ("with_transformation", "2021")


@pytest.mark.parametrize("name", ["overview", "sectors", "regions", "methods"])
def test_every_link_takes_along_what_the_pages_share(open_page, name):
    held = tray.written(Tray("df275964", (Item("glide_energy", ()),)))
    shared = {"measure": "co2", "basis": "energy_related", "year": "2021", "tray": held}
    shared |= {"region": "130000", "sector": "31", "chosen": "130000,31"}
    # The published version is none that needs to be named.
    assert set(shared) == set(SHARED) - {"data"}
    extra = {"sectors": {"sort": "name"}}.get(name, {})
    app = open_page(name, "en", **shared, **extra)
    assert notices(app) == []
    found = links(app)
    assert len(found) >= (5 if name in ("sectors", "regions") else 4)
    for link in found:
        focus = {key: link.pop(key) for key in ("region", "sector")}
        assert all(codes for codes in focus.values())
        # A link to a table of Data and methods says which.
        link.pop("table", None)
        others = {key: [said] for key, said in shared.items() if key not in focus}
        assert link == {"lang": ["en"], **others}


def test_what_is_not_in_the_url_is_not_in_the_links(seen_page):
    assert all(link.keys() <= {"lang", "sector"} for link in links(seen_page("regions", "en")))


def test_a_link_to_a_sector_with_a_plus_in_its_code_keeps_it(open_page):
    app = open_page("drivers", "en", sector="41 43")
    assert notices(app) == []
    carried = [link["sector"] for link in links(app) if "sector" in link]
    assert carried
    assert set(map(tuple, carried)) == {("41+43",)}
