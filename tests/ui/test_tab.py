# SPDX-License-Identifier: MIT
"""Tab, really pressed, comes to every control of a dialog in the order in which one reads."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import combinations
from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from groupdesk.domain.act_records import EvidenceUse, RemovalRequest
from groupdesk.domain.case_records import CaseRequest
from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import EvidenceSource, Ground, Language, Platform, SubjectKind, Term
from groupdesk.domain.records import EvidenceRecord, GroupFields, MemberDetail
from groupdesk.domain.talk_records import DueTalk, PlannedTalk, PlanRequest
from groupdesk.services.starter_rules import starter_rules
from groupdesk.settings import SettingsFile
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.carry_out_dialog import CarryOutDialog
from groupdesk.ui.dialogs.case_correct_dialog import CaseCorrectDialog
from groupdesk.ui.dialogs.case_dialog import CaseDialog
from groupdesk.ui.dialogs.case_hand_over_dialog import CaseHandOverDialog
from groupdesk.ui.dialogs.case_open_dialog import CaseOpenDialog
from groupdesk.ui.dialogs.case_relate_dialog import CaseRelateDialog
from groupdesk.ui.dialogs.compare_dialog import CompareDialog
from groupdesk.ui.dialogs.copy_rules_dialog import CopyRulesDialog
from groupdesk.ui.dialogs.crash_dialog import CrashDialog
from groupdesk.ui.dialogs.first_start_dialog import FirstStartDialog
from groupdesk.ui.dialogs.follow_up_dialog import FollowUpDialog
from groupdesk.ui.dialogs.group_dialog import GroupDialog
from groupdesk.ui.dialogs.import_dialog import ImportDialog
from groupdesk.ui.dialogs.member_choice_dialog import MemberChoiceDialog
from groupdesk.ui.dialogs.member_dialog import MemberDialog
from groupdesk.ui.dialogs.move_dialog import MoveDialog
from groupdesk.ui.dialogs.outcome_dialogs import AnswerDialog, SentEarlierDialog, UndeliveredDialog
from groupdesk.ui.dialogs.picture_dialog import PictureDialog
from groupdesk.ui.dialogs.publish_dialog import PublishDialog
from groupdesk.ui.dialogs.rebase_dialog import RebaseDialog
from groupdesk.ui.dialogs.recognition_dialog import RecognitionDialog
from groupdesk.ui.dialogs.redact_dialog import RedactDialog
from groupdesk.ui.dialogs.removal_dialog import RemovalDialog
from groupdesk.ui.dialogs.renumber_dialog import RenumberDialog
from groupdesk.ui.dialogs.report_dialog import ReportDialog
from groupdesk.ui.dialogs.reversal_dialog import ReversalDialog
from groupdesk.ui.dialogs.starter_dialog import StarterDialog
from groupdesk.ui.dialogs.talk_dialog import TalkDialog
from groupdesk.ui.dialogs.talk_reason_dialogs import CallOffDialog, TakeBackDialog
from groupdesk.ui.dialogs.warning_dialog import WarningDialog
from groupdesk.ui.jobs import ImmediateJobs
from groupdesk.ui.rules_draft import RulesDraft
from groupdesk.ui.widgets.evidence_area import EvidenceArea
from groupdesk.ui.widgets.talk_form import NOT_HELD, PLAN
from tests.ui.acting import prepare_warning, send_warning, talk
from tests.ui.desks import NOW, png
from tests.ui.helpers import show_active


def _removal(context: UiContext, detail: MemberDetail) -> QDialog:
    dialog = RemovalDialog(context, detail)
    dialog.removal.decision.rule.setCurrentIndex(0)
    dialog.removal.reason.set_text("Advertised again")
    dialog.removal.incident.toggle.click()
    dialog.removal.already.check.click()
    _attach(dialog.removal.evidence, context)
    assert dialog.fair.waiting, "there are fields beside the form"
    return dialog


def _warning(context: UiContext, detail: MemberDetail) -> QDialog:
    send_warning(context.desk, detail)
    dialog = WarningDialog(context, detail)
    dialog.warning.incident.toggle.click()
    dialog.warning.channel.button("group").click()
    dialog.warning.sent.check.click()
    _attach(dialog.warning.evidence, context)
    return dialog


def _talk(context: UiContext, detail: MemberDetail) -> QDialog:
    dialog = TalkDialog(context, detail)
    dialog.talk.follow_up.chips.button("7").click()
    _attach(dialog.talk.evidence, context)
    return dialog


def _talk_as(context: UiContext, detail: MemberDetail, mode: str) -> QDialog:
    for day in ("2026-11-20", "2026-11-19", "2026-11-18"):
        context.desk.recognition.record(uuid4(), detail.row.id, "Helped newcomers", day)
    _plan(context, detail)
    dialog = TalkDialog(context, detail)
    dialog.talk.mode.button(mode).click()
    dialog.talk.at.set_time("10:30")
    return dialog


def _plan(context: UiContext, detail: MemberDetail) -> PlannedTalk:
    request = PlanRequest(uuid4(), detail.row.id, "2026-11-30", "15:00")
    return context.desk.talk_plans.get(context.desk.talk_plans.plan(request).subject_id)


def _due(context: UiContext, detail: MemberDetail) -> DueTalk:
    talk(context.desk, detail, follow_up_on="2026-11-30", agreement="Asks first")
    (task,) = context.desk.todo.all()
    return context.desk.follow_ups.get(task.id)


def _attach(area: EvidenceArea, context: UiContext) -> None:
    for colour in ("red", "blue"):
        area._use_again(_picture(context, colour))


def _picture(context: UiContext, colour: str = "red") -> EvidenceRecord:
    return context.desk.evidence.take_bytes(png(colour), f"{colour}.png", EvidenceSource.PASTE)


def _carry_out(context: UiContext, detail: MemberDetail) -> QDialog:
    return CarryOutDialog(context, _decided(context, detail))


def _decided(context: UiContext, detail: MemberDetail) -> int:
    request = RemovalRequest(
        operation=uuid4(),
        membership_id=detail.row.id,
        ground=Ground.COMPROMISED,
        rule_id=None,
        reason="The account sends links by itself.",
        term=Term.MAY_RETURN,
        evidence=(EvidenceUse(_picture(context).id),),
        notice="Goodbye",
    )
    return context.desk.removals.decide(request).subject_id


def _case(context: UiContext, detail: MemberDetail) -> QDialog:
    send_warning(context.desk, detail)
    return CaseDialog(context, context.desk.cases.rows()[0])


def _case_open(context: UiContext, detail: MemberDetail) -> QDialog:
    send_warning(context.desk, detail)
    dialog = CaseOpenDialog(context, detail)
    _attach(dialog.evidence, context)
    return dialog


def _case_relate(context: UiContext, detail: MemberDetail) -> QDialog:
    send_warning(context.desk, detail)
    request = CaseRequest(uuid4(), detail.row.id, None, "Something else")
    context.desk.case_acts.open(request)
    return CaseRelateDialog(context, context.desk.cases.get(1))


def _case_correct(context: UiContext, detail: MemberDetail) -> QDialog:
    send_warning(context.desk, detail)
    return CaseCorrectDialog(context, context.desk.cases.get(1), context.desk.cases.facts(1))


def _case_hand_over(context: UiContext, detail: MemberDetail) -> QDialog:
    send_warning(context.desk, detail)
    return CaseHandOverDialog(context, context.desk.cases.get(1))


def _reversal(context: UiContext, detail: MemberDetail) -> QDialog:
    return ReversalDialog(context, SubjectKind.REMOVAL, _decided(context, detail), "The removal")


def _publish(context: UiContext, detail: MemberDetail) -> QDialog:
    rules = starter_rules()[1:]
    return PublishDialog(context, detail.group, rules, based_on=1, draft_id=None)


def _import(context: UiContext, detail: MemberDetail, text: str) -> QDialog:
    dialog = ImportDialog(replace(context, jobs=ImmediateJobs(context.desk)), detail.group)
    if text:
        dialog.choose.names.setPlainText(text)
        dialog.main_button.click()
    return dialog


def _report(context: UiContext, detail: MemberDetail) -> QDialog:
    send_warning(context.desk, detail)
    return ReportDialog.for_case(context, 1)


def _rules_draft(context: UiContext, detail: MemberDetail) -> RulesDraft:
    """Return a draft that changes a rule, under which somebody published the same one changed."""
    draft = RulesDraft(context, detail.group.id, context.events)
    draft.refresh()
    draft.remove(0)
    first, *others = starter_rules()
    theirs = (replace(first, code="R0"), *others)
    context.desk.rules.publish(uuid4(), detail.group.id, theirs, based_on=1)
    draft.refresh()
    return draft


def _compare(context: UiContext, detail: MemberDetail) -> QDialog:
    return CompareDialog(context, detail.group.name, _rules_draft(context, detail), (1, 2))


def _rebase(context: UiContext, detail: MemberDetail) -> QDialog:
    return RebaseDialog(context, detail.group.name, _rules_draft(context, detail))


def _copy_rules(context: UiContext, detail: MemberDetail) -> QDialog:
    for name in ("Second", "Third"):
        fields = GroupFields(name, Platform.WECOM, Language.EN)
        context.desk.groups.create(uuid4(), fields)
    return CopyRulesDialog(context, detail.group, "version 1", starter_rules())


def _starters(context: UiContext, detail: MemberDetail) -> QDialog:
    return StarterDialog(context, detail.group.name, starter_rules()[:2], Language.EN)


def _renumber(context: UiContext, detail: MemberDetail) -> QDialog:
    return RenumberDialog(context, detail.group.name, starter_rules()[3:])


MAKERS: dict[str, Callable[[UiContext, MemberDetail], QDialog]] = {
    "answer": lambda context, detail: AnswerDialog(
        context, send_warning(context.desk, detail), "Warning 1"
    ),
    "carry out": _carry_out,
    "case": _case,
    "case correct": _case_correct,
    "case hand over": _case_hand_over,
    "case open": _case_open,
    "case relate": _case_relate,
    "choose member": lambda context, detail: MemberChoiceDialog(context, detail.group),
    "compare rules": _compare,
    "copy rules": _copy_rules,
    "crash": lambda _context, _detail: CrashDialog(ValueError("x")),
    "group": lambda context, _detail: GroupDialog(context, None),
    "import": lambda context, detail: _import(context, detail, ""),
    "import columns": lambda context, detail: _import(
        context, detail, "who\tphone\twhat\nAnn\t1\tx\nBen\t2\ty"
    ),
    "import preview": lambda context, detail: _import(context, detail, "Ann\nBen"),
    "member": lambda context, detail: MemberDialog(context, detail.group, None),
    "picture": lambda context, _detail: PictureDialog(context, [_picture(context)]),
    "publish": _publish,
    "rebase rules": _rebase,
    "redact": lambda context, _detail: RedactDialog(context, _picture(context)),
    "removal": _removal,
    "renumber rules": _renumber,
    "removal untouched": RemovalDialog,
    "report case": _report,
    "report group": lambda context, detail: ReportDialog.for_group(context, detail.group),
    "reversal": _reversal,
    "sent earlier": lambda context, detail: SentEarlierDialog(
        context, prepare_warning(context.desk, detail), "Warning 1", to_text(NOW)
    ),
    "starter rules": _starters,
    "start": lambda context, _detail: FirstStartDialog(
        context.translations, SettingsFile(context.settings.path)
    ),
    "talk": _talk,
    "talk call off": lambda context, detail: CallOffDialog(context, _plan(context, detail)),
    "talk follow up": lambda context, detail: FollowUpDialog(context, _due(context, detail)),
    "talk move": lambda context, detail: MoveDialog(context, _plan(context, detail)),
    "talk not held": lambda context, detail: _talk_as(context, detail, NOT_HELD),
    "talk plan": lambda context, detail: _talk_as(context, detail, PLAN),
    "recognition": RecognitionDialog,
    "recognition take back": lambda context, _detail: TakeBackDialog(context, 1, "Helped"),
    "undelivered": lambda context, detail: UndeliveredDialog(
        context, send_warning(context.desk, detail), "Warning 1"
    ),
    "warning": _warning,
    "warning untouched": WarningDialog,
}


def _stops(dialog: QDialog) -> set[QWidget]:
    """Return the controls that take the focus by Tab where they stand."""
    return {
        widget
        for widget in dialog.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and widget.isVisible()
        and widget.isEnabled()
    }


def _tab(stop: QWidget, modifier: Qt.KeyboardModifier) -> QWidget | None:
    """Press Tab until the focus goes on: inside a date it goes from part to part."""
    for _part in range(8):
        QTest.keyClick(stop, Qt.Key.Key_Tab, modifier)
        if QApplication.focusWidget() is not stop:
            break
    return QApplication.focusWidget()


def _round(
    modifier: Qt.KeyboardModifier, cut: list[str] | None = None
) -> tuple[list[QWidget], QWidget | None]:
    """Return the stops from where the focus is, and where Tab leads from the last of them.

    Those that Tab leaves partly out of sight are named in `cut`.
    """
    reached: list[QWidget] = []
    stop = QApplication.focusWidget()
    while stop is not None and stop not in reached:
        reached.append(stop)
        stop = _tab(stop, modifier)
        if cut is not None and stop is not None and _is_cut(stop):
            cut.append(_told(stop))
    return reached, stop


def _is_cut(stop: QWidget) -> bool:
    """Say whether the upper or lower end of a control that fits is scrolled away."""
    QApplication.processEvents()  # what a preview shows takes its height
    holder: QWidget | None = stop.parentWidget()
    while holder is not None and not isinstance(holder, QScrollArea):
        holder = holder.parentWidget()
    if holder is None or stop.height() > holder.viewport().height():
        return False
    return stop.visibleRegion().boundingRect().height() < stop.height()


def _told(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName()} {widget.property('text')}"


class _Place:
    """Where a control is: the part of the dialog, and its rectangle in it, however scrolled."""

    def __init__(self, dialog: QDialog, widget: QWidget) -> None:
        parts = [area for area in dialog.findChildren(QScrollArea) if _outermost(area, dialog)]
        inside = [area for area in parts if area.isAncestorOf(widget)]
        ground = (inside[0].widget() if inside else None) or dialog
        self.rect = QRect(widget.mapTo(ground, QPoint(0, 0)), widget.size())
        # above the form, the form, beside it, below it
        tops = [area.mapTo(dialog, QPoint(0, 0)).y() for area in parts]
        if inside:
            self.part = 1 + sorted(parts, key=_left).index(inside[0])
        else:
            self.part = 0 if not tops or self.rect.top() < min(tops) else 9
        self.told = _told(widget)

    def before(self, other: "_Place") -> bool:
        """Say whether the eye comes here first: above in the column, or left in the line."""
        if self.part != other.part:
            return self.part < other.part
        mine, its = self.rect, other.rect
        if mine.bottom() < its.top():
            return mine.left() <= its.right() and its.left() <= mine.right()
        same_line = mine.top() <= its.bottom() and its.top() <= mine.bottom()
        return same_line and mine.right() < its.left()


def _outermost(area: QScrollArea, dialog: QDialog) -> bool:
    parent: QWidget | None = area.parentWidget()
    while parent is not None and parent is not dialog:
        if isinstance(parent, QScrollArea):
            return False
        parent = parent.parentWidget()
    return True


def _left(area: QWidget) -> int:
    return area.mapTo(area.window(), QPoint(0, 0)).x()


def _turned(places: Sequence[_Place]) -> Sequence[_Place]:
    """Begin the round above the form, or where the form begins."""
    starts = [at for at, place in enumerate(places) if place.part < places[at - 1].part]
    first = starts[0] if starts else min(range(len(places)), key=lambda at: places[at].rect.top())
    return [*places[first:], *places[:first]]


@pytest.mark.parametrize("name", MAKERS)
def test_tab_goes_on_in_the_order_in_which_one_reads(
    qtbot: QtBot, context: UiContext, detail: MemberDetail, name: str
) -> None:
    dialog = MAKERS[name](context, detail)
    show_active(qtbot, dialog)
    QApplication.processEvents()
    stops, _next = _round(Qt.KeyboardModifier.NoModifier)
    places = _turned([_Place(dialog, stop) for stop in stops])
    wrong = [
        f"{later.told} is read before {sooner.told}"
        for sooner, later in combinations(places, 2)
        if later.before(sooner)
    ]
    assert wrong == []
    dialog.reject()


@pytest.mark.parametrize("back", [False, True])
@pytest.mark.parametrize("name", MAKERS)
def test_tab_comes_to_every_control_and_shows_all_of_it(
    qtbot: QtBot, context: UiContext, detail: MemberDetail, name: str, *, back: bool
) -> None:
    modifier = Qt.KeyboardModifier.ShiftModifier if back else Qt.KeyboardModifier.NoModifier
    dialog = MAKERS[name](context, detail)
    dialog.resize(900, 640)
    show_active(qtbot, dialog)
    cut: list[str] = []
    reached, stop = _round(modifier, cut)
    unreached = {
        _told(widget)
        for widget in _stops(dialog) - set(reached)
        if not (widget.property("kind") == "chip" and not widget.property("checked"))
    }
    assert unreached == set()
    assert stop is reached[0]
    assert cut == []
    dialog.reject()
