"""The handle for data: asked once, never spoilt, never mixed between versions or scopes."""

import threading
from functools import partial

import pandas as pd
import pytest

from carbonpeak.data.dataset import Dataset, Scope, once_per_dataset
from carbonpeak.data.queries import QueryError


@pytest.fixture
def tiny_data(tiny):
    return Dataset(tiny)


def test_an_answer_may_be_changed_by_whoever_asked(tiny_data):
    first = tiny_data.ask("regions__all")
    first["name_en"] = "spoilt"
    first.loc[0, "name_zh"] = "spoilt"
    again = tiny_data.ask("regions__all")
    assert "spoilt" not in {*again["name_en"], *again["name_zh"]}


def test_a_finding_is_made_once_for_a_question(tiny_data):
    made = []

    def build(data, year):
        made.append(year)
        return pd.DataFrame({"year": [year]})

    one = tiny_data.cached(build, 2021)
    one["year"] = 99
    assert tiny_data.cached(build, 2021)["year"].tolist() == [2021]
    assert tiny_data.cached(build, 2022)["year"].tolist() == [2022]
    assert made == [2021, 2022]


def test_two_threads_that_ask_the_same_make_it_once(tiny_data):
    made, begun, go_on = [], threading.Event(), threading.Event()

    def build(data):
        made.append(1)
        begun.set()
        assert go_on.wait(30)
        return "answer"

    found = []
    threads = [
        threading.Thread(target=lambda: found.append(tiny_data.cached(build))) for _ in range(2)
    ]
    threads[0].start()
    assert begun.wait(30)
    threads[1].start()
    go_on.set()
    for thread in threads:
        thread.join()
    assert (found, made) == (["answer", "answer"], [1])


def test_what_is_kept_stays_within_its_scope(tiny):
    public, narrow = Dataset(tiny), Dataset(tiny, Scope("one province"))
    assert public.cached(lambda data: data.scope.name) == "public"
    scope_of = once_per_dataset(lambda data: data.scope.name)
    assert (scope_of(public), scope_of(narrow)) == ("public", "one province")


def test_a_fault_is_no_answer(tiny_data):
    with pytest.raises(QueryError, match="There is no query 'regions__al'"):
        tiny_data.ask("regions__al")
    with pytest.raises(QueryError, match="There is no query 'regions__al'"):
        tiny_data.ask("regions__al")


def test_a_kept_finding_takes_its_arguments_by_place(tiny_data):
    found = once_per_dataset(lambda data, year: year)
    assert found(tiny_data, 2020) == 2020
    with pytest.raises(TypeError, match="by place"):
        found(tiny_data, year=2020)


def test_what_was_asked_and_made_is_counted_by_name(tiny):
    def doubled(data, times):
        return times * len(data.ask("regions__all"))

    data = Dataset(tiny)
    data.cached(doubled, 1)
    data.cached(partial(doubled, times=3))
    data.cached(doubled, 1)
    assert data.counts() == {"regions__all": 1, f"{__name__}.doubled": 2}
