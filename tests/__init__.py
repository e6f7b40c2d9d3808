"""Tests: the day is fixed for all of them, so that ages in months are the same on every day."""

import os

os.environ["CARBONPEAK_TODAY"] = "2026-11-28"
