"""What a build may say: in both languages, with the same places."""

import string

import pytest

from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import BuildError, fault
from carbonpeak.build.words import WORDS


def places(text):
    return sorted({name for _, name, _, _ in string.Formatter().parse(text) if name})


@pytest.mark.parametrize("key", WORDS)
def test_both_languages_name_the_same_facts(key):
    assert places(WORDS[key].zh) == places(WORDS[key].en)
    assert any("\u4e00" <= letter <= "\u9fff" for letter in WORDS[key].zh)


def test_a_fault_is_said_in_both_languages(tmp_path):
    with pytest.raises(BuildError) as caught:
        Raw(tmp_path / "gone")
    assert (
        caught.value.text.zh
        == f"源文件所在文件夹 {tmp_path / 'gone'} 不存在。请用 RAW= 指定另一个。"
    )
    assert str(fault("washing", file="a.csv")) == "a.csv: coal washing was mended; drop the rule."


def test_all_faults_of_all_files_are_told_in_chinese_too(tmp_path):
    with pytest.raises(BuildError) as caught:
        Raw(tmp_path).require_all()
    chinese, english = (text.splitlines() for text in vars(caught.value.text).values())
    assert len(chinese) == len(english) > 10
    assert all("中没有源文件" in line for line in chinese)
