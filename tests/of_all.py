"""Many small things held in one test, which names all that are wrong."""

import inspect
from collections.abc import Callable, Iterable
from typing import Any

Test = Callable[..., None]


def of_all(argument: str, values: Iterable[Any]) -> Callable[[Test], Test]:
    """Give a test each of these values in turn; AssertionError with all for which it fails.

    Written as ``pytest.mark.parametrize`` and as red, but one test instead of one for each value.
    """
    every = list(values)

    def held_for_each(test: Test) -> Test:
        def whole(**fixtures: Any) -> None:
            assert every, f"no {argument} to hold"
            wrong = [_fault(test, fixtures, argument, value) for value in every]
            told = [fault for fault in wrong if fault]
            assert not told, f"{len(told)} of {len(every)}:\n" + "\n".join(told)

        signature = inspect.signature(test)
        left = [one for name, one in signature.parameters.items() if name != argument]
        whole.__name__, whole.__doc__, whole.__module__ = (
            test.__name__,
            test.__doc__,
            test.__module__,
        )
        whole.__signature__ = signature.replace(parameters=left)  # type: ignore[attr-defined]
        return whole

    return held_for_each


def _fault(test: Test, fixtures: dict[str, Any], argument: str, value: Any) -> str:
    try:
        test(**fixtures, **{argument: value})
    except AssertionError as fault:
        return f"{argument} {getattr(value, 'name', value)}: {fault}"
    return ""
