"""The report templates by name."""

from collections.abc import Callable

from carbonpeak.data.dataset import Dataset
from carbonpeak.export.report.brief import brief
from carbonpeak.export.report.chosen import chosen
from carbonpeak.export.report.document import Report
from carbonpeak.export.report.yearly import yearly
from carbonpeak.words.speaker import Speaker

__all__ = ["TEMPLATES", "Template", "chosen"]

# Called with the data, a region code or nothing for the nation, and who speaks.
Template = Callable[[Dataset, str, Speaker], Report]

TEMPLATES: dict[str, Template] = {"yearly": yearly, "brief": brief}
