# SPDX-License-Identifier: MIT
import pytest

from groupdesk.ui.file_names import file_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("极光客户交流群 个案1 内部存档", "极光客户交流群 个案1 内部存档.pdf"),
        ("../../etc/passwd case 1", "etc-passwd case 1.pdf"),
        ('A:B*C?"D" | E', "A-B-C-D- - E.pdf"),
        ("...", "groupdesk.pdf"),
        ("", "groupdesk.pdf"),
    ],
)
def test_a_name_says_what_it_is_and_leads_nowhere(title: str, name: str) -> None:
    assert file_name(title, "pdf") == name


def test_a_long_name_is_cut_between_characters() -> None:
    name = file_name("群" * 200, "pdf")
    assert len(name.encode()) <= 255
    assert set(name.removesuffix(".pdf")) == {"群"}
