"""Any terminal can show what a command says; a reader who leaves or stops it sees no traceback."""

import os
import subprocess
import sys

import pytest

from carbonpeak.cli import terminal

PLAIN_C = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
GBK = {"PYTHONIOENCODING": "gbk"}
MODULES = "import sys; from carbonpeak import cli; cli.main(sys.argv[1:]); print(*sys.modules)"


def run(words, environment, **how):
    """Run a command as a shell does."""
    call = [sys.executable, "-m", "carbonpeak", *words]
    return subprocess.run(
        call, env=os.environ | environment, check=False, timeout=120, stderr=subprocess.PIPE, **how
    )


@pytest.mark.parametrize(
    ("environment", "shown"),
    [(GBK, {"zh": "碳", "en": "CO2"}), (PLAIN_C, {"en": "CO2", "zh": "?"})],
)
def test_a_list_is_written_with_the_closest_letters(environment, shown, in_full):
    """In the language that is read there; with ``--in-full`` in both."""
    for lang, letters in list(shown.items())[: None if in_full else 1]:
        done = run(["figure", "--list", "--lang", lang], environment, stdout=subprocess.PIPE)
        assert (done.returncode, done.stderr) == (0, b"")
        text = done.stdout.decode(environment.get("PYTHONIOENCODING", "ascii"))
        assert letters in text
        assert ("?" in text) == (letters == "?")


def test_a_plain_terminal_understands_a_chinese_name_and_can_say_what_is_near():
    done = run(["progress", "--region", "西藏"], PLAIN_C, stdout=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"540000" in done.stdout
    done = run(["progress", "--region", "陕西县"], PLAIN_C, stdout=subprocess.PIPE)
    assert done.returncode == 2
    assert done.stderr == b"There is no region '???'. Near: Shaanxi (610000).\n"


@pytest.mark.parametrize(
    ("text", "encoding", "written"),
    [
        ("CO₂ −6.6% · ※", "ascii", b"CO2 -6.6% . *"),
        ("CO₂ 碳", "gbk", "CO2 碳".encode("gbk")),
        ("Communiqué “2022” ≥ 5", "ascii", b'Communique "2022" >= 5'),
        ("碳", "ascii", b"?"),
        ("\udce8", "utf-8", b"?"),
    ],
)
def test_a_letter_that_is_lacking_is_replaced_by_its_closest(text, encoding, written):
    terminal.prepare()
    assert text.encode(encoding, terminal.CLOSEST) == written


@pytest.mark.parametrize(
    ("environment", "lang"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LC_MESSAGES": "zh_TW", "LANG": "en_GB"}, "zh"),
        ({}, "en"),
    ],
)
def test_messages_speak_the_language_of_the_locale(environment, lang):
    assert terminal.language(None, environment) == lang
    assert terminal.language("zh", environment) == "zh"


def test_the_language_is_known_before_the_command_is_understood():
    assert terminal.language_in(["figure", "--lang", "zh"]) == "zh"
    assert terminal.language_in(["figure", "--lang=zh"]) == "zh"
    assert terminal.language_in(["figure", "--lang"]) == "en"


@pytest.mark.parametrize("words", [["figure", "--list"], ["query", "regions__all"]])
def test_a_reader_who_leaves_gets_no_traceback(words):
    reading, writing = os.pipe()
    os.close(reading)
    done = run(words, {}, stdout=writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


def test_a_query_loads_neither_pages_nor_charts():
    call = [sys.executable, "-c", MODULES, "query", "regions__all"]
    done = subprocess.run(call, check=True, timeout=120, stdout=subprocess.PIPE, text=True)
    loaded = {name.partition(".")[0] for name in done.stdout.splitlines()[-1].split()}
    assert {"carbonpeak", "duckdb"} <= loaded
    heavy = {"streamlit", "plotly", "pypdf", "docx", "pptx", "xlsxwriter", "PIL", "alembic"}
    assert loaded & heavy == set()


CHINESE = {"LC_ALL": "zh_CN.UTF-8"}


def test_a_chinese_terminal_gets_chinese():
    helped = run(["--help"], CHINESE, stdout=subprocess.PIPE)
    assert "输出一项查询的数据行" in helped.stdout.decode()
    told = run(["progress", "--region", "陕西县"], CHINESE, stdout=subprocess.PIPE)
    assert told.stderr.decode() == "没有“陕西县”这一地区。相近的有：陕西 (610000)。\n"
    assert told.returncode == 2
