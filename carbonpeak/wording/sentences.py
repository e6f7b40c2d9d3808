"""Sentences about figures, generated from the same numbers the figures show."""

from carbonpeak.wording import Lang, say
from carbonpeak.wording.numbers import number, percent


def glide(measure: str, points_below: float, lang: Lang) -> str:
    """Return the finding of the glide path: how many index points below (or above) the path."""
    side = say("side.below" if points_below >= 0 else "side.above", lang)
    return say(f"overview.glide.{measure}", lang, side=side, points=number(abs(points_below), 1))


def tier_counts(counts: dict[str, int], doubtful: int, year: int, lang: Lang) -> str:
    """Return how many regions stand in each tier; every region without a judgement counts as one that cannot be."""
    judged = {key: counts.get(key, 0) for key in ("on_schedule", "behind", "far_behind")}
    return say(
        "regions.tiles.title",
        lang,
        year=year,
        on=judged["on_schedule"],
        behind=judged["behind"],
        far=judged["far_behind"],
        none=sum(counts.values()) - sum(judged.values()),
        doubtful=doubtful,
    )


def extremes(best: str, best_change: float, worst: str, worst_change: float, lang: Lang) -> str:
    """Return which region fell most and which rose most (or fell least)."""
    key = "regions.ranking.title" if worst_change > 0 else "regions.ranking.title_all_fell"
    shown = {
        "best_change": percent(best_change, 1, sign=True),
        "worst_change": percent(worst_change, 1, sign=True),
    }
    return say(key, lang, best=best, worst=worst, **shown)
