# SPDX-License-Identifier: MIT
"""One person over all groups: the page, links, blocklist, duplicates, who is back, join check."""

import uuid
from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from groupdesk.domain.enums import SubjectKind, Term
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.records import MemberFields, Receipt
from groupdesk.ui.dialogs.carry_out_dialog import CarryOutDialog
from groupdesk.ui.dialogs.link_dialog import LinkDialog
from groupdesk.ui.dialogs.member_dialog import MemberDialog
from groupdesk.ui.dialogs.person_dialog import PersonDialog
from groupdesk.ui.dialogs.reason_dialog import (
    BlockDialog,
    LetInDialog,
    LiftBlockDialog,
    UnlinkDialog,
)
from groupdesk.ui.dialogs.reversal_dialog import ReversalDialog
from groupdesk.ui.pages.people_page import PeoplePage
from tests.scenes import Stage, scene


def _write(stage: Stage, work: Callable[[], Receipt]) -> None:
    """Write on the thread that writes; this one only reads."""
    context = stage.context
    context.runner.run(context.events, work, context.done, _raise)
    stage.idle(stage.session)


def _raise(error: Exception) -> None:
    raise error


def _people(stage: Stage, key: str) -> PeoplePage:
    page = stage.page("people")
    assert isinstance(page, PeoplePage)
    page.chips.set_current(key)
    page.report = stage.context.desk.duplicates.report()
    page._load()
    stage.idle(stage.session)
    return page


@scene("people-blocklist")
def blocklist(stage: Stage) -> QWidget:
    _people(stage, "blocked")
    return stage.session.window


@scene("people-duplicates")
def duplicates(stage: Stage) -> QWidget:
    _people(stage, "duplicates")
    return stage.session.window


@scene("people-duplicates-start")
def duplicates_start(stage: Stage) -> QWidget:
    page = _people(stage, "duplicates")
    page.report = None
    page._load()
    return stage.session.window


@scene("people-linked")
def linked(stage: Stage) -> QWidget:
    _people(stage, "linked")
    return stage.session.window


@scene("people-empty")
def people_empty(stage: Stage) -> QWidget:
    session = stage.empty()
    session.workbench.show_page("people")
    stage.idle(session)
    return session.window


@scene("person")
def person(stage: Stage) -> QWidget:
    linked = stage.context.desk.persons.linked()[0]
    dialog = PersonDialog(stage.context, linked.id, stage.session.window)
    dialog.open()
    return dialog


@scene("person-busy")
def person_busy(stage: Stage) -> QWidget:
    """Somebody with warnings in one group, and in another one, too."""
    dialog = PersonDialog(stage.context, stage.member().row.person_id, stage.session.window)
    dialog.open()
    return dialog


@scene("person-blocked")
def person_blocked(stage: Stage) -> QWidget:
    blocked = stage.context.desk.blocklist.rows()[0]
    dialog = PersonDialog(stage.context, blocked.person_id, stage.session.window)
    dialog.open()
    return dialog


@scene("person-link")
def link(stage: Stage) -> QWidget:
    pair = stage.context.desk.duplicates.report().pairs[0]
    first, second = pair.first.person_id, pair.second.person_id
    dialog = LinkDialog(stage.context, first, second, stage.session.window)
    dialog.open()
    return dialog


@scene("person-link-search")
def link_search(stage: Stage) -> QWidget:
    pair = stage.context.desk.duplicates.report().pairs[0]
    dialog = LinkDialog(stage.context, pair.first.person_id, None, stage.session.window)
    dialog.open()
    dialog.search.setText("chenxi")
    dialog._find()
    stage.idle(stage.session)
    return dialog


@scene("person-unlink-error")
def unlink_error(stage: Stage) -> QWidget:
    linked = stage.context.desk.persons.linked()[0]
    dialog = UnlinkDialog(stage.context, linked.links[0], stage.session.window)
    dialog.open()
    dialog._on_failed(ValidationError("reason", "reason_missing"))
    return dialog


@scene("person-block")
def block(stage: Stage) -> QWidget:
    detail = stage.member()
    person = stage.context.desk.persons.get(detail.row.person_id)
    dialog = BlockDialog(stage.context, person, stage.session.window)
    dialog.open()
    return dialog


@scene("person-unblock")
def unblock(stage: Stage) -> QWidget:
    desk = stage.context.desk
    person = desk.persons.get(desk.blocklist.rows()[0].person_id)
    dialog = LiftBlockDialog(stage.context, person, stage.session.window)
    dialog.open()
    return dialog


