"""Sentences about figures, generated from the same numbers the figures show."""

from carbonpeak.words.numbers import enough_digits, number, percent
from carbonpeak.words.speaker import Speaker


def moved(change: float, tell: Speaker, *bounds: float, amount: bool = False) -> str:
    """Return how something moved, a fraction, in a word of direction with the bare size.

    ``amount`` where it is a quantity, not a ratio. Where one decimal would contradict the direction
    or a judgement by one of the ``bounds`` (fractions), there are more.
    """
    digits = enough_digits(100 * change, 1, *(100 * bound for bound in bounds))
    size = percent(abs(change), digits)
    if percent(change, digits) == percent(0.0, digits):
        return tell("moved.same")
    kind = "fell" if change < 0 else "grew" if amount else "rose"
    return tell(f"moved.{kind}", size=size)


def glide(measure: str, year: int, points_below: float, tell: Speaker) -> str:
    """Return the finding of the glide path: how many index points below (or above) it in a year."""
    side = tell("side.below" if points_below >= 0 else "side.above")
    points = number(abs(points_below), 1)
    return tell(f"overview.glide.{measure}", year=year, side=side, points=points)
