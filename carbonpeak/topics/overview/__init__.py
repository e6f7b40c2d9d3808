"""Where the nation stands against its targets, on one screen."""
