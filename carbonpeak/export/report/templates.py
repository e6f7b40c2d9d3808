"""The report templates by name."""

from collections.abc import Callable

from carbonpeak.export.report.brief import brief
from carbonpeak.export.report.chosen import chosen
from carbonpeak.export.report.document import Report
from carbonpeak.export.report.yearly import yearly
from carbonpeak.findings.view import Ask
from carbonpeak.wording import Lang

__all__ = ["TEMPLATES", "Template", "chosen"]

# Called with (ask, data version, region code or nothing for the nation, language).
Template = Callable[[Ask, str, str, Lang], Report]

TEMPLATES: dict[str, Template] = {"yearly": yearly, "brief": brief}