@scene("removal-for-good-carry-out")
def for_good(stage: Stage) -> QWidget:
    """A removal for good offers the blocklist."""
    with stage.context.desk.ledger.reading():
        row = stage.context.desk.workspace.database.execute_sql(
            "SELECT id FROM removal WHERE id NOT IN (SELECT target_id FROM reversal"
            " WHERE target_kind = 'removal') ORDER BY id DESC LIMIT 1"
        ).fetchone()
    dialog = CarryOutDialog(stage.context, int(row[0]), stage.session.window)
    dialog.open()
    object.__setattr__(dialog._removal, "term", Term.FOR_GOOD)
    dialog._translate_dialog()
    return dialog


@scene("member-new-check")
def join_check(stage: Stage) -> QWidget:
    group = stage.group("华东")
    dialog = MemberDialog(stage.context, group, None, stage.session.window)
    dialog.open()
    blocked = stage.context.desk.persons.get(stage.context.desk.blocklist.rows()[0].person_id)
    dialog.lines["name"].setText(blocked.name)
    dialog.lines["external_id"].setText("wxid_guruoxi_jc")
    assert dialog.check is not None
    dialog.check._ask()
    stage.idle(stage.session)
    return dialog


def _back(stage: Stage) -> None:
    desk = stage.context.desk
    if desk.returns.alerts():
        return
    blocked = desk.persons.get(desk.blocklist.rows()[0].person_id)
    fields = MemberFields("Zhou Kai", external_id="wxid_zk_new", language="zh")
    group = stage.group("华东").id
    _write(stage, lambda: desk.members.add(uuid.uuid4(), group, fields))
    coming = desk.persons.find("wxid_zk_new")[0].person_id
    _write(
        stage,
        lambda: desk.persons.link(uuid.uuid4(), coming, blocked.id, "Same voice on the phone"),
    )


@scene("zz-today-returned")
def today_returned(stage: Stage) -> QWidget:
    _back(stage)
    stage.page("today")
    return stage.session.window


@scene("zz-today-returned-let-in")
def let_in(stage: Stage) -> QWidget:
    _back(stage)
    alert = stage.context.desk.returns.alerts()[0]
    dialog = LetInDialog(stage.context, alert, stage.session.window)
    dialog.open()
    return dialog


@scene("zz-member-blocked")
def member_blocked(stage: Stage) -> QWidget:
    _back(stage)
    alert = stage.context.desk.returns.alerts()[0]
    stage.context.go_to(alert.group_id, alert.membership_id)
    stage.idle(stage.session)
    return stage.session.window


@scene("zz-member-new-lifted")
def join_lifted(stage: Stage) -> QWidget:
    """Somebody whose removal was lifted is known, and may come back as the same person."""
    desk = stage.context.desk
    with desk.ledger.reading():
        row = desk.workspace.database.execute_sql(
            "SELECT m.group_id, m.name, r.id, r.id IN (SELECT target_id FROM reversal"
            " WHERE target_kind = 'removal') FROM removal r"
            " JOIN membership m ON m.id = r.membership_id WHERE m.state = 'removed'"
            " AND NOT EXISTS (SELECT 1 FROM membership a WHERE a.group_id = m.group_id"
            " AND a.sort_key = m.sort_key AND a.state = 'active')"
            " ORDER BY 4 DESC, r.id DESC LIMIT 1"
        ).fetchone()
    group_id, name, removal, lifted = row
    if not lifted:
        why = "The links came from a stolen account; it is hers again."
        _write(
            stage,
            lambda: desk.reversals.record(uuid.uuid4(), SubjectKind.REMOVAL, removal, why),
        )
    dialog = MemberDialog(stage.context, desk.groups.get(group_id), None, stage.session.window)
    dialog.open()
    dialog.lines["name"].setText(name)
    assert dialog.check is not None
    dialog.check._ask()
    stage.idle(stage.session)
    return dialog


@scene("zy-lift-asked")
def lift_asked(stage: Stage) -> QWidget:
    """Esc asks before a typed reason is lost."""
    dialog = ReversalDialog(
        stage.context, SubjectKind.REMOVAL, 1, "R2 · 王小明", stage.session.window
    )
    dialog.open()
    dialog.reason.set_text("The links came from a stolen account.")
    dialog.reject()
    return dialog


@scene("zy-member-removed")
def member_removed(stage: Stage) -> QWidget:
    """A removal that was carried out is the step that was reached."""
    with stage.context.desk.ledger.reading():
        row = stage.context.desk.workspace.database.execute_sql(
            "SELECT m.group_id, m.id FROM removal r JOIN membership m ON m.id = r.membership_id"
            " WHERE m.state = 'removed' AND r.id NOT IN (SELECT target_id FROM reversal"
            " WHERE target_kind = 'removal') ORDER BY r.id DESC LIMIT 1"
        ).fetchone()
    stage.context.go_to(int(row[0]), int(row[1]))
    stage.idle(stage.session)
    return stage.session.window
