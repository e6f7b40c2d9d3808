"""Answers of queries kept while something is made that asks the same more than once."""

import pandas as pd

from carbonpeak.findings.view import Ask


def kept(ask: Ask) -> Ask:
    """Return what asks as before, but each question once; every answer is a copy."""
    answers: dict[str, pd.DataFrame] = {}

    def run(name: str, **params: object) -> pd.DataFrame:
        key = repr((name, sorted(params.items())))
        if key not in answers:
            answers[key] = ask(name, **params)
        return answers[key].copy()

    return run
