# SPDX-License-Identifier: MIT
"""Characters that paper cannot show."""

from collections.abc import Iterable

import pytest

from groupdesk.services.reports.printable import Printable, Tree, report_coverage
from groupdesk.services.reports.render import typesetter_shows


def printed(text: str, *, only_report_font: bool = False) -> tuple[Tree, dict[str, int]]:
    printable = Printable(typesetter_shows, only_report_font=only_report_font)
    tree = printable.tree({"text": [text, 1, None, True]})
    assert isinstance(tree["text"], list)
    assert tree["text"][1:] == [1, None, True]
    return tree["text"][0], dict(printable.replaced)


def test_the_font_has_chinese_and_no_emoji() -> None:
    coverage = report_coverage()
    assert all(character in coverage for character in "客户李伟Aé‹›“”…𠮷ñЖ한カ")
    assert not any(character in coverage for character in "🌸\ue403\ufffe\x00ม")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("李伟 Li Wei", "李伟 Li Wei"),
        ("花🌸", "花‹U+1F338›"),
        ("\ue403", "‹U+E403›"),
        ("a\ufffeb", "a‹U+FFFE›b"),
        ("a\x07b", "a‹U+0007›b"),
        ("\ud83d", "‹U+D83D›"),
        ("\u202eabc", "‹U+202E›abc"),
        ("ab\u200bc", "ab‹U+200B›c"),
        ("👨\u200d👩\ufe0f", "‹U+1F468›‹U+1F469›"),
        ("a\u200d b", "a‹U+200D› b"),
        ("a\r\nb\rc\u2028d\te", "a\nb\nc\nd    e"),
    ],
)
def test_what_has_no_glyph_becomes_its_number(text: str, shown: str) -> None:
    assert printed(text)[0] == shown


def test_other_scripts_stay_where_the_typesetter_has_them() -> None:
    assert printed("محمد علی\u200cرضا שלום")[0] == "محمد علی\u200cرضا שלום"
    strict, replaced = printed("שלום", only_report_font=True)
    assert isinstance(strict, str)
    assert strict.replace("\u200b", "") == "‹U+05E9›‹U+05DC›‹U+05D5›‹U+05DD›"
    assert sum(replaced.values()) == 4


def test_each_replacement_is_counted() -> None:
    assert printed("🌸🌸\x00 ok")[1] == {"🌸": 2, "\x00": 1}


def test_long_runs_can_break_and_lose_nothing() -> None:
    address = "https://shop.example/path/" + "a1" * 50
    shown = printed(address)[0]
    assert isinstance(shown, str)
    assert shown.replace("\u200b", "") == address
    assert max(map(len, shown.split("\u200b"))) <= 24
    assert printed("客" * 500)[0] == "客" * 500


def test_the_typesetter_is_asked_only_about_what_the_font_lacks() -> None:
    asked: list[set[str]] = []

    def shows(characters: Iterable[str]) -> set[str]:
        asked.append(set(characters))
        return set()

    Printable(shows).tree({"text": "客户 abc م\x00\ue403"})
    assert asked == [{"م"}]
