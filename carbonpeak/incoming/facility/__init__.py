"""Facility rows read from a file, held to the rules, summed up and withheld: ``importing`` is the way in."""
