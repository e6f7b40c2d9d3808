"""Product footprint."""
