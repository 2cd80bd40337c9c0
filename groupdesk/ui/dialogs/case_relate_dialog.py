# SPDX-License-Identifier: MIT
"""Puts two cases together with a reason, and takes them apart again."""

from functools import partial
from uuid import uuid4

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QHeaderView, QWidget

from groupdesk.domain.act_records import CaseRow
from groupdesk.domain.case_enums import RelatedHow
from groupdesk.domain.case_records import CaseFilter, RelatedCase
from groupdesk.domain.clock import from_text
from groupdesk.domain.records import Receipt
from groupdesk.domain.text import is_blank
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.reason_dialog import ReasonDialog
from groupdesk.ui.item_delegates import CellDelegate, MemberDelegate
from groupdesk.ui.item_models.record_model import Cell, RecordModel
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.record_table import RecordTable
from groupdesk.ui.widgets.search_field import SearchField
from groupdesk.ui.widgets.text_area import TextArea

_WAIT = 120  # milliseconds of rest before the cases are searched
_MOST = 50
_TOLD_SECONDS = 6


class CaseRelateDialog(DialogFrame):
    """The other case is found by number, member, rule or quoted text, in all groups."""

    def __init__(self, context: UiContext, case: CaseRow, parent: QWidget | None = None) -> None:
        """Put another case together with `case`."""
        super().__init__(parent, side=False)
        self._context = context
        self._case = case
        self._operation = uuid4()
        related = context.desk.case_relations.of_case(case.number)
        self._known = {one.row.number for one in related if one.how is RelatedHow.BY_HAND}
        self.search = SearchField("", self)
        self.model: RecordModel[CaseRow] = RecordModel(self._cells, self)
        self.table = RecordTable(self)
        self.table.setModel(self.model)
        self.table.setItemDelegate(CellDelegate(self.table))
        self.table.setItemDelegateForColumn(0, MemberDelegate(self.table))
        self.table.setMinimumHeight(5 * current_theme().size("row"))
        self.reason = TextArea(2, self)
        self._other_field = FormField("", self.table, self)
        self._reason_field = FormField("", self.reason, self)
        self.form.addWidget(self.search)
        self.form.addWidget(self._other_field, 1)
        self.form.addWidget(self._reason_field)
        self.add_cancel()
        self._timer = QTimer(self, singleShot=True, interval=_WAIT)
        self._timer.timeout.connect(self._find)
        self.search.textChanged.connect(lambda _text: self._timer.start())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._check())
        self.reason.textChanged.connect(self._check)
        self.main_requested.connect(self._save)
        self._say()
        self._find()
        self.resize(680, 600)
        self.search.setFocus()
        self.ask_before_leaving(lambda: self.reason.text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._find()

    @property
    def other(self) -> int:
        """The case chosen, 0 for none."""
        at = self.table.currentIndex().row()
        return self.model.record(at).number if 0 <= at < self.model.rowCount() else 0

    def _say(self) -> None:
        case = self._case
        self.set_head(
            self.tr("What belongs with case {0}?").format(case.number),
            f"{case.member_name} · {case.group_name}",
            name=case.member_name,
        )
        self.search.set_hint(self.tr("Search number, member, rule, quoted text…"))
        self.table.setAccessibleName(self.tr("Cases found"))
        self._other_field.set_caption(self.tr("The &other case"))
        self._reason_field.set_caption(self.tr("&Reason"))
        self.set_main(self.tr("Put together"), "link")
        self._check()

    def _cells(self, row: CaseRow) -> list[Cell]:
        opened = self._context.dates.moment(from_text(row.opened_at), self._context.desk.clock())
        rule = f"{row.rule_code} {row.rule_title}".strip() or "–"
        return [row.member_name, str(row.number), rule, f"{row.group_name} · {opened}"]

    def _find(self) -> None:
        text = self.search.text()
        cases, language = self._context.desk.cases, self._context.translations.language
        known = self._known | {self._case.number}

        def work() -> list[CaseRow]:
            found = [n for n in cases.ids(CaseFilter(text=text)) if n not in known][:_MOST]
            rows = {row.number: row for row in cases.of_numbers(found, language)}
            return [rows[number] for number in found]

        self._context.runner.run(
            self,
            work,
            lambda rows: self._show(rows) if text == self.search.text() else None,
            lambda error: self.banner.show_message(self._context.error_text(error), "danger"),
            pool="files",
        )

    def _show(self, rows: list[CaseRow]) -> None:
        heads = (self.tr("Member"), self.tr("No."), self.tr("Rule"), self.tr("Group"))
        self.model.show_records(heads, rows)
        header = self.table.horizontalHeader()
        for column in (0, 2, 3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(1, 56)
        if rows:
            self.table.selectRow(0)
        self._check()

    def _check(self) -> None:
        self._reason_field.clear_error()
        self._other_field.clear_error()
        missing = []
        if not self.other:
            missing.append(self.tr("the other case"))
        if is_blank(self.reason.text):
            missing.append(self.tr("a reason"))
        self.set_missing(missing)

    def _save(self) -> None:
        self.set_busy(True)
        self._context.runner.run(
            self,
            partial(
                self._context.desk.case_acts.relate,
                self._operation,
                self._case.number,
                self.other,
                self.reason.text,
            ),
            self._on_saved,
            self._on_failed,
        )

    def _on_saved(self, receipt: Receipt) -> None:
        self.set_busy(False)
        text = self.tr("Cases {0} and {1} belong together.").format(self._case.number, self.other)
        self.accept()
        self._context.done(receipt)
        self._context.notify(text, seconds=_TOLD_SECONDS)

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        fields = {"reason": self._reason_field, "other": self._other_field}
        self.show_failure(error, self._context.error_text(error), fields)


class CaseApartDialog(ReasonDialog):
    """Two cases that were put together do not belong together after all."""

    def __init__(
        self,
        context: UiContext,
        case: CaseRow,
        related: RelatedCase,
        parent: QWidget | None = None,
    ) -> None:
        """Take `related` away from `case`."""
        self._case, self._related = case, related
        other = related.row.number
        super().__init__(
            context,
            parent,
            say=self._say_texts,
            work=lambda: partial(
                context.desk.case_acts.unrelate,
                self.operation,
                case.number,
                other,
                self.reason.text,
            ),
            told=lambda: self.tr("Cases {0} and {1} stand for themselves again.").format(
                case.number, other
            ),
        )

    def _say_texts(self) -> None:
        case, related = self._case, self._related
        self.set_head(
            self.tr("Take cases {0} and {1} apart").format(case.number, related.row.number),
            f"{case.member_name} · {related.row.member_name}",
            sign="unlink",
        )
        self.about.setText(
            self.tr("{0} put them together: {1}").format(related.operator, related.reason)
        )
        self.field.set_caption(self.tr("&Why they do not belong together"))
        self.set_main(self.tr("Take apart"), "unlink")
