"""Targets: the register of targets and results."""

import pandas as pd

from carbonpeak.build.notes import with_provenance
from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import Columns, declare
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
    return with_provenance(
        rows.assign(base_year=base.where(base != BASE_IS_THE_PEAK, None)), sources
    )
