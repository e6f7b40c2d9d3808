"""A figure as a picture: drawn in a browser, set on paper, stamped with what it is."""
