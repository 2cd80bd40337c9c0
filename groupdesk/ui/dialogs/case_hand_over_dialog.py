# SPDX-License-Identifier: MIT
"""Gives a case to another operator with a note, takes it over, or gives it back."""

from functools import partial
from uuid import uuid4

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from groupdesk.domain.act_records import CaseRow
from groupdesk.domain.records import Receipt
from groupdesk.domain.text import is_blank
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.text_area import TextArea

_TOLD_SECONDS = 6
_NOBODY = 0


class CaseHandOverDialog(DialogFrame):
    """Nobody is one of the choices; whoever gets a case learns from the note why."""

    def __init__(
        self,
        context: UiContext,
        case: CaseRow,
        parent: QWidget | None = None,
        *,
        to_nobody: bool = False,
    ) -> None:
        """Ask who looks after `case` from now on; `to_nobody` begins with giving it back."""
        super().__init__(parent, side=False)
        self._context = context
        self._case = case
        self._operation = uuid4()
        self._able = [one for one in context.desk.case_acts.operators() if one.id != case.owner_id]
        self.to: ChoiceBox[int] = ChoiceBox(self)
        self.note = TextArea(4, self)
        self.to_field = FormField("", self.to, self)
        self.note_field = FormField("", self.note, self)
        self.form.addWidget(self.to_field)
        self.form.addWidget(self.note_field, 1)
        self.add_cancel()
        self._say()
        if to_nobody:
            self.to.choose(_NOBODY)
        self._say()
        self.to.chosen.connect(self._say)
        self.note.textChanged.connect(self._check)
        self.main_requested.connect(self._save)
        self.resize(560, 420)
        (self.note if to_nobody else self.to).setFocus()
        self.ask_before_leaving(lambda: self.note.text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    @property
    def _back(self) -> bool:
        return self.to.value == _NOBODY

    def _say(self) -> None:
        case, me = self._case, self._context.desk.operator.id
        choices = [
            (self.tr("{0} (you)").format(one.name) if one.id == me else one.name, one.id)
            for one in self._able
        ]
        if case.owner_id:
            choices.append((self.tr("Nobody for now"), _NOBODY))
        self.to.set_choices(choices or [(self.tr("Nobody else works here"), -1)])
        title = self.tr("Give case {0} back") if self._back else self.tr("Hand case {0} over")
        self.set_head(
            title.format(case.number),
            self.tr("{0} looks after it now").format(case.owner)
            if case.owner
            else self.tr("Nobody looks after it now"),
            name=case.member_name,
        )
        self.to_field.set_caption(self.tr("&Who looks after it from now on"))
        self.note_field.set_caption(self.tr("&Note"))
        self.note_field.set_hint(
            self.tr("Why, if you like. Only operators read it.")
            if self._back
            else self.tr("What was done, what is promised, what is next. Only operators read it.")
        )
        self.set_main(
            self.tr("Give back") if self._back else self.tr("Hand over"),
            "user-x" if self._back else "arrow-right-left",
        )
        self._check()

    def _check(self) -> None:
        self.note_field.clear_error()
        missing = []
        if self.to.value < 0:
            missing.append(self.tr("another operator"))
        elif not self._back and is_blank(self.note.text):
            missing.append(self.tr("a note"))
        self.set_missing(missing)

    def _save(self) -> None:
        acts, case, note = self._context.desk.case_acts, self._case, self.note.text
        call = partial(
            acts.hand_over, self._operation, case.number, self.to.value, note, from_=case.owner_id
        )
        if self._back:
            call = partial(acts.release, self._operation, case.number, note, from_=case.owner_id)
        self.set_busy(True)
        self._context.runner.run(self, call, self._on_saved, self._on_failed)

    def _on_saved(self, receipt: Receipt) -> None:
        self.set_busy(False)
        name = next((one.name for one in self._able if one.id == self.to.value), "")
        text = self.tr("Case {0}: nobody looks after it for now.").format(self._case.number)
        if name:
            text = self.tr("Case {0}: {1} looks after it now.").format(self._case.number, name)
        self.accept()
        self._context.done(receipt)
        self._context.notify(text, seconds=_TOLD_SECONDS)

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        fields = {"note": self.note_field, "owner": self.to_field}
        self.show_failure(error, self._context.error_text(error), fields)
