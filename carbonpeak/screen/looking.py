"""Which version of the tables a reader looks at: the one of the address, or the published one."""

import streamlit as st

from carbonpeak.data import own_versions, versions
from carbonpeak.data.dataset import DATA_ERRORS, Dataset
from carbonpeak.screen import markup, server, visitor
from carbonpeak.topics.versions import listing
from carbonpeak.words import Lang, say
from carbonpeak.words import pick as in_language

NAME = "data"


def carried() -> dict[str, str]:
    """Return what the address says of the version, to go along to other pages."""
    return {NAME: st.query_params[NAME]} if NAME in st.query_params else {}


def data_of(published: Dataset, page: str, lang: Lang) -> Dataset:
    """Return the tables that the address asks for; say plainly where they are not the published.

    Without, or where those cannot be had, the published ones; then the reason is said.
    """
    asked = st.query_params.get(NAME, "")
    if not asked or asked == published.version:
        return published
    try:
        found = server.viewed(asked, visitor.owner())
        found.load_all()
    except DATA_ERRORS as fault:
        why = in_language(fault.text, lang)
        said = say("looking.not", lang, version=published.version)
        st.html(markup.said(said, "alert"))
        st.code(why, language=None, wrap_lines=True)
        _ways(page, published, "", lang)
        return published
    _banner(found, published, page, lang)
    return found


def _banner(found: Dataset, published: Dataset, page: str, lang: Lang) -> None:
    words = say(
        "looking.at",
        lang,
        version=found.version,
        published=published.version,
        made=_made(found, lang),
    )
    with st.container(key="looking"):
        st.html(markup.said(words))
        _ways(page, published, found.version, lang)


def _made(found: Dataset, lang: Lang) -> str:
    """Return what a version is, when it was made, by whom and why."""
    if found.version not in own_versions.listed():
        is_kept = found.version in versions.listed()
        return say("looking.earlier" if is_kept else "looking.shipped", lang)
    made = own_versions.origin(found.version)
    key = "looking.draft" if found.scope.owner else "looking.own"
    given = say("looking.given", lang, who=made.who, why=made.why) if made.why else made.who
    return say(key, lang, when=listing.moment(made.made_at), given=given)


def _ways(page: str, published: Dataset, version: str, lang: Lang) -> None:
    """Show the way to what changed and the way back, with all else that was chosen."""
    rest = {name: st.query_params.get_all(name) for name in st.query_params if name != NAME}
    back = [(name, one) for name, values in rest.items() for one in values]
    with st.container(horizontal=True, key="looking-ways"):
        if version and page != "versions":
            st.page_link(
                "pages/versions.py",
                label=say("looking.changed", lang),
                query_params={
                    "lang": lang,
                    NAME: version,
                    "before": published.version,
                    "after": version,
                },
            )
        st.page_link(
            f"pages/{page}.py",
            label=say("looking.back", lang),
            query_params=[("lang", lang), *(one for one in back if one[0] != "lang")],
        )
