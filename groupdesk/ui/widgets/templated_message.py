# SPDX-License-Identifier: MIT
"""A message from a template: filled in live, editable, checked for courtesy, copied by hand."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from groupdesk.domain.courtesy import detect_language
from groupdesk.domain.enums import Language
from groupdesk.domain.templates import Filled, MessageTemplate, counterpart, fill, frame
from groupdesk.ui.context import UiContext
from groupdesk.ui.message_values import message_fallbacks
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.message_editor import MessageEditor
from groupdesk.ui.widgets.notice_courtesy import NoticeCourtesy

_CHECK_AFTER = 150  # milliseconds of rest before the text is looked at


class Captions(NamedTuple):
    """What the parts are called, in the window's language."""

    message: str
    template: str
    language: str
    copy: str
    told: str


class TemplatedMessage(QWidget):
    """Follows what it speaks of until a person changes the text; from then on it is theirs.

    Whoever derives from it says which templates there are, what fills them and what the parts
    are called, and calls `begin` once that can be asked.
    """

    changed = Signal()
    copied = Signal()

    def __init__(
        self,
        context: UiContext,
        group_id: int,
        language: Language,
        lines: int,
        parent: QWidget | None = None,
    ) -> None:
        """Write in `language` at first, in a field of so many lines; headers are the group's."""
        super().__init__(parent)
        self._context = context
        self._group_id = group_id
        self._offered: tuple[MessageTemplate, ...] = ()
        self._frame = ("", "")
        self._filled = Filled("")
        self._own = False
        self._filling = False
        self.template: ChoiceBox[str] = ChoiceBox(self)
        self.language: ChoiceBox[Language] = ChoiceBox(self)
        self.area = MessageEditor(lines, self)
        self.again = button("", "link", parent=self)
        self.copy = button("", icon_name="copy", parent=self)
        self._told = label(role="secondary", parent=self, wrap=True)
        self._courtesy = NoticeCourtesy(context.translations, self)
        self._courtesy.attach(self.area, self._filled_in)
        self._timer = QTimer(self, singleShot=True, interval=_CHECK_AFTER)
        self._build()
        self.language.set_choices([(one.value, one) for one in Language])
        self.language.choose(language)

    # ---- what differs

    def captions(self) -> Captions:
        """Return what the parts are called."""
        raise NotImplementedError

    def templates(self, language: Language) -> tuple[MessageTemplate, ...]:
        """Return the templates that fit, the first one first."""
        raise NotImplementedError

    def values(self, language: Language) -> Mapping[str, str]:
        """Return what the placeholders stand for."""
        raise NotImplementedError

    def place_of(self, before: MessageTemplate | None, offered: Sequence[MessageTemplate]) -> int:
        """Return which of `offered` to take where `before` was chosen."""
        return 0 if before is None else counterpart(before, offered)

    def look_at(self, text: str, language: Language, pending: Sequence[str]) -> None:
        """Let the courtesy check look at the text."""
        raise NotImplementedError

    # ---- what was written

    @property
    def text(self) -> str:
        """The message as it stands."""
        return self.area.text

    @property
    def chosen_language(self) -> Language:
        """The language that the template is in, or that a person's own text is written in."""
        if self._own and self.area.text.strip():
            return detect_language(self.area.text)
        return self.language.value

    @property
    def own(self) -> bool:
        """Whether a person changed the text, so that it follows nothing any more."""
        return self._own

    @property
    def missing(self) -> tuple[str, ...]:
        """The placeholders that are not filled in yet."""
        return () if self._own else self._filled.missing

    # ---- for whoever derives from it

    def begin(self) -> None:
        """Offer the templates and fill the first one in."""
        self.template.chosen.connect(self._on_template)
        self.language.chosen.connect(self.offer)
        self.area.textChanged.connect(self._on_text)
        self.again.clicked.connect(self._on_template)
        self.copy.clicked.connect(self._on_copy)
        self._timer.timeout.connect(self._check)
        self._translate()
        self.offer()
        self._check()

    def offer(self) -> None:
        """Offer the templates that fit by now, and fill the one in that comes nearest."""
        before, language = self._chosen(), self.language.value
        offered = self.templates(language)
        self._frame = self._context.desk.templates.frame(language, self._group_id)
        self.template.set_choices([(one.name, one.id) for one in offered])
        self._offered = offered
        if offered:
            self.template.choose(offered[self.place_of(before, offered)].id)
        self.fill_in()

    def fill_in(self) -> None:
        """Fill the template in anew, and look at it after a rest; a person's own text stays."""
        self._timer.start()
        template = self._chosen()
        if self._own or template is None:
            return
        language = self.language.value
        values, fallbacks = self.values(language), message_fallbacks(language)
        header, footer = (fill(part, values, fallbacks) for part in self._frame)
        self._filled = frame(header, fill(template.body, values, fallbacks), footer)
        self._filling = True
        self.area.set_text(self._filled.text)
        self._filling = False

    # ---- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
            self._check()
        super().changeEvent(event)

    # ---- inside

    def _build(self) -> None:
        theme = current_theme()
        choices = QWidget(self)
        row = QHBoxLayout(choices)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.size("space_s"))
        for part in (self.again, self.template, self.language):
            row.addWidget(part)
        for box in (self.template, self.language):  # a long name ends in an ellipsis
            box.setMinimumWidth(theme.size("side_width") // 3)
        self.field = FormField("", self.area, self, note=choices)
        foot = QHBoxLayout()
        foot.setSpacing(theme.size("space_m"))
        foot.addWidget(self._told, 1)
        foot.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space_s"))
        column.addWidget(self.field, 1)
        column.addWidget(self._courtesy)
        column.addLayout(foot)

    def _translate(self) -> None:
        words, captions = self._context.translations.words, self.captions()
        self.field.set_caption(captions.message)
        self._filling = True  # gaps in other words are no text of one's own
        self.area.speak(words)
        self._filling = False
        self.template.setAccessibleName(captions.template)
        self.language.setAccessibleName(captions.language)
        self.language.set_choices([(words(f"language.{one.value}"), one) for one in Language])
        self.again.setText(self.tr("Fill in again"))
        self.again.setToolTip(self.tr("Take the template's text in place of your own"))
        self.copy.setText(captions.copy)
        self._told.setText(captions.told)

    def _chosen(self) -> MessageTemplate | None:
        at = self.template.currentIndex()
        return self._offered[at] if 0 <= at < len(self._offered) else None

    def _filled_in(self, sentence: str) -> str:
        language = self.chosen_language
        return fill(sentence, self.values(language), message_fallbacks(language)).text

    def _on_template(self) -> None:
        self._own = False
        self.again.hide()
        self.fill_in()
        self.changed.emit()

    def _on_text(self) -> None:
        # colouring the gaps tells of a change, too, and changes nothing
        if not self._filling and (self._own or self.area.text != self._filled.text):
            self._own = True
            self.again.show()
            self.field.clear_error()
            self.changed.emit()
        self._timer.start()

    def _check(self) -> None:
        text = self.text
        self.again.setVisible(self._own)
        self.copy.setEnabled(bool(text.strip()))
        self.look_at(text, self.chosen_language, self.missing)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text)
        self.copied.emit()
