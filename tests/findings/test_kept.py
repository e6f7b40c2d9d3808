"""Answers are kept, and nobody can spoil what is kept."""

import pandas as pd

from carbonpeak.findings.kept import kept


def test_a_question_is_asked_once_and_its_answer_cannot_be_spoiled():
    asked = []

    def ask(name, **params):
        asked.append((name, params))
        return pd.DataFrame({"value": [len(asked)]})

    run = kept(ask)
    answer = run("one", year=2020, region=None)
    answer["value"] = 99
    assert run("one", region=None, year=2020)["value"].tolist() == [1]
    assert run("one", year="2020", region=None)["value"].tolist() == [2]
    assert run("two")["value"].tolist() == [3]
    assert asked == [
        ("one", {"year": 2020, "region": None}),
        ("one", {"year": "2020", "region": None}),
        ("two", {}),
    ]
