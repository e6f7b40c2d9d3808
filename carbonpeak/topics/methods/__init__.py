"""Every table, source, definition and query."""
