"""Tests of the page Product footprint."""
