"""What a server counts of itself, for those who run it: runs, their time, open pages, the version.

The counts stand at a port of this machine alone, in the text format of Prometheus, and only where
that port was named at the start. No person, address or choice is in them.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, Info, start_http_server

# For this machine: whoever gathers the counts from elsewhere needs a way of their own.
ADDRESS = "127.0.0.1"
REGISTRY = CollectorRegistry()
# In seconds; a part of a page is to take 0.1.
BOUNDS_S = (0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
_SECONDS = Histogram(
    "carbonpeak_run_seconds", "Time of a run", ["page"], registry=REGISTRY, buckets=BOUNDS_S
)
_FAULTS = Counter("carbonpeak_run_faults", "Runs that broke off", ["page"], registry=REGISTRY)
_OPEN = Gauge("carbonpeak_open_pages", "Pages open now", registry=REGISTRY)
_DATA = Info("carbonpeak_data", "The published tables", registry=REGISTRY)


@contextmanager
def run(page: str) -> Iterator[None]:
    """Count a run of a page and its time; one that breaks off is a fault besides.

    Streamlit ends a run, as at a click during it, by what is no ``Exception``.
    """
    start = time.perf_counter()
    try:
        with _FAULTS.labels(page).count_exceptions(Exception):
            yield
    finally:
        _SECONDS.labels(page).observe(time.perf_counter() - start)


@contextmanager
def open_page() -> Iterator[None]:
    """Count a page as open."""
    with _OPEN.track_inprogress():
        yield


def version(published: str) -> None:
    """Say which version of the tables is shown."""
    _DATA.info({"version": published})


def serve(port: int) -> None:
    """Answer with the counts at a port of this machine; OSError where somebody listens there."""
    start_http_server(port, addr=ADDRESS, registry=REGISTRY)
