"""The data: what tables there are, how they are loaded and asked, and in which version."""
