"""From checked files to a version on the page: reasons for warnings, a draft, publishing."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import streamlit as st

from carbonpeak.data import catalogue, own_versions, owners, viewing
from carbonpeak.data.faults import DataFault
from carbonpeak.incoming import drafts
from carbonpeak.incoming.drafts import Order
from carbonpeak.incoming.findings import Finding
from carbonpeak.incoming.judging import STANDINGS
from carbonpeak.incoming.known import OWN_STANDING
from carbonpeak.incoming.merging import Merged
from carbonpeak.screen import markup, page, publish_form, visitor
from carbonpeak.screen.own_files import Given
from carbonpeak.screen.publish_form import Asked
from carbonpeak.screen.reader import Reader
from carbonpeak.thresholds import NATION
from carbonpeak.topics import registry
from carbonpeak.words import pick

# The version made on this page and not yet published.
DRAFT = "own-draft"
WHO, WHY, STANDING, ADD_ONLY = "own-who", "own-why", "own-standing", "own-add-only"
# Warnings of one rule that can be confirmed one by one; more would fill the screen.
MOST_ONE_BY_ONE = 30
# Where a draft is looked at first.
LOOKED_AT = ("overview", "regions", "peak", "outlook")
# Those of them that open at a province, and the only one that the draft has rows of.
OF_A_PLACE, PLACE = ("regions", "peak", "outlook"), "own-draft-place"
VERSIONS = "versions"


def confirm_and_make(reader: Reader, given: Given, steps: Iterator[int]) -> None:
    """Show the fields for reasons, for who gives the figures and why, and make the draft.

    ``steps`` numbers what is shown.
    """
    reasons = _reasons(reader, given, steps)
    st.header(reader.say("own.head.draft", step=next(steps)), anchor=False)
    order = _order(reader, given)
    is_wanted = st.button(
        reader.say("own.draft"), key="own-make", type="primary", disabled=given.is_refused
    )
    if is_wanted and not order.who:
        st.html(markup.said(reader.say("own.draft.who"), "alert"))
    elif is_wanted:
        _make(reader, order, reasons)


def publish(reader: Reader, steps: Iterator[int]) -> None:
    """Show the draft made on this page with links to look at it, and ask whether to publish it."""
    draft, done = st.session_state.get(DRAFT), publish_form.done(reader)
    if isinstance(draft, Asked) and draft.version == done:
        draft = None
        st.session_state.pop(DRAFT)
    if isinstance(draft, Asked):
        _look(reader, draft)
        st.header(reader.say("own.head.publish", step=next(steps)), anchor=False)
        if visitor.is_let("publish", reader.lang):
            publish_form.ask(reader, draft)
    if VERSIONS in registry.PAGES:
        query = {"lang": reader.lang, **page.carried()}
        st.page_link(f"pages/{VERSIONS}.py", label=reader.say("own.versions"), query_params=query)


def _reasons(reader: Reader, given: Given, steps: Iterator[int]) -> dict[Finding, str]:
    """Return what was typed as reason for each warning."""
    by_rule: dict[str, list[Finding]] = defaultdict(list)
    for one in drafts.warnings(given.found):
        by_rule[one.rule].append(one)
    if by_rule:
        st.header(reader.say("own.head.confirm", step=next(steps)), anchor=False)
        st.caption(reader.say("own.confirm.intro"))
    told: dict[Finding, str] = {}
    for rule, alike in by_rule.items():
        told.update(_of_rule(reader, rule, alike))
    return told


def _of_rule(reader: Reader, rule: str, alike: list[Finding]) -> dict[Finding, str]:
    name = reader.say(f"own.rule.{rule}")
    label = reader.say("own.confirm.rule", rule=name, count=len(alike))
    is_few = 1 < len(alike) <= MOST_ONE_BY_ONE
    if is_few and st.toggle(f"{name}：{reader.say('own.confirm.each')}", key=f"own-each-{rule}"):
        return {one: _reason_for(reader, place, one) for place, one in enumerate(alike)}
    return dict.fromkeys(alike, st.text_input(label, key=f"own-reason-{rule}"))


def _reason_for(reader: Reader, place: int, one: Finding) -> str:
    label = reader.say("own.confirm.one", place=reader.say.text(one.place))
    return st.text_input(
        label, key=f"own-reason-{one.rule}-{place}", help=reader.say.text(one.what)
    )


def _order(reader: Reader, given: Given) -> Order:
    say = reader.say
    who = st.text_input(say("own.who"), key=WHO)
    why = st.text_input(say("own.why"), key=WHY)
    standing = st.selectbox(
        say("own.standing"),
        STANDINGS,
        STANDINGS.index(OWN_STANDING),
        format_func=lambda one: say(f"standing.{one}"),
        key=STANDING,
    )
    is_add_only = st.checkbox(say("own.add_only"), key=ADD_ONLY)
    return Order(given.files, given.found, who.strip(), why.strip(), standing, is_add_only)


def _make(reader: Reader, order: Order, reasons: dict[Finding, str]) -> None:
    """Make the draft; what hinders it is said, and all that was typed stays where it is."""
    before = viewing.published(catalogue.DATA)
    try:
        version, made = drafts.draft(reader.data, order, reasons, _below(reader), catalogue.DATA)
    except DataFault as fault:
        st.html(markup.said(pick(fault.text, reader.lang), "alert"))
        return
    owner, is_session = visitor.owner(), not visitor.name()
    owners.claim(owner, version, catalogue.DATA, is_session)
    st.session_state[DRAFT] = Asked(version, before, order.who, order.why)
    st.session_state[PLACE] = _place(order)
    st.markdown("\n".join(f"- {_merged(reader, one)}" for one in made.merged))


def _merged(reader: Reader, one: Merged) -> str:
    title = reader.say.text(reader.data.catalogue.table(one.table).title)
    facts = {"added": one.added, "replaced": one.replaced, "left": one.left}
    return markup.letters(reader.say("own.merged", table=title, **facts))


def _place(order: Order) -> str:
    """Return the code of the only province that the rows are of, nothing where of several."""
    columns = [one.rows["region_code"] for one in order.found if "region_code" in one.rows]
    codes = {str(code) for column in columns for code in column.dropna()}
    return codes.pop() if len(codes) == 1 else ""


def _below(reader: Reader) -> Path:
    """Return the folder of the tables that the page shows: what is made stands above them."""
    return own_versions.folder(reader.data.version, catalogue.DATA) or catalogue.DATA


def _look(reader: Reader, draft: Asked) -> None:
    owners.renew(visitor.owner(), draft.version, catalogue.DATA)
    st.html(markup.said(reader.say("own.drafted", version=draft.version)))
    if not visitor.name():
        st.caption(reader.say("own.drafted.session"))
    query = {"lang": reader.lang, **page.carried(), "data": draft.version}
    place = str(st.session_state.get(PLACE, ""))
    of_place = {"region": place} if place and place != NATION else {}
    with st.container(horizontal=True):
        for name in LOOKED_AT:
            label = reader.say("own.look", page=reader.say(f"nav.{name}"))
            more = of_place if name in OF_A_PLACE else {}
            st.page_link(f"pages/{name}.py", label=label, query_params={**query, **more})
