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
# value_added: industry of all provinces with energy, 2022 over 2015, at prices of 2020.
VALUE_ADDED_GROWTH = 353_135.08 / 240_650.22
# energy: industry in 2015 and 2022, and what activity, structure and intensity changed of it.
ENERGY_MTCE, ENERGY_EFFECTS_MTCE = [2235.99, 2638.82], [918.58, 72.03, -587.78]
# co2: the same for CO2, then mix of fuels, their factors and cement, % of 2015.
CO2_EFFECTS_PCT = [38.47, 5.50, -17.00, -5.60, -0.59, -0.69]
# energy, value_added_division: energy per value added of iron and steel, 2022 against 2020.
STEEL_CHANGE = -0.0242
