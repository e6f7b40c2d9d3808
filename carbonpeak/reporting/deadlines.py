"""When a report is due, how late it came or is, and until when it may be appealed."""

from datetime import date

from carbonpeak.reporting import working_days
from carbonpeak.thresholds import ANSWER_WORKING_DAYS, APPEAL_WORKING_DAYS, REPORT_DUE


def due(year: int) -> date:
    """Return the last day for the report of a year: 31 March of the year after."""
    return date(year + 1, *REPORT_DUE)


def late_days(year: int, submitted: date) -> int:
    """Return by how many days a report came late, 0 where it did not."""
    return max(0, (submitted - due(year)).days)


def overdue_days(year: int, today: date) -> int:
    """Return for how many days a report that did not come is overdue, 0 where it is not."""
    return max(0, (today - due(year)).days)


def last_appeal(told: str) -> date:
    """Return the last day on which what was verified at a moment may be appealed."""
    return working_days.later(working_days.day_of(told), APPEAL_WORKING_DAYS)


def last_answer(appealed: str) -> date:
    """Return the day by which an appeal made at a moment is to be answered."""
    return working_days.later(working_days.day_of(appealed), ANSWER_WORKING_DAYS)
