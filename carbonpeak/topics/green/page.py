"""The choices and figures of the page Green manufacturing."""

from carbonpeak.data.dataset import Dataset
from carbonpeak.figures import controls as names
from carbonpeak.figures.choices import Choice
from carbonpeak.figures.page_spec import Control, FigureSpec, PageSpec, Raw
from carbonpeak.topics.green import analysis, analysis_goals, board, places, register, totals
from carbonpeak.topics.green.analysis_goals import ORDERS, RESULT, STATES
from carbonpeak.topics.green.board import KNOWN
from carbonpeak.topics.green.choices import EVERY, GreenChoices
from carbonpeak.topics.green.words import WORDS
from carbonpeak.words.speaker import Speaker


def controls(data: Dataset, raw: Raw) -> tuple[Control, ...]:
    """Return the choices; batches, tasks, documents and years are those that the tables have."""
    return (
        Control(
            Choice("kind", analysis.KINDS, analysis.KINDS[0]),
            "green.control.kind",
            names.named_by("green.kind"),
        ),
        Control(
            Choice("batch", (EVERY, *analysis.batches(data)), EVERY),
            "green.control.batch",
            names.named_by("green.batch"),
        ),
        Control(
            Choice("per", places.PER, "count"), "green.control.per", names.named_by("green.per")
        ),
        names.region_control(data),
        Control(
            Choice("task", (KNOWN, *analysis_goals.tasks(data).index), KNOWN),
            "green.control.task",
            _task,
        ),
        *_filters(data),
    )


def _filters(data: Dataset) -> tuple[Control, ...]:
    """Return what the register is filtered and ordered by."""
    fields = (EVERY, *analysis_goals.fields(data))
    years = (EVERY, *analysis_goals.years(data))
    states = (EVERY, *STATES, RESULT)
    return (
        Control(
            Choice("field", fields, EVERY), "green.control.field", names.named_by("green.field")
        ),
        Control(
            Choice("plan", (EVERY, *analysis_goals.plans(data)), EVERY), "green.control.plan", _plan
        ),
        Control(Choice("due", years, EVERY), "green.control.due", _year),
        Control(
            Choice("state", states, EVERY), "green.control.state", names.named_by("green.state")
        ),
        Control(
            Choice("checked", ("no", "yes"), "no"),
            "green.control.checked",
            names.named_by("green.checked"),
        ),
        Control(
            Choice("order", ORDERS, ORDERS[0]), "green.control.order", names.named_by("green.order")
        ),
    )


def _task(data: Dataset, tell: Speaker, code: str) -> str:
    return tell("green.task.known") if code == KNOWN else board.task_name(data, code, tell)


def _plan(data: Dataset, tell: Speaker, code: str) -> str:
    return tell("green.every") if code == EVERY else register.plan_name(data, code, tell)


def _year(data: Dataset, tell: Speaker, code: str) -> str:
    return tell("green.every") if code == EVERY else code


FILTERS = ("field", "plan", "due", "state", "checked", "order")
PAGE = PageSpec(
    "green",
    GreenChoices.of,
    controls,
    (
        FigureSpec("green_totals", ("kind",), totals.by_date),
        FigureSpec("green_founding", (), totals.founding),
        FigureSpec("green_tiles", ("kind", "batch", "per"), places.tile_grid),
        FigureSpec("green_ranking", ("kind", "batch", "per"), places.ranking),
        FigureSpec("green_batches", ("kind", "region"), places.by_batch),
        FigureSpec("green_sectors", (), places.named_sectors),
        FigureSpec("green_board", (), board.board),
        FigureSpec("green_goals", ("task",), board.goals),
        FigureSpec("green_register", FILTERS, register.register),
        FigureSpec("green_facts", (), register.later_facts),
    ),
    WORDS,
)
# What a report of the year shows of the tasks, in this order.
IN_A_REPORT = ("green_totals", "green_board", "green_goals")
