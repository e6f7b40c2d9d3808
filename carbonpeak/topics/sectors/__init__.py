"""Which divisions of industry pull or lag."""
