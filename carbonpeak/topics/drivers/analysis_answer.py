"""Whether a question can be answered: decided once, for the page and all of its figures."""

from dataclasses import dataclass

from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.topics.drivers import analysis
from carbonpeak.topics.drivers.question import Question, refusal


@dataclass(frozen=True)
class Answer:
    """What can be answered: the question, or a narrower one; None where nothing can.

    ``refused`` says why: a key of REFUSALS, or ``no_ratio``.
    """

    question: Question | None
    refused: str = ""


@once_per_dataset
def decide(data: Dataset, question: Question, form: str) -> Answer:
    """Return what of a question can be answered in a form."""
    refused = refusal(data, question)
    if not refused and form == "multiplicative":
        ratio = analysis.table(data, question, "whole", form)["ratio"]
        refused = "" if ratio.notna().all() else "no_ratio"
    if refused:
        return Answer(None, refused)
    return Answer(analysis.answerable(data, question))
