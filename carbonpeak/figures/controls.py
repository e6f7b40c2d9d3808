"""What the codes of choices are called that several pages have."""

from collections.abc import Callable, Mapping

from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.domain import sectors
from carbonpeak.domain.codes import code_named
from carbonpeak.domain.view import BASES, region_names
from carbonpeak.figures import labels
from carbonpeak.figures.choices import AnyChoice, Choice, FewChoice, Number
from carbonpeak.figures.page_spec import Control, Raw
from carbonpeak.words import LANGS, Lang, say
from carbonpeak.words.speaker import Speaker

# As many lines as can be told apart by colour in one chart.
MOST_CHOSEN = 6


def plain(data: Dataset, tell: Speaker, code: str) -> str:
    """Return a code that is its own word: a year, a name of its own."""
    return code


def rate(data: Dataset, tell: Speaker, code: str) -> str:
    """Return a number of percent as it is set by a slider."""
    return f"{code}%"


def sector(data: Dataset, tell: Speaker, code: str) -> str:
    """Return the short name of a division, or the words for none."""
    return labels.sector(data, code, tell) if code else tell("control.none")


def basis(data: Dataset, tell: Speaker, code: str) -> str:
    """Return the words of a basis."""
    return tell(f"basis.{code}")


def named_by(prefix: str) -> Callable[[Dataset, Speaker, str], str]:
    """Return what names a code by the text under a key that ends in it."""
    return lambda _data, tell, code: tell(f"{prefix}.{code}")


def measure_choice(name: str = "measure") -> Choice:
    """Return the choice of energy or CO2; the basis of one means nothing for the other."""
    return Choice(name, ("energy", "co2"), "energy", resets=("basis",))


def basis_control(measure: str) -> Control:
    """Return the choice among the bases of a measure."""
    bases = tuple(BASES[measure])
    return Control(Choice("basis", bases, bases[0]), "control.basis", basis)


def region_control(
    data: Dataset, label: str = "control.region", none: str = "control.none"
) -> Control:
    """Return the choice of one province or none; ``none`` is the key of the words for none."""
    named = {lang: {"": say(none, lang), **region_names(data, lang)} for lang in LANGS}
    return Control(Choice("region", tuple(named["zh"]), ""), label, among(named))


@once_per_dataset
def chosen_control(data: Dataset) -> Control:
    """Return the choice of a few places and sectors, which all pages share."""
    named = {lang: _chosen_names(data, lang) for lang in LANGS}
    choice = FewChoice("chosen", tuple(named[LANGS[0]]), MOST_CHOSEN)
    return Control(choice, "control.chosen", among(named))


def _chosen_names(data: Dataset, lang: Lang) -> dict[str, str]:
    """Return the names of the nation, the provinces and the divisions by code; no code is two."""
    rows = data.ask("regions__all")
    places = dict(zip(rows["region_code"], rows[f"name_{lang}"], strict=True))
    return places | sectors.names(data, lang)


def among(named: Mapping[Lang, Mapping[str, str]]) -> Callable[[Dataset, Speaker, str], str]:
    """Return what names codes from a list made before: a list of choices names each of them."""
    return lambda _data, tell, code: named[tell.lang][code]


def region_in(data: Dataset, raw: Raw) -> str:
    """Return the province that a URL names, by code or by name; nothing where it names none."""
    text = next(iter(raw.get("region", ())), "")
    code = text if text in region_names(data, "zh") else code_named(data, "region", text)
    return code if code in region_names(data, "zh") else ""


def years(name: str, codes: tuple[str, ...], default: str, label: str) -> Control:
    """Return the choice of a year."""
    return Control(Choice(name, codes, default), label, plain)


def judged_year(data: Dataset, of_any: bool = False) -> Control:
    """Return the choice of the year up to which changes are judged; the nation's last by default.

    With ``of_any`` also later years of which some provinces have figures of their own.
    """
    judged = (year for year in data.judged_years if of_any or year <= data.last_year)
    codes = tuple(str(year) for year in judged)
    return years("year", codes, str(data.last_year), "control.year")


def number(choice: Number, label: str) -> Control:
    """Return a rate of percent to set; rates of one's own count for the scenario of that name."""
    return Control(choice, label, rate, only_with=("scenario", "own"))


def choices(controls: tuple[Control, ...]) -> list[AnyChoice]:
    """Return the bare choices."""
    return [control.choice for control in controls]
