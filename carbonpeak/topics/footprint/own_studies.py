"""Studies that somebody put in and published: listed by name, opened by the code of a link."""

from collections.abc import Mapping

from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.domain.study_code import code_of
from carbonpeak.domain.study_json import loads
from carbonpeak.words.speaker import Speaker


@once_per_dataset
def documents(data: Dataset) -> Mapping[str, str]:
    """Return studies as JSON by their number, in the order of their names."""
    rows = data.ask("footprint__own_studies")
    return dict(zip(rows["study_id"], rows["document"], strict=True))


def named(data: Dataset, tell: Speaker) -> dict[str, str]:
    """Return what each study is called, with the file it came in, by its number."""
    rows = data.ask("footprint__own_studies")
    return {
        str(row["study_id"]): tell(
            "study.own.one", name=row["study_name"], source=row[f"source_{tell.lang}"]
        )
        for row in rows.to_dict("records")
    }


def code(data: Dataset, number: str) -> str:
    """Return the code by which a link opens a study."""
    return code_of(loads(documents(data)[number]))
