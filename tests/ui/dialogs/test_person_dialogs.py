# SPDX-License-Identifier: MIT
"""One person over all groups: the page, a link, its undoing, the blocklist, letting in."""

from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from groupdesk.domain.act_records import EvidenceUse, RemovalRequest
from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import (
    EvidenceSource,
    Ground,
    Language,
    Platform,
    SubjectKind,
    Term,
)
from groupdesk.domain.records import GroupFields, MemberDetail, MemberFields
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.link_dialog import LinkDialog
from groupdesk.ui.dialogs.member_dialog import MemberDialog
from groupdesk.ui.dialogs.person_dialog import PersonDialog
from groupdesk.ui.dialogs.reason_dialog import BlockDialog, LetInDialog, UnlinkDialog
from groupdesk.ui.pages.members_page import MembersPage
from groupdesk.ui.pages.today_page import TodayPage
from groupdesk.ui.person_words import PersonWords
from groupdesk.ui.session import Session
from groupdesk.ui.widgets.card import Card
from tests.ui.acting import dialog, page, send_warning, talk
from tests.ui.desks import Notices, png

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def twin(desk: Desk) -> int:
    """The membership of a second entry, in another group."""
    fields = GroupFields("Beta", Platform.TELEGRAM, Language.EN)
    group = desk.groups.create(uuid4(), fields).subject_id
    return desk.members.add(
        uuid4(), group, MemberFields("Xiaoming Wang", external_id="tg100", phone="13800138000")
    ).subject_id


@pytest.fixture
def linked(desk: Desk, detail: MemberDetail, twin: int) -> int:
    """The person under two entries."""
    entry = desk.members.row(twin).person_id
    desk.persons.link(uuid4(), entry, detail.row.person_id, "He said so")
    return detail.row.person_id


def person_dialog(qtbot: QtBot, context: UiContext, person: int) -> PersonDialog:
    made = PersonDialog(context, person)
    made.show()
    return made


def said(widget: PersonDialog | LinkDialog) -> str:
    return "\n".join(shown.text() for shown in widget.findChildren(QLabel) if shown.isVisible())


def press(qtbot: QtBot, widget: PersonDialog, name: str) -> None:
    made = next(
        found for found in widget.findChildren(QPushButton)
        if found.isVisible() and found.text() == name
    )  # fmt: skip
    qtbot.mouseClick(made, LEFT)


def test_it_shows_groups_accounts_links_and_one_timeline(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail, twin: int, linked: int
) -> None:
    talk(desk, desk.members.detail(twin))
    shown = person_dialog(qtbot, context, linked)
    text = said(shown)
    for part in ("Aurora customers", "Beta", "13800138000", "tg100", "He said so"):
        assert part in text
    (entry,) = shown.timeline.entries
    assert entry.elsewhere == "Beta"
    assert "Beta" in shown.timeline.cards[0].accessibleName()


def test_renamed_in_one_group_the_other_name_stands_beside_the_new_one(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail, twin: int, linked: int
) -> None:
    desk.members.change(uuid4(), detail.row.id, name="Wang Xm")
    shown = person_dialog(qtbot, context, linked)
    assert shown.windowTitle() == "Wang Xm"
    assert "also known as Xiaoming Wang" in said(shown)
    other = desk.members.add(uuid4(), detail.row.group_id, MemberFields("Somebody")).subject_id
    link = LinkDialog(context, desk.members.row(other).person_id, linked)
    link.show()
    assert "Also known as" in said(link)
    assert "Xiaoming Wang" in said(link)


def test_a_group_leads_to_the_member_there(
    qtbot: QtBot, session: Session, desk: Desk, detail: MemberDetail, twin: int, linked: int
) -> None:
    shown = person_dialog(qtbot, session.context, linked)
    card = next(one for one in shown.findChildren(Card) if "Beta" in one.accessibleName())
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_Return)
    members = session.workbench.page
    assert isinstance(members, MembersPage)
    assert members.detail.detail is not None
    assert members.detail.detail.row.id == twin


def test_undo_asks_why_and_gives_two_persons_back(
    qtbot: QtBot, context: UiContext, desk: Desk, twin: int, linked: int
) -> None:
    shown = person_dialog(qtbot, context, linked)
    press(qtbot, shown, "Undo link…")
    asked = dialog(UnlinkDialog)
    assert not asked.main_button.isEnabled()
    qtbot.keyClicks(asked.reason, "A namesake")
    qtbot.keyClick(asked.reason, Qt.Key.Key_Return, CTRL)
    assert len(desk.persons.get(linked).entries) == 1
    assert "Undo link…" not in [b.text() for b in shown.findChildren(QPushButton) if b.isVisible()]


