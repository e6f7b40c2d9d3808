"""The one place for targets, thresholds and the constants of rules, each with its reason."""

# Targets of the industrial peaking plan (MIIT Lianjie [2022] 88) and the green development plan,
# against 2020. A test holds both to the rows of the tables `targets` and `official_statistics`.
ENERGY_TARGET = 0.135
CO2_TARGET = 0.18
BASE_YEAR = 2020
TARGET_YEAR = 2025
PLAN_YEARS = TARGET_YEAR - BASE_YEAR
PEAK_BEFORE = 2030

# Warning tiers after the energy-saving barometer. One is the rule's own bound; 0.8 is our choice.
ON_SCHEDULE = 1.0
BEHIND = 0.8

# Shandong's split by sector is not shown (fault `shandong_sector_split`).
NOT_SPLIT_REGION = "370000"
NATION = "000000"
