# SPDX-License-Identifier: MIT
"""A message as its reader will see it, what is not filled in yet, what the platform makes of it."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupdesk.domain.enums import Channel, Platform
from groupdesk.domain.platform_texts import LENGTH_LIMITS, Shown, shown_on
from groupdesk.domain.templates import Filled, fill_in
from groupdesk.ui.theme import current_theme
from groupdesk.ui.translations import Translations
from groupdesk.ui.widgets.elided_label import ElidedLabel
from groupdesk.ui.widgets.labels import label, restyle
from groupdesk.ui.widgets.message_preview import MessagePreview


class PreviewPanel(QWidget):
    """The bubble on top, what is missing at the foot."""

    def __init__(
        self,
        translations: Translations,
        reader: str,
        sender: str,
        parent: QWidget | None = None,
        *,
        platform: Platform = Platform.OTHER,
    ) -> None:
        """Show messages from `sender` to `reader` as `platform` shows them."""
        super().__init__(parent)
        self._translations = translations
        self._reader, self._sender = reader, sender
        self._platform = platform
        self._channel = Channel.PRIVATE
        self._filled = Filled("")
        self._shown = Shown("")
        self._as = ElidedLabel(role="secondary", parent=self)
        self.message = MessagePreview(sender, "", self)
        self._signs = label(role="secondary", parent=self, wrap=True)
        self._foot = label(role="secondary", parent=self, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().size("space_m"))
        self.above = QVBoxLayout()
        """Over the bubble, however long it is: what is said of the message."""
        column.addWidget(self._as)
        column.addLayout(self.above)
        column.addWidget(self.message)
        column.addStretch(1)
        column.addWidget(self._signs)
        column.addWidget(self._foot)
        self._translate()

    @property
    def foot(self) -> str:
        """What is said about placeholders."""
        return self._foot.text()

    @property
    def platform_note(self) -> str:
        """What is said about signs that the platform swallows, and about its length limit."""
        return "" if self._signs.isHidden() else self._signs.text()

    def show_filled(self, filled: Filled) -> None:
        """Show a message with its gaps marked."""
        self._filled = filled
        self._show()

    def set_channel(self, channel: Channel) -> None:
        """Say how the message reaches its reader: what is spoken has no formatting."""
        if channel is not self._channel:
            self._channel = channel
            self._show()
            self._name()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _show(self) -> None:
        filled = self._filled
        platform = Platform.OTHER if self._channel is Channel.PHONE else self._platform
        self._shown = shown = shown_on(platform, *_labelled(filled))
        self.message.set_message(self._sender, shown.text, shown.places, shown.runs)
        self.message.setVisible(bool(filled.text.strip()))
        self._say()

    def _translate(self) -> None:
        self._name()
        self._say()

    def _name(self) -> None:
        said = {
            Channel.PRIVATE: self.tr("As {0} will read it"),
            Channel.GROUP: self.tr("As {0} and the whole group will read it"),
            Channel.PHONE: self.tr("As {0} will hear it"),
        }
        self._as.setText(said[self._channel].format(self._reader))

    def _say(self) -> None:
        words, filled = self._translations.words, self._filled
        if not filled.text.strip():
            text = ""
        elif filled.complete:
            text = words("courtesy.placeholders.ok")
        else:
            names = [words(f"placeholder.{name}") for name in filled.missing]
            text = self.tr("Not filled in: {0}").format(
                self.tr(", ").join([*names, *filled.open, *filled.unknown])
            )
        self._foot.setText(text)
        restyle(self._foot, "tone", "" if filled.complete else "warning")
        note = self._about_platform()
        self._signs.setText(note)
        self._signs.setVisible(bool(note))

    def _about_platform(self) -> str:
        if self._channel is Channel.PHONE:
            return ""
        platform = self._translations.words(f"platform.{self._platform.value}")
        said = []
        limit, length = LENGTH_LIMITS.get(self._platform), len(self._filled.text)
        if limit is not None and length > limit:
            said.append(
                self.tr("{0} takes {1} characters in one message, this has {2}.").format(
                    platform, f"{limit:,}", f"{length:,}"
                )
            )
        if self._shown.swallowed:
            signs = "  ".join(self._shown.swallowed)
            said.append(self.tr("{0} reads these signs as formatting: {1}").format(platform, signs))
        return " ".join(said)


def _labelled(filled: Filled) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the text with what each open fill-in asks for, and where the gaps are now."""
    parts: list[str] = []
    places: list[tuple[int, int]] = []
    length = done = 0
    for start, end in filled.gaps:
        piece = filled.text[start:end]
        asked = fill_in(piece)
        put = piece if asked is None else f"[{asked.label}]"
        at = length + start - done
        places.append((at, at + len(put)))
        parts += (filled.text[done:start], put)
        length, done = at + len(put), end
    parts.append(filled.text[done:])
    return "".join(parts), tuple(places)
