"""What the pages and the command line say: rows of queries brought through the indicators.

Every function takes ``ask``, which runs a query by name and returns its rows: the pages pass a
cached one, the command line a plain one, so both say the same numbers.
"""
