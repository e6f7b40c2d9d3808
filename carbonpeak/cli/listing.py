"""Which figures there are, and which codes their choices allow, as plain text."""

from collections.abc import Iterator

from carbonpeak.data.dataset import Dataset
from carbonpeak.data.queries import QueryError, unknown
from carbonpeak.figures.choices import (
    ALL,
    AnyChoice,
    Choice,
    Coded,
    FewChoice,
    Given,
    ManyChoice,
    Number,
    shortest,
)
from carbonpeak.figures.page_spec import Control, PageSpec
from carbonpeak.topics.registry import FIGURES, PAGE_OF, PAGES
from carbonpeak.words import Lang, say
from carbonpeak.words.speaker import Speaker

# How an empty code, a choice of none, is written.
NONE = '""'
# A list of more codes than this is cut where all figures are listed.
FEW = 8
Controls = dict[str, Control]


def of_all(data: Dataset, lang: Lang) -> str:
    """Return every figure by page, each with its choices; the default of each is named first."""
    lines = [line for page in PAGES.values() if page.figures for line in _of_page(data, page, lang)]
    return "\n".join([*lines, "", say("cli.list", lang)]).lstrip()


def _of_page(data: Dataset, page: PageSpec, lang: Lang) -> Iterator[str]:
    yield from ("", say(f"nav.{page.name}", lang))
    known = _controls(data, page)
    for spec in page.figures:
        yield f"  {spec.name:22} {_name(spec.name, lang)}"
        yield from (f"      {one + '=':12} {_short(known[one].choice, lang)}" for one in spec.uses)


def of_figure(data: Dataset, name: str, lang: Lang) -> str:
    """Return one figure with every code of its choices in words; QueryError for no figure."""
    if name not in FIGURES:
        raise QueryError(unknown("figure", name, list(FIGURES)))
    lines = [f"{name}: {_name(name, lang)}"]
    known = _controls(data, PAGE_OF[name])
    for one in FIGURES[name].uses:
        control = known[one]
        label = say(f"choice.{one}", lang)
        lines += [
            "",
            f"{one}= {label}: {_form(control.choice, lang)}",
            *_codes(data, control, lang),
        ]
    return "\n".join(lines)


def _name(figure: str, lang: Lang) -> str:
    return say(f"figure.name.{figure}", lang)


def _controls(data: Dataset, page: PageSpec) -> Controls:
    """Return the choices of a page; codes that only go with another choice count as well."""
    found: Controls = {}
    for raw in _settings(data, page):
        for control in page.controls(data, raw):
            earlier = found.get(control.choice.name)
            found[control.choice.name] = _merged(earlier, control) if earlier else control
    return found


def _settings(data: Dataset, page: PageSpec) -> Iterator[dict[str, list[str]]]:
    """Give what a URL may say of the choices on which others depend."""
    yield {}
    for control in page.controls(data, {}):
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


def _short(choice: AnyChoice, lang: Lang) -> str:
    if isinstance(choice, Number | Given):
        return _form(choice, lang)
    default = _default(choice)
    others = [code for code in choice.allowed if code not in ("", default)]
    count = say("cli.codes", lang, count=len(others))
    more = f" ... {others[-1]} {count}" if len(others) > FEW else ""
    listed = [default or NONE, *(others[:2] if more else others)]
    return ", ".join(listed) + more


def _default(choice: Coded) -> str:
    if isinstance(choice, Choice):
        return choice.default
    return "" if isinstance(choice, FewChoice) else ALL


def _form(choice: AnyChoice, lang: Lang) -> str:
    """Return how a value of a choice is written, and its default."""
    if isinstance(choice, Number):
        bounds = {
            "low": shortest(choice.low),
            "high": shortest(choice.high),
            "step": shortest(choice.step),
        }
        return say("cli.number", lang, default=shortest(choice.default), **bounds)
    if isinstance(choice, Given):
        return say("cli.given", lang, default=choice.default or NONE)
    if isinstance(choice, ManyChoice):
        return say("cli.many", lang)
    if isinstance(choice, FewChoice):
        return say("cli.few", lang, most=choice.most)
    return say("cli.one", lang, default=choice.default or NONE)


def _codes(data: Dataset, control: Control, lang: Lang) -> list[str]:
    if isinstance(control.choice, Number | Given):
        return []
    return [
        f"  {code or NONE:20} {control.words(data, Speaker(lang), code)}"
        for code in control.choice.allowed
    ]
