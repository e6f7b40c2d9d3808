"""What a reader chooses on the page Outlook."""

from dataclasses import dataclass

from carbonpeak.figures.choices import Selection
from carbonpeak.topics.outlook.analysis_projection import ProjectionQuestion, question_of
from carbonpeak.topics.outlook.analysis_sharing import DEFAULT_RULE, GOALS, UNITS


@dataclass(frozen=True)
class OutlookChoices:
    """Which projection, and by which goal, unit and rule the rest is shared out."""

    question: ProjectionQuestion = ProjectionQuestion()
    goal: str = "co2_2030"
    unit: str = UNITS[0]
    rule: str = DEFAULT_RULE

    @classmethod
    def of(cls, values: Selection) -> "OutlookChoices":
        """Return the choices as they stand in the URL; own rates count for their scenario."""
        code = values.one
        rates = values.number("growth"), values.number("fall")
        question = question_of(code("quantity"), code("scenario"), code("region"), *rates)
        return cls(question, code("goal"), code("unit"), code("rule"))

    @property
    def goal_measure(self) -> str:
        """The measure that the goal is about."""
        return GOALS[self.goal][0]

    @property
    def goal_year(self) -> int:
        """The year that the goal is to be met in."""
        return GOALS[self.goal][1]

    @property
    def goal_fall(self) -> float:
        """How far the goal wants the intensity to fall from 2020, a positive fraction."""
        return GOALS[self.goal][2]
