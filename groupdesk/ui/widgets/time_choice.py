# SPDX-License-Identifier: MIT
"""A moment that may be left open: a check, and date and time beside it."""

from datetime import datetime

from PySide6.QtCore import QDate, QDateTime, QEvent, QSignalBlocker, QTime, Signal
from PySide6.QtWidgets import QCheckBox, QDateTimeEdit, QHBoxLayout, QWidget

from groupdesk.domain.clock import Clock, from_text, to_text
from groupdesk.ui.theme import current_theme


class TimeChoice(QWidget):
    """Unchecked, there is no moment; checked, it starts at now. Where it is required, no check."""

    changed = Signal()

    def __init__(
        self,
        clock: Clock,
        caption: str = "",
        parent: QWidget | None = None,
        *,
        required: bool = False,
    ) -> None:
        """Ask for a moment under `caption`; the zone is the clock's."""
        super().__init__(parent)
        self._clock = clock
        self._assumed = False
        self.check = QCheckBox(caption, self)
        self.check.setChecked(required)
        self.check.setHidden(required)
        self.edit = QDateTimeEdit(self)
        self.edit.setCalendarPopup(True)
        self.edit.setEnabled(required)
        self._show(clock())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current_theme().size("space_s"))
        row.addWidget(self.check)
        row.addWidget(self.edit)
        row.addStretch(1)
        self.setFocusProxy(self.edit if required else self.check)
        self.check.toggled.connect(self._on_toggled)
        self.edit.dateTimeChanged.connect(self._on_edited)
        self._translate()
        self.set_caption(caption)

    @property
    def assumed(self) -> bool:
        """Whether the moment is a guess that no person has looked at, see `assume`."""
        return self._assumed

    @property
    def to_come(self) -> bool:
        """Whether the moment has not come yet."""
        return self.moment() > to_text(self._clock())

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
        self._take(text, assumed=False)

    def assume(self, text: str) -> None:
        """Take a stored moment for a guess, until a person changes it or leaves it open."""
        self._take(text, assumed=True)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _translate(self) -> None:
        self.edit.setDisplayFormat(self.tr("d MMM yyyy, HH:mm"))

    def _take(self, text: str, *, assumed: bool) -> None:
        before = (self.moment(), self._assumed)
        with QSignalBlocker(self.check), QSignalBlocker(self.edit):
            if text:
                self._show(from_text(text))
            self.check.setChecked(bool(text))
            self.edit.setEnabled(bool(text))
        self._assumed = assumed
        if (self.moment(), self._assumed) != before:
            self.changed.emit()

    def _show(self, moment: datetime) -> None:
        local = moment.astimezone(self._clock().tzinfo)
        self.edit.setDateTime(
            QDateTime(QDate(local.year, local.month, local.day), QTime(local.hour, local.minute))
        )

    def _on_toggled(self, checked: bool) -> None:  # noqa: FBT001 — a slot
        self.edit.setEnabled(checked)
        self._on_edited()

    def _on_edited(self) -> None:
        self._assumed = False
        self.changed.emit()
