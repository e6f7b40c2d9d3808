"""Product carbon footprints: factors, published records, goals."""
