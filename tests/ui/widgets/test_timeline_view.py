# SPDX-License-Identifier: MIT
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from groupdesk.domain.act_records import EvidenceUse, Incident, TalkRequest, WarningRequest
from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import Channel, EvidenceSource, Language, SubjectKind, Topic
from groupdesk.domain.records import MemberDetail, TimelineEntry
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.outcome_dialogs import SentEarlierDialog, UndeliveredDialog
from groupdesk.ui.dialogs.picture_dialog import PictureDialog
from groupdesk.ui.member_acts import MemberActs
from groupdesk.ui.translations import LanguageCode
from groupdesk.ui.widgets.history_panel import HistoryPanel
from groupdesk.ui.widgets.thumbnail import Thumbnail
from groupdesk.ui.widgets.timeline_card import TimelineCard
from groupdesk.ui.widgets.timeline_view import AT_ONCE, TimelineView
from tests.helpers import removal, rule_id
from tests.ui.desks import NOW, Clock, png
from tests.ui.helpers import modal_in_front


def warning(desk: Desk, detail: MemberDetail, *uses: EvidenceUse, text: str = "") -> WarningRequest:
    book = desk.rules.current(detail.group.id)
    assert book is not None
    return WarningRequest(
        uuid4(),
        detail.row.id,
        book.rules[0].id,
        3,
        Channel.PRIVATE,
        Language.ZH,
        text or "您好，请不要发广告。",
        evidence=uses,
    )


def texts(card: TimelineCard) -> str:
    return "\n".join(label.text() for label in card.findChildren(QLabel) if label.isVisible())


def buttons(card: TimelineCard) -> dict[str, QPushButton]:
    return {one.text(): one for one in card.findChildren(QPushButton) if one.isVisible()}


@pytest.fixture
def panel(qtbot: QtBot, context: UiContext, detail: MemberDetail) -> HistoryPanel:
    made = HistoryPanel(context, detail.row.id)
    qtbot.addWidget(made)
    made.resize(420, 500)
    made.show()
    return made


def test_empty_history_says_so(panel: HistoryPanel) -> None:
    assert (
        panel.timeline._empty.text()
        == "Nothing has been done yet: no talk, no reminder, no warning."
    )


def test_sent_warning_with_its_words_and_pictures(
    context: UiContext, desk: Desk, detail: MemberDetail, panel: HistoryPanel
) -> None:
    record = desk.evidence.take_bytes(png(), "chat-1.png", EvidenceSource.PASTE)
    receipt = desk.warnings.record_sent(warning(desk, detail, EvidenceUse(record.id)), to_text(NOW))
    context.done(receipt)
    (card,) = panel.timeline.cards
    assert card.accessibleName().startswith("Warning 2 sent privately, ")
    assert "21 Nov, 15:42 · Mei" in card.accessibleName()
    assert "“您好，请不要发广告。”" in texts(card)
    assert "Counts until 19 Feb 2027" in texts(card)
    tile = card.findChild(Thumbnail)
    assert tile is not None
    assert tile.caption == "chat-1.png"
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    opened = panel.findChild(PictureDialog)
    assert opened is not None
    opened.reject()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Happened 20 Nov, 15:42: “Last chance!”"),
        ("zh", "发生于11月20日 15:42：“Last chance!”"),
    ],
)
def test_what_a_later_message_was_about_stands_on_its_own_card(
    context: UiContext,
    desk: Desk,
    detail: MemberDetail,
    panel: HistoryPanel,
    language: LanguageCode,
    said: str,
) -> None:
    context.translations.set_language(language)
    for days, quoted in ((2, "Buy now!"), (1, "Last chance!")):
        told = Incident(to_text(NOW - timedelta(days=days)), quoted_text=quoted)
        request = replace(warning(desk, detail), incident=told)
        context.done(desk.warnings.record_sent(request, to_text(NOW)))
    later, first = panel.timeline.cards
    assert said in texts(later)
    assert "Buy now!" not in texts(first), "the case says so"


