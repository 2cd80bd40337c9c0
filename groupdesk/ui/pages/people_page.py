# SPDX-License-Identifier: MIT
"""People over all groups: the blocklist, entries that may be one person, and those linked."""

from functools import partial
from uuid import uuid4

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from groupdesk.domain.enums import Topic
from groupdesk.domain.errors import CancelledError
from groupdesk.domain.person_records import (
    BlockRecord,
    DuplicatePair,
    DuplicateReport,
    PersonRecord,
)
from groupdesk.domain.records import Receipt
from groupdesk.ui.context import UiContext
from groupdesk.ui.item_delegates import CellDelegate, MemberDelegate
from groupdesk.ui.item_models.record_model import Cell, RecordModel
from groupdesk.ui.jobs import JobHandle
from groupdesk.ui.member_acts import MemberActs
from groupdesk.ui.pages.page import Page
from groupdesk.ui.person_words import PersonWords
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.empty_state import EmptyState
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.page_head import PageHead
from groupdesk.ui.widgets.record_table import RecordTable
from groupdesk.ui.widgets.search_field import SearchField

Row = BlockRecord | DuplicatePair | PersonRecord
_OPEN, _LINK, _APART, _LIFT = "person.open", "person.link", "person.apart", "person.unblock"


class PeoplePage(Page):
    """One table; what it shows and what can be done with a row follows the chosen chip."""

    topics = frozenset({Topic.MEMBERS, Topic.TASKS})
    of_group = False

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Build the page without loading anything."""
        super().__init__(context, parent)
        theme = current_theme()
        self._acts = MemberActs(context, self)
        self.report: DuplicateReport | None = None
        self._job: JobHandle | None = None
        self._stale = False
        self._head = PageHead(parent=self)
        self.chips = ChipRow("", parent=self)
        self.search = SearchField("", self)
        self.about = label(role="muted", parent=self, wrap=True)
        self.chosen = label(role="secondary", parent=self, wrap=True, selectable=True)
        self.model: RecordModel[Row] = RecordModel(self._cells, self)
        self.table = RecordTable(self)
        self.table.setModel(self.model)
        self.table.setItemDelegate(CellDelegate(self.table))
        self.table.setItemDelegateForColumn(0, MemberDelegate(self.table))
        self._empty = EmptyState("users", self)
        self._empty.acted.connect(self.find_duplicates)
        self._below = QStackedWidget(self)
        self._below.addWidget(self.table)
        self._below.addWidget(self._empty)
        self._buttons = {
            act: context.acts.button(act, parent=self) for act in (_OPEN, _LINK, _APART, _LIFT)
        }
        self.find_button = button("", "default", "search", self)
        self.find_button.clicked.connect(self.find_duplicates)
        self._bar = QProgressBar(self)
        self._bar.setRange(0, 0)
        self._bar.hide()
        self.stop_button = button("", "default", parent=self)
        self.stop_button.clicked.connect(self._stop)
        self.stop_button.hide()
        column = QVBoxLayout(self)
        edge = theme.size("space_l")
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(theme.size("space_m"))
        for part in (self._head, self.chips, self.search, self.about):
            column.addWidget(part)
        column.addWidget(self._below, 1)
        column.addWidget(self.chosen)
        column.addLayout(self._foot())
        self.chips.chosen.connect(lambda _key: self._load())
        self.search.textChanged.connect(lambda _text: self._load())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._enable())
        self.table.opened.connect(lambda _index: self._open_row())

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(current_theme().size("space_s"))
        for part in (*self._buttons.values(), self.find_button):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._bar)
        row.addWidget(self.stop_button)
        return row

    # ---- Page

    def reload(self) -> None:
        self._stale = self.report is not None
        self._head.set_texts(
            self.tr("People"),
            self.tr("One person over all groups: who is blocked, who may be there twice."),
        )
        self.chips.setAccessibleName(self.tr("What is shown"))
        self.search.set_hint(self.tr("Search name, pinyin, phone, reason…"))
        self.table.setAccessibleName(self.tr("People"))
        self.find_button.setText(self.tr("Look again"))
        self.stop_button.setText(self.tr("Stop"))
        self._load()

    def activate(self) -> None:
        acts = self.context.acts
        acts.bind("member.find", self.search.activate)
        acts.bind(_OPEN, self._open, enabled=False)
        acts.bind(_LINK, self._link, enabled=False)
        acts.bind(_APART, self._apart, enabled=False)
        acts.bind(_LIFT, self._lift, enabled=False)
        self._enable()

    def take_focus(self) -> None:
        self.table.setFocus()

    def leave(self) -> None:
        self._stop()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.reload()
        super().changeEvent(event)

    # ---- the table

    @property
    def row(self) -> Row | None:
        """What is chosen."""
        at = self.table.currentIndex().row()
        return self.model.record(at) if 0 <= at < self.model.rowCount() else None

    def _load(self) -> None:
        desk, key = self.context.desk, self.chips.current or "blocked"
        blocked = desk.blocklist.rows()
        found = None if self.report is None else self.report.found
        self.chips.set_chips(
            [
                Chip("blocked", self.tr("Blocklist"), len(blocked)),
                Chip("duplicates", self.tr("There twice?"), found),
                Chip("linked", self.tr("Linked")),
                Chip("lifted", self.tr("Taken off the list")),
            ]
        )
        self.search.setVisible(key in {"blocked", "lifted"})
        rows: list[Row] = []
        if key == "blocked":
            rows += desk.blocklist.rows(self.search.text())
        elif key == "lifted":
            rows += desk.blocklist.rows(self.search.text(), lifted=True)
        elif key == "linked":
            rows += desk.persons.linked()
        elif self.report is not None:
            rows += self.report.pairs
        kept = self.table.currentIndex().row()
        self.model.show_records(self._heads(key), rows)
        header = self.table.horizontalHeader()
        for column in range(self.model.columnCount()):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self._below.setCurrentWidget(self.table if rows else self._empty)
        self._say_empty(key)
        self._say_about(key)
        if rows:
            self.table.selectRow(min(max(kept, 0), len(rows) - 1))
        self._enable()

    def _heads(self, key: str) -> tuple[str, ...]:
        if key == "duplicates":
            return self.tr("One entry"), self.tr("Another entry"), self.tr("Why")
        if key == "linked":
            return self.tr("Person"), self.tr("Entries"), self.tr("Groups")
        return self.tr("Person"), self.tr("Reason"), self.tr("When")

    def _cells(self, row: Row) -> list[Cell]:
        words = PersonWords(self.context)
        if isinstance(row, DuplicatePair):
            groups = [self.tr(", ").join(side.groups) for side in (row.first, row.second)]
            return [
                f"{row.first.name}  {groups[0]}",
                f"{row.second.name}  {groups[1]}",
                " · ".join(words.why(row)),
            ]
        if isinstance(row, PersonRecord):
            groups = list(dict.fromkeys(stay.group_name for stay in row.stays))
            names = dict.fromkeys(entry.name for entry in row.entries)
            return [row.name, self.tr(", ").join(names), self.tr(", ").join(groups)]
        when = f"{words.day(row.at)} · {row.operator}"
        if row.groups:
            when += " · " + self.tr("in %n group(s) now", "", row.groups)
        return [row.name, row.reason, when]

    def _say_about(self, key: str) -> None:
        text = ""
        if key == "duplicates" and self.report is not None:
            shown = len(self.report.pairs)
            text = self.tr("%n pair(s), the surest first.", "", self.report.found)
            if shown < self.report.found:
                text += " " + self.tr("The first {0} are shown.").format(shown)
            if self.report.too_common:
                text += " " + self.tr(
                    "%n value(s) that many people share say nothing and were passed over.",
                    "",
                    self.report.too_common,
                )
            if self._stale:
                text += " " + self.tr("The register has changed since: look again.")
        elif key == "blocked":
            text = self.tr("Whoever stands here is named before they are let in, in every group.")
        self.about.setText(text)
        self.about.setVisible(bool(text))

    def _say_empty(self, key: str) -> None:
        if key == "duplicates" and self.report is None:
            self._empty.set_texts(
                self.tr("Who is there twice?"),
                self.tr(
                    "E-mail, phone, platform ID, name and company, pinyin and nickname are"
                    " compared over all groups. Nothing is changed."
                ),
                "" if self._job is not None else self.tr("Look for duplicates"),
            )
            return
        heads = {
            "blocked": (
                self.tr("Nobody is on the blocklist"),
                self.tr("Open a person from a member’s menu to put them on it, with a reason."),
            ),
            "duplicates": (
                self.tr("Nobody seems to be there twice"),
                self.tr("Pairs that you said are two persons are not offered again."),
            ),
            "linked": (
                self.tr("No entries are linked"),
                self.tr("Link two entries of one person from the person’s page, with a reason."),
            ),
            "lifted": (self.tr("Nobody was taken off the blocklist"), ""),
        }
        self._empty.set_texts(*heads[key])

    # ---- looking for duplicates

    def find_duplicates(self) -> None:
        """Compare everybody, in a process of its own."""
        if self._job is not None:
            return
        self._bar.show()
        self.stop_button.show()
        self.find_button.setEnabled(False)
        self._bar.setAccessibleName(self.tr("Comparing"))
        self._job = self.context.jobs.run(
            self, "duplicates", {}, self._on_progress, self._on_found, self._on_not_found
        )
        self._load()

    def _on_progress(self, _stage: str, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _on_found(self, report: DuplicateReport) -> None:
        self._end_job()
        self.report, self._stale = report, False
        self._load()
        self.table.setFocus()

    def _on_not_found(self, error: Exception) -> None:
        self._end_job()
        if not isinstance(error, CancelledError):
            self.context.notify(self.context.error_text(error), "danger")
        self._load()

    def _end_job(self) -> None:
        self._job = None
        self._bar.hide()
        self.stop_button.hide()
        self.find_button.setEnabled(True)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    # ---- acts

    def _enable(self) -> None:
        acts, row = self.context.acts, self.row
        self._say_chosen(row)
        pair = isinstance(row, DuplicatePair)
        writable = not self.context.desk.ledger.refusal
        key = self.chips.current
        acts.enable(_OPEN, row is not None)
        acts.enable(_LINK, pair and writable)
        acts.enable(_APART, pair and writable)
        acts.enable(_LIFT, key == "blocked" and row is not None and writable)
        for act in (_LINK, _APART):
            self._buttons[act].setVisible(key == "duplicates")
        self._buttons[_LIFT].setVisible(key == "blocked")
        self.find_button.setVisible(key == "duplicates" and self.report is not None)

    def _say_chosen(self, row: Row | None) -> None:
        """Say in full what the table may cut off."""
        words, lines = PersonWords(self.context), []
        if isinstance(row, DuplicatePair):
            lines.append(" · ".join(words.why(row)))
            lines += [
                self.tr("{0}: {1}").format(side.name, side.about)
                for side in (row.first, row.second)
                if side.about
            ]
        elif isinstance(row, BlockRecord):
            lines.append(row.reason)
            if row.case_number:
                lines.append(self.tr("Case {0}").format(row.case_number))
        self.chosen.setText("\n".join(lines))
        self.chosen.setVisible(bool(lines))

    def _open_row(self) -> None:
        if isinstance(self.row, DuplicatePair):
            self.context.acts.trigger(_LINK)
        else:
            self._open()

    def _open(self) -> None:
        row = self.row
        if isinstance(row, DuplicatePair):
            self._acts.open_person(row.first.person_id)
        elif isinstance(row, PersonRecord):
            self._acts.open_person(row.id)
        elif row is not None:
            self._acts.open_person(row.person_id)

    def _link(self) -> None:
        from groupdesk.ui.dialogs.link_dialog import LinkDialog  # noqa: PLC0415

        if isinstance(self.row, DuplicatePair):
            first, second = self.row.first.person_id, self.row.second.person_id
            dialog = LinkDialog(self.context, first, second, self.window())
            dialog.accepted.connect(partial(self._drop, self.row))
            dialog.open()

    def _apart(self) -> None:
        pair = self.row
        if not isinstance(pair, DuplicatePair):
            return
        operation = uuid4()

        def done(receipt: Receipt) -> None:
            self._drop(pair)
            self.context.done(receipt)
            self.context.notify(
                self.tr("Noted: {0} and {1} are two persons.").format(
                    pair.first.name, pair.second.name
                ),
                seconds=6,
            )

        self.context.runner.run(
            self,
            partial(
                self.context.desk.persons.keep_apart,
                operation,
                pair.first.person_id,
                pair.second.person_id,
            ),
            done,
            lambda error: self.context.notify(self.context.error_text(error), "danger"),
        )

    def _drop(self, pair: DuplicatePair) -> None:
        """Take a pair that was decided about off the report."""
        report = self.report
        if report is not None:
            kept = tuple(one for one in report.pairs if one is not pair)
            self.report = DuplicateReport(kept, report.found - 1, report.too_common)
            self._load()

    def _lift(self) -> None:
        from groupdesk.ui.dialogs.reason_dialog import LiftBlockDialog  # noqa: PLC0415

        if isinstance(self.row, BlockRecord):
            person = self.context.desk.persons.get(self.row.person_id)
            LiftBlockDialog(self.context, person, self.window()).open()
