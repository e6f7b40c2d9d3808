"""What must travel with rows in any file: what they are, of what, chosen how, from where."""

from carbonpeak.export.printable import PrintableFigure
from carbonpeak.export.rows.plain import one_line
from carbonpeak.words import say


def facts(printable: PrintableFigure, link: str = "") -> tuple[tuple[str, str], ...]:
    """Return (what, words) of a printable figure, one line each, in the order of a sheet.

    ``link`` reopens the figure; without one its line is left out, as is every empty one.
    """
    shown, lang, passport = printable.figure, printable.lang, printable.passport
    kinds = (say(f"standing.{one}", lang) for one in shown.standings)
    pairs = (
        (say("sheet.title", lang), printable.title),
        (say("sheet.subtitle", lang), shown.subtitle),
        (say("sheet.alt", lang), shown.alt),
        *((say("sheet.filter", lang, name=name), words) for name, words in printable.filters),
        (say("sheet.standing", lang), say("list.separator", lang).join(kinds)),
        (say("sheet.source", lang), printable.sources),
        (say("sheet.own_note", lang), printable.own_note),
        *((say("sheet.note", lang), note) for note in shown.notes),
        (say("sheet.data", lang), passport.data_version),
        (say("sheet.method", lang), passport.method_version),
        (say("sheet.passport", lang), passport.id),
        (say("sheet.link", lang), link),
    )
    return tuple((one_line(what), one_line(words)) for what, words in pairs if words)
