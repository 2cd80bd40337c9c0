# SPDX-License-Identifier: MIT
"""A list compared with its group, its departures, the history of lists and undoing one."""

import uuid

from PySide6.QtWidgets import QWidget

from groupdesk.domain.enums import DepartureHow
from groupdesk.domain.import_preview import LineKind, Take
from groupdesk.domain.import_records import ImportRow
from groupdesk.domain.member_filter import MemberFilter
from groupdesk.domain.records import Receipt
from groupdesk.ui.dialogs.departure_dialog import DepartureDialog
from groupdesk.ui.dialogs.import_dialog import ImportDialog
from groupdesk.ui.dialogs.lists_dialog import ListsDialog
from groupdesk.ui.dialogs.undo_import_dialog import UndoImportDialog
from tests.scenes import Stage, scene
from tests.scenes.dialogs import until
from tests.services.imports.rows import listed


def _members(stage: Stage) -> list[ImportRow]:
    """Return the group as a platform would list it today."""
    members = stage.context.desk.members
    ids = members.ids(MemberFilter(stage.group().id))
    more = members.more(ids)
    return [
        ImportRow(
            number, row.name, external_id=more[row.id].external_id, handle=more[row.id].handle,
            role=row.role,
        )
        for number, row in enumerate(members.rows(ids), 2)
    ]  # fmt: skip


def _text(rows: list[ImportRow]) -> str:
    lines = ["name\tuser id\thandle"]
    lines += [f"{row.name}\t{row.external_id}\t{row.handle}" for row in rows]
    return "\n".join(lines)


def _compared(stage: Stage, rows: list[ImportRow]) -> ImportDialog:
    dialog = ImportDialog(stage.context, stage.group(), (), stage.session.window)
    dialog.open()
    dialog.choose.names.setPlainText(_text(rows))
    dialog.main_button.click()
    until(lambda: not dialog.busy)
    if dialog.steps.currentWidget() is dialog.mapping:
        dialog.main_button.click()
        until(lambda: not dialog.busy)
    dialog.preview.choice.compare.click()
    return dialog


def _today(stage: Stage) -> list[ImportRow]:
    rows = _members(stage)
    changed = [
        row._replace(name=f"{row.name} ✨") if at % 9 == 4 else row for at, row in enumerate(rows)
    ]
    new = [ImportRow(900, "周晓梅", external_id="wm_new_1"), ImportRow(901, "Theo Baker")]
    return [*changed[4:], *new]


@scene("compare-left")
def compare_left(stage: Stage) -> QWidget:
    dialog = _compared(stage, _today(stage))
    dialog.preview.chips.button(LineKind.LEFT.value).click()
    until(lambda: not dialog.preview.panel.isHidden())
    return dialog


@scene("compare-left-hint")
def compare_left_hint(stage: Stage) -> QWidget:
    dialog = _compared(stage, _today(stage))
    step = dialog.preview
    step.chips.button(LineKind.LEFT.value).click()
    if step._all_taken:
        step.all_button.click()
    step.how.setCurrentIndex(step.how.count() - 1)
    until(lambda: not step.panel.isHidden())
    return dialog


@scene("compare-joined")
def compare_joined(stage: Stage) -> QWidget:
    dialog = _compared(stage, _today(stage))
    until(lambda: not dialog.preview.panel.isHidden())
    return dialog


@scene("compare-renamed")
def compare_renamed(stage: Stage) -> QWidget:
    rows = _members(stage)
    later = [ImportRow(at, f"{row.name}·杭州") for at, row in enumerate(rows[:2], 900)]
    dialog = _compared(stage, [*rows[3:], *later])
    until(lambda: not dialog.preview.panel.isHidden())
    return dialog


@scene("compare-short")
def compare_short(stage: Stage) -> QWidget:
    dialog = _compared(stage, _members(stage)[:9])
    until(lambda: not dialog.preview.panel.isHidden())
    return dialog


def _write(stage: Stage, work: "object") -> list[Receipt]:
    """Write on the thread that writes; this one only reads."""
    found: list[Receipt] = []
    context = stage.context

    def done(receipt: Receipt) -> None:
        found.append(receipt)
        context.done(receipt)

    context.runner.run(context.events, work, done, _raise)  # type: ignore[arg-type]  # a call
    until(lambda: bool(found))
    return found


def _raise(error: Exception) -> None:
    raise error


def _take(stage: Stage, rows: list[ImportRow], name: str) -> int:
    imports, group = stage.context.desk.imports, stage.group().id
    how = Take(compare=True, how=DepartureHow.OWN_WISH)

    def work() -> Receipt:
        preview = imports.preview(listed(*rows, file_name=name), group)
        return imports.apply(uuid.uuid4(), preview, how)

    return _write(stage, work)[0].subject_id


def _lists(stage: Stage) -> int:
    """Take two more lists in and undo the last one; return the first of the two."""
    rows = _members(stage)
    first = _take(stage, _today(stage), "群成员_2026-11-20.csv")
    last = _take(stage, rows[:12], "half-a-list.xlsx")
    undoing = stage.context.desk.import_undo
    _write(stage, lambda: undoing.undo(uuid.uuid4(), last, "The list was cut off"))
    return first


@scene("lists")
def lists(stage: Stage) -> QWidget:
    _lists(stage)
    dialog = ListsDialog(stage.context, stage.group(), stage.session.window)
    dialog.open()
    dialog.table.selectRow(1)
    dialog.chips.button(LineKind.LEFT.value).click()
    return dialog


@scene("lists-undone")
def lists_undone(stage: Stage) -> QWidget:
    _lists(stage)
    dialog = ListsDialog(stage.context, stage.group(), stage.session.window)
    dialog.open()
    return dialog


@scene("lists-undo")
def lists_undo(stage: Stage) -> QWidget:
    first = _lists(stage)
    record = stage.context.desk.lists.get(first)
    dialog = UndoImportDialog(stage.context, stage.group(), record, stage.session.window)
    dialog.open()
    dialog.reason.setPlainText("Exported from the wrong group")
    return dialog


@scene("lists-undo-blocked")
def lists_undo_blocked(stage: Stage) -> QWidget:
    desk = stage.context.desk
    record = desk.lists.of_group(stage.group().id)[-1]
    dialog = UndoImportDialog(stage.context, stage.group(), record, stage.session.window)
    dialog.open()
    return dialog


def _gone(stage: Stage) -> int:
    _take(stage, _today(stage), "群成员_2026-11-20.csv")
    desk = stage.context.desk
    line = desk.lists.lines(desk.lists.of_group(stage.group().id)[0].id, LineKind.LEFT)[0]
    return line.membership_id


@scene("departure")
def departure(stage: Stage) -> QWidget:
    entries = stage.context.desk.timeline.of_member(_gone(stage))
    found = next(entry for entry in entries if entry.kind == "departure")
    record = stage.context.desk.departures.get(found.id)
    dialog = DepartureDialog(stage.context, record, stage.session.window)
    dialog.open()
    return dialog


@scene("departure-timeline")
def departure_timeline(stage: Stage) -> QWidget:
    member, desk = _gone(stage), stage.context.desk
    found = next(e for e in desk.timeline.of_member(member) if e.kind == "departure")
    _write(
        stage,
        lambda: desk.departures.correct(
            uuid.uuid4(), found.id, DepartureHow.UNKNOWN, "Nobody has heard from them"
        ),
    )
    stage.page("members")
    stage.context.go_to(stage.group().id, member)
    stage.idle(stage.session)
    return stage.session.window
