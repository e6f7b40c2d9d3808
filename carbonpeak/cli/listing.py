"""Which figures there are, and which codes their choices allow, as plain text."""

from collections.abc import Iterator

from carbonpeak.figures.figure import Control, Sheet
from carbonpeak.figures.registry import FIGURES, SHEET_OF
from carbonpeak.findings.view import Ask
from carbonpeak.queries import QueryError, unknown
from carbonpeak.selection import AnyChoice, Choice, ManyChoice, Number
from carbonpeak.wording import Lang, say

LANG: Lang = "en"
# How an empty code, a choice of none, is written.
NONE = '""'
# A list of more codes than this is cut where all figures are listed.
FEW = 8
Controls = dict[str, Control]


def of_all(ask: Ask) -> str:
    """Return every figure by page, each with its choices; the default of each is named first."""
    lines: list[str] = []
    page = ""
    for name, figure in FIGURES.items():
        sheet = SHEET_OF[name]
        if sheet.page != page:
            page = sheet.page
            lines += ["", f"{say(f'nav.{page}', LANG)}"]
        lines.append(f"  {name:22} {_name(name)}")
        known = _controls(ask, sheet)
        lines += [f"      {one + '=':12} {_short(known[one].choice)}" for one in figure.uses]
    lines += ["", say("cli.list", LANG)]
    return "\n".join(lines).lstrip()


def of_figure(ask: Ask, name: str) -> str:
    """Return one figure with every code of its choices in words; QueryError for no figure."""
    if name not in FIGURES:
        raise QueryError(unknown("figure", name, list(FIGURES)))
    lines = [f"{name}: {_name(name)}"]
    known = _controls(ask, SHEET_OF[name])
    for one in FIGURES[name].uses:
        control = known[one]
        label = say(f"choice.{one}", LANG)
        lines += ["", f"{one}= {label}: {_form(control.choice)}", *_codes(ask, control)]
    return "\n".join(lines)


def _name(figure: str) -> str:
    return say(f"figure.name.{figure}", LANG)


def _controls(ask: Ask, sheet: Sheet) -> Controls:
    """Return the choices of a page; codes that only go with another choice count as well."""
    found: Controls = {}
    for raw in _settings(ask, sheet):
        for control in sheet.controls(ask, raw):
            earlier = found.get(control.choice.name)
            found[control.choice.name] = _merged(earlier, control) if earlier else control
    return found


def _settings(ask: Ask, sheet: Sheet) -> Iterator[dict[str, list[str]]]:
    """Give what a URL may say of the choices on which others depend."""
    yield {}
    for control in sheet.controls(ask, {}):
        choice = control.choice
        if isinstance(choice, Choice) and choice.resets:
            yield from ({choice.name: [code]} for code in choice.allowed)


def _merged(earlier: Control, later: Control) -> Control:
    one, other = earlier.choice, later.choice
    if not (isinstance(one, Choice) and isinstance(other, Choice)):
        return earlier
    allowed = tuple(dict.fromkeys((*one.allowed, *other.allowed)))
    merged = Choice(one.name, allowed, one.default, one.resets)
    return Control(merged, earlier.label, earlier.words, earlier.only_with)


def _short(choice: AnyChoice) -> str:
    if isinstance(choice, Number):
        return _form(choice)
    default = choice.default if isinstance(choice, Choice) else "all"
    others = [code for code in choice.allowed if code not in ("", default)]
    more = f" ... {others[-1]} ({len(others)} codes)" if len(others) > FEW else ""
    listed = [default or NONE, *(others[:2] if more else others)]
    return ", ".join(listed) + more


def _form(choice: AnyChoice) -> str:
    """Return how a value of a choice is written, and its default."""
    if isinstance(choice, Number):
        bounds = {"low": f"{choice.low:g}", "high": f"{choice.high:g}", "step": f"{choice.step:g}"}
        return say("cli.number", LANG, default=f"{choice.default:g}", **bounds)
    if isinstance(choice, ManyChoice):
        return say("cli.many", LANG)
    return say("cli.one", LANG, default=choice.default or NONE)


def _codes(ask: Ask, control: Control) -> list[str]:
    if isinstance(control.choice, Number):
        return []
    return [
        f"  {code or NONE:20} {control.words(ask, LANG, code)}" for code in control.choice.allowed
    ]
