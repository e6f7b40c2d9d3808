"""Product carbon footprints: a calculator, factors, published records, goals."""
