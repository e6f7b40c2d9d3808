"""Why energy and CO2 changed."""
