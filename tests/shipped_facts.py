"""What the shipped tables say, where a test holds it as a number: each once, with its table.

These were read from the sources when the tables were built. Other tests reckon what they expect
from the tables; new tables change numbers here and nowhere else.
"""

# official_statistics: energy per value added of larger industry, yearly changes, % chained.
ENERGY_INDEX = {2020: 100.0, 2021: 94.4, 2022: 93.2}
# official_statistics: the last month of energy use that was found, change in %.
LAST_MONTH = ("2026-08", -7.2)
# energy, energy_transformation, co2, value_added_growth: intensity of 2022 against 2020.
INTENSITY_CHANGE = {
    ("energy", "final"): -0.0591,
    ("energy", "with_transformation"): -0.0317,
    ("co2", "total"): -0.0746,
    ("co2", "energy_related"): -0.0604,
}
# The same, of CO2 without cement of Jilin and Jiangxi, of energy without Shandong's refineries.
CHANGE_WITHOUT_FAULTY_CEMENT, CHANGE_WITHOUT_LARGEST_JUMP = -0.0720, -0.0750
# co2: chemical fibres, t in 2020 and 2022, change with and without Jiangsu.
FIBRES_IN_JIANGSU_T, FIBRES_CHANGE, FIBRES_CHANGE_WITHOUT = (305_828, 2_139_425), 0.549, -0.393
# co2: 2022 against 2020 of the provinces that compare, of all divisions and of cement and glass.
CO2_CHANGE, CEMENT_CHANGE = 0.0574, -0.1012
