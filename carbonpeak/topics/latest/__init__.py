"""What the newest month says, and what it cannot say."""
