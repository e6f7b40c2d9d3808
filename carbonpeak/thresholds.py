"""The one place for targets, thresholds and the constants of rules, each with its reason."""

# Targets of the industrial peaking plan (MIIT Lianjie [2022] 88) and the green development plan,
# against 2020. A test holds both to the rows of the tables `targets` and `official_statistics`.
ENERGY_TARGET = 0.135
CO2_TARGET = 0.18
# Falls that a region may be given for five years, in percent; those found lie between 13 and 21.
# What lies outside is a slip of sign, decimal point or unit.
TARGET_FALLS_PCT = (5.0, 40.0)
BASE_YEAR = 2020
TARGET_YEAR = 2025
PLAN_YEARS = TARGET_YEAR - BASE_YEAR
PEAK_BEFORE = 2030

# Warning tiers by the rule of the energy-saving barometer (NDRC [2021] 629): its bounds are 0 and 1
# of the fall due. What differs from them by less than this is noise and lies on them.
RATIO_TOLERANCE = 1e-9

NATION = "000000"

# A province's intensity is doubtful, marked as such and kept out of titles, where its deflated
# industrial growth lies further than this from its real GDP growth since the base year: prices of
# coal and metals move the nominal value, and one national deflator cannot see it. Our choice.
PRICE_GAP = 0.10
# ... or where one division moves the province's industrial energy by more than this in one year, as
# a change of accounting would (Shandong's oil processing doubled in 2022). Our choice.
JUMP_SHARE = 0.10
# A division's change hangs on one province, and is doubtful as above, where without the province
# that moved it most it would turn or keep less than this part of its size ...
LEFT_WITHOUT_ONE = 0.5
# ... and that province's own amount at least doubled or halved (or came or went wholly), as
# a change of accounting would (chemical fibres of Jiangsu in 2022). Our choice.
OWN_FACTOR = 2.0

# Peak states (Shan et al. 2022, doi of the rule in docs/decisions/08): years that must have passed
# since the highest one, significance of the one-sided Mann-Kendall test, how near to its maximum a
# plateau stays and how many later years it needs, years of data below which nothing is judged,
# points from which the normal approximation of the test replaces the exact distribution.
PEAK_WINDOW = 5
PEAK_SIGNIFICANCE = 0.05
PLATEAU_BAND = 0.05
PLATEAU_YEARS = 2
PEAK_MIN_YEARS = 10
NORMAL_FROM = 10
# Values are compared as shares of the maximum to so many decimals: adding up in another order moves
# a sum in its 15th digit, which is neither a new maximum nor a fall. Our choice.
PEAK_DECIMALS = 9
# A sector of a province that never emitted more than this, t CO2 a year, is counted apart where
# sectors are counted by provinces: a workshop that closed is no peak of an industry. Our choice.
PEAK_SMALL_T = 1e5

# What replaces a zero in a decomposition, as a share of the total: the small-value limit (Ang).
SMALL_VALUE = 1e-20

# The outlook: its last year; the 15th five-year plan's fall of CO2 per GDP 2025-2030 (a test holds
# it to the table `official_statistics`); size and seed of the simulation; the fan's levels.
HORIZON = 2030
PLAN15_CO2_TARGET = 0.17
PATHS = 10_000
SEED = 2030
FAN = (0.05, 0.25, 0.5, 0.75, 0.95)
# How many yearly changes make a trend; fewer than that in all and nothing is projected. A rate of a
# scenario may at most double a figure in a year.
TREND_YEARS = 5
MIN_CHANGES = 5
RATE_BOUND = 1.0
# A path that is highest before 2030 has clearly come down where 2030 lies at least this far below
# its maximum; one weak year is not that. Our choice.
CLEAR_FALL = 0.01

# A figure of a source more than this many times the year before, or less than its part, looks like
# a decimal point out of place: no province's value added or product has ever doubled within a year,
# no division tripled between two input-output tables, and a slip is ten. Our choice. What is
# greater and real is listed by its figures in carbonpeak/build/known_jumps.csv.
SLIP = 3.0
# Single cells of the energy inventory move more; there it is five times, and only where a cell is
# of a size that a province's total feels, about 5 Mtce. Our choice.
CELL_SLIP = 5.0
CELL_FLOOR_1E4TCE = 500.0

