"""The indicators: pure functions over numbers and frames, units and sources in their docstrings."""
