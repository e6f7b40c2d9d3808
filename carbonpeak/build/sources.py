"""Sources: every fact names one, and this is where the names are given out."""

import hashlib
import re
from functools import cache

import pandas as pd

from carbonpeak.build import registers
from carbonpeak.build.citations import names_of
from carbonpeak.build.named_sources import MONTHLY_AND_PLANTS
from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import Columns, declare
from carbonpeak.data.catalogue import Text

TABLE = declare(
    "sources",
    Text("来源", "Sources"),
    Columns("source_id name_zh name_en citation licence"),
    "source_id",
    format="csv",
    licence="CC0",
    citation="This project",
)

CEADS_TERMS = "CEADs: free to use with citation"
NBS_TERMS = "NBS open statistics, cite NBS"
NOTICE_TERMS = (
    "Public document of the Chinese government or its report in the press; cite the document"
)

# The founding documents reached us as reports in other languages: they are cited as what they report.
FOUNDING_DOCUMENTS = {
    "000": "Launch of the industrial carbon-emission information system, Tianjin, December 2021, as reported (in Albanian)",
    "001": "Ministry of Ecology and Environment, press conference on the national carbon market, March 2025, as reported (in Swahili) on 2025-03-28",
    "002": "Ministry of Industry and Information Technology, press conference of 16 September 2022, as reported (in Swahili)",
    "003": "Ministry of Industry and Information Technology, press conference on the industrial peaking plan, as reported (in Italian) on 2022-11-03",
    "004": "Ministry of Ecology and Environment, press conference on product carbon footprints, 29 May 2024, as reported (in French) on 2024-06-05",
}

# source_id: Chinese name, English name, citation, licence
NAMED: dict[str, tuple[str, str, str, str]] = {
    "ceads-co2": (
        "中国碳核算数据库（CEADs）分省分行业排放清单",
        "CEADs, provincial CO2 inventories by sector",
        "Shan et al. 2016 (Applied Energy 184:742); Shan et al. 2018 (Scientific Data 5:170201); Shan et al. 2020 "
        "(Scientific Data 7:54); Guan et al. 2021 (Earth's Future 9:e2021EF002241); Xu et al. 2024",
        CEADS_TERMS,
    ),
    "ceads-co2-nation": (
        "中国碳核算数据库（CEADs）全国分行业排放清单",
        "CEADs, national CO2 inventory by sector",
        "Shan et al. 2018 (Scientific Data 5:170201); Shan et al. 2020 (Scientific Data 7:54); Guan et al. 2021 "
        "(Earth's Future 9:e2021EF002241)",
        CEADS_TERMS,
    ),
    "ceads-energy": (
        "中国碳核算数据库（CEADs）分省能源清单",
        "CEADs, provincial energy inventories",
        "CEADs provincial energy inventory 2011-2022, cited as Shan et al. 2018, 2020; Guan et al. 2021; Xu et al. 2024",
        CEADS_TERMS,
    ),
    "ceads-apparent": (
        "中国碳核算数据库（CEADs）分省表观排放清单",
        "CEADs, apparent provincial CO2 inventory",
        "CEADs apparent CO2 inventory 1997-2022 (supply-side method), cited as Shan et al. 2016 (Applied Energy 184:742)",
        CEADS_TERMS,
    ),
    "reconstruction": (
        "本项目据 CEADs 能源清单与隐含排放因子重建估算",
        "This project, reconstructed from CEADs energy and implied factors",
        "Physical energy of the CEADs inventory 2020-2022 times the factors implied by the CEADs inventories 2011-2019; "
        "cement process CO2 from the CEADs apparent inventory",
        CEADS_TERMS,
    ),
    "nbs-value-added": (
        "国家统计局：分省工业增加值（第五次全国经济普查前口径）",
        "NBS, industrial value added by province (before the fifth economic census)",
        "National Bureau of Statistics, table E0103, as transcribed by a third party in December 2024",
        NBS_TERMS,
    ),
    "nbs-gdp": (
        "国家统计局：分省年度数据（第五次全国经济普查修订后）",
        "NBS, annual data by province (after the fifth economic census)",
        "National Bureau of Statistics, annual data by province, release of 2025",
        NBS_TERMS,
    ),
    "nbs-input-output": (
        "国家统计局：投入产出表（2012、2017、2018、2020 年）",
        "NBS, input-output tables 2012, 2017, 2018, 2020",
        "National Bureau of Statistics, input-output tables of China, products mapped to GB/T 4754 divisions",
        NBS_TERMS,
    ),
    "nbs-yearbook-factors": (
        "《中国能源统计年鉴 2022》附录四",
        "China Energy Statistical Yearbook 2022, appendix IV",
        "National Bureau of Statistics, China Energy Statistical Yearbook 2022, appendix IV: coal-equivalent coefficients",
        NBS_TERMS,
    ),
    "nbs-energy-division": (
        "《中国能源统计年鉴》分行业能源消费总量",
        "China Energy Statistical Yearbook, total energy by division",
        "National Bureau of Statistics, China Energy Statistical Yearbook, total energy consumption by sector 2012-2020",
        NBS_TERMS,
    ),
    "gbt-2260": (
        "GB/T 2260",
        "GB/T 2260",
        "GB/T 2260 Codes for the administrative divisions of China",
        "Public standard",
    ),
    "gbt-4754": (
        "GB/T 4754—2017",
        "GB/T 4754-2017",
        "GB/T 4754-2017 Industrial classification for national economic activities",
        "Public standard",
    ),
    # What is no document: entered in an installation, or made to try the program.
    "reporting-store": (
        "本系统填报记录",
        "Records held in this installation",
        "Reports of units, as entered, verified and disclosed in this installation",
        "Records of this installation: disclosed reports are public, all others for their owners' roles",
    ),
    "made-example": (
        "示例数据（虚构）",
        "Made example",
        "A made example of reporting units: no company, unit or report in it exists",
        "CC0",
    ),
    **MONTHLY_AND_PLANTS,
}


