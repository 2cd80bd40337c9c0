# SPDX-License-Identifier: MIT
"""A moment that may be left open: a check, and date and time beside it."""

from datetime import datetime

from PySide6.QtCore import QDate, QDateTime, QEvent, QTime, Signal
from PySide6.QtWidgets import QCheckBox, QDateTimeEdit, QHBoxLayout, QWidget

from groupdesk.domain.clock import Clock, from_text, to_text
from groupdesk.ui.theme import current_theme


class TimeChoice(QWidget):
    """Unchecked, there is no moment; checked, it starts at now."""

    changed = Signal()

    def __init__(self, clock: Clock, caption: str = "", parent: QWidget | None = None) -> None:
        """Ask for a moment under `caption`; the zone is the clock's."""
        super().__init__(parent)
        self._clock = clock
        self.check = QCheckBox(caption, self)
        self.edit = QDateTimeEdit(self)
        self.edit.setCalendarPopup(True)
        self.edit.setEnabled(False)
        self._show(clock())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current_theme().size("space_s"))
        row.addWidget(self.check)
        row.addWidget(self.edit)
        row.addStretch(1)
        self.setFocusProxy(self.check)
        self.check.toggled.connect(self._on_toggled)
        self.edit.dateTimeChanged.connect(self.changed)
        self._translate()
        self.set_caption(caption)

    def set_caption(self, caption: str) -> None:
        """Name what the moment is about; an & marks the letter that leads here with Alt."""
        self.check.setText(caption)
        self.edit.setAccessibleName(caption.replace("&", ""))

    def moment(self) -> str:
        """Return the moment as stored text, "" where it is left open."""
        if not self.check.isChecked():
            return ""
        day, time = self.edit.date(), self.edit.time()
        zone = self._clock().tzinfo
        local = datetime(
            day.year(), day.month(), day.day(), time.hour(), time.minute(), tzinfo=zone
        )
        return to_text(local)

    def set_moment(self, text: str) -> None:
        """Take a stored moment, or "" for none."""
        if text:
            self._show(from_text(text))
        self.check.setChecked(bool(text))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _translate(self) -> None:
        self.edit.setDisplayFormat(self.tr("d MMM yyyy, HH:mm"))

    def _show(self, moment: datetime) -> None:
        local = moment.astimezone(self._clock().tzinfo)
        self.edit.setDateTime(
            QDateTime(QDate(local.year, local.month, local.day), QTime(local.hour, local.minute))
        )

    def _on_toggled(self, checked: bool) -> None:  # noqa: FBT001 — a slot
        self.edit.setEnabled(checked)
        self.changed.emit()
