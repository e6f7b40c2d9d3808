"""Who may see and do what. One module decides (``deciding``); all that serves data asks it."""