class SourceRegister:
    """Gives a stable id to every citation and remembers it for the table of sources."""

    def __init__(self) -> None:
        """Start with the named sources."""
        self._rows = {key: (key, *texts) for key, texts in NAMED.items()}

    def add(self, citation: str, licence: str = NOTICE_TERMS) -> str:
        """Return the id of a citation as it stands in a source file, made from its own text."""
        text = tidy(citation)
        source_id = "cited-" + hashlib.sha256(text.encode()).hexdigest()[:8]
        names, given = names_of(text), _given().get(source_id, Text("", ""))
        both = (given.zh or names.zh, given.en or names.en)
        self._rows[source_id] = (source_id, *both, text, licence)
        return source_id

    def frame(self) -> pd.DataFrame:
        """Return all sources given out so far, one row each."""
        return pd.DataFrame(self._rows.values(), columns=[field.name for field in TABLE.fields])


@cache
def _given() -> dict[str, Text]:
    """Return the names of citations that no beginning names, by the id of their text."""
    rows = registers.read("source_names.csv", "source_id").fillna("")
    named = zip(rows["name_zh"], rows["name_en"], strict=True)
    return dict(zip(rows["source_id"], (Text(zh, en) for zh, en in named), strict=True))


def tidy(citation: str) -> str:
    """Return a citation as a reader can use it: founding documents by what they report."""
    founding = re.match(r"Seed (\d{3})\b", citation)
    if founding:
        return FOUNDING_DOCUMENTS[founding.group(1)]
    if citation.startswith("recalled"):
        return "Recalled from the statistical communique of the year; no document at hand, to be verified"
    return re.sub(r"\s*\|\s*n\.d\.$", "", citation).strip()


def build(_raw: Raw, sources: SourceRegister) -> pd.DataFrame:
    """One row per source named by any table; built last, when all have been named."""
    return sources.frame()
