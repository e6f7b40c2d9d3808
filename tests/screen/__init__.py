"""Tests of what only the screen does."""
