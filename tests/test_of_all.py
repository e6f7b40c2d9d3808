"""One test of many things is as red as many tests."""

import inspect

import pytest

from tests.of_all import of_all


@of_all("two", "ab")
@of_all("one", (1, 2, 3))
def odd_or_b(kept: list[str], one: int, two: str) -> None:
    kept.append(f"{one}{two}")
    assert one % 2 or two == "b", "even"


def test_each_that_fails_is_named_and_none_is_left_out() -> None:
    kept: list[str] = []
    with pytest.raises(AssertionError, match=r"two a: 1 of 3:\none 2: even") as fault:
        odd_or_b(kept=kept)
    assert "two b" not in str(fault.value)
    assert kept == ["1a", "2a", "3a", "1b", "2b", "3b"]
    assert list(inspect.signature(odd_or_b).parameters) == ["kept"]


def test_nothing_to_hold_is_red_and_another_fault_is_not_hidden() -> None:
    with pytest.raises(AssertionError, match="no one to hold"):
        of_all("one", ())(lambda one: None)()
    with pytest.raises(ZeroDivisionError):
        of_all("one", (0,))(lambda one: 1 / one)()
