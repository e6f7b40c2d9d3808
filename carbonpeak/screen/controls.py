"""The shared widgets. Each reads its value from the URL and writes it back there, as a code."""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from carbonpeak.figures import choices as selection
from carbonpeak.figures.choices import (
    AnyChoice,
    Choice,
    Given,
    ManyChoice,
    Notice,
    Number,
    Selection,
)
from carbonpeak.words import Lang, say

Words = Callable[[str], str]
Click = Callable[[], None]


def read(choices: Sequence[AnyChoice]) -> tuple[Selection, list[Notice]]:
    """Return what the URL asks for; of values not known here only the known part stays in it."""
    raw = {choice.name: st.query_params.get_all(choice.name) for choice in choices}
    chosen, notices = selection.read(raw, choices)
    correct(choices, chosen, notices)
    return chosen, notices


def value_of(choice: AnyChoice) -> Selection:
    """Return what the URL says of one choice, as far as it is known."""
    return selection.read(asked(), [choice])[0]


def asked() -> dict[str, list[str]]:
    """Return everything the URL says."""
    return {name: st.query_params.get_all(name) for name in st.query_params}


def correct(choices: Sequence[AnyChoice], chosen: Selection, notices: Sequence[Notice]) -> None:
    """Leave in the URL only the known part of the values that were noticed."""
    noticed = {notice.name for notice in notices}
    for choice in choices:
        if choice.name in noticed:
            _say(choice, _value(choice, chosen))


def pick(choice: Choice, chosen: Selection, label: str, words: Words) -> None:
    """Show a choice of few as a row of buttons."""
    st.session_state[choice.name] = chosen.one(choice.name)
    st.segmented_control(
        label,
        choice.allowed,
        format_func=words,
        key=choice.name,
        required=True,
        wrap=True,
        on_change=_write,
        args=(choice,),
    )


def choose(choice: Choice, chosen: Selection, label: str, words: Words) -> None:
    """Show a choice of many possible codes as a list that can be typed into."""
    st.session_state[choice.name] = chosen.one(choice.name)
    st.selectbox(
        label,
        choice.allowed,
        format_func=words,
        key=choice.name,
        on_change=_write,
        args=(choice,),
        filter_mode="fuzzy",
    )


def choose_many(
    choice: ManyChoice, chosen: Selection, label: str, words: Words, lang: Lang
) -> None:
    """Show any number of codes to choose; with none picked all count, as the placeholder says."""
    many = chosen.many(choice.name)
    st.session_state[choice.name] = [] if len(many) == len(choice.allowed) else list(many)
    st.multiselect(
        label,
        choice.allowed,
        format_func=words,
        key=choice.name,
        placeholder=say("control.sectors_placeholder", lang),
        filter_mode="fuzzy",
        select_all=False,
        on_change=_write,
        args=(choice,),
    )


def slide(number: Number, chosen: Selection, label: str) -> None:
    """Show a number to set between its bounds, in its steps."""
    st.session_state[number.name] = chosen.number(number.name)
    st.slider(
        label,
        number.low,
        number.high,
        step=number.step,
        format="%.1f%%",
        key=number.name,
        on_change=_write,
        args=(number,),
    )


def enter(number: Number, chosen: Selection, label: str) -> None:
    """Show a number to type between its bounds, with as many decimals as its steps have."""
    st.session_state[number.name] = chosen.number(number.name)
    digits = len(selection.shortest(number.step).partition(".")[2])
    st.number_input(
        label,
        number.low,
        number.high,
        step=number.step,
        format=f"%.{digits}f",
        key=number.name,
        on_change=_write,
        args=(number,),
    )


def on_click(choices: Sequence[Choice], key: str, take: Callable[[str, str], None]) -> Click:
    """Return what a click on a chart does with its codes, joined by "/", one for each choice."""

    def write() -> None:
        for choice, code in zip(choices, _clicked(st.session_state[key]), strict=False):
            if code in choice.allowed:
                take(choice.name, code)

    return write


def _clicked(state: Any) -> list[str]:
    """Return the codes of the point that was clicked; a message of another shape has none."""
    match state:
        case {"selection": {"points": [{"customdata": str(codes) | [str(codes), *_]}, *_]}}:
            return codes.split("/")
    return []


def _value(choice: AnyChoice, chosen: Selection) -> str | float | tuple[str, ...]:
    if isinstance(choice, Number):
        return chosen.number(choice.name)
    one = isinstance(choice, Choice | Given)
    return chosen.one(choice.name) if one else chosen.many(choice.name)


def _write(choice: AnyChoice) -> None:
    value = st.session_state[choice.name]
    if isinstance(choice, ManyChoice) and not value:
        value = choice.allowed
    _say(choice, value)
    if isinstance(choice, Choice):
        for name in choice.resets:
            st.query_params.pop(name, None)


def _say(choice: AnyChoice, value: str | float | Sequence[str]) -> None:
    """Write a value into the URL, or take it out where it is the default."""
    text = selection.written(value, choice)
    if text is None:
        st.query_params.pop(choice.name, None)
    else:
        st.query_params[choice.name] = text
