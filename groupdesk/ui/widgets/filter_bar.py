# SPDX-License-Identifier: MIT
"""Search, quick filters and, where any are set, the conditions of a member list as chips."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from groupdesk.domain.member_filter import CHIPS, Conditions, MemberFilter
from groupdesk.ui.condition_words import condition_text
from groupdesk.ui.context import UiContext
from groupdesk.ui.icons import icon
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.flow_layout import FlowLayout
from groupdesk.ui.widgets.labels import label, plain_tooltip
from groupdesk.ui.widgets.search_field import SearchField

_SELDOM = frozenset({"undelivered", "leaving"})
"""Shown only while they find somebody, or are chosen."""


class FilterBar(QWidget):
    """Says which members a list shows; what it says is a MemberFilter."""

    changed = Signal()
    """A person asked for others; `show_filter` is silent."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Start with everybody."""
        super().__init__(parent)
        self._context = context
        self._conditions = Conditions()
        self._silent = False
        theme = current_theme()
        self.search = SearchField("", self)
        self.found = label(role="secondary", parent=self)
        self._found: int | None = None
        self.chips = ChipRow("", parent=self)
        self._asked = QWidget(self)
        self._flow = FlowLayout(self._asked, theme.size("space_s"))
        self._buttons: dict[str, QPushButton] = {}
        self._save = button("", "link", parent=self._asked)
        self._save.clicked.connect(lambda: context.acts.trigger("filter.save"))
        top = QHBoxLayout()
        top.setSpacing(theme.size("space_s"))
        top.addWidget(self.search, 1)
        top.addWidget(self.found)
        top.addWidget(context.acts.icon_button("member.filter", self))
        top.addWidget(context.acts.icon_button("member.columns", self))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space_m"))
        column.addLayout(top)
        column.addWidget(self.chips)
        column.addWidget(self._asked)
        self.search.textChanged.connect(self._on_change)
        self.chips.chosen.connect(self._on_change)
        self._show_conditions()
        self._translate()

    def which(self, group_id: int | None) -> MemberFilter:
        """Return what is asked of a group's members, or of all groups'."""
        chip = self.chips.current or "all"
        return MemberFilter(group_id, chip, self.search.text(), self._conditions)

    def show_filter(self, which: MemberFilter) -> None:
        """Ask for these, in silence."""
        self._silent = True
        self.search.setText(which.text)
        self._silent = False
        if not self.chips.current or which.chip in _SELDOM:
            self.chips.set_chips(self._chip_texts({}, which.chip))
        self.chips.set_current(which.chip)
        self._conditions = which.conditions
        self._show_conditions()

    def set_counts(self, counts: dict[str, int]) -> None:
        """Show how many each quick filter would show by itself; what is not known is left out."""
        self.chips.set_chips(self._chip_texts(counts, self.chips.current))

    def show_found(self, count: int | None) -> None:
        """Say how many a search or conditions find; None while that is not known yet."""
        self._found = count
        self.found.setText("…" if count is None else self.tr("%n found", "", count))
        self.found.setVisible(bool(self.search.text().strip() or self._conditions.asked))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
            self._show_conditions()
        super().changeEvent(event)

    # ---- inside

    def _chip_texts(self, counts: dict[str, int], wanted: str) -> list[Chip]:
        texts = {
            "all": self.tr("All"),
            "warned": self.tr("Warned"),
            "at_risk": self.tr("At risk"),
            "inactive": self.tr("Inactive"),
            "waiting": self.tr("Sent?"),
            "undelivered": self.tr("Not delivered"),
            "leaving": self.tr("Wants to leave"),
            "former": self.tr("Former"),
        }
        shown = [key for key in CHIPS if key not in _SELDOM or counts.get(key) or wanted == key]
        return [Chip(key, texts[key], counts.get(key)) for key in shown]

    def _show_conditions(self) -> None:
        for old in self._buttons.values():
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._flow.removeWidget(self._save)
        self._buttons = {name: self._chip(name) for name in self._conditions.asked}
        for made in self._buttons.values():
            self._flow.addWidget(made)
        self._flow.addWidget(self._save)
        self._asked.setVisible(bool(self._buttons))

    def _chip(self, name: str) -> QPushButton:
        context = self._context
        today = context.desk.clock().date()
        words, dates = context.translations.words, context.dates
        text = condition_text(words, dates, self._conditions, name, today)
        made = button(text.replace("&", "&&"), parent=self._asked)
        made.setProperty("kind", "chip")
        made.setIcon(icon("x", "muted"))
        said = self.tr("Take away: {0}").format(text)
        made.setToolTip(plain_tooltip(said))
        made.setAccessibleName(said)
        made.clicked.connect(lambda: self._take_away(name))
        return made

    def _take_away(self, name: str) -> None:
        names = list(self._buttons)
        place = names.index(name)
        self._conditions = self._conditions.without(name)
        self._show_conditions()
        left = list(self._buttons.values())
        (left[min(place, len(left) - 1)] if left else self.search).setFocus()
        self.changed.emit()

    def _on_change(self, _said: str) -> None:
        if not self._silent:
            self.changed.emit()

    def _translate(self) -> None:
        self.search.set_hint(self.tr("Search name, pinyin, phone, note…"))
        self.chips.setAccessibleName(self.tr("Filter"))
        counted = self.tr("Counted over the whole list, whatever you search for")
        self.chips.setToolTip(counted)
        self.chips.setAccessibleDescription(counted)
        self.show_found(self._found)
        self._save.setText(self.tr("Save filter…"))
