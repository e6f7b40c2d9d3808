"""Who has peaked, by a printed rule."""
