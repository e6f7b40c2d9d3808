"""What several topics find out: the nation, official figures, doubts, views, codes of places."""
