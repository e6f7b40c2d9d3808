"""Exhibits: every figure with its words, defined once for the screen and for every file."""