def test_prepared_message_asks_whether_it_was_sent(
    context: UiContext, desk: Desk, detail: MemberDetail, panel: HistoryPanel, clock: Clock
) -> None:
    context.done(desk.warnings.prepare(warning(desk, detail)))
    (card,) = panel.timeline.cards
    assert "prepared, not sent yet: does not count" in card.accessibleName()
    clock.forward(minutes=5)
    QTest.keyClick(buttons(card)["Sent now"], Qt.Key.Key_Space)
    (card,) = panel.timeline.cards
    assert "sent privately" in card.accessibleName()
    assert "15:47" in card.accessibleName()
    assert "Sent now" not in buttons(card)
    assert desk.members.row(detail.row.id).standing == 3


def test_prepared_message_that_was_sent_earlier(
    context: UiContext, desk: Desk, detail: MemberDetail, panel: HistoryPanel, clock: Clock
) -> None:
    context.done(desk.warnings.prepare(warning(desk, detail)))
    clock.forward(days=1)
    (card,) = panel.timeline.cards
    QTest.keyClick(buttons(card)["Sent earlier…"], Qt.Key.Key_Space)
    asked = modal_in_front()
    assert isinstance(asked, SentEarlierDialog)
    QTest.mouseClick(asked.main_button, Qt.MouseButton.LeftButton)
    (card,) = panel.timeline.cards
    assert "sent privately" in card.accessibleName()
    assert "21 Nov, 15:42" in card.accessibleName()


def test_prepared_message_that_was_not_sent(
    context: UiContext, desk: Desk, detail: MemberDetail, panel: HistoryPanel
) -> None:
    context.done(desk.warnings.prepare(warning(desk, detail)))
    buttons(panel.timeline.cards[0])["Not sent"].click()
    assert "then not sent" in panel.timeline.cards[0].accessibleName()
    assert desk.members.row(detail.row.id).standing == 0


def test_lifted_warning_is_struck_through_with_the_reason(
    context: UiContext, desk: Desk, detail: MemberDetail, panel: HistoryPanel
) -> None:
    sent = desk.warnings.record_sent(warning(desk, detail), to_text(NOW))
    context.done(
        desk.reversals.record(uuid4(), SubjectKind.WARNING, sent.subject_id, "It was a mix-up")
    )
    (card,) = panel.timeline.cards
    assert "Lifted 21 Nov, 15:42 by Mei, no longer counts: It was a mix-up" in texts(card)
    assert card._head._bold().strikeOut()


def test_talk_says_what_was_agreed(
    context: UiContext, desk: Desk, detail: MemberDetail, panel: HistoryPanel
) -> None:
    request = TalkRequest(
        uuid4(),
        detail.row.id,
        to_text(NOW),
        Channel.PHONE,
        problem="posts links",
        agreement="asks first",
        follow_up_on="2026-11-30",
    )
    context.done(desk.talks.record(request))
    (card,) = panel.timeline.cards
    assert card.accessibleName().startswith("Talk by phone, posts links, ")
    assert "Agreed: asks first\nFollow-up on 30 Nov" in texts(card)


def test_long_message_is_cut_until_asked_for(
    context: UiContext, desk: Desk, detail: MemberDetail, panel: HistoryPanel
) -> None:
    context.done(desk.warnings.prepare(warning(desk, detail, text="x" * 5_000)))
    (card,) = panel.timeline.cards
    assert len(texts(card)) < 1_000
    buttons(card)["Show all"].click()
    assert len(texts(card)) > 5_000