def test_blocking_and_its_case(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    talk(desk, detail)
    shown = person_dialog(qtbot, context, detail.row.person_id)
    press(qtbot, shown, "Put on the blocklist…")
    asked = dialog(BlockDialog)
    asked.case.choose(1)
    qtbot.keyClicks(asked.reason, "Fake vouchers")
    qtbot.mouseClick(asked.main_button, LEFT)
    (block,) = desk.blocklist.rows()
    assert (block.reason, block.case_number) == ("Fake vouchers", 1)
    assert "On the blocklist" in said(shown)
    context.translations.set_language("zh")
    assert PersonWords(context).block(block).startswith("黑名单：Fake vouchers（")
    context.translations.set_language("en")
    assert "Take off the blocklist…" in [b.text() for b in shown.findChildren(QPushButton)]


def test_linking_finds_the_other_one_and_shows_both(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail, twin: int
) -> None:
    asked = LinkDialog(context, detail.row.person_id, None)
    asked.show()
    assert not asked.reason.isVisible()
    qtbot.keyClicks(asked.search, "tg100")
    qtbot.waitUntil(lambda: asked.model.rowCount() == 1)
    text = said(asked)
    assert "Xiaoming Wang" in text
    assert "13800138000" in text
    assert "Together: 2 groups." in text
    asked.stands.choose(desk.members.row(twin).person_id)
    qtbot.keyClicks(asked.reason, "Same phone")
    qtbot.keyClick(asked.reason, Qt.Key.Key_Return, CTRL)
    one = desk.persons.get(detail.row.person_id)
    assert (one.name, len(one.entries)) == ("Xiaoming Wang", 2)


def test_who_was_linked_meanwhile_is_said_and_nothing_is_lost(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail, twin: int
) -> None:
    entry = desk.members.row(twin).person_id
    asked = LinkDialog(context, detail.row.person_id, entry)
    asked.show()
    qtbot.keyClicks(asked.reason, "Same phone")
    desk.persons.link(uuid4(), entry, detail.row.person_id, "Somebody was faster")
    qtbot.mouseClick(asked.main_button, LEFT)
    assert "one person already" in asked.banner.text
    assert asked.reason.text == "Same phone"


def test_the_member_detail_leads_to_the_person_by_key_and_names_the_other_account(
    qtbot: QtBot, session: Session, desk: Desk, detail: MemberDetail, linked: int
) -> None:
    members = page(session, "members", MembersPage)
    members.show_member(detail.row.id)
    texts = [made.text() for made in members.detail.findChildren(QPushButton)]
    assert "also in Beta as Xiaoming Wang" in texts
    keys = CTRL | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(members.table, Qt.Key.Key_P, keys)
    assert dialog(PersonDialog).person is not None


def test_adding_says_first_who_is_blocked_and_takes_a_reason(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail, twin: int
) -> None:
    desk.blocklist.block(uuid4(), desk.members.row(twin).person_id, "Fake vouchers")
    asked = MemberDialog(context, detail.group, None)
    asked.show()
    assert asked.check is not None
    assert not asked.check.field.isVisible()
    qtbot.keyClicks(asked.lines["name"], "Wang")
    qtbot.keyClicks(asked.lines["phone"], "+86 138 0013 8000")
    qtbot.waitUntil(asked.check.field.isVisible)
    text = "\n".join(shown.text() for shown in asked.check.findChildren(QLabel))
    assert "On the blocklist" in text
    assert "Fake vouchers" in text
    qtbot.keyClicks(asked.check.reason, "Only shares the phone")
    qtbot.mouseClick(asked.main_button, LEFT)
    assert {alert.name for alert in desk.returns.alerts()} == {"Xiaoming Wang"}


def test_today_names_who_is_back_until_somebody_decided(
    qtbot: QtBot, session: Session, desk: Desk, detail: MemberDetail, notices: Notices
) -> None:
    desk.blocklist.block(uuid4(), detail.row.person_id, "Fake vouchers")
    today = page(session, "today", TodayPage)

    def buttons() -> list[str]:
        return [made.text() for made in today.findChildren(QPushButton) if made.isVisible()]

    (card,) = [card for card in today.findChildren(Card) if card.isVisible()]
    group = detail.group.name
    assert card.accessibleName() == f"王小明 is on the blocklist and in {group}: may they stay?"
    qtbot.mouseClick(
        next(made for made in card.findChildren(QPushButton) if made.text() == "To be removed"),
        LEFT,
    )
    assert "Remove…" in buttons()
    (card,) = [card for card in today.findChildren(Card) if card.isVisible()]
    qtbot.mouseClick(
        next(made for made in card.findChildren(QPushButton) if made.text() == "Let stay…"), LEFT
    )
    asked = dialog(LetInDialog)
    qtbot.keyClicks(asked.reason, "Paid everything back")
    qtbot.keyClick(asked.reason, Qt.Key.Key_Return, CTRL)
    assert not [card for card in today.findChildren(Card) if card.isVisible()]
    assert desk.returns.alerts() == ()


def test_who_was_removed_and_is_forgiven_comes_back_as_the_same_person(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    send_warning(desk, detail)
    picture = desk.evidence.take_bytes(png(), "chat.png", EvidenceSource.PASTE)
    removal = desk.removals.decide(
        RemovalRequest(
            operation=uuid4(),
            membership_id=detail.row.id,
            ground=Ground.COMPROMISED,
            rule_id=None,
            reason="Sends links by itself",
            term=Term.FOR_GOOD,
            evidence=(EvidenceUse(picture.id),),
            already_removed_at=to_text(desk.clock()),
        )
    )
    desk.reversals.record(uuid4(), SubjectKind.REMOVAL, removal.subject_id, "Has it back")
    asked = MemberDialog(context, detail.group, None)
    asked.show()
    check = asked.check
    assert check is not None
    asked.lines["name"].insert(detail.row.name)  # QTest types no Chinese
    qtbot.waitUntil(lambda: bool(check.same))
    text = "\n".join(shown.text() for shown in check.findChildren(QLabel))
    assert "Was removed; lifted on 21 Nov" in text
    assert "Has it back" in text
    assert not check.field.isVisible()
    (choice,) = check.same.values()
    qtbot.mouseClick(choice, LEFT, pos=QPoint(8, choice.height() // 2))
    with qtbot.waitSignal(asked.saved) as saved:
        qtbot.mouseClick(asked.main_button, LEFT)
    back = desk.members.row(saved.args[0])
    assert (back.person_id, back.standing) == (detail.row.person_id, 2)
