# SPDX-License-Identifier: MIT
"""The name under which a filter is kept."""

import uuid

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from groupdesk.domain.member_filter import MemberFilter, SavedFilter
from groupdesk.domain.records import Receipt
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField


class FilterNameDialog(DialogFrame):
    """Saves a filter under a name, or gives a saved one another name."""

    def __init__(
        self,
        context: UiContext,
        what: MemberFilter | SavedFilter,
        parent: QWidget | None = None,
    ) -> None:
        """Ask for the name of `what`."""
        super().__init__(parent, side=False)
        self._context = context
        self._what = what
        self._operation = uuid.uuid4()
        self.name = QLineEdit(self)
        if isinstance(what, SavedFilter):
            self.name.setText(what.name)
            self.name.selectAll()
        self._field = FormField("", self.name, self)
        self.form.addWidget(self._field)
        self.form.addStretch(1)
        self.add_cancel()
        self.name.textChanged.connect(self._check)
        self._say()
        self.main_requested.connect(self._save)
        self.act_on_enter(self.name)
        self.resize(460, 260)
        self.name.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        renamed = isinstance(self._what, SavedFilter)
        self.set_head(
            self.tr("Rename the filter") if renamed else self.tr("Save the filter"),
            self.tr(
                "Find it in the navigation. It keeps to the group it is saved in, or to all groups."
            ),
            sign="list-filter",
        )
        self.set_main(self.tr("Rename") if renamed else self.tr("Save filter"))
        self._field.set_caption(self.tr("&Name"))
        self._check()

    def _check(self) -> None:
        self._field.clear_error()
        self.set_missing([] if self.name.text().strip() else [self.tr("a name")])

    def _save(self) -> None:
        filters, operation = self._context.desk.filters, self._operation
        name, what = self.name.text(), self._what
        self.set_busy(True)
        self._context.runner.run(
            self,
            lambda: (
                filters.rename(operation, what.id, name)
                if isinstance(what, SavedFilter)
                else filters.save(operation, name, what)
            ),
            self._on_saved,
            self._on_failed,
        )

    def _on_saved(self, receipt: Receipt) -> None:
        self.set_busy(False)
        self._context.done(receipt)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        self.show_failure(error, self._context.error_text(error), {"name": self._field})
