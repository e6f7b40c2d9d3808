"""Figures gathered into files, and ready reports."""
