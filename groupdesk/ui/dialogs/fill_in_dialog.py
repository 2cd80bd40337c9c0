# SPDX-License-Identifier: MIT
"""A place in a template that whoever writes a message fills in: what it asks, and its choices."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from groupdesk.domain.templates import FillIn, fill_in
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.text_area import TextArea

_MOST_CHOICES = 9
_LONGEST_LABEL, _LONGEST_CHOICE = 60, 200
_NOT_IN_IT = "{}[]【】|"


class FillInDialog(DialogFrame):
    """Asks for the label, and for choices, one on each line, where there are to be any."""

    wanted = Signal(object)
    """The FillIn that was written."""

    def __init__(self, asked: FillIn | None, *, choices: bool, parent: QWidget | None) -> None:
        """Begin with `asked`, or with a new one with `choices` or without."""
        super().__init__(parent, side=False)
        self._changes = asked is not None
        self._with_choices = choices
        self.label = QLineEdit(asked.label if asked else "", self)
        self.label.setMaxLength(_LONGEST_LABEL)
        self.choices = TextArea(5, self)
        self.choices.set_text("\n".join(asked.choices) if asked else "")
        self.label_field = FormField("", self.label, self)
        self.choices_field = FormField("", self.choices, self)
        self.form.addWidget(self.label_field)
        self.form.addWidget(self.choices_field, 1)
        if not choices:
            self.choices_field.hide()
            self.form.addStretch(1)
            self.act_on_enter(self.label)
        self.add_cancel()
        self._say()
        self.label.textChanged.connect(self._check)
        self.choices.textChanged.connect(self._check)
        self.main_requested.connect(self._done)
        self.resize(460, 400 if choices else 280)
        self.label.setFocus()

    @property
    def fill_in(self) -> FillIn:
        """What is written, whether it will do or not."""
        lines = (line.strip() for line in self.choices.text.split("\n"))
        choices = tuple(line for line in lines if line) if self._with_choices else ()
        return FillIn(self.label.text().strip(), choices)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        title = self.tr("A choice") if self._with_choices else self.tr("Own words")
        self.set_head(
            title, self.tr("Whoever writes with this template is asked for it."), sign="braces"
        )
        self.label_field.set_caption(self.tr("&What is asked"))
        self.label_field.set_hint(self.tr("Short, “How we talk” for instance. It is not sent."))
        self.choices_field.set_caption(self.tr("&Choices, one on each line"))
        self.set_main(self.tr("Change") if self._changes else self.tr("Insert"), "check")
        self._check()

    def _check(self) -> None:
        wanted = self.fill_in
        self.label_field.clear_error()
        self.choices_field.clear_error()
        missing = []
        if not wanted.label:
            missing.append(self.tr("what is asked"))
        if self._with_choices and len(wanted.choices) < 2:
            missing.append(self.tr("two choices"))
        if not missing and fill_in(wanted.token) != wanted:
            missing.append(self._fault(wanted))
        self.set_missing(missing)

    def _fault(self, wanted: FillIn) -> str:
        """Say at its field why this is no fill-in, and return what is missing then."""
        bracket = self.tr("Leave out brackets and |: nothing can be put into a fill-in.")
        if not set(_NOT_IN_IT).isdisjoint(wanted.label):
            self.label_field.set_error(bracket, focus=False)
            return self.tr("plain words")
        if len(wanted.choices) > _MOST_CHOICES:
            text = self.tr("At most {0} choices; take some out.").format(_MOST_CHOICES)
        elif len(set(wanted.choices)) < len(wanted.choices):
            text = self.tr("One choice is there twice.")
        elif any(len(choice) > _LONGEST_CHOICE for choice in wanted.choices):
            text = self.tr("A choice has at most {0} characters.").format(_LONGEST_CHOICE)
        else:
            text = bracket
        field = self.choices_field if self._with_choices else self.label_field
        field.set_error(text, focus=False)
        return self.tr("plain words")

    def _done(self) -> None:
        self.wanted.emit(self.fill_in)
        self.accept()
