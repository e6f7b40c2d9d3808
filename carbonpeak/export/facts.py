"""What must travel with rows in any file: what they are, of what, chosen how, from where."""

from carbonpeak.export.edition import Edition
from carbonpeak.export.plain import one_line
from carbonpeak.wording import say


def facts(edition: Edition, link: str = "") -> tuple[tuple[str, str], ...]:
    """Return (what, words) of an edition, one line each, in the order of a sheet.

    ``link`` reopens the figure; without one its line is left out, as is every empty one.
    """
    shown, lang, passport = edition.exhibit, edition.lang, edition.passport
    kinds = (say(f"standing.{one}", lang) for one in shown.standings)
    pairs = (
        (say("sheet.title", lang), edition.title),
        (say("sheet.subtitle", lang), shown.subtitle),
        (say("sheet.alt", lang), shown.alt),
        *((say("sheet.filter", lang, name=name), words) for name, words in edition.filters),
        (say("sheet.standing", lang), say("list.separator", lang).join(kinds)),
        (say("sheet.source", lang), edition.sources),
        (say("sheet.own_note", lang), edition.own_note),
        *((say("sheet.note", lang), note) for note in shown.notes),
        (say("sheet.data", lang), passport.data_version),
        (say("sheet.method", lang), passport.method_version),
        (say("sheet.passport", lang), passport.id),
        (say("sheet.link", lang), link),
    )
    return tuple((one_line(what), one_line(words)) for what, words in pairs if words)