# Allocation of the national carbon market. Power, vintages 2023 and 2024 (Guohuangui Qihou [2024]
# 1): a coal unit whose load factor F is below 65 % gets 1.015^(16 - 20 F) times its benchmark ...
LOAD_FLOOR = 0.65
LOAD_BASE, LOAD_OFFSET, LOAD_SLOPE = 1.015, 16.0, 20.0
# ... in the draft for 2025 and 2026 (27 July 2026) below 50 %, F in percent:
# 7.254 - 0.633 (1 - e^(-F/29.822)) - 5.643 (1 - e^(-F/6.871)). A test holds both bounds to rows.
DRAFT_LOAD_FLOOR = 0.50
DRAFT_LOAD = (7.254, (0.633, 29.822), (5.643, 6.871))
# No more than this part of its verified emissions is asked of an entity beyond what it holds.
POWER_DEFICIT_CAP = 0.20
# Clinker, steel and aluminium, vintage 2025 (Guohuangui Qihou [2025] 2): of the distance of the
# intensity from the balance value this part is surplus or deficit, at most the cap either way.
RATE_SLOPE = 0.15
RATE_CAP = 0.03
# Warming potentials of the fifth assessment report (AR5), t CO2e a tonne; a test holds them to the
# table `factors`.
GWP_CF4 = 6630.0
GWP_C2F6 = 11100.0
# A coal unit of this rated power or more belongs to the class above 300 MW, a smaller one to that
# of 300 MW and less: the rule of the allocation plans as known, to be compared with their text.
LARGE_UNIT_MW = 400.0
HOURS_A_YEAR = 8760
# Below this a province has too few units for its share to be named in a title. Our choice.
SMALL_FLEET_MW = 5000.0
# Short rates for which the exposure of the covered divisions is reckoned: half of a percent, one,
# and the cap of the three industries. Our choice.
SHORT_RATES_PCT = (0.5, 1.0, 3.0)

# Data quality of a product footprint: a factor's data older or younger than the study's period by
# less than so many years rate 1, 2, 3, 4, and 5 beyond (the bounds of the pedigree matrix, Weidema
# and Wesnaes 1996).
RATING_YEARS = (3, 6, 10, 15)
# The most rows of a study, and letters of one of its texts. Our choice.
MOST_STUDY_ROWS = 10_000
MOST_STUDY_LETTERS = 2_000
# Rows that a reader brings. A number is looked at again where it is so many times that of the year
# beside it, or as small a part, and at least this share of the greatest in its column; or where its
# change lies so many robust deviations (1.4826 MAD of logarithms, at least the given scale) from
# those of its series, of which so many must be known. The nation may differ from the sum of its
# regions by this share. Below zero is a fault in a column where so few numbers are that they are
# oddities of a source (one of 141,686 in energy). Statistics of the People's Republic begin in
# 1949. Our choice.
GIVEN_BELOW_ZERO_SHARE = 0.001
GIVEN_JUMP_FACTOR = 3.0
GIVEN_JUMP_FLOOR_SHARE = 0.001
GIVEN_OUTLIER_SCORE = 6.0
GIVEN_OUTLIER_SCALE = 0.02
GIVEN_OUTLIER_YEARS = 5
GIVEN_TOTAL_TOLERANCE = 0.01
FIRST_YEAR_OF_STATISTICS = 1949
# Daily volumes of a carbon market and the published month differ by less where no day lacks: of 57
# months of the national market 55 agree to 0.005 %, two are apart by 8.6 and 49 %. Our choice.
QUOTED_MONTH_TOLERANCE = 0.01

# A cell of facility rows is withheld where fewer enterprises than this stand behind it, or where
# one of them makes more than this part of it: a bound on what readers learn of one. Our choice.
LEAST_ENTERPRISES = 3
MOST_OF_ONE_ENTERPRISE = 0.85

# Reports of units: due by this month and day of the year after (measures on trading carbon
# emission rights, trial: the annual report goes to the province by 31 March); an appeal within so
# many working days of being told, its answer within so many (guide to the verification of
# enterprises' greenhouse gas reports, trial, 2021).
REPORT_DUE = (3, 31)
APPEAL_WORKING_DAYS = 7
ANSWER_WORKING_DAYS = 10
# A report is asked about where its total changed by more than this part of the year before, or
# where the unit's own product records come to more than this part above it: footprints of products
# hold some emissions of suppliers, so a little more is no contradiction. Our choice.
REPORT_JUMP = 0.3
PRODUCTS_ABOVE_REPORT = 0.1
# More activities than these are no report of one unit. Our choice.
MOST_REPORT_LINES = 500

# Where this part of those that must report have done so, it is most of them. Our choice.
MOSTLY_REPORTED = 0.8
