"""From the source files to the tables of the project: ``python -m carbonpeak build``."""
