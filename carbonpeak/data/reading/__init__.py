"""The one reader of foreign tables: text in, rows out, or a sentence for each thing that is wrong.

It knows nothing of where rows go: the build reads its sources by it, and others may read theirs.
"""
