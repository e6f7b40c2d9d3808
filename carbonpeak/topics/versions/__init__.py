"""The page Versions: what is published, since when and why, and what differs between two."""
