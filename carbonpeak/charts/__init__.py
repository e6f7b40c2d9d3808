"""Rows in, Plotly figure out: the shape of every picture, and nothing of its words or numbers."""
