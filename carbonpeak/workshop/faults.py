"""What goes wrong in export, in words; what came from outside is shown letter by letter."""

from carbonpeak.export.editions import FigureError
from carbonpeak.export.faults import RenderError
from carbonpeak.export.passport import PassportError
from carbonpeak.markup import literal
from carbonpeak.reader import Reader

# How much of a text that is no id is shown again.
SHOWN_LENGTH = 60


def of_figure(reader: Reader, fault: FigureError) -> str:
    """Return why a figure cannot be had, and what to do."""
    values = {name: literal(value[:SHOWN_LENGTH]) for name, value in fault.values.items()}
    return reader.say(f"figures.fault.{fault.reason}", **values)


def of_picture(reader: Reader, fault: RenderError) -> str:
    """Return why a picture cannot be made, and what to do."""
    return reader.say(f"export.fault.{fault.reason}")


def of_id(reader: Reader, fault: PassportError, given: str, example: str) -> str:
    """Return why a text is no figure id, and what one looks like."""
    shown = {"given": literal(given[:SHOWN_LENGTH]), "example": literal(example)}
    return reader.say(f"passport.fault.{fault.reason}", **shown)
