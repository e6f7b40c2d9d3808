"""One folder for each page: what it finds, its figures, its choices and its words.

To add one, write its folder and name its page here: navigation, words, figures, links, files and
tests follow from this register.
"""

from carbonpeak import words
from carbonpeak.figures.page_spec import PageSpec
from carbonpeak.topics.compare.page import PAGE as COMPARE
from carbonpeak.topics.drivers.page import PAGE as DRIVERS
from carbonpeak.topics.footprint.page import PAGE as FOOTPRINT
from carbonpeak.topics.green.page import PAGE as GREEN
from carbonpeak.topics.latest.page import PAGE as LATEST
from carbonpeak.topics.market.page import PAGE as MARKET
from carbonpeak.topics.methods.page import PAGE as METHODS
from carbonpeak.topics.outlook.page import PAGE as OUTLOOK
from carbonpeak.topics.overview.page import PAGE as OVERVIEW
from carbonpeak.topics.own.page import PAGE as OWN_DATA
from carbonpeak.topics.peak.page import PAGE as PEAK
from carbonpeak.topics.regions.page import PAGE as REGIONS
from carbonpeak.topics.reporting.page import PAGE as REPORTING_UNITS
from carbonpeak.topics.reports.page import PAGE as REPORTS
from carbonpeak.topics.sectors.page import PAGE as SECTORS
from carbonpeak.topics.versions.page import PAGE as VERSIONS

# In the order of the navigation.
TOPICS: tuple[PageSpec, ...] = (
    OVERVIEW,
    SECTORS,
    REGIONS,
    DRIVERS,
    PEAK,
    OUTLOOK,
    COMPARE,
    MARKET,
    FOOTPRINT,
    GREEN,
    REPORTING_UNITS,
    LATEST,
    REPORTS,
    OWN_DATA,
    METHODS,
    VERSIONS,
)

for _page in TOPICS:
    words.add(_page.words)
