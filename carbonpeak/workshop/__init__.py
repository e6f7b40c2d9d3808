"""Where a reader exports: the bar below a figure, the tray, reports in the making."""
