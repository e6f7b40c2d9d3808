"""Days as deadlines count them, in China's time; public holidays are not reckoned.

Weekends alone are no working days here: the official list of holidays is not among the tables, so
a deadline may in truth be some days later and is never earlier than it says.
"""

from datetime import date, datetime, timedelta, timezone

from carbonpeak.data.text import Text
from carbonpeak.words import both

CHINA = timezone(timedelta(hours=8))
SATURDAY = 5


def day_of(moment: str) -> date:
    """Return the day in China of a moment as the store keeps it."""
    return local(moment).date()


def local(moment: str) -> datetime:
    """Return a moment as the store keeps it in China's time."""
    return datetime.fromisoformat(moment).astimezone(CHINA)


def told() -> Text:
    """Return what a reader must know of these days."""
    return both("filed.holidays")


def later(day: date, count: int) -> date:
    """Return the day so many working days after another; that one is not counted."""
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < SATURDAY
    return day
