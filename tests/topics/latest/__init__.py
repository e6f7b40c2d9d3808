"""The page Latest."""
