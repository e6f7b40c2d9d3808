"""Carbon market: what it covers, what a tonne costs, how units are judged, who would be short."""
