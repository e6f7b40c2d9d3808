"""Companies, their units and reports: entered, reviewed, disclosed; each deed one audit entry.

What is written here is only ever added (``carbonpeak.store.tables``); of rows with the same key the
one of the highest ``number`` counts. The lines of a revision are those with the number of its row
in ``reports``: a draft that is saved again brings all its lines anew.
"""
