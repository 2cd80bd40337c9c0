# SPDX-License-Identifier: MIT
"""One template beside the list: what it is for, its words, and how they read."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from groupdesk.domain.enums import Language, TemplateKind, Tone
from groupdesk.domain.records import GroupRecord
from groupdesk.domain.template_enums import TemplateOrigin
from groupdesk.domain.template_fields import TemplateFields
from groupdesk.domain.templates import FRAMES, FillIn, MessageTemplate
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.fill_in_dialog import FillInDialog
from groupdesk.ui.template_words import LANGUAGE_NAMES, Use, uses_of
from groupdesk.ui.theme import current_theme
from groupdesk.ui.theme_tokens import ToneName
from groupdesk.ui.widgets.buttons import icon_button, name_button
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.elided_label import ElidedLabel
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.pill import Pill
from groupdesk.ui.widgets.template_body import TemplateBody
from groupdesk.ui.widgets.template_preview import TemplatePreview
from groupdesk.ui.widgets.wheel_guard import WheelGuard

_LOOK_AFTER = 150  # milliseconds of rest before the preview follows the text
_WIDE_ENOUGH = 20 * 17  # pixels at the usual font
_BESIDE = 20 * 33  # pixels from which on the preview stands beside the form


class TemplateEditor(QFrame):
    """Tells every change at once; one of the program stays for what it was written for."""

    edited = Signal(object)
    """The TemplateFields as they read now."""

    def __init__(
        self, context: UiContext, foot: Sequence[QPushButton], parent: QWidget | None = None
    ) -> None:
        """Build the fields; the buttons `foot` stand below them, the last one at the far end."""
        super().__init__(parent)
        self.setMinimumWidth(_WIDE_ENOUGH)
        self._context = context
        self._fields: TemplateFields | None = None
        self._frozen = self._of_program = False
        self.name = QLineEdit(self)
        self.kind: ChoiceBox[TemplateKind] = ChoiceBox(self)
        self.use: ChoiceBox[Use] = ChoiceBox(self)
        self.language: ChoiceBox[Language] = ChoiceBox(self)
        self.tone: ChoiceBox[Tone] = ChoiceBox(self)
        self.group: ChoiceBox[int | None] = ChoiceBox(self)
        self.body = TemplateBody(11, self)
        self.widen = icon_button("columns-2", "", self)
        self.insert = context.acts.button("template.insert", "link", self)
        self.preview = TemplatePreview(context, self)
        self.fields = {
            "name": FormField("", self.name, self),
            "kind": FormField("", self.kind, self),
            "variant": FormField("", self.use, self),
            "language": FormField("", self.language, self),
            "tone": FormField("", self.tone, self),
            "group": FormField("", self.group, self),
            "body": FormField("", self.body, self, note=self.insert),
        }
        self._groups: Sequence[GroupRecord] = ()
        self._timer = QTimer(self, singleShot=True, interval=_LOOK_AFTER)
        self._build(foot)
        self._connect()
        self._translate()
        WheelGuard(self)

    # ---- what the page says

    def show_template(
        self,
        fields: TemplateFields,
        template: MessageTemplate | None,
        groups: Sequence[GroupRecord],
        front: GroupRecord | None,
        *,
        frozen: bool,
    ) -> None:
        """Show what is written; `front` is the group whose members and rules fill the preview."""
        before, self._fields, self._groups = self._fields, fields, groups
        of_program = template is not None and template.origin is not TemplateOrigin.OWN
        self._frozen, self._of_program = frozen, of_program
        if fields != before:
            self._fill(fields)
        for fixed in (self.kind, self.use, self.language, self.group):
            fixed.setEnabled(not frozen and not of_program)
        self.tone.setEnabled(not frozen and fields.kind not in FRAMES)
        for written in (self.name, self.body):
            written.setReadOnly(frozen)
        self._show_whole(fields)
        own = next((one for one in groups if one.id == fields.group_id), None)
        self.preview.show_group(own or front)
        self.look()

    def show_state(
        self, mark: tuple[str, ToneName], used: str, saved: str, problems: Mapping[str, str]
    ) -> None:
        """Say beside the name whose it is and how often it was used, at fields what is amiss."""
        self._mark.show_word(*mark)
        self._used.setText(used)
        self._used.setVisible(bool(used))
        self._saved.setText(saved)
        for key, field in self.fields.items():
            text = problems.get(key, "")
            if text and text != field.error:
                field.set_error(text, focus=False)
            elif field.error and not text:
                field.clear_error()

    def lead_to(self, key: str) -> None:
        """Go to the field that a problem is about."""
        field = self.fields.get(key)
        if field is not None:
            field.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def write(self, *, new: bool = False) -> None:
        """Put the cursor where one begins to write: the name of a new one, else the text."""
        field = self.name if new else self.body
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        if new:
            self.name.selectAll()

    def look(self) -> None:
        """Let the preview follow at once."""
        self._timer.stop()
        if self._fields is not None:
            self.preview.show_fields(self._fields)

    # ---- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = event.size().width() >= _BESIDE
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._columns.direction() != way:
            self._columns.setDirection(way)
        self.widen.setVisible(not beside)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    # ---- building

    def _build(self, foot: Sequence[QPushButton]) -> None:
        theme = current_theme()
        edge, gap = theme.size("space_l"), theme.size("space_m")
        self._title = ElidedLabel(role="title", parent=self)
        self._mark = Pill(parent=self)
        self._used = ElidedLabel(role="secondary", parent=self)
        self._saved = ElidedLabel(role="secondary", parent=self)
        head = QHBoxLayout()
        head.setContentsMargins(edge, 0, edge, 0)
        head.setSpacing(theme.size("space_s"))
        head.addWidget(self._title)
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        head.addWidget(self.widen)
        below = QHBoxLayout()
        below.setContentsMargins(edge, 0, edge, 0)
        below.addWidget(self._used)
        form = QVBoxLayout()
        form.setSpacing(gap)
        form.addWidget(self.fields["name"])
        for line in (("kind", "variant"), ("language", "tone", "group")):
            row = QHBoxLayout()
            row.setSpacing(gap)
            for key in line:
                row.addWidget(self.fields[key], 1, Qt.AlignmentFlag.AlignTop)
            form.addLayout(row)
        form.addWidget(self.fields["body"], 1)
        inner = QWidget()
        inner.setProperty("surface", "page")
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom, inner)
        self._columns.setContentsMargins(edge, 0, edge, edge)
        self._columns.setSpacing(edge)
        self._columns.addLayout(form, 1)
        self._columns.addWidget(self.preview, 1)
        self.area = area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        acts = QHBoxLayout()
        acts.setContentsMargins(edge, theme.size("space_s"), edge, gap)
        acts.setSpacing(theme.size("space_s"))
        for other in foot[:-1]:
            acts.addWidget(other)
        acts.addWidget(self._saved, 1)
        acts.addWidget(foot[-1])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, edge, 0, 0)
        outer.setSpacing(theme.size("space_s"))
        outer.addLayout(head)
        outer.addLayout(below)
        outer.addWidget(area, 1)
        outer.addLayout(acts)

    def _connect(self) -> None:
        self.name.textChanged.connect(lambda _text: self._on_edited())
        self.body.textChanged.connect(self._on_edited)
        for box in (self.kind, self.use, self.language, self.tone, self.group):
            box.chosen.connect(self._on_edited)
        self.body.fill_in_asked.connect(lambda choices: self._ask(None, choices=choices))
        self.body.fill_in_opened.connect(
            lambda asked: self._ask(asked, choices=bool(asked.choices))
        )
        self.preview.attach(self.body)
        self.preview.asked.connect(self.look)
        self._timer.timeout.connect(self.look)

    def _translate(self) -> None:
        words = self._context.translations.words
        name_button(self.widen, self.tr("Preview beside the text"))
        for key, text in {
            "name": self.tr("&Name"),
            "kind": self.tr("&Kind"),
            "variant": self.tr("&Outcome"),
            "language": self.tr("&Language"),
            "tone": self.tr("T&one"),
            "group": self.tr("&For"),
            "body": self.tr("Te&xt"),
        }.items():
            self.fields[key].set_caption(text)
        self.body.speak(words)
        self.kind.set_choices([(words(f"template_kind.{kind}"), kind) for kind in TemplateKind])
        self.tone.set_choices([(words(f"tone.{tone}"), tone) for tone in Tone])
        self.language.set_choices([(name, lang) for lang, name in LANGUAGE_NAMES.items()])
        if self._fields is not None:
            self._offer(self._fields)

    # ---- filling

    def _fill(self, fields: TemplateFields) -> None:
        """Show the fields in silence; a text that is being typed keeps its cursor."""
        before, self._fields = self._fields, None
        if self.name.text() != fields.name:
            self.name.setText(fields.name)
            self.name.setCursorPosition(0)
        self.body.set_kind(fields.kind)
        if self.body.text != fields.body:
            self.body.set_text(fields.body)
            if before is None or before.name != fields.name:
                self.body.document().clearUndoRedoStacks()  # another template's words are no step
            self.body.moveCursor(self.body.textCursor().MoveOperation.Start)
        self._fields = fields
        self._offer(fields)

    def _offer(self, fields: TemplateFields) -> None:
        words = self._context.translations.words
        groups: list[tuple[str, int | None]] = [(self.tr("All groups"), None)]
        groups += [(group.name, group.id) for group in self._groups]
        if fields.group_id not in {ident for _text, ident in groups}:
            groups.append((self.tr("An archived group"), fields.group_id))
        self.group.set_choices(groups)
        self.group.choose(fields.group_id)
        self.use.set_choices(uses_of(words, fields.kind) or [("", (None, None))])
        uses = {use for _text, use in uses_of(words, fields.kind)}
        use = (fields.variant, fields.term)
        self.use.choose(use if use in uses else (None, None))
        self.kind.choose(fields.kind)
        self.language.choose(fields.language)
        self.tone.choose(fields.tone)

    def _show_whole(self, fields: TemplateFields) -> None:
        words = self._context.translations.words
        self._title.setText(fields.name.strip() or self.tr("New template"))
        self.fields["variant"].setVisible(bool(uses_of(words, fields.kind)))
        self.fields["tone"].setVisible(fields.kind not in FRAMES)

    # ---- editing

    def _on_edited(self) -> None:
        if self._fields is None:
            return
        kind = self.kind.value
        variant, term = self.use.value if kind is self._fields.kind else (None, None)
        fields = replace(
            self._fields,
            kind=kind,
            language=self.language.value,
            tone=self.tone.value,
            name=self.name.text(),
            body=self.body.text,
            group_id=self.group.value,
            variant=variant,
            term=term,
        )
        if fields == self._fields:
            return
        self._fields = fields
        self.body.set_kind(kind)
        self._offer(fields)
        self._show_whole(fields)
        self._timer.start()
        self.edited.emit(fields)

    def _ask(self, asked: FillIn | None, *, choices: bool) -> None:
        dialog = FillInDialog(asked, choices=choices, parent=self.window())
        dialog.wanted.connect(lambda wanted: self.body.insert(wanted.token))
        dialog.finished.connect(lambda _result: self.body.setFocus())
        dialog.open()
