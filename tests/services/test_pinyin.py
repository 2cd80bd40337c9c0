# SPDX-License-Identifier: MIT
import subprocess
import sys

import pytest

from groupdesk import paths
from groupdesk.services import pinyin
from tests import pinyin_table


def test_the_table_is_what_pypinyin_gives() -> None:
    for name, text in pinyin_table.tables().items():
        assert paths.resource("pinyin", name).read_text(encoding="utf-8") == text


def test_the_program_does_without_pypinyin() -> None:
    code = (
        "import sys; from groupdesk.services import pinyin, search;"
        "assert pinyin.full('重庆')[0] == 'chongqing'; sys.exit('pypinyin' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_each_surname_is_listed_once_and_spelled_whole() -> None:
    text = paths.resource("pinyin", "surnames.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    assert len({surname for surname, _ in rows}) == len(rows)
    for surname, said in rows:
        assert len(said.split(" ")) == len(surname)
        for char, syllable in zip(surname, said.split(" "), strict=True):
            assert pinyin.readings(char), char
            assert syllable.isascii()
            assert syllable.isalpha()


def test_readings_of_a_character() -> None:
    assert pinyin.readings("重") == ("zhong", "chong", "tong")
    assert pinyin.readings("吕") == ("lv", "lu")
    assert pinyin.readings("\U0002c029") == ("wei",)  # 𬀩, beyond the basic plane
    assert pinyin.readings("a") == pinyin.readings("🌸") == ()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("李伟", "liwei"),
        ("单晓明", "shanxiaoming"),
        ("曾国藩", "zengguofan"),
        ("解小东", "xiexiaodong"),
        ("仇英", "qiuying"),
        ("查良镛", "zhaliangyong"),
        ("区志强", "ouzhiqiang"),
        ("任盈盈", "renyingying"),
        ("盖叫天", "gejiaotian"),
        ("尉迟恭", "yuchigong"),
        ("万俟雪", "moqixue"),
        ("澹台明", "tantaiming"),
        ("朴智妍", "piaozhiyan"),
        ("单身", "danshen"),
        ("曾经沧海", "cengjingcanghai"),
        ("重庆", "chongqing"),
        ("长沙", "changsha"),
        ("音乐老师", "yinyuelaoshi"),
        ("校长", "xiaozhang"),
        ("乐乐", "lele"),
        ("李\u3000伟", "liwei"),
        ("歐陽娜娜", "ouyangnana"),
    ],
)
def test_the_likeliest_reading_comes_first(name: str, said: str) -> None:
    assert pinyin.full(name)[0] == said


def test_other_readings_are_kept() -> None:
    assert {"zengwei", "cengwei"} <= set(pinyin.full("曾伟"))
    assert {"shanwei", "danwei", "chanwei"} == set(pinyin.full("单伟"))
    assert {"chongqing", "zhongqing"} <= set(pinyin.full("重庆"))
    assert len(pinyin.full("重长乐行曾单解查")) == pinyin.VARIANTS


def test_parts_of_a_name_are_read_apart() -> None:
    said = pinyin.full("华东-王磊 Leo")
    assert said[0] == "huadong"
    assert "wanglei" in said
    assert pinyin.full("Leo") == ()
    assert pinyin.full("") == ()


def test_initials_with_and_without_the_surname() -> None:
    assert pinyin.initials("李小伟") == ("lxw", "xw")
    assert pinyin.initials("欧阳修")[:2] == ("oyx", "x")
    assert {"zw", "cw"} <= set(pinyin.initials("曾伟"))
    assert pinyin.initials("Leo") == ()


def test_syllables_and_initials_among_each_other() -> None:
    assert pinyin.mixed("王子月")[:3] == ("wangzyue", "wziyue", "wzyue")
    assert pinyin.mixed("李伟 lw") == ("lwei",)
    assert {"zwei", "cwei"} == set(pinyin.mixed("曾伟"))
    assert "ouyangxyuan" not in pinyin.mixed("欧阳")
    assert "ouyangxyuan" in pinyin.mixed("欧阳修远")
    assert pinyin.mixed("华东-李伟") == ("hdong", "lwei")
    for no_name in ("Leo", "伟", "晨光家电商行", ""):
        assert pinyin.mixed(no_name) == ()


def test_lists_sort_chinese_among_latin_and_the_rest_after() -> None:
    names = [
        "梁静",
        "🇩🇪",
        "👨‍👩‍👧",
        "🌸小花",
        "Łukasz",
        "Zoe",
        "李伟明",
        "8号",
        "li wei",
        "单伟",
        "李伟",
        "Adam",
        "~安",
        "",
        "Shaw",
        "2号",
    ]
    # Byte order, as SQLite compares.
    ordered = sorted(names, key=lambda name: pinyin.sort_key(name).encode())
    assert ordered == [
        "Adam", "~安", "li wei", "李伟", "李伟明", "梁静", "Łukasz", "单伟", "Shaw",
        "🌸小花", "Zoe", "2号", "8号", "", "🇩🇪", "👨‍👩‍👧",
    ]  # fmt: skip


def test_a_sort_key_ignores_case_and_width_and_stays_short() -> None:
    assert pinyin.sort_key("ＡＤＡＭ") == pinyin.sort_key("adam")
    assert len(pinyin.sort_key("张" * 10_000)) < 1000
