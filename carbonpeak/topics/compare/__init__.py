"""Compare: a few places or sectors in one chart."""
