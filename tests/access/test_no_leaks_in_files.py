"""Pictures and jobs by role: what others recorded is in no file, drawn or made beside another's.

The oracle is a store from which the rows of others were deleted, seen whole.
"""

from collections.abc import Iterator
from contextlib import closing, suppress
from functools import partial

import pytest

from carbonpeak.access import deciding
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.scope import WHOLE
from carbonpeak.export import lookup
from carbonpeak.export.job_queue import JobQueue
from carbonpeak.export.jobs import Job
from carbonpeak.export.lookup import FigureError
from carbonpeak.export.picture.renderer import Renderer
from carbonpeak.export.report import records as report
from carbonpeak.export.report import web
from carbonpeak.topics import registry
from carbonpeak.words.speaker import Speaker
from tests import miniature, needed
from tests.access.test_no_leaks_of_records import (
    LACKING,
    PAGE,
    PEOPLE,
    SECRETS,
    chosen,
    drawn,
    opened,
    store,
)

# A matrix, bars and a table; what is not drawn of the others is drawn the same way.
PICTURES = ("reporting_completeness", "reporting_emissions", "reporting_company")
WIDTH_MM, DPI = 75, 300


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, tuple[Dataset, Dataset]]]:
    """What each role sees of the whole store, and all of a store without the rows of others."""
    folder = tmp_path_factory.mktemp("files")
    data = miniature.write(folder / "data")
    with closing(opened(data, store(folder / "whole"))) as every:
        bare = {role: opened(data, store(folder / role, one)) for role, one in PEOPLE.items()}
        yield {
            role: (Dataset(every, deciding.scope(PEOPLE[role])), Dataset(few, WHOLE))
            for role, few in bare.items()
        }
        for few in bare.values():
            few.close()


def figures(data: Dataset, names: tuple[str, ...] = PICTURES) -> dict[str, lookup.PrintableFigure]:
    """Return the figures that there are for this reader, by name."""
    found = {}
    for name in names:
        with suppress(FigureError):
            found[name] = lookup.printable(data, name, needed.codes(name), Speaker("en"))
    return found


def test_a_picture_tells_nothing_that_others_recorded(
    seen: dict[str, tuple[Dataset, Dataset]], renderer: Renderer
) -> None:
    told, count = {}, 0
    for role, (own, bare) in seen.items():
        found, wanted = figures(own), figures(bare)
        assert found.keys() == wanted.keys() == set(PICTURES) - LACKING[role]
        files = {
            name: (renderer.render(one, "svg", WIDTH_MM, DPI) for one in (made, wanted[name]))
            for name, made in found.items()
        }
        drawn_of = {name: tuple(pair) for name, pair in files.items()}
        assert [name for name, (one, other) in drawn_of.items() if one != other] == []
        told[role] = b"".join(one for one, _ in drawn_of.values()).decode()
        count += len(drawn_of)
    assert count == sum(len(set(PICTURES) - LACKING[role]) for role in PEOPLE)
    # What is told at all: the amounts of the one place, not those of all.
    assert len(set(told.values())) == len(PEOPLE)
    for secret, allowed in SECRETS.items():
        assert {role for role in PEOPLE if secret in told[role]} <= allowed


@pytest.mark.parametrize("kind", ["png", "pdf"])
def test_a_picture_of_every_kind_is_that_of_a_store_without_others(
    seen: dict[str, tuple[Dataset, Dataset]], renderer: Renderer, kind: str
) -> None:
    name = PICTURES[1]
    for role in ("analyst", "editor"):
        own, bare = (figures(data, (name,))[name] for data in seen[role])
        one, other = (renderer.render(made, kind, WIDTH_MM, DPI) for made in (own, bare))
        assert one == other


def made_by(data: Dataset, progress) -> bytes:
    given = registry.chosen(data, PAGE, {name: [one] for name, one in chosen({}).items()})
    return web.write(report.records(data, given, Speaker("en")), drawn, progress)


def test_reports_that_are_made_side_by_side_are_each_of_their_own_reader(
    seen: dict[str, tuple[Dataset, Dataset]],
) -> None:
    queue, jobs = JobQueue(), {role: Job(f"{role}.html") for role in PEOPLE}
    for role, job in jobs.items():
        queue.put(job, partial(made_by, seen[role][0]))
    files = {role: job.result(300) for role, job in jobs.items()}
    queue.close()
    for role, (own, bare) in seen.items():
        # A report says how far its reader sees: it is held to one of such a reader.
        alone = Dataset(bare._warehouse, own.scope)
        assert files[role] == made_by(alone, lambda *_: None), role
        for secret, allowed in SECRETS.items():
            assert (secret.encode() in files[role]) <= (role in allowed)
    assert len(set(files.values())) == len(PEOPLE)
