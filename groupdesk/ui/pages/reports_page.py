# SPDX-License-Identifier: MIT
"""What can be printed: the audit of a group, the file of a case, why people leave."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from groupdesk.domain.act_records import AuditFilter, AuditRow
from groupdesk.domain.clock import from_text
from groupdesk.domain.enums import Action, Topic
from groupdesk.domain.errors import GroupDeskError
from groupdesk.ui.context import UiContext
from groupdesk.ui.item_delegates import CellDelegate
from groupdesk.ui.item_models.record_model import Cell, RecordModel
from groupdesk.ui.member_acts import MemberActs
from groupdesk.ui.pages.page import Page
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.card import Card
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.icon_label import IconLabel
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.number_field import NumberField
from groupdesk.ui.widgets.page_head import PageHead
from groupdesk.ui.widgets.record_table import RecordTable
from groupdesk.ui.widgets.section_label import SectionLabel


class ReportsPage(Page):
    """Three reports and the list of what was printed before."""

    topics = frozenset({Topic.AUDIT, Topic.GROUPS})

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Build the page without loading anything."""
        super().__init__(context, parent)
        theme = current_theme()
        self._acts = MemberActs(context, self)
        self._head = PageHead(parent=self)
        self._group_head = label(role="section", parent=self)
        self._group_text = label(role="muted", parent=self, wrap=True)
        self._case_head = label(role="section", parent=self)
        self._case_text = label(role="muted", parent=self, wrap=True)
        self._exits_head = label(role="section", parent=self)
        self._exits_text = label(role="muted", parent=self, wrap=True)
        self.number = NumberField(1, 99_999_999, self)
        self.number.setMinimumWidth(theme.size("thumbnail_width"))
        self._number_field = FormField("", self.number, self)
        self.case_button = button("", icon_name="file-text", parent=self)
        self.case_button.clicked.connect(self._print_case)
        self.number.line.returnPressed.connect(self._print_case)
        cards = QHBoxLayout()
        cards.setSpacing(theme.size("space_l"))
        cards.addWidget(
            self._card(
                "chart-column",
                self._group_head,
                self._group_text,
                context.acts.button("report.group", "primary", self),
            ),
            1,
        )
        cards.addWidget(
            self._card(
                "file-text", self._case_head, self._case_text, self._number_field, self.case_button
            ),
            1,
        )
        cards.addWidget(
            self._card(
                "door-open",
                self._exits_head,
                self._exits_text,
                context.acts.button("report.exits", parent=self),
            ),
            1,
        )
        self._printed_head = SectionLabel(parent=self)
        self.model: RecordModel[AuditRow] = RecordModel(self._cells, self)
        self.table = RecordTable(self)
        self.table.setModel(self.model)
        self.table.setItemDelegate(CellDelegate(self.table, "text"))
        column = QVBoxLayout(self)
        edge = theme.size("space_l")
        column.setContentsMargins(edge, edge, edge, 0)
        column.setSpacing(theme.size("space_l"))
        column.addWidget(self._head)
        column.addLayout(cards)
        column.addWidget(self._printed_head)
        self._nothing = label(role="muted", parent=self)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._below = QStackedWidget(self)
        self._below.addWidget(self.table)
        self._below.addWidget(self._nothing)
        column.addWidget(self._below, 1)

    def reload(self) -> None:
        desk = self.context.desk
        name = desk.groups.get(self.group_id).name if self.group_id else ""
        self._head.set_texts(
            self.tr("Reports"),
            self.tr("Each report carries the log's fingerprint and is itself in the log."),
        )
        self._group_head.setText(self.tr("Group audit"))
        self._group_text.setText(
            self.tr(
                "What was done in {0} in a period, by whom and on which rule, with a chart and the"
                " list of all acts."
            ).format(name or "–")
        )
        self._case_head.setText(self.tr("Case file"))
        self._case_text.setText(
            self.tr("One case with its history, messages, screenshots and decisions.")
        )
        self._exits_head.setText(self.tr("Why people leave"))
        self._exits_text.setText(
            self.tr("Reasons, months and lengths of stay, of one group or of all.")
        )
        self._number_field.set_caption(self.tr("&Number of the case"))
        self.case_button.setText(self.tr("Show case file…"))
        self._printed_head.setText(self.tr("Recently printed"))
        self.table.setAccessibleName(self.tr("Recently printed"))
        rows = desk.audit.rows(AuditFilter(action=Action.REPORT_PRINT), limit=100)
        heads = (self.tr("When"), self.tr("Report"), self.tr("Who"), self.tr("Log entry"))
        self.model.show_records(heads, rows)
        for number, width in enumerate((150, 320, 140)):
            self.table.setColumnWidth(number, width)
        self.table.horizontalHeader().setStretchLastSection(True)
        self._nothing.setText(self.tr("Nothing was printed yet."))
        self._below.setCurrentWidget(self.table if rows else self._nothing)
        newest = desk.cases.rows(group_id=self.group_id or None, limit=1)
        if newest:
            self.number.setValue(newest[0].number)

    def activate(self) -> None:
        self.context.acts.bind("report.group", self._print_group, enabled=bool(self.group_id))

    def take_focus(self) -> None:
        self.number.setFocus()
        self.number.selectAll()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.reload()
        super().changeEvent(event)

    def _card(self, icon_name: str, *parts: QWidget) -> Card:
        card = Card(parent=self)
        card.body.addWidget(IconLabel(icon_name, "accent", "icon_large", card))
        for part in parts[:2]:
            card.body.addWidget(part)
        card.body.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(current_theme().size("space_m"))
        for part in parts[2:]:
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        card.body.addLayout(row)
        return card

    def _cells(self, row: AuditRow) -> list[Cell]:
        moment = self.context.dates.moment(from_text(row.at), self.context.desk.clock())
        subject = f"{row.subject} · {row.group_name}" if row.group_name else row.subject
        return [moment, subject, row.operator, str(row.seq)]

    def _print_group(self) -> None:
        from groupdesk.ui.dialogs.report_dialog import ReportDialog  # noqa: PLC0415

        group = self.context.desk.groups.get(self.group_id)
        ReportDialog.for_group(self.context, group, self.window()).open()

    def _print_case(self) -> None:
        self._number_field.clear_error()
        try:
            number = self.context.desk.cases.get(self.number.value()).number
        except GroupDeskError as error:
            self._number_field.set_error(self.context.error_text(error))
            return
        self._acts.print_case(number)
