"""Where 2025 landed, and where 2030 leads."""
