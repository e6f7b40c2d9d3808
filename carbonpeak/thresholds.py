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

NATION = "000000"

# A province's intensity is doubtful, marked as such and kept out of titles, where its deflated
# industrial growth lies further than this from its real GDP growth since the base year: prices of
# coal and metals move the nominal value, and one national deflator cannot see it. Our choice.
PRICE_GAP = 0.10
# ... or where one division moves the province's industrial energy by more than this in one year, as
# a change of accounting would (Shandong's oil processing doubled in 2022). Our choice.
JUMP_SHARE = 0.10
