# SPDX-License-Identifier: MIT
"""Whose names a handout hides."""

import pytest

from groupdesk.domain.report_records import MaskedNames, MaskedPerson
from groupdesk.services.reports.masking import Masker
from groupdesk.words import Words

NAMES = MaskedNames(
    others=(
        MaskedPerson(("王芳", "wangfang_77")),
        MaskedPerson(("Li", "李")),
        MaskedPerson(("Ann Lee", "Ann")),
        MaskedPerson(("a.b*c", "")),
    ),
    own=("李伟 Li Wei", "Li Wei", "李伟"),
)


@pytest.fixture
def masker() -> Masker:
    return Masker(NAMES, Words("en"))


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("王芳 and WANGFANG_77 wrote", "[member A] and [member A] wrote"),
        ("此前王芳已请他停止", "此前[member A]已请他停止"),
        ("Li Wei and Li came", "Li Wei and [member B] came"),
        ("李伟和 李 说", "李伟和 [member B] 说"),
        ("李伟与李子", "李伟与李子"),
        ("Annual plan by Ann, ann lee's", "Annual plan by [member C], [member C]'s"),
        ("a.b*c axbbc", "[member D] axbbc"),
        ("@Ann@王芳", "@[member C]@[member A]"),
    ],
)
def test_names_in_text(masker: Masker, text: str, masked: str) -> None:
    assert masker.text(text) == masked


def test_a_field_with_a_name_is_masked_whole_and_always_alike(masker: Masker) -> None:
    assert masker.name("王芳") == "[member A]"
    assert masker.name("Someone Else") == "[member E]"
    assert masker.name("someone else ") == "[member E]"
    assert masker.name("Li Wei") == "Li Wei"
    assert masker.name("") == ""


def test_chinese_labels_and_many_people() -> None:
    many = MaskedNames(others=tuple(MaskedPerson((f"Person{n}",)) for n in range(30)))
    chinese, english = Masker(many, Words("zh")), Masker(many, Words("en"))
    assert chinese.text("Person0 Person9 Person10") == "成员甲 成员癸 成员11"
    assert english.text("Person25 Person26 Person27") == "[member Z] [member AA] [member AB]"


def test_a_name_is_found_whatever_its_case_does() -> None:
    masker = Masker(MaskedNames(others=(MaskedPerson(("Groß", "İnci")),)), Words("en"))
    for text in ("groß", "GROß", "inci", "İNCİ", "i\u0307nci"):
        assert "ro" not in masker.text(text).replace("[member A]", "").lower() or text == ""
    assert masker.text("Groß") == "[member A]"
