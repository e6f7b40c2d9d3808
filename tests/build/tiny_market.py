"""Tiny source files on the carbon market, with every known difference of days and months."""

MONTHLY = "market/cea_monthly_2021_2026.csv"
DAILY = "market/cea_daily_2021_2026.csv"
YEARLY = "market/cea_yearly_2021_2026.csv"
PILOTS = "market/ets_pilot_monthly_2013_2024.csv"
BENCHMARKS = "market/ets_power_benchmarks_2019_2026.csv"
RULES = "market/ets_allocation_rules.csv"
EVENTS = "market/ets_events_2021_2026.csv"

SOURCE = (
    '"Shanghai Environment and Energy Exchange, monthly overview of the national carbon market, '
    'as parsed in github:someone/trade @ b0d7cf69cdae1247f9d77f1e0dada97d15a09165 cea.csv"'
)
# Month, listed and block volume, price of both, what the days add up to (None: no row of a day).
TRADE = (
    ("2021-12", 200_000, 800_000, 50, 40, 1_000_000),
    ("2022-01", 100_000, 0, 55, 0, None),
    ("2022-02", 100_000, 0, 55, 0, None),
    ("2022-03", 100_000, 0, 55, 0, None),
    ("2022-04", 100_000, 0, 55, 0, None),
    ("2022-05", 100_000, 100_000, 55, 45, 20_000),
    ("2023-04", 52_657, 1_000_000, 55, 52, 1_052_703),
    ("2025-03", 957_512, 2_218_941, 85, 81, 3_448_403),
)


def monthly() -> str:
    """Return the months with their parts, turnover and average."""
    lines = [
        "month,days,avg_price_cny_per_t,total_vol_t,listed_vol_t,block_vol_t,auction_vol_t,"
        "total_amt_cny,listed_amt_cny,cum_vol_t,source,standing\n"
    ]
    for month, listed, block, price, block_price, _ in TRADE:
        volume, turnover = listed + block, listed * price + block * block_price
        lines.append(
            f"{month},,{turnover / volume:.2f},{volume},{listed},{block},0,{turnover},"
            f"{listed * price},,{SOURCE},secondary\n"
        )
    return "".join(lines)


def daily() -> str:
    """Return two days of each month that has any."""
    lines = [
        f"{month}-{day},{volume // 2}\n"
        for month, *_, volume in TRADE
        if volume is not None
        for day in ("10", "11")
    ]
    # Halves of an odd sum leave one tonne.
    odd = [f"{month}-12,1\n" for month, *_, volume in TRADE if volume and volume % 2]
    return "".join(["date,total_volume_t\n", *lines, *odd])


def yearly() -> str:
    """Return the sums of the months by year."""
    sums: dict[str, list[float]] = {}
    for month, listed, block, price, block_price, _ in TRADE:
        one = sums.setdefault(month[:4], [0, 0, 0])
        one[0] += listed + block
        one[1] += listed * price + block * block_price
        one[2] += 1
    lines = [
        f"{year},{volume},{turnover},{months},{turnover / volume:.2f}\n"
        for year, (volume, turnover, months) in sums.items()
    ]
    return "year,total_vol_t,total_amt_cny,months,avg_price_cny_per_t\n" + "".join(lines)


UNUSABLE = "amount incomplete or includes block trades: average not usable"
NOTICE = "https://www.mee.gov.cn/a/1.pdf,github:someone/rules benchmarks.csv,secondary"
DRAFT = (
    "https://www.mee.gov.cn/a/2.pdf,github:someone/rules benchmarks.csv,"
    '"secondary (draft, may have changed in the final text)"'
)
LARGE = "coal conventional above 300 MW class"
SUPPLIED, GENERATED = "per MWh supplied (net)", "per MWh generated (gross)"
HEAT = "per GJ heat supplied"
TEXTS = {
    MONTHLY: monthly(),
    DAILY: daily(),
    YEARLY: yearly(),
    PILOTS: (
        "market,province_code,month,trading_days,volume_t,amount_cny,avg_price_cny_per_t,note,"
        "source,standing\n"
        "Jilin,220000,2020-01,5,1000,40000,40,,daily tables in github:someone/pilots,secondary\n"
        f"Jilin,220000,2020-02,5,1000,4000,,{UNUSABLE},daily tables in github:someone/pilots,"
        "secondary\n"
    ),
    BENCHMARKS: (
        "vintage,unit_class,what,value,unit,basis,status,document,source_url,source_repo,standing\n"
        f"2019-2020,{LARGE},electricity benchmark,0.877,tCO2/MWh,{SUPPLIED},final,"
        f"国环规气候〔2020〕3号,{NOTICE}\n"
        f"2023,{LARGE},electricity benchmark,0.795,tCO2/MWh,{GENERATED},final,"
        f"国环规气候〔2024〕1号,{NOTICE}\n"
        f"2023,{LARGE},electricity balance value,0.7982,tCO2/MWh,{GENERATED},final,"
        f"国环规气候〔2024〕1号,{NOTICE}\n"
        f"2023,{LARGE},heat benchmark,0.1038,tCO2/GJ,{HEAT},final,国环规气候〔2024〕1号,{NOTICE}\n"
        f"2025,gas,electricity benchmark,0.3288,tCO2/MWh,{GENERATED},draft,draft plan,{DRAFT}\n"
    ),
    RULES: (
        "vintage,sector,what,value,unit,note,document,source,standing\n"
        "2024,steel,allowance,A = E,formula,,国环规气候〔2025〕2号,press,secondary\n"
        "2025,steel; aluminium smelting,allowance,same form,formula,"
        "the code seen only implements cement: verify before showing it for steel and aluminium,"
        "国环规气候〔2025〕2号,policy/ets.csv E023; press,secondary\n"
        "2030,all,share of national CO2 to be covered,about 80,%,,SCIO,press,secondary\n"
    ),
    EVENTS: (
        "date,kind,event,source_url,source_repo,standing\n"
        "2021-07-16,launch,Market opens,https://www.mee.gov.cn/b/1,github:a/b,secondary\n"
        "2026-08-24,allocation,Approved,https://www.ccement.com/c/2,github:a/b,"
        "secondary (unconfirmed)\n"
    ),
}
