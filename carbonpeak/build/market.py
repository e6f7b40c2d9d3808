"""The tables of the national carbon market, each with what builds it."""

from collections.abc import Callable

import pandas as pd

from carbonpeak.build import (
    market_benchmarks,
    market_quotes,
    market_registers,
    market_trade,
    market_units,
)
from carbonpeak.build.raw import Raw
from carbonpeak.build.sources import SourceRegister
from carbonpeak.data.catalogue import Table

BUILDERS: tuple[tuple[Table, Callable[[Raw, SourceRegister], pd.DataFrame]], ...] = (
    (market_trade.MONTHS, market_trade.build_months),
    (market_trade.PILOTS, market_trade.build_pilots),
    (market_quotes.TABLE, market_quotes.build),
    (market_units.TABLE, market_units.build),
    (market_benchmarks.TABLE, market_benchmarks.build),
    (market_registers.RULES, market_registers.build_rules),
    (market_registers.EVENTS, market_registers.build_events),
    (market_registers.COVERAGE, market_registers.build_coverage),
    (market_registers.BREAKS, market_registers.build_breaks),
)
