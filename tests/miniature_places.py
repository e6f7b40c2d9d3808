"""The places, divisions and fuels of the miniature dataset, and how each moves over the years."""

from dataclasses import dataclass

FIRST_CO2, FIRST_ENERGY, FIRST_ADDED, BASE = 1997, 2011, 2013, 2020


@dataclass(frozen=True)
class Place:
    """A province in round numbers.

    Attributes:
        zh: Chinese name.
        en: English name.
        iso: ISO 3166-2 code.
        area: east, central, west or northeast.
        tile: row and column of the tile grid.
        size: industrial energy at level 100, in million tce.
        knots: (year, level) between which its energy moves in straight lines.
        added: real growth of industrial value added in 2021 and in 2022, %.
        gdp: real growth of its GDP in 2021 and in 2022, %.
        jump: how much fuel processing adds to its energy in 2022, as a share of that of 2021.
        breaks: years in which its energy was revised.
    """

    zh: str
    en: str
    iso: str
    area: str
    tile: tuple[int, int]
    size: float
    knots: tuple[tuple[int, float], ...]
    added: tuple[float, float] = (5, 4)
    gdp: tuple[float, float] = (5, 4)
    jump: float = 0.0
    breaks: tuple[int, ...] = ()


# Each is here for one thing to be seen, said in the comment above it.
PLACES = {
    # A revised series; behind its path; it declines, not yet peaked.
    "130000": Place(
        "河北", "Hebei", "HE", "east", (4, 6), 200,
        ((1997, 40), (2013, 100), (2017, 96), (2018, 120), (2020, 118), (2022, 116)),
        (2, 2), (4, 3), breaks=(2018,),
    ),
    # Value added just more than 10 points above GDP: doubtful. Rising.
    "140000": Place(
        "山西", "Shanxi", "SX", "central", (4, 5), 120,
        ((1997, 30), (2020, 100), (2022, 106)), (14, 14.0351), (10, 9),
    ),
    # Value added just less than 10 points above GDP: not doubtful. Rising.
    "150000": Place(
        "内蒙古", "Inner Mongolia", "NM", "west", (2, 6), 140,
        ((1997, 20), (2020, 100), (2022, 116)), (14, 14.0351), (10, 9.2),
    ),
    # Peaked, but its value added fell too.
    "210000": Place(
        "辽宁", "Liaoning", "LN", "northeast", (3, 8), 150,
        ((1997, 50), (2014, 100), (2020, 76), (2022, 72)), (-3, -1), (-2, 1),
    ),
    # Peaked long ago.
    "310000": Place(
        "上海", "Shanghai", "SH", "east", (5, 8), 50,
        ((1997, 60), (2011, 100), (2020, 82), (2022, 78)), (3, 2), (4, 2),
    ),
    # A plateau; has targets of its own for energy and CO2.
    "320000": Place(
        "江苏", "Jiangsu", "JS", "east", (5, 7), 220,
        ((1997, 30), (2019, 100), (2022, 100)), (6, 4), (6, 3),
    ),
    # One division moves it by just less than 10 %; has a target of its own for energy alone.
    "330000": Place(
        "浙江", "Zhejiang", "ZJ", "east", (6, 7), 130,
        ((1997, 25), (2020, 100), (2022, 103)), (7, 5), (7, 3), jump=0.099,
    ),
    # Declining, not yet peaked.
    "350000": Place(
        "福建", "Fujian", "FJ", "east", (7, 7), 70,
        ((1997, 20), (2017, 100), (2018, 91), (2020, 95), (2022, 96)), (4, 2), (6, 4),
    ),
    # Its cement of 2022 is withheld.
    "360000": Place(
        "江西", "Jiangxi", "JX", "central", (6, 6), 60,
        ((1997, 20), (2020, 100), (2022, 101)), (5, 3), (8, 4),
    ),
    # Its split by sector is not usable; one division moves it by just more than 10 %: doubtful.
    "370000": Place(
        "山东", "Shandong", "SD", "east", (4, 7), 250,
        ((1997, 30), (2013, 100), (2020, 99), (2022, 98)), (6, 5), (8, 4), jump=0.101,
    ),
    # Rising, and its energy faster than its value added.
    "420000": Place(
        "湖北", "Hubei", "HB", "central", (6, 5), 110,
        ((1997, 30), (2012, 90), (2013, 70), (2020, 90), (2022, 100)),
        (5, 3), (12, 4), breaks=(2013,),
    ),
    # A year with nothing but cement.
    "460000": Place(
        "海南", "Hainan", "HI", "east", (9, 5), 10,
        ((1997, 30), (2020, 100), (2022, 103)), (6, 3), (11, 0.5),
    ),
}  # fmt: skip
# No inventory covers it.
UNCOVERED = Place("西藏", "Tibet", "XZ", "west", (5, 1), 1, ((1997, 100), (2022, 100)))
UNSPLIT, WITHHELD, CEMENT_ALONE = "370000", ("360000", 2022), ("460000", 2002)

