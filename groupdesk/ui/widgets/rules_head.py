# SPDX-License-Identifier: MIT
"""The head of the rules page: what is shown, the draft or which version, and who published it."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from groupdesk.domain.clock import from_text
from groupdesk.domain.records import RulebookRecord
from groupdesk.domain.text import visible
from groupdesk.ui.context import UiContext
from groupdesk.ui.rules_draft import RulesDraft
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.banner import Banner
from groupdesk.ui.widgets.buttons import icon_button, name_button
from groupdesk.ui.widgets.elided_label import ElidedLabel
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.page_head import PageHead

DRAFT = 0
"""Stands for the draft among the versions."""
_MOST_NOTE = 40


class RulesHead(QWidget):
    """Title and acts, the versions to choose from with the state, the history of a published one.

    `acts` stand in the first line in their order, what is seldom needed in the menu after them.
    """

    version_chosen = Signal(int)
    """A version that a person chose; DRAFT for the draft."""

    def __init__(
        self, context: UiContext, acts: Sequence[QPushButton], more: QMenu, parent: QWidget
    ) -> None:
        """Start empty, with the buttons `acts` and the menu `more` at the end."""
        super().__init__(parent)
        theme = current_theme()
        self._context = context
        self._head = PageHead(parent=self)
        for made in acts:
            self._head.add_button(made)
        self.more = icon_button("ellipsis", "", self)
        self.more.setMenu(more)
        self._head.add_button(self.more)
        self.versions = QComboBox(self)
        self.versions.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.versions.setMaximumWidth(theme.size("side_width") * 4 // 3)
        self._state = ElidedLabel(role="muted", parent=self)
        self.history = label(role="muted", parent=self, wrap=True, selectable=True)
        self.banner = Banner(self)
        self._told: tuple[int, int] | None = None
        row = QHBoxLayout()
        row.setSpacing(theme.size("space_m"))
        row.addWidget(self.versions)
        row.addWidget(self._state, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space_s"))
        column.addWidget(self._head)
        column.addLayout(row)
        column.addWidget(self.history)
        column.addWidget(self.banner)
        self.versions.activated.connect(
            lambda at: self.version_chosen.emit(self.versions.itemData(at))
        )
        self._translate()

    def show_nothing(self) -> None:
        """Say what the page is about while there is no group."""
        self._head.set_texts(self.tr("Rules"))
        for part in (self.versions, self._state, self.history, self.more, self.banner):
            part.hide()

    def show_state(self, group: str, draft: RulesDraft, book: RulebookRecord | None) -> None:
        """Show the draft of a group, or `book` as it was published."""
        self.more.show()
        self._state.show()
        self.history.setVisible(book is not None)
        if book is not None:
            state = self.tr("Version {0}").format(book.version)
            if book.version == draft.newest:
                state = self.tr("Version {0}, in force").format(book.version)
            self.history.setText(self._history(book))
        else:
            state = self._draft_state(draft)
        self._head.set_texts(self.tr("Rules of {0}").format(group))
        self._state.setText(state)
        self._list_versions(draft, book)

    def show_overtaken(self, draft: RulesDraft, take_over: Callable[[], object]) -> None:
        """Say that somebody published since the draft was begun, and offer to take that over."""
        key = (draft.group_id, draft.newest) if draft.overtaken else None
        if key == self._told:
            return  # said already; somebody may have closed it
        self._told = key
        if key is None:
            self.banner.dismiss()
            return
        book = draft.versions[0]
        text = self.tr(
            "{0} published version {1} on {2}, after your draft was begun. Your draft is kept."
        )
        self.banner.show_message(
            text.format(visible(book.published_by), book.version, self._day(book)),
            "warning",
            action_text=self.tr("Take over what is new…"),
            action=take_over,
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._told = None
            self._translate()
        super().changeEvent(event)

    def _translate(self) -> None:
        self.versions.setAccessibleName(self.tr("Version"))
        name_button(self.more, self.tr("More for the rules"))

    def _draft_state(self, draft: RulesDraft) -> str:
        if not draft.versions:
            written = self.tr("%n rule(s) in the draft", "", len(draft.rules))
            return self.tr("Not published yet · {0}").format(written)
        newest = draft.versions[0]
        if not draft.changes:
            text = self.tr("Version {0}, in force since {1} · nothing changed in the draft")
            return text.format(newest.version, self._day(newest))
        changes = self.tr("%n change(s)", "", len(draft.changes))
        text = self.tr("Version {0}, draft · {1} since v{2}")
        state = text.format(newest.version + 1, changes, draft.based_on)
        if draft.overtaken:
            text = self.tr("v{0} was published meanwhile")
            state = f"{state} · {text.format(newest.version)}"
        return state

    def _history(self, book: RulebookRecord) -> str:
        """Return who published a version when, and why."""
        dates, now = self._context.dates, self._context.desk.clock()
        when = dates.moment(from_text(book.published_at), now)
        told = self.tr("Published {0} by {1}; it stays as it is.").format(when, book.published_by)
        return self.tr("{0} “{1}”").format(told, book.note) if book.note else told

    def _list_versions(self, draft: RulesDraft, book: RulebookRecord | None) -> None:
        self.versions.setVisible(bool(draft.versions))
        self.versions.clear()
        self.versions.addItem(self.tr("Draft"), DRAFT)
        for other in draft.versions:
            text = self.tr("v{0} · {1}").format(other.version, self._day(other))
            if other.note:
                text = f"{text} · {_short(visible(other.note))}"
            self.versions.addItem(text, other.version)
        shown = DRAFT if book is None else book.version
        self.versions.setCurrentIndex(self.versions.findData(shown))

    def _day(self, book: RulebookRecord) -> str:
        now = self._context.desk.clock()
        local: date = from_text(book.published_at).astimezone(now.tzinfo).date()
        return self._context.dates.day(local, now.date())


def _short(text: str) -> str:
    return text if len(text) <= _MOST_NOTE else text[:_MOST_NOTE].rstrip() + "…"
