"""The page Carbon market."""
