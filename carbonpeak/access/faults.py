"""What may be wrong with the file that says who has which role."""

from carbonpeak.data.faults import DataFault


class AccessError(DataFault):
    """The file of roles is missing or not as it must be: nobody is let in by it."""


class Ended(DataFault):
    """The log-in of whoever asks has ended."""
