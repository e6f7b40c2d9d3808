"""Targets: the register of targets and results."""

import pandas as pd

from carbonpeak.build.notes import with_provenance
from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import BuildError, Columns, declare
from carbonpeak.build.sources import NOTICE_TERMS, SourceRegister
from carbonpeak.data.catalogue import Text

FILE = "policy/targets.csv"
TABLE = declare(
    "targets",
    Text("政策目标", "Policy targets"),
    Columns(
        "target_id policy scope indicator base_year target_year direction value_text "
        "value unit note source_id standing",
        optional="base_year target_year value note",
    ),
    "target_id",
    format="csv",
    licence=NOTICE_TERMS,
    citation="Policy documents of the Chinese government, as cited row by row",
)

# A base that is no calendar year: "7-10 % below the peak". The unit of the row says so.
BASE_IS_THE_PEAK = "peak"

# Amounts that the register files under the industrial green plan and that are goals of the circular
# economy plan.
MISFILED = tuple(f"T{number:03d}" for number in range(13, 19))
MISFILED_FLAG = "targets_other_plan"
NAMED_PLAN = "14th FYP Industrial Green Development Plan (MIIT, 2021)"
TRUE_PLAN = "14th FYP Circular Economy Development Plan (NDRC, 2021)"
MISFILED_NOTE = (
    "seen in a reprint of the industrial green development plan; the amounts are those of this plan"
)


def build(raw: Raw, sources: SourceRegister) -> pd.DataFrame:
    """One row per target or reported result of the register."""
    rows = raw.csv(FILE).rename(
        columns={
            "id": "target_id",
            "sector": "scope",
            "scope_note": "note",
            "baseline_year": "base_year",
        }
    )
    base = rows["base_year"]
    return _refiled(
        with_provenance(rows.assign(base_year=base.where(base != BASE_IS_THE_PEAK, None)), sources)
    )


def _refiled(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows with the right plan; BuildError where the source names it by now."""
    is_misfiled = rows["target_id"].isin(MISFILED)
    mended = rows["target_id"][is_misfiled & (rows["policy"] != NAMED_PLAN)]
    if len(mended):
        raise BuildError(f"{FILE}: {', '.join(mended)} no longer name {NAMED_PLAN}; drop the rule.")
    return rows.assign(
        policy=rows["policy"].mask(is_misfiled, TRUE_PLAN),
        note=rows["note"].mask(is_misfiled, MISFILED_NOTE),
    )
