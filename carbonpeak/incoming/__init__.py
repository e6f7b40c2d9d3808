"""Figures that a reader brings: read, held to the rules, and no more; nothing is kept here.

``check.checked`` is the way in: a table's name and a file go in, typed rows, findings and what was
read as what come out. The file itself is taken apart by a process of its own (``foreign``).
"""
