"""The commands that say where a place or sector stands, whether it has peaked, what moved it."""

import argparse
import sys
from collections.abc import Sequence

import pandas as pd

from carbonpeak.cli.arguments import Arguments, add_output, add_place
from carbonpeak.cli.output import format_of_rows, write
from carbonpeak.cli.progress import ISSUERS, KNOWN_BASES, progress_rows
from carbonpeak.cli.terminal import language
from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import codes, sectors
from carbonpeak.domain.view import BASES
from carbonpeak.thresholds import NATION
from carbonpeak.topics.drivers import analysis as drivers
from carbonpeak.topics.drivers.analysis import FORMS, PARTS
from carbonpeak.topics.drivers.question import CHAIN, Question, usual_first, usual_years
from carbonpeak.topics.drivers.question import check as check_question
from carbonpeak.topics.peak import analysis as peaks
from carbonpeak.words import LANGS, say


def add_progress(parser: Arguments) -> None:
    """Take a place or division, the year, and what is judged by which target."""
    add_place(parser)
    parser.takes("--year", type=int)
    parser.takes("--basis", choices=KNOWN_BASES)
    parser.takes("--target", choices=ISSUERS, default=ISSUERS[0])
    add_output(parser)


def add_peak(parser: Arguments) -> None:
    """Take a place, a division, the basis and the last year."""
    add_place(parser)
    bases = tuple(BASES["co2"])
    parser.takes("--basis", choices=bases, default=bases[0])
    parser.takes("--until", type=int, metavar="YEAR")
    parser.takes("--by-last-year", action="store_true")
    add_output(parser)


def add_decompose(parser: Arguments) -> None:
    """Take a place, a division, what is decomposed between which years, and how it is summed."""
    add_place(parser)
    parser.takes("--measure", choices=tuple(CHAIN), default=next(iter(CHAIN)))
    parser.takes("--basis", metavar="|".join(KNOWN_BASES))
    parser.takes("--from", dest="first", type=int, metavar="YEAR")
    parser.takes("--to", dest="last", type=int, metavar="YEAR")
    parser.takes("--form", choices=FORMS, default=FORMS[0])
    shown = parser.add_mutually_exclusive_group()
    shown.add_argument(
        "--by", choices=PARTS, default=PARTS[0], help=say("cli.help.by", parser.lang)
    )
    shown.add_argument("--yearly", action="store_true", help=say("cli.help.yearly", parser.lang))
    add_output(parser)


def progress(given: argparse.Namespace) -> int:
    """Print where the nation, a province or a division stands against its targets."""
    kind = format_of_rows(given.format, given.output)
    data = Dataset.open()
    year = given.year or data.last_year
    rows = progress_rows(data, given.region, given.sector, year, given.basis, given.target)
    write(rows, kind, given.output, language(given.lang))
    return 0


def peak(given: argparse.Namespace) -> int:
    """Print the states of all industry by region, or of what was named, with the rule's numbers."""
    kind = format_of_rows(given.format, given.output)
    data = Dataset.open()
    region = codes.region(data, given.region) if given.region is not None else None
    sector = _judged_sector(data, given.sector) if given.sector is not None else None
    if given.by_last_year:
        place = region or NATION, sector or peaks.ALL
        rows = peaks.by_last_year(data, given.basis, *place).reset_index()
    else:
        rows = _asked_states(
            peaks.states(data, given.basis, given.until or data.last_year), region, sector
        )
    write(rows.assign(gaps=rows["gaps"].map(_joined)), kind, given.output, language(given.lang))
    return 0


def decompose(given: argparse.Namespace) -> int:
    """Print what each driver added to a change, as a whole, by part or year by year."""
    kind = format_of_rows(given.format, given.output)
    data = Dataset.open()
    region = _province(data, given.region) if given.region is not None else ""
    last = usual_years(data, region)[1] if given.last is None else given.last
    question = Question(
        given.measure,
        given.basis or "",
        usual_first(data, last) if given.first is None else given.first,
        last,
        region,
        codes.sector(data, given.sector) if given.sector is not None else "",
    )
    _say_left_out(data, question, given)
    question = drivers.answerable(data, question)
    if given.yearly:
        rows = drivers.yearly(data, question, given.form)
    else:
        rows = drivers.table(data, question, given.by, given.form)
    write(rows, kind, given.output, language(given.lang))
    return 0


def _say_left_out(data: Dataset, question: Question, given: argparse.Namespace) -> None:
    """Say beside the rows whose cement process CO2 they are without."""
    check_question(data, question)
    every_year = given.yearly or bool(question.region_code)
    for code, years in drivers.left_out(data, question, every_year).items():
        values = {"region": code, "years": _joined(years)}
        print(say("cli.left_out", language(given.lang), **values), file=sys.stderr)


def _province(data: Dataset, asked: str) -> str:
    """Return the code of a province, nothing for the nation: it is all of them."""
    return codes.region(data, asked).replace(NATION, "")


def _judged_sector(data: Dataset, asked: str) -> str:
    """Return the code of a division, or of a sum of divisions that is judged as well."""
    if asked in peaks.sectors(data):
        return asked
    names = [sectors.plan_industries(data, lang).items() for lang in LANGS]
    sums = {name.casefold(): code for pairs in names for code, name in pairs}
    return sums.get(asked.strip().casefold()) or codes.sector(data, asked)


def _asked_states(states: pd.DataFrame, region: str | None, sector: str | None) -> pd.DataFrame:
    """Return the states of a region by sector, a sector by region, both, or all industry."""
    rows = states.reset_index()
    if region is not None:
        rows = rows[rows["region_code"] == region]
    if region is None or sector is not None:
        rows = rows[rows["sector_code"] == (sector or peaks.ALL)]
    return rows


def _joined(years: Sequence[int]) -> str:
    return " ".join(str(year) for year in years)