def test_a_long_notice_and_a_long_reason_are_folded_and_unfolded_by_keyboard(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail, panel: HistoryPanel
) -> None:
    rule = rule_id(desk, detail.group.id)
    notice = "\n".join(f"Line {at} of the notice" for at in range(40))
    made = desk.removals.decide(removal(desk, detail.row.id, rule, notice=notice)).subject_id
    receipt = desk.reversals.record(uuid4(), SubjectKind.REMOVAL, made, "why " * 300)
    context.done(receipt)
    (card,) = panel.timeline.cards
    assert "Line 2 of the notice" in texts(card)
    assert "Line 39" not in texts(card)
    assert len(texts(card)) < 1_500
    fold = buttons(card)["Show all"]
    fold.setFocus()
    qtbot.keyClick(fold, Qt.Key.Key_Space)
    assert "Line 39 of the notice" in texts(card)
    assert texts(card).count("why") >= 300
    assert fold.hasFocus()
    context.events.publish(Topic)
    assert "Line 39 of the notice" in texts(panel.timeline.cards[0]), "what one reads stays open"
    qtbot.keyClick(buttons(panel.timeline.cards[0])["Show less"], Qt.Key.Key_Space)
    assert "Line 39" not in texts(panel.timeline.cards[0])


def test_both_languages(context: UiContext, desk: Desk, detail: MemberDetail) -> None:
    context.translations.set_language("zh")
    desk.warnings.prepare(warning(desk, detail))
    panel = HistoryPanel(context, detail.row.id)
    assert (
        panel.timeline.cards[0]
        .accessibleName()
        .startswith("第 2 次警告已拟好，尚未发送，不计入, R1 ")
    )
    panel.deleteLater()


def many(detail: MemberDetail, count: int) -> tuple[TimelineEntry, ...]:
    return tuple(
        TimelineEntry(
            kind="warning",
            id=at,
            case_number=1,
            at=to_text(NOW),
            operator="Mei",
            step_kind="warning",
            position=2,
            number=at,
            numbered=True,
            channel=Channel.PRIVATE,
            state="sent",
            state_at=to_text(NOW),
            until=to_text(NOW),
            rule_code="R1",
            rule_titles={"en": "No advertising", "zh": "禁止广告"},
            text="您好，感谢您一直以来对群的支持。您今天发布的推广链接违反了群规第 1 条。" * 2,
        )
        for at in range(count)
    )


def test_long_history_makes_cards_as_one_scrolls(
    qtbot: QtBot, context: UiContext, detail: MemberDetail
) -> None:
    view = TimelineView(context, None)
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.set_entries(many(detail, 60))
    assert len(view.cards) == AT_ONCE
    view.show()
    qtbot.waitUntil(lambda: len(view.cards) < 60)
    for _ in range(100):
        if len(view.cards) == 60:
            break
        view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
        view._fill_up()
        QApplication.processEvents()
    assert len(view.cards) == 60
    place = view.verticalScrollBar().value()
    view.set_entries(view.entries, keep_position=True)
    assert view.verticalScrollBar().value() == place
    view.set_entries(view.entries[:3])
    assert len(view.cards) == 3
    assert sum(card.isVisible() for card in view._cards) == 3


def test_menu_offers_what_can_be_done(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    view = TimelineView(context, None)
    qtbot.addWidget(view)
    view._acts = MemberActs(context, view)
    view.show()
    desk.warnings.record_sent(warning(desk, detail), to_text(NOW))
    (entry,) = desk.timeline.of_member(detail.row.id)
    shown = [action.text() for action in view.menu_for(entry).actions() if action.text()]
    assert shown == [
        "Acknowledged…",
        "Could not be delivered…",
        "Pardon…",
        "Lift this…",
        "Record objection…",
        "Move to another case…",
        "Go to case 1",
        "Print case file 1…",
    ]
    view.menu_for(entry).actions()[1].trigger()
    asked = view.window().findChild(UndeliveredDialog)
    assert asked is not None
    assert "Warning 2 sent privately — R1" in asked._subtitle.text()
    (entry,) = desk.timeline.of_member(detail.row.id)
    assert entry.state == "sent"
    asked.note.set_text("has blocked us")
    asked.main_button.click()
    view.set_entries(desk.timeline.of_member(detail.row.id))
    assert "Why it was not delivered: has blocked us" in texts(view.cards[0])
