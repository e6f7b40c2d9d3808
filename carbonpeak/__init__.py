"""The open dashboard for industrial carbon peaking: data, queries, indicators, figures, words."""
