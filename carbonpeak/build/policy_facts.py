"""Later facts of policy: the plans of 2026, rules on factories, goals of single provinces."""

import pandas as pd

from carbonpeak.build.notes import plain_number
from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import BuildError, Columns, declare, standing
from carbonpeak.build.sources import NOTICE_TERMS, SourceRegister
from carbonpeak.data.catalogue import Text

FACTS_FILE = "policy/policy_facts_2026.csv"
REGIONS_FILE = "policy/provincial_industrial_targets_additions.csv"
TABLE = declare(
    "policy_facts",
    Text("后续政策事实和地方目标", "Later facts of policy, and goals of provinces"),
    Columns(
        "item_id topic item region_code period value_text value unit note standing source_id",
        optional="region_code value unit note",
    ),
    "item_id",
    format="csv",
    licence=NOTICE_TERMS,
    citation="Documents of the ministries and provinces, as cited row by row",
)
# Where a fact was read, as a reader needs it: the files name public copies by inner numbers.
SEEN_IN = {
    "N01": "State Council, 15th five-year carbon-peaking action plan, 2026-07-14, MEE page",
    "N02": "State Council, 15th five-year carbon-peaking action plan, 2026-07-14, MEE page",
    "N03": "gov.cn on the State Council executive meeting of 2026-06-29, quoted in a public copy",
    "N04": "CLS headline on the 15th five-year carbon-peaking action plan, 2026-07-14",
    "N05": "Xinhua on national zero-carbon factories, 2026-07-22, quoted in public copies",
    "N06": "MIIT rules on green factories, January 2026, quoted in a public copy",
    "N07": "MIIT, files of the 2021 list of green manufacturing, counted",
    "N08": "MEE annex on the carbon footprint of electricity, 2025-10",
    "N09": "SCIO briefing on the carbon market, 2026-08-13, Science and Technology Daily",
    "N10": "Shanghai Environment and Energy Exchange, quote of 2026-08-14",
    "N11": "NBS, 2026-09-15, gov.cn",
    "N12": "MIIT, 2021-04-28, reprint of the China Environmental Protection Association",
}
TOPICS = {
    "peaking": "peaking",
    "green manufacturing": "green manufacturing",
    "footprint": "product footprint",
    "ETS": "carbon market",
}
REGIONAL = "goals of provinces"
NOTES = {
    "agrees with the 15th five-year outline in targets.csv": (
        "agrees with the outline of the 15th five-year plan"
    ),
    "confirms the draft value in targets_progress_14fyp.csv": "confirms the draft",
    "second reading of T137": "second reading of the register's target",
}
COUNTED = "official (list files counted)"


def build(raw: Raw, sources: SourceRegister) -> pd.DataFrame:
    """One row per fact, those of the nation first; BuildError for one whose source has no name."""
    rows = pd.concat([_national(raw, sources), _regional(raw, sources)], ignore_index=True)
    return rows.assign(value=rows["value_text"].map(plain_number), note=rows["note"].map(_readable))


def _national(raw: Raw, sources: SourceRegister) -> pd.DataFrame:
    rows = raw.csv(FACTS_FILE)
    unnamed = sorted(set(rows["id"]) - set(SEEN_IN))
    if unnamed:
        raise BuildError(f"{FACTS_FILE}: say where {', '.join(unnamed)} were seen.")
    cited = zip(rows["id"], rows["source_url"], strict=True)
    return pd.DataFrame(
        {
            "item_id": rows["id"],
            "topic": rows["system"].map(TOPICS),
            "item": rows["what"],
            "region_code": None,
            "period": rows["date"],
            "value_text": rows["value"],
            "unit": rows["unit"],
            "note": rows["note"],
            "standing": [_standing(one) for one in rows["standing"]],
            "source_id": [sources.add(_with(SEEN_IN[one], url)) for one, url in cited],
        }
    )


def _regional(raw: Raw, sources: SourceRegister) -> pd.DataFrame:
    rows = raw.csv(REGIONS_FILE)
    cited = zip(rows["document"], rows["source_url"], strict=True)
    judged = zip(rows["evidence"], rows["confidence"], strict=True)
    return pd.DataFrame(
        {
            "item_id": [f"A{place:02d}" for place in range(1, len(rows) + 1)],
            "topic": REGIONAL,
            "item": rows["indicator"],
            "region_code": rows["province_code"],
            "period": rows["target_year"],
            "value_text": rows["value"],
            "unit": rows["unit"],
            "note": rows["note"],
            "standing": [standing(*one) for one in judged],
            "source_id": [sources.add(_with(document, url)) for document, url in cited],
        }
    )


def _standing(word: str) -> str:
    return "published" if word == COUNTED else standing(word)


def _with(document: str, address: str | None) -> str:
    return f"{document} | {address}" if address else document


def _readable(note: str | None) -> str | None:
    for words, plain in NOTES.items():
        note = note.replace(words, plain) if note else None
    return note
