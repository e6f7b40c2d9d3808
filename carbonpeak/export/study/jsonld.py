"""A study as openLCA JSON-LD (a ZIP of objects, version 2), and a process of openLCA as a study.

Each row is an exchange of CO2e, emissions out and removals in; the study itself lies among the
files of its process, so what was written here is read back to the same rows.
"""

import io
import json
import math
import zipfile
from collections.abc import Iterator, Mapping
from uuid import NAMESPACE_URL, uuid5

import olca_schema as olca
from olca_schema import zipio

from carbonpeak.data.units import UnitError, dimension, written
from carbonpeak.domain.study import GATE, Factor, Result, Row, Study, result
from carbonpeak.domain.study_checks import errors
from carbonpeak.domain.study_json import StudyFileError, document, dumps, loads, refuse, shown
from carbonpeak.export.recognise import Tick, told_of
from carbonpeak.export.rows.archive import archive, undated
from carbonpeak.indicators.footprint import EMISSION, FOOTPRINT

VERSION = 2
PROCESSES, ABOUT = "processes/", "olca-schema.json"
CARBON_DIOXIDE = ("co2", "carbon dioxide", "二氧化碳")
# Sums may differ in the last digits, by the order in which they were added.
TOLERANCE = 1e-9


def write(study: Study) -> bytes:
    """Return a study as an archive of openLCA objects; StudyFileError where it has errors."""
    wrong = errors(study)
    if wrong:
        raise StudyFileError(wrong)
    content = io.BytesIO()
    process = _process(result(study))
    with zipio.ZipWriter(content) as out:
        for one in (*_objects(study), process):
            # The library dates what it writes; a file never depends on the clock.
            one.last_change = None
            out.write(one)
    files = {f"bin/{PROCESSES}{process.id}/study.json": dumps(study).encode()}
    return undated(_joined(content.getvalue(), files))


def read(data: bytes, tick: Tick) -> Study:
    """Return the study of an archive; StudyFileError or RecogniseError says why there is none."""
    members: Mapping[str, str] = json.loads(told_of("members", data, tick))
    about = document(members[ABOUT]) if ABOUT in members else {}
    if not isinstance(about, dict) or about.get("version") != VERSION:
        raise refuse("olca_version")
    names = [name for name in members if name.startswith(PROCESSES)]
    if len(names) != 1:
        raise refuse("olca_many", count=len(names)) if names else refuse("olca_none")
    process = _parsed(names[0], members[names[0]])
    carried = [text for name, text in members.items() if name.endswith("/study.json")]
    return _agreeing(loads(carried[0]), process) if carried else _from(process)


