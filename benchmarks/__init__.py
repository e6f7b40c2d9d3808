"""Speed of build, queries, pages and browser, and a second computation of every query."""
