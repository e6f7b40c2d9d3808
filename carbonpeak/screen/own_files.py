"""Files of own figures on the page: templates to fill in, files given, what was found in them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import streamlit as st

from carbonpeak.export.formats import MIME
from carbonpeak.incoming import findings, report, sent, template
from carbonpeak.incoming.check import Incoming
from carbonpeak.incoming.sent import EVERY, Sent
from carbonpeak.incoming.sheets import MOST_BYTES
from carbonpeak.incoming.words import WORDS
from carbonpeak.screen import markup
from carbonpeak.screen.reader import Reader
from carbonpeak.words.numbers import number

UPLOAD, READ = "own-files", "own-read"
LIMIT_MB = MOST_BYTES // 2**20
MOST_FINDINGS = 200
# What was met stands in the sentence.
SHOWN = ("severity", "row", "column", "what", "remedy", "file", "sheet")
MAKERS = {"xlsx": template.workbook, "csv": template.csv}


@dataclass(frozen=True)
class Given:
    """Files as they were given, and what they hold for the table chosen."""

    key: tuple[str, ...]
    files: tuple[Sent, ...]
    found: tuple[Incoming, ...]

    @property
    def is_refused(self) -> bool:
        """Whether anything found is an error."""
        return any(one.is_refused for one in self.found)


def templates(reader: Reader) -> None:
    """Offer the template of the table chosen; where files say it themselves, say how."""
    name = reader.chosen.table
    if name == EVERY:
        st.caption(reader.say("own.template.none"))
        return
    table = reader.data.catalogue.table(name)
    with st.container(horizontal=True):
        for kind, make in MAKERS.items():
            st.download_button(
                reader.say(f"own.template.{kind}"),
                data=partial(make, reader.data, table, reader.say.is_chinese),
                file_name=f"{name}.{kind}",
                mime=MIME[kind],
                key=f"own-template-{kind}",
                icon=":material/download:",
                on_click="ignore",
            )


def given(reader: Reader) -> Given | None:
    """Show the field for files; return them checked, each once, None where there are none."""
    uploaded = st.file_uploader(
        reader.say("own.files", limit=LIMIT_MB),
        key=UPLOAD,
        accept_multiple_files=True,
        max_upload_size=LIMIT_MB,
    )
    if not uploaded:
        st.session_state.pop(READ, None)
        return None
    ids = (one.file_id for one in uploaded)
    key = (reader.data.version, reader.chosen.table, *ids)
    held = st.session_state.get(READ)
    if not isinstance(held, Given) or held.key != key:
        files = tuple(Sent(one.name, one.getvalue()) for one in uploaded)
        held = Given(key, files, tuple(sent.checked(reader.data, reader.chosen.table, files)))
        st.session_state[READ] = held
    return held


def found(reader: Reader, given: Given) -> None:
    """Show what was found: in a sentence, place by place, and as a report to take along."""
    every = [one for each in given.found for one in each.findings]
    counts = Counter(one.severity for one in every)
    rows = sum(len(one.rows) for one in given.found)
    facts = {"rows": number(rows), "errors": counts["error"], "warnings": counts["warning"]}
    st.markdown(f"**{reader.say('own.found', **facts)}**")
    if counts["error"]:
        st.html(markup.said(reader.say("own.found.refused"), "alert"))
    if any(one.is_refused and not one.is_judged for one in given.found):
        st.caption(reader.say("own.found.waiting"))
    _unread(reader, given.found)
    if every:
        _list(reader, every)
    _reports(reader, given.found)


def _unread(reader: Reader, every: Sequence[Incoming]) -> None:
    """Name the sheets that were not read, and how they would be."""
    say = reader.say
    more = () if reader.chosen.table == EVERY else (say("own.found.unread.all"),)
    for one in every:
        if one.unread:
            told = say("own.found.unread", file=one.file, sheets=say.listed(one.unread))
            st.html(markup.said(say.sentences((told, *more))))


def _called(reader: Reader, one: Incoming, every: Sequence[Incoming]) -> str:
    """Return a file by its name, with the sheet where several are of it."""
    if sum(other.file == one.file for other in every) > 1 and one.sheet and one.sheet.name:
        return reader.say("own.report.sheet", file=one.file, sheet=one.sheet.name)
    return one.file


def _list(reader: Reader, every: Sequence[findings.Finding]) -> None:
    say = reader.say
    rows = findings.rows(every, say.is_chinese).iloc[:MOST_FINDINGS]
    rows["severity"] = [say.text(WORDS[f"severity.{one}"]) for one in rows["severity"]]
    rows["row"] = [str(one) if one else "" for one in rows["row"]]
    shown = rows[list(SHOWN)]
    filled = [name for name in SHOWN if (shown[name] != "").any()]
    heads = {name: say.text(WORDS[f"column.{name}"]) for name in filled}
    # Sentences, which a table of cells would cut off.
    st.html(markup.table(shown[filled].rename(columns=heads), say("own.found.alt"), words=True))
    if len(every) > MOST_FINDINGS:
        st.caption(say("own.found.cut", shown=MOST_FINDINGS))


def _reports(reader: Reader, every: Sequence[Incoming]) -> None:
    for place, one in enumerate(every):
        st.download_button(
            reader.say("own.report", file=markup.letters(_called(reader, one, every))),
            data=partial(report.workbook, one, reader.say.is_chinese),
            file_name=f"{one.file.rpartition('.')[0] or one.file}-{one.table.name}.xlsx",
            mime=MIME["xlsx"],
            key=f"own-report-{place}",
            icon=":material/download:",
            on_click="ignore",
        )
    lines = [reader.say.text(text) for one in every for text in one.read_as]
    if lines:
        with st.expander(reader.say("own.read_as")):
            for line in dict.fromkeys(lines):
                st.text(line)
