# SPDX-License-Identifier: MIT
"""The poster on paper: long books flow, a missing language is stood in for, all is text."""

import uuid

import pytest

from groupdesk.domain.enums import Language, Platform, Severity
from groupdesk.domain.errors import StateChangedError
from groupdesk.domain.records import GroupFields
from groupdesk.domain.rulebook import RuleDraft
from groupdesk.services.desk import Desk
from groupdesk.services.reports.pages import PdfPages
from groupdesk.services.starter_rules import starter_rules

EN, ZH = Language.EN, Language.ZH


def publish(desk: Desk, *rules: RuleDraft, name: str = "Aurora") -> int:
    fields = GroupFields(name, Platform.WECOM, EN, owner_name="Ana")
    group = desk.groups.create(uuid.uuid4(), fields).subject_id
    return desk.rules.publish(uuid.uuid4(), group, rules).subject_id


def text_of(pdf: bytes) -> tuple[int, str]:
    with PdfPages(pdf) as pages:
        return len(pages), "\n".join(pages.text(at) for at in range(len(pages)))


def test_a_hundred_long_rules_flow_over_pages(desk: Desk) -> None:
    rules = [
        RuleDraft(f"R{n}", Severity.MINOR, {"en": f"Title {n}"}, {"en": "Some words. " * 400})
        for n in range(1, 101)
    ]
    pages, text = text_of(desk.reports.preview_poster(publish(desk, *rules), (EN,)).pdf)
    assert pages > 100
    assert "Title 1" in text
    assert "Title 100" in text


def test_a_rule_goes_to_the_next_page_as_a_whole(desk: Desk) -> None:
    book = publish(desk, *starter_rules("partners"))
    with PdfPages(desk.reports.preview_poster(book, (ZH, EN)).pdf) as pages:
        (last,) = (at for at in range(len(pages)) if "colleague’s account" in pages.text(at))
        assert "违规处理与申诉" in pages.text(last)


def test_one_language_stands_in_for_the_other(desk: Desk) -> None:
    rule = RuleDraft("R1", Severity.MINOR, {"zh": "禁止广告"}, {"zh": "请不要发布广告。"})
    _pages, text = text_of(desk.reports.preview_poster(publish(desk, rule), (EN, ZH)).pdf)
    assert text.count("禁止广告") == 2
    assert "Our rules" in text
    assert "本群群规" in text


@pytest.mark.parametrize("name", ["A\u202eB", "<b>A</b> #set *x* $y$", "🌸 Aurora \ue412"])
def test_odd_names_are_only_text(desk: Desk, name: str) -> None:
    rule = RuleDraft("R1", Severity.MINOR, {"en": "#strike[x] <b>"}, {"en": "*a* _b_ @c `d`"})
    book = publish(desk, rule, name=name)
    _pages, text = text_of(desk.reports.preview_poster(book, (EN,)).pdf)
    assert "#strike[x] <b>" in text
    assert "*a* _b_ @c `d`" in text
    assert "\u202e" not in text


def test_a_version_that_is_gone_is_said(desk: Desk) -> None:
    with pytest.raises(StateChangedError, match="rules_version_gone"):
        desk.reports.preview_poster(99, (EN,))
