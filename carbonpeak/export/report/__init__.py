"""Chosen figures in a chosen order as one document or an archive of files."""
