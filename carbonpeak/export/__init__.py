"""Figures into files: passport, picture, spreadsheet, report."""
