# SPDX-License-Identifier: MIT
"""Lines that are done, missing or worth a thought: fair process, courtesy."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from groupdesk.domain.text import visible
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.icon_label import IconLabel
from groupdesk.ui.widgets.labels import label, restyle

CheckState = Literal["done", "open", "advice", "missing"]

_ICONS: Final[dict[CheckState, tuple[str, str]]] = {
    "done": ("circle-check", "ok"),
    "open": ("circle", "muted"),
    "advice": ("circle-alert", "warning"),
    "missing": ("circle-alert", "danger"),
}


@dataclass(frozen=True, slots=True)
class CheckItem:
    """One line. With `prompt` it asks for a reason: a field stands under the line."""

    key: str
    text: str
    state: CheckState
    prompt: str = ""


class CheckList(QWidget):
    """Shows the lines in their order; what was typed stays while its line still asks."""

    answered = Signal(str, str)
    """Key of a line and the reason now typed under it."""

    def __init__(self, items: Sequence[CheckItem] = (), parent: QWidget | None = None) -> None:
        """Show `items`."""
        super().__init__(parent)
        self._rows: dict[str, _CheckRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current_theme().size("space_s"))
        self.set_items(items)

    def set_items(self, items: Sequence[CheckItem]) -> None:
        """Show these lines; fields keep their text and the cursor."""
        wanted = {item.key for item in items}
        for key in [key for key in self._rows if key not in wanted]:
            row = self._rows.pop(key)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for at, item in enumerate(items):
            row = self._rows.get(item.key) or self._new_row(item.key)
            row.show_item(item)
            if self._column.indexOf(row) != at:
                self._column.insertWidget(at, row)

    def answers(self) -> dict[str, str]:
        """Return the reasons of the lines that ask for one, stripped, empty ones too."""
        return {key: row.answer.text().strip() for key, row in self._rows.items() if row.asks}

    def set_answers(self, answers: dict[str, str]) -> None:
        """Put reasons back, from a draft."""
        for key, text in answers.items():
            if key in self._rows:
                self._rows[key].answer.setText(text)

    def field(self, key: str) -> QLineEdit:
        """Return the field under a line, to go there. Raises KeyError for an unknown key."""
        return self._rows[key].answer

    def _new_row(self, key: str) -> "_CheckRow":
        row = _CheckRow(self)
        row.answer.textChanged.connect(lambda text: self.answered.emit(key, text.strip()))
        self._rows[key] = row
        return row


class _CheckRow(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._item = CheckItem("", "", "open")
        self._icon = IconLabel("circle", parent=self)
        self._text: QLabel = label(wrap=True, parent=self)
        self._prompt = label(role="secondary", wrap=True, parent=self)
        self.answer = QLineEdit(self)
        self._prompt.setBuddy(self.answer)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(current_theme().size("space_s"))
        grid.setVerticalSpacing(current_theme().size("space_xs"))
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._icon, 0, 0)
        grid.addWidget(self._text, 0, 1)
        grid.addWidget(self._prompt, 1, 1)
        grid.addWidget(self.answer, 2, 1)

    @property
    def asks(self) -> bool:
        """Whether a reason is asked for."""
        return bool(self._item.prompt)

    def show_item(self, item: CheckItem) -> None:
        self._item = item
        self._icon.set_icon(*_ICONS[item.state])
        self._text.setText(item.text)
        restyle(self._text, "role", "muted" if item.state == "open" else "body")
        self._prompt.setText(item.prompt)
        self._prompt.setVisible(self.asks)
        self.answer.setVisible(self.asks)
        self.answer.setAccessibleName(visible(f"{item.text} {item.prompt}"))
        self._translate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _translate(self) -> None:
        states: dict[CheckState, str] = {
            "done": self.tr("Done: {0}"),
            "open": self.tr("Open: {0}"),
            "advice": self.tr("Advice: {0}"),
            "missing": self.tr("Missing: {0}"),
        }
        spoken = states[self._item.state].format(self._item.text)
        self._text.setAccessibleName(visible(spoken))
