"""Which study a reader has before them, and which one beside it."""

from dataclasses import dataclass
from functools import lru_cache

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain.study import Result, Study, result
from carbonpeak.domain.study_checks import errors
from carbonpeak.domain.study_examples import EXAMPLES, is_known, study_for
from carbonpeak.figures.choices import Given, Selection
from carbonpeak.figures.page_spec import Control
from carbonpeak.words.speaker import Speaker

STUDY, OTHER = "study", "other"


@dataclass(frozen=True)
class StudyChoices:
    """The codes of the study and of the one it is compared with, "" for none."""

    study: str
    other: str

    @classmethod
    def of(cls, values: Selection) -> "StudyChoices":
        """Return the choices as they stand in the URL."""
        return cls(values.one(STUDY), values.one(OTHER))


def study_controls() -> tuple[Control, ...]:
    """Return the choices of the calculator; a reader begins with the first example."""
    return (
        Control(Given(STUDY, EXAMPLES[0], is_known), "study.control.study", _named),
        Control(Given(OTHER, "", is_known), "study.control.other", _named),
    )


def found_for(code: str, tell: Speaker) -> Result | None:
    """Return what the study of a code comes to; None where there is none or it has errors."""
    study = study_for(code, tell.lang) if code else None
    return None if study is None else _reckoned(study)


@lru_cache(maxsize=64)
def _reckoned(study: Study) -> Result | None:
    """Return what a study comes to; five figures of a page ask for the same one."""
    return None if errors(study) else result(study)


def study_name(study: Study, tell: Speaker) -> str:
    """Return what a study is called: its product, and whether it is an example or the reader's."""
    key = "study.named.example" if study.is_example else "study.named"
    return tell(key, product=study.product.strip() or "—")


def _named(data: Dataset, tell: Speaker, code: str) -> str:
    study = study_for(code, tell.lang) if code else None
    return study_name(study, tell) if study else ""
