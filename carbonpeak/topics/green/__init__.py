"""Green manufacturing: its lists, the board of tasks, and the register of all targets."""
