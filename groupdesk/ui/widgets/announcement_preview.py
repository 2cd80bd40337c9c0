# SPDX-License-Identifier: MIT
"""An announcement as the group will see it, in as many messages as the platform needs."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from groupdesk.domain.announcement import is_published, length, limit_of
from groupdesk.domain.enums import Platform
from groupdesk.domain.platform_texts import shown_on
from groupdesk.ui.theme import current_theme
from groupdesk.ui.translations import Translations
from groupdesk.ui.widgets.buttons import icon_button, name_button
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.marked_text import EDGE, MarkedText
from groupdesk.ui.widgets.section_label import SectionLabel

_MOST_PARTS = 12
_MOST_SHOWN = 12_000


class AnnouncementPreview(QWidget):
    """The messages one below the other, each with its length and a button to copy it."""

    copy_asked = Signal(int)
    """The place of the part that a person wants to copy, from 0."""

    def __init__(
        self, translations: Translations, platform: Platform, parent: QWidget | None = None
    ) -> None:
        """Start empty, for groups of `platform`."""
        super().__init__(parent)
        theme = current_theme()
        self._translations = translations
        self._platform = platform
        self.parts: tuple[str, ...] = ()
        self.bubbles: list[MessagePart] = []
        self._head = SectionLabel(parent=self)
        self._length = label(role="secondary", parent=self, wrap=True)
        self._note = label(role="secondary", parent=self, wrap=True)
        self._more = label(role="muted", parent=self, wrap=True)
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.size("space_m"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space_s"))
        column.addWidget(self._head)
        column.addWidget(self._length)
        column.addLayout(self._column)
        column.addWidget(self._more)
        column.addWidget(self._note)
        column.addStretch(1)
        self._say()

    @property
    def said(self) -> str:
        """What is said of the length."""
        return self._length.text()

    @property
    def note(self) -> str:
        """What is said of signs that the platform swallows, empty where there are none."""
        return "" if self._note.isHidden() else self._note.text()

    def show_parts(self, parts: tuple[str, ...]) -> None:
        """Show these messages."""
        self.parts = parts
        shown = parts[:_MOST_PARTS]
        while len(self.bubbles) > len(shown):
            self.bubbles.pop().deleteLater()
        while len(self.bubbles) < len(shown):
            made = MessagePart(len(self.bubbles), self)
            made.copy.clicked.connect(lambda _on=False, at=made.at: self.copy_asked.emit(at))
            self.bubbles.append(made)
            self._column.addWidget(made)
            made.show()
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        words = self._translations.words
        name = words(f"platform.{self._platform.value}")
        if self._platform is Platform.OTHER:
            self._head.setText(self.tr("As the group sees it"))
        else:
            self._head.setText(self.tr("As {0} shows it").format(name))
        swallowed: dict[str, None] = {}
        for bubble, part in zip(self.bubbles, self.parts, strict=False):
            shown = shown_on(self._platform, part[:_MOST_SHOWN])
            swallowed.update(dict.fromkeys(shown.swallowed))
            text = shown.text + ("…" if len(part) > _MOST_SHOWN else "")
            bubble.text.set_text(text, (), shown.runs)
            bubble.say(len(self.parts), part)
        self._length.setText(self._lengths(name))
        more = len(self.parts) - len(self.bubbles)
        self._more.setText(self.tr("… and %n more message(s)", "", more))
        self._more.setVisible(more > 0)
        self._note.setText(
            self.tr(
                "{0} takes {1} around words for formatting; the message will look as above."
            ).format(name, self.tr(", ").join(swallowed))
        )
        self._note.setVisible(bool(swallowed))

    def _lengths(self, platform: str) -> str:
        whole = sum(map(length, self.parts))
        limit = limit_of(self._platform)
        said = self.tr("%n character(s)", "", whole)
        if len(self.parts) > 1:
            said += " · " + self.tr("%n message(s)", "", len(self.parts))
        if not limit:
            return said
        if is_published(self._platform):
            text = self.tr("{0} takes up to {1} at once")
        else:
            text = self.tr("{0} names no limit; {1} at once is a cautious one")
        return f"{said} · {text.format(platform, f'{limit:,}')}"


class MessagePart(QWidget):
    """One message in its bubble."""

    def __init__(self, at: int, parent: QWidget) -> None:
        super().__init__(parent)
        theme = current_theme()
        self.at = at
        self._head = label(role="muted", parent=self)
        self.copy = icon_button("copy", "", self)
        bubble = QFrame(self)
        bubble.setProperty("surface", "bubble")
        self.text = MarkedText(bubble)
        inner = QVBoxLayout(bubble)
        inner.setContentsMargins(*(theme.size("space_m") - EDGE,) * 4)
        inner.addWidget(self.text)
        row = QHBoxLayout()
        row.addWidget(self._head, 1)
        row.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space_xs"))
        column.addLayout(row)
        column.addWidget(bubble)

    def say(self, count: int, part: str) -> None:
        """Name the message, of `count` in all."""
        several = count > 1
        name = self.tr("Message {0} of {1}").format(self.at + 1, count)
        size = self.tr("%n character(s)", "", length(part))
        self._head.setText(f"{name} · {size}")
        self._head.setVisible(several)
        self.copy.setVisible(several)
        name_button(self.copy, self.tr("Copy message {0}").format(self.at + 1))
        self.text.setAccessibleName(name if several else self.tr("Message as it will be read"))
