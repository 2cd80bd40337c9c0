# SPDX-License-Identifier: MIT
"""The ladder's editor, its try-out and versions, the copy to other groups; pardons and lapses."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import Severity, StepKind, SubjectKind
from groupdesk.domain.ladder import Terms
from groupdesk.domain.ladder_edits import with_start, with_step_moved, with_terms
from groupdesk.domain.records import GroupRecord, MemberFilter, TimelineEntry
from groupdesk.ui.dialogs.ladder_copy_dialog import LadderCopyDialog
from groupdesk.ui.dialogs.ladder_dialog import LadderDialog
from groupdesk.ui.dialogs.reversal_dialog import ReversalDialog
from groupdesk.ui.pages.members_page import MembersPage
from tests.scenes import Stage, scene


def _dialog(stage: Stage) -> LadderDialog:
    dialog = LadderDialog(stage.context, stage.group(), stage.session.window)
    dialog.open()
    stage.idle(stage.session)
    dialog.steps.set_ladder(dialog.history.versions[0].ladder)  # not what another picture kept
    dialog.steps.changed.emit()
    return dialog


def _changed(stage: Stage) -> LadderDialog:
    """Let serious breaches count longer, and minor ones twice before anything follows."""
    dialog = _dialog(stage)
    ladder = dialog.steps.ladder
    ladder = with_terms(ladder, 1, (Severity.SERIOUS, Severity.ZERO_TOLERANCE), Terms(180))
    ladder = with_terms(ladder, 0, (Severity.MINOR,), Terms(30, 2))
    dialog.steps.set_ladder(ladder)
    dialog.steps.changed.emit()
    return dialog


def _settle(stage: Stage, dialog: LadderDialog) -> LadderDialog:
    dialog.ask_impact()
    stage.idle(stage.session)
    return dialog


@scene("ladder")
def ladder(stage: Stage) -> QWidget:
    return _settle(stage, _dialog(stage))


@scene("ladder-severities")
def severities(stage: Stage) -> QWidget:
    return _settle(stage, _changed(stage))


@scene("ladder-problems")
def problems(stage: Stage) -> QWidget:
    dialog = _dialog(stage)
    steps = dialog.steps.ladder
    at = steps.positions(StepKind.FINAL_WARNING)[0] - 1
    broken = with_step_moved(steps, at, 1)
    broken = with_start(broken, Severity.SERIOUS, 4)
    broken = with_terms(broken, 0, tuple(Severity), Terms(0))
    dialog.steps.set_ladder(broken)
    dialog.steps.changed.emit()
    return _settle(stage, dialog)


@scene("ladder-advice")
def advice(stage: Stage) -> QWidget:
    dialog = _dialog(stage)
    ladder = with_terms(dialog.steps.ladder, 1, tuple(Severity), Terms(3))
    dialog.steps.set_ladder(with_start(ladder, Severity.SERIOUS, len(ladder.steps)))
    dialog.steps.changed.emit()
    return _settle(stage, dialog)


@scene("ladder-tryout")
def tryout(stage: Stage) -> QWidget:
    dialog = _dialog(stage)
    dialog.show_tab("try")
    rows = dialog.tryout.rows
    rows[1].pardoned.setChecked(True)
    dialog.tryout.add.click()
    rows[3].later.setValue(120)
    dialog.tryout.add.click()
    rows[4].severity.setCurrentIndex(2)
    return _settle(stage, dialog)


@scene("ladder-versions")
def versions(stage: Stage) -> QWidget:
    dialog = LadderDialog(stage.context, _with_versions(stage), stage.session.window)
    dialog.open()
    stage.idle(stage.session)
    dialog.show_tab("versions")
    return _settle(stage, dialog)


@scene("ladder-copy")
def copy(stage: Stage) -> QWidget:
    dialog = LadderCopyDialog(stage.context, _with_versions(stage), stage.session.window)
    dialog.open()
    for check in list(dialog.checks.values())[:2]:
        check.setChecked(True)
    stage.idle(stage.session)
    return dialog


@scene("pardon-dialog")
def pardon(stage: Stage) -> QWidget:
    return _reversal(stage, pardon=True)


@scene("lift-dialog")
def lift(stage: Stage) -> QWidget:
    return _reversal(stage, pardon=False)


@scene("member-pardoned")
def pardoned(stage: Stage) -> QWidget:
    return _member(stage, lambda entry: entry.pardoned)


@scene("member-lifted")
def lifted(stage: Stage) -> QWidget:
    return _member(stage, lambda entry: bool(entry.reversed_at) and not entry.pardoned)


@scene("member-lapsed")
def lapsed(stage: Stage) -> QWidget:
    now = to_text(stage.session.desk.clock())
    return _member(stage, lambda entry: bool(entry.until) and entry.until < now)


def _member(stage: Stage, wanted: Callable[[TimelineEntry], bool]) -> QWidget:
    """Show the first member with such a message."""
    desk = stage.session.desk
    page = stage.page("members")
    assert isinstance(page, MembersPage)
    for group in desk.groups.all():
        for member in desk.members.ids(MemberFilter(group.id)):
            entries = [e for e in desk.timeline.of_member(member) if e.kind == "warning"]
            if any(map(wanted, entries[:1])):
                stage.session.workbench.show_group(group.id)
                page.show_member(member)
                stage.idle(stage.session)
                return stage.session.window
    raise LookupError


def _with_versions(stage: Stage) -> GroupRecord:
    groups = stage.session.desk.groups.all()
    ladders = stage.session.desk.ladders
    return next((one for one in groups if ladders.current(one.id).version), groups[0])


def _reversal(stage: Stage, *, pardon: bool) -> QWidget:
    desk = stage.session.desk
    member = stage.member("warned")
    entry = next(e for e in desk.timeline.of_member(member.row.id) if e.kind == "warning")
    title = f"{entry.rule_code} · {member.row.name}"
    dialog = ReversalDialog(
        stage.context,
        SubjectKind.WARNING,
        entry.id,
        title,
        stage.session.window,
        pardon=pardon,
    )
    dialog.open()
    return dialog
