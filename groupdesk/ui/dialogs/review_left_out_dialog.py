# SPDX-License-Identifier: MIT
"""Whom a review leaves out for one reason, by name, as of now."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex
from PySide6.QtWidgets import QHeaderView, QWidget

from groupdesk.domain.review_enums import ReviewLeftOut
from groupdesk.domain.review_records import LeftOutMember
from groupdesk.domain.reviews import ReviewCriteria
from groupdesk.ui.context import UiContext
from groupdesk.ui.item_delegates import CellDelegate, MemberDelegate
from groupdesk.ui.item_models.record_model import Cell, RecordModel
from groupdesk.ui.review_words import ReviewWords
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.record_table import RecordTable


class ReviewLeftOutDialog(DialogFrame):
    """Reads beside the window; a row leads to the member."""

    def __init__(
        self,
        context: UiContext,
        groups: Sequence[int],
        criteria: ReviewCriteria,
        reason: ReviewLeftOut,
        review_id: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """List whom a review of these groups leaves out for `reason`."""
        super().__init__(parent, side=False)
        self._context, self._reason = context, reason
        self.model: RecordModel[LeftOutMember] = RecordModel(self._cells, self)
        self.table = RecordTable(self)
        self.table.setProperty("framed", True)  # noqa: FBT003 — Qt's signature
        self.table.setModel(self.model)
        self.table.setItemDelegate(CellDelegate(self.table))
        self.table.setItemDelegateForColumn(0, MemberDelegate(self.table))
        # over a window in which something is being filled in, nobody is led away from that
        self._leads = not isinstance(parent, DialogFrame)
        self._hint_of_row = label(role="secondary", parent=self, wrap=True)
        self.form.addWidget(self._hint_of_row)
        self.form.addWidget(self.table, 1)
        self.add_cancel(closes=True)
        self.main_button.hide()
        self.table.opened.connect(self._open)
        self._say()
        self.resize(680, 560)
        self.table.setFocus()
        listing = context.desk.upkeep.review_list
        context.runner.run(
            self,
            lambda: listing.left_out(tuple(groups), criteria, reason, review_id),
            self._show,
            lambda error: self.banner.show_message(context.error_text(error), "danger"),
            pool="files",
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            if self.model.rowCount():
                self._show(tuple(self.model.records))

    def _say(self) -> None:
        self.set_head(
            self.tr("Left out: {0}").format(
                self._context.translations.words(f"review_left_out.{self._reason.value}")
            ),
            self.tr("As the records are now"),
            sign="users",
        )
        self._hint_of_row.setVisible(self._leads)
        self._hint_of_row.setText(self.tr("Enter shows the member in the list of members."))
        self.table.setAccessibleName(self.tr("Who is left out"))

    def _cells(self, one: LeftOutMember) -> tuple[Cell, ...]:
        said = ReviewWords.of(self._context)
        return one.name, one.group_name, said.active(one.joined_at), said.active(one.last_active)

    def _show(self, found: Sequence[LeftOutMember]) -> None:
        kept = max(self.table.currentIndex().row(), 0)
        heads = self.tr("Member"), self.tr("Group"), self.tr("Joined"), self.tr("Last active")
        self.model.show_records(heads, found)
        header = self.table.horizontalHeader()
        for at, _head in enumerate(heads):
            header.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
        self.set_hint(self.tr("%n member(s)", "", len(found)))
        if found:
            self.table.selectRow(kept)

    def _open(self, index: QModelIndex) -> None:
        if self._leads:
            member = self.model.record(index.row())
            self.accept()
            self._context.go_to(member.group_id, member.membership_id)