def _joined(content: bytes, files: Mapping[str, bytes]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as old:
        return archive({one: old.read(one) for one in old.namelist()} | dict(files))


def _id(*parts: str) -> str:
    """Return an id that is the same for the same thing, in every study and at every export."""
    return str(uuid5(NAMESPACE_URL, "carbonpeak/" + "/".join(parts)))


def _measure(unit: str) -> tuple[olca.UnitGroup, olca.FlowProperty, olca.Unit]:
    """Return a unit with a group and a quantity of its own."""
    name = written(unit)
    one = olca.Unit(id=_id("unit", name), name=name, conversion_factor=1.0, is_ref_unit=True)
    group = olca.UnitGroup(id=_id("group", name), name=f"Units of {name}", units=[one])
    quantity = olca.FlowProperty(
        id=_id("property", name),
        name=f"Amount in {name}",
        flow_property_type=olca.FlowPropertyType.PHYSICAL_QUANTITY,
        unit_group=group.to_ref(),
    )
    return group, quantity, one


def _flow(name: str, unit: str, kind: olca.FlowType) -> olca.Flow:
    quantity = _measure(unit)[1]
    factor = olca.FlowPropertyFactor(
        flow_property=quantity.to_ref(), conversion_factor=1.0, is_ref_flow_property=True
    )
    return olca.Flow(
        id=_id("flow", kind.name, name, written(unit)),
        name=name,
        flow_type=kind,
        flow_properties=[factor],
    )


def _product(study: Study) -> olca.Flow:
    return _flow(study.product, study.unit, olca.FlowType.PRODUCT_FLOW)


def _footprint() -> olca.Flow:
    return _flow("Carbon dioxide equivalents", FOOTPRINT, olca.FlowType.ELEMENTARY_FLOW)


def _objects(study: Study) -> Iterator[olca.RootEntity]:
    """Yield what the process refers to, each once."""
    for unit in dict.fromkeys((written(study.unit), FOOTPRINT)):
        yield from _measure(unit)[:2]
    yield _product(study)
    yield _footprint()


def _process(found: Result) -> olca.Process:
    study = found.study
    reference = _exchange(1, _product(study), study.unit, float(study.amount or 0), is_input=False)
    reference.is_quantitative_reference = True
    rows = [_exchange_of(found, place) for place in range(len(study.rows))]
    return olca.Process(
        id=_id("process", dumps(study)),
        name=study.product,
        description=study.notes or None,
        process_type=olca.ProcessType.LCI_RESULT,
        exchanges=[reference, *rows],
        last_internal_id=len(rows) + 1,
    )


def _exchange_of(found: Result, place: int) -> olca.Exchange:
    row = found.rows.iloc[place]
    own = _exchange(
        place + 2,
        _footprint(),
        FOOTPRINT,
        float(row["co2e_kg"]),
        is_input=row["kind"] != EMISSION,
    )
    own.description = f"{row['stage']}; {row['name']}; {row['kind']}"
    return own


def _exchange(
    number: int, flow: olca.Flow, unit: str, amount: float, *, is_input: bool
) -> olca.Exchange:
    _, quantity, one = _measure(unit)
    return olca.Exchange(
        internal_id=number,
        amount=amount,
        flow=flow.to_ref(),
        flow_property=quantity.to_ref(),
        unit=one.to_ref() if hasattr(one, "to_ref") else olca.Ref(id=one.id, name=one.name),
        is_input=is_input,
        is_quantitative_reference=False,
    )


def _parsed(name: str, text: str) -> olca.Process:
    """Return the process of a file, with numbers where numbers must be."""
    raw = document(text)
    try:
        process = olca.Process.from_dict(raw)
        amounts = [float(one.amount) for one in process.exchanges or ()]
    except (AttributeError, KeyError, TypeError, ValueError) as fault:
        raise refuse("olca_process", given=shown(name)) from fault
    if not all(map(math.isfinite, amounts)):
        raise refuse("olca_process", given=shown(name))
    return process


def _agreeing(study: Study, process: olca.Process) -> Study:
    if errors(study):
        raise StudyFileError(errors(study))
    ours = [float(one.amount or 0) for one in _process(result(study)).exchanges or ()]
    theirs = [float(one.amount or 0) for one in process.exchanges or ()]
    if len(ours) != len(theirs) or not all(
        math.isclose(one, other, rel_tol=TOLERANCE) for one, other in zip(ours, theirs, strict=True)
    ):
        raise refuse("olca_disagrees")
    return study


def _from(process: olca.Process) -> Study:
    """Return a study of a process of others: CO2e as rows, inputs as rows without a factor."""
    every = list(process.exchanges or ())
    references = [one for one in every if one.is_quantitative_reference]
    if len(references) != 1 or references[0].flow is None:
        raise refuse("olca_reference")
    reference = references[0]
    rows = tuple(_row(one) for one in every if one is not reference)
    return Study(
        product=process.name or str(reference.flow.name or "") if reference.flow else "",
        amount=float(reference.amount or 0),
        unit=_unit(reference),
        boundary=GATE,
        rows=rows,
        notes=process.description or "",
    )


def _row(one: olca.Exchange) -> Row:
    """Return an exchange as a row: CO2 by itself, all else without the factor it still needs."""
    name = str(one.flow.name or "") if one.flow else ""
    unit, amount = _unit(one), float(one.amount or 0)
    if not (_is_mass(unit) and any(part in name.casefold() for part in CARBON_DIOXIDE)):
        return Row("raw_materials", name, amount, unit, Factor(), note=one.description or "")
    kind = "uptake" if one.is_input else EMISSION
    factor = Factor(value=1.0, unit=f"{FOOTPRINT}/{unit}", standing="own", boundary="direct")
    if unit == FOOTPRINT:
        factor = Factor(value=1.0, unit=f"{FOOTPRINT}/kg", standing="own")
        unit = "kg"
    return Row("production", name, amount, unit, factor, kind, one.description or "")


def _unit(one: olca.Exchange) -> str:
    return str(one.unit.name or "") if one.unit else ""


def _is_mass(unit: str) -> bool:
    """Return whether an amount is a mass or a footprint; a unit of others may be neither."""
    try:
        return dimension(unit) in (dimension("kg"), dimension(FOOTPRINT))
    except UnitError:
        return False
