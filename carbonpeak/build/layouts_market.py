"""What the source files on the national carbon market must be like."""

from carbonpeak.data.reading.layout import Bounds, Layout

AMOUNT = Bounds(low=0)
KNOWN_LATER = Bounds(low=0, may_be_empty=True)
# A tonne has cost between 1 and 150 yuan everywhere since 2013; a hundredfold is a slip.
PRICE = Bounds(low=0.5, high=1000)
STANDINGS = frozenset(
    {
        "secondary",
        "secondary (draft, may have changed in the final text)",
        "secondary (unconfirmed)",
        "code-transcription",
    }
)

LAYOUTS: dict[str, Layout] = {
    "market/cea_monthly_2021_2026.csv": Layout(
        (
            "month",
            "days",
            "avg_price_cny_per_t",
            "total_vol_t",
            "listed_vol_t",
            "block_vol_t",
            "auction_vol_t",
            "total_amt_cny",
            "listed_amt_cny",
            "cum_vol_t",
            "source",
            "standing",
        ),
        ("month",),
        filled=("source",),
        numbers={
            "days": Bounds(1, 23, may_be_empty=True),
            "avg_price_cny_per_t": PRICE,
            "total_vol_t": AMOUNT,
            "listed_vol_t": AMOUNT,
            "block_vol_t": AMOUNT,
            "auction_vol_t": AMOUNT,
            "total_amt_cny": AMOUNT,
            "listed_amt_cny": AMOUNT,
            "cum_vol_t": KNOWN_LATER,
        },
        allowed={"standing": STANDINGS},
    ),
    "market/cea_daily_2021_2026.csv": Layout(
        ("date", "total_volume_t"), ("date",), numbers={"total_volume_t": AMOUNT}
    ),
    "market/cea_yearly_2021_2026.csv": Layout(
        ("year", "total_vol_t", "total_amt_cny", "months", "avg_price_cny_per_t"),
        ("year",),
        years=("year",),
        numbers={
            "total_vol_t": AMOUNT,
            "total_amt_cny": AMOUNT,
            "months": Bounds(1, 12),
            "avg_price_cny_per_t": PRICE,
        },
    ),
    "market/ets_pilot_monthly_2013_2024.csv": Layout(
        (
            "market",
            "province_code",
            "month",
            "trading_days",
            "volume_t",
            "amount_cny",
            "avg_price_cny_per_t",
            "note",
            "source",
            "standing",
        ),
        ("province_code", "month"),
        filled=("market", "source"),
        numbers={
            "trading_days": Bounds(1, 31),
            "volume_t": AMOUNT,
            "amount_cny": AMOUNT,
            "avg_price_cny_per_t": Bounds(0.5, 1000, may_be_empty=True),
        },
        allowed={"standing": STANDINGS},
    ),
    "market/ets_power_benchmarks_2019_2026.csv": Layout(
        (
            "vintage",
            "unit_class",
            "what",
            "value",
            "unit",
            "basis",
            "status",
            "document",
            "source_url",
            "source_repo",
            "standing",
        ),
        ("vintage", "unit_class", "what"),
        filled=("document", "source_url"),
        # Coal emits about a tonne a MWh, 0.1 t a GJ of heat.
        numbers={"value": Bounds(0.01, 2)},
        allowed={
            "unit": frozenset({"tCO2/MWh", "tCO2/GJ"}),
            "status": frozenset({"final", "draft"}),
            "standing": STANDINGS,
        },
    ),
    "market/ets_allocation_rules.csv": Layout(
        ("vintage", "sector", "what", "value", "unit", "note", "document", "source", "standing"),
        ("vintage", "sector", "what"),
        filled=("value", "document", "source"),
        allowed={"standing": STANDINGS},
    ),
    "market/ets_events_2021_2026.csv": Layout(
        ("date", "kind", "event", "source_url", "source_repo", "standing"),
        ("date", "event"),
        filled=("kind", "source_url"),
        allowed={"standing": STANDINGS},
    ),
}
