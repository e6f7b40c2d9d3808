"""Which provinces lead or lag."""
