"""What goes wrong in export, in words that ``markup.said`` shows letter by letter."""

from carbonpeak.export import fault_words as fault_words
from carbonpeak.export.faults import RenderError
from carbonpeak.export.lookup import FigureError
from carbonpeak.export.passport import PassportError, example
from carbonpeak.screen.reader import Reader


def of_figure(reader: Reader, fault: FigureError) -> str:
    """Return why a figure cannot be had, and what to do."""
    return fault_words.words(fault, reader.lang)


def of_picture(reader: Reader, fault: RenderError) -> str:
    """Return why a picture cannot be made, and what to do."""
    return reader.say(f"export.fault.{fault.reason}")


def of_id(reader: Reader, fault: PassportError, given: str) -> str:
    """Return why a text is no figure id, and what one looks like."""
    known = example(reader.data.version)
    shown = {"given": given[: fault_words.SHOWN_LENGTH], "example": known}
    return reader.say(f"passport.fault.{fault.reason}", **shown)
