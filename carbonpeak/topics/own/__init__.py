"""A reader's own figures: which table they are for; what is found and made stands on the screen."""
