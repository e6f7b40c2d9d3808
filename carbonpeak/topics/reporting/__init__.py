"""Reporting units: who must report, who has, what is verified, what everybody may read."""
