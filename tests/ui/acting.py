# SPDX-License-Identifier: MIT
"""Acts that many tests of pages begin with, and what is in front of a person."""

from dataclasses import replace
from typing import TypeVar
from uuid import uuid4

from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from groupdesk.domain.act_records import TalkRequest, WarningRequest
from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import Channel, Language, OperatorRole, Topic
from groupdesk.domain.records import MemberDetail
from groupdesk.domain.talk_enums import NotHeld
from groupdesk.models.operators import Operator
from groupdesk.services.desk import Desk
from groupdesk.ui.pages.page import Page
from groupdesk.ui.session import Session
from tests.ui.helpers import modal_in_front

D = TypeVar("D", bound=QDialog)
P = TypeVar("P", bound=Page)


def lower(desk: Desk, session: Session, role: OperatorRole) -> None:
    """Give whoever is at the desk another role, which all pages then show."""
    with desk.ledger.writing():
        Operator.update(role=role.value).where(Operator.id == 1).execute()
    session.context.events.publish(frozenset(Topic))


def prepare_warning(desk: Desk, detail: MemberDetail, message: str = "Please stop.") -> int:
    """Prepare a first warning for a breach of the first rule; it was not sent yet."""
    return desk.warnings.prepare(_request(desk, detail, message)).subject_id


def send_warning(
    desk: Desk, detail: MemberDetail, message: str = "Please stop.", *, template: str = ""
) -> int:
    """Record a first warning as sent now."""
    request = replace(_request(desk, detail, message), template=template)
    return desk.warnings.record_sent(request, to_text(desk.clock())).subject_id


def talk(
    desk: Desk,
    detail: MemberDetail,
    follow_up_on: str = "",
    agreement: str = "",
    not_held: NotHeld | None = None,
) -> int:
    """Log a talk that was just held, or offered in vain."""
    request = TalkRequest(
        uuid4(),
        detail.row.id,
        happened_at=to_text(desk.clock()),
        channel=Channel.PHONE,
        problem="Several offers in a day",
        follow_up_on=follow_up_on,
        agreement=agreement,
        not_held=not_held,
    )
    return desk.talks.record(request).subject_id


def page(session: Session, key: str, kind: type[P]) -> P:
    """Bring a page to the front."""
    session.context.acts.trigger(f"page.{key}")
    shown = session.workbench.page
    assert isinstance(shown, kind)
    return shown


def dialog(kind: type[D]) -> D:
    """Return the dialog in front, which must be of this kind."""
    QApplication.processEvents()
    shown = modal_in_front()
    assert isinstance(shown, kind), shown
    return shown


def in_front(qtbot: QtBot, window: QWidget) -> None:
    """Give a window the keyboard again after a dialog: without a screen nobody else does so."""
    with qtbot.waitActive(window):
        window.activateWindow()


def _request(desk: Desk, detail: MemberDetail, message: str) -> WarningRequest:
    book = desk.rules.current(detail.group.id)
    assert book is not None
    return WarningRequest(
        uuid4(), detail.row.id, book.rules[0].id, 2, Channel.PRIVATE, Language.EN, message
    )
