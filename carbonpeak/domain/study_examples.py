"""Worked examples of studies, shipped as files in both languages and marked as made up."""

from functools import cache

from carbonpeak.data.catalogue import ROOT
from carbonpeak.domain.study import Study
from carbonpeak.domain.study_code import study_in
from carbonpeak.domain.study_json import loads

FOLDER = ROOT / "examples"
# By their codes; the first is what a reader begins with.
EXAMPLES = ("steel", "wheel", "battery")


@cache
def example(code: str, lang: str) -> Study:
    """Return an example in a language; KeyError for another code."""
    if code not in EXAMPLES:
        raise KeyError(code)
    return loads((FOLDER / f"{code}.{lang}.json").read_text(encoding="utf-8"))


def study_for(code: str, lang: str) -> Study | None:
    """Return the study that a code of a link names, an example in the language, or None."""
    return example(code, lang) if code in EXAMPLES else study_in(code)


def is_known(code: str) -> bool:
    """Return whether a code names a study that can be read here."""
    return code in EXAMPLES or study_in(code) is not None
