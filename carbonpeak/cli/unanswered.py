"""Why a query has no rows: a value that is nowhere is a mistake of the call, and is said."""

from collections.abc import Mapping

from carbonpeak.data.dataset import Dataset
from carbonpeak.data.queries import Param, Query, QueryError, unknown
from carbonpeak.domain import codes

# Parameters that are codes, and how a code or a name is turned into the code.
CODES = {"region_code": codes.region, "sector_code": codes.sector}


def require_known(data: Dataset, asked: Query, params: Mapping[str, object]) -> str:
    """Return a remark on a query without rows; QueryError where a value that was given is nowhere.

    A value is held to those in the query's own column of that name, without that parameter, and a
    code to those of the tables of regions and sectors.
    """
    for param in asked.params:
        given = params.get(param.name)
        if given is not None:
            others = {name: value for name, value in params.items() if name != param.name}
            _refuse_unknown(data, param, given, _known(data, asked, param, others))
    chosen = ", ".join(f"{name}={value}" for name, value in params.items())
    return f"No row of {asked.name} fits {chosen or 'these tables'}."


def _known(data: Dataset, asked: Query, param: Param, others: Mapping[str, object]) -> list[object]:
    """Return the values there are; none where the query cannot be asked for them."""
    if param.required or param.name not in asked.columns():
        return []
    return [*data.ask(asked.name, **others)[param.name].dropna().unique()]


def _refuse_unknown(data: Dataset, param: Param, given: object, known: list[object]) -> None:
    for value in given if isinstance(given, list) else [given]:
        if value in known:
            continue
        if param.name in CODES:
            code = CODES[param.name](data, str(value))
            if code != value:
                raise QueryError(f"{param.name} is a code: {value} has the code {code}.")
        elif known:
            listed = [str(one) for one in known]
            raise QueryError(unknown(param.name, str(value), listed))
