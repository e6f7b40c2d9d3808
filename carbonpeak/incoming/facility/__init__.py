"""Facility rows of a file, held to the rules, summed up, withheld: ``importing`` is the way in."""
