"""The page Product footprint."""