# Share of a province's energy at level 100 (they add up to 1), and how it moves a year.
SHARES = {
    "06": (0.03, 0.0),
    "22": (0.02, 0.0),
    "24": (0.02, 0.005),
    "25": (0.10, 0.0),
    "26": (0.20, 0.01),
    "28": (0.01, 0.0),
    "30": (0.15, -0.01),
    "31": (0.30, -0.005),
    "32": (0.06, 0.01),
    "36-37": (0.02, 0.02),
    "39": (0.01, 0.03),
    "44": (0.075, 0.0),
    "46": (0.005, 0.0),
}
# Not industry.
OUTSIDE = {"AGR": 0.02}
CEMENT, POWER, JUMPING = "30", "44", "25"

# All divisions, so that every one can be chosen; those without a share have no figures.
DIVISIONS = (
    *("06", "07", "08", "09", "10", "11-12", "13", "14", "15", "16", "17", "18", "19", "20"),
    *("21", "22", "23", "24", "25", "26", "27", "28", "29", "30", "31", "32", "33", "34"),
    *("35", "36-37", "38", "39", "40", "41+43", "42", "44", "45", "46"),
)
INDUSTRY_OF = {
    **dict.fromkeys(("13", "14", "15", "16", "17", "22", "24", "28"), "consumer_goods"),
    **dict.fromkeys(("25", "26"), "petrochemicals"),
    **dict.fromkeys(("33", "34", "35", "36-37"), "equipment"),
    **{"30": "building_materials", "31": "steel", "32": "nonferrous_metals", "39": "electronics"},
}
INTENSIVE = ("25", "26", "30", "31", "32", "44")
MARKET_OF = {"30": "cement", "31": "steel", "32": "aluminium smelting", "44": "power"}

# Group, unit, tce per unit, t CO2 per tce where it is burnt.
FUELS = {
    "raw_coal": ("coal", "10^4 t", 7000, 2.6),
    "coke": ("coal", "10^4 t", 10000, 2.9),
    "diesel_oil": ("oil", "10^4 t", 14000, 2.1),
    "natural_gas": ("gas", "10^8 m3", 130000, 1.6),
    "electricity": ("electricity", "10^8 kWh", 12000, 0.0),
    "heat": ("heat", "10^10 kJ", 340, 0.0),
    "other_energy": ("other", "10^4 tce", 10000, 0.0),
}
HEAVY = {
    "raw_coal": 0.50,
    "coke": 0.20,
    "diesel_oil": 0.05,
    "natural_gas": 0.05,
    "electricity": 0.15,
    "heat": 0.05,
}
LIGHT = {
    "raw_coal": 0.20,
    "diesel_oil": 0.10,
    "natural_gas": 0.15,
    "electricity": 0.45,
    "heat": 0.05,
    "other_energy": 0.05,
}
# From this year on coal gives way to electricity, by this share of all energy a year.
SHIFT_FROM, SHIFT = 2015, 0.005


def level(place: Place, year: int) -> float:
    """Return the level of a province's energy: straight between knots and on after the last."""
    ends = list(zip(place.knots, place.knots[1:], strict=False))
    (first, low), (last, high) = next((one for one in ends if year <= one[1][0]), ends[-1])
    return low + (high - low) * (year - first) / (last - first)


def mix(division: str, year: int) -> dict[str, float]:
    """Return the share of each fuel in a division's energy."""
    shares = HEAVY if division in INTENSIVE else LIGHT
    moved = SHIFT * max(0, year - SHIFT_FROM)
    return shares | {
        "raw_coal": shares["raw_coal"] - moved,
        "electricity": shares["electricity"] + moved,
    }
