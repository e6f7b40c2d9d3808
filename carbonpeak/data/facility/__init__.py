"""Facility rows: kept apart from all versions, summed up, and withheld where one could be told.

Rows lie outside every version of the tables; what goes into a version are cells from which the
withheld values are gone already (docs/decisions/19). So no page, query or export can show them.
"""
