"""What goes wrong in export, in words; what came from outside is shown letter by letter."""

from carbonpeak.export import faulted
from carbonpeak.export.editions import FigureError
from carbonpeak.export.faults import RenderError
from carbonpeak.export.passport import EXAMPLE, PassportError
from carbonpeak.markup import literal
from carbonpeak.reader import Reader


def of_figure(reader: Reader, fault: FigureError) -> str:
    """Return why a figure cannot be had, and what to do."""
    return faulted.words(fault, reader.lang, literal)


def of_picture(reader: Reader, fault: RenderError) -> str:
    """Return why a picture cannot be made, and what to do."""
    return reader.say(f"export.fault.{fault.reason}")


def of_id(reader: Reader, fault: PassportError, given: str) -> str:
    """Return why a text is no figure id, and what one looks like."""
    shown = {"given": literal(given[: faulted.SHOWN_LENGTH]), "example": literal(EXAMPLE)}
    return reader.say(f"passport.fault.{fault.reason}", **shown)
