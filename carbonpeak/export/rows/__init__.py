"""The rows behind a figure as files for people and for programs."""
