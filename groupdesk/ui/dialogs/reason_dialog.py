# SPDX-License-Identifier: MIT
"""Dialogs that ask for one reason: to undo a link, to block, to lift a block, to let in."""

from collections.abc import Callable
from functools import partial
from uuid import uuid4

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from groupdesk.domain.decision_enums import ReturnChoice
from groupdesk.domain.person_records import PersonLinkRecord, PersonRecord, ReturnAlert
from groupdesk.domain.records import Receipt
from groupdesk.domain.text import is_blank
from groupdesk.ui.context import UiContext
from groupdesk.ui.person_words import PersonWords
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.text_area import TextArea

_TOLD_SECONDS = 8


class ReasonDialog(DialogFrame):
    """One reason and one record; what it means stands above the field."""

    def __init__(
        self,
        context: UiContext,
        parent: QWidget | None = None,
        *,
        say: Callable[[], object],
        work: Callable[[], Callable[[], Receipt]],
        told: Callable[[], str],
    ) -> None:
        """Ask; `work` returns what records it, `told` what the window says then.

        `say` names head, field and main act, once more for each language.
        """
        super().__init__(parent, side=False)
        self.context = context
        self.operation = uuid4()
        self._say, self._work, self._told = say, work, told
        self.about = label(role="muted", parent=self, wrap=True)
        self.reason = TextArea(4, self)
        self.field = FormField("", self.reason, self)
        self.form.addWidget(self.about)
        self.form.addWidget(self.field, 1)
        self.add_cancel()
        self.reason.textChanged.connect(self._check)
        self.main_requested.connect(self._record)
        self._say()
        self._check()
        self.resize(560, 400)
        self.reason.setFocus()
        self.ask_before_leaving(lambda: self.reason.text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._check()

    def wanted(self) -> str:
        """Return what is missing while nothing is written; others than a reason say what."""
        return self.tr("a reason")

    def _check(self) -> None:
        self.field.clear_error()
        self.set_missing([self.wanted()] if is_blank(self.reason.text) else [])

    def _record(self) -> None:
        self.set_busy(True)
        self.context.runner.run(self, self._work(), self._on_recorded, self._on_failed)

    def _on_recorded(self, receipt: Receipt) -> None:
        self.set_busy(False)
        told = self._told()
        self.accept()
        self.context.done(receipt)
        self.context.notify(told, seconds=_TOLD_SECONDS)

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        fields = dict.fromkeys(("reason", "text", "note"), self.field)
        self.show_failure(error, self.context.error_text(error), fields)


class UnlinkDialog(ReasonDialog):
    """Two entries are two persons after all."""

    def __init__(
        self, context: UiContext, link: PersonLinkRecord, parent: QWidget | None = None
    ) -> None:
        """Take `link` back."""
        self._link = link
        super().__init__(
            context,
            parent,
            say=self._say_texts,
            work=lambda: partial(
                context.desk.persons.unlink, self.operation, link.entry_id, self.reason.text
            ),
            told=lambda: self.tr("The link is undone. Each entry stands for itself again."),
        )

    def _say_texts(self) -> None:
        link = self._link
        self.set_head(
            self.tr("Undo this link"),
            self.tr("{0} is {1}").format(link.name, link.same_as_name),
            sign="unlink",
        )
        self.about.setText(
            self.tr(
                "Everything is as it was before the link: each entry has its own standing, cases"
                " and timeline again. That there was a link stays in the log."
            )
        )
        self.field.set_caption(self.tr("&Why they are two persons"))
        self.set_main(self.tr("Undo link"), "unlink")


class BlockDialog(ReasonDialog):
    """Somebody is not to be let in again, whatever the group."""

    def __init__(
        self,
        context: UiContext,
        person: PersonRecord,
        parent: QWidget | None = None,
        *,
        case_number: int = 0,
    ) -> None:
        """Block `person`; `case_number` is offered as the case that led to it."""
        self._person = person
        self._chosen = case_number
        self.case: ChoiceBox[int] = ChoiceBox()
        self._case_field = FormField("", self.case)
        super().__init__(
            context,
            parent,
            say=self._say_texts,
            work=lambda: partial(
                context.desk.blocklist.block,
                self.operation,
                person.id if not case_number else self._entry(),
                self.reason.text,
                self.case.value or None,
            ),
            told=lambda: self.tr("{0} is on the blocklist.").format(person.name),
        )
        self.form.addWidget(self._case_field)
        self._case_field.setVisible(bool(person.cases))
        self.resize(560, 470)

    def _entry(self) -> int:
        """Return the entry that the case is about: the block stays with it, whatever is undone."""
        number = self.case.value
        desk = self.context.desk
        if not number:
            return self._person.id
        return desk.members.row(desk.cases.get(number).membership_id).person_id

    def _say_texts(self) -> None:
        name = self._person.name
        self.set_head(self.tr("Put {0} on the blocklist").format(name), name=name)
        self.about.setText(
            self.tr(
                "The blocklist holds for all groups. It removes nobody: groups that they are in"
                " now are named on Today. When they come with a list or are added again, you are"
                " told first."
            )
        )
        self.field.set_caption(self.tr("&Why"))
        self.field.set_hint(self.tr("It is shown to whoever wants to add this person."))
        self._case_field.set_caption(self.tr("The &case that led to it"))
        rows = self.context.desk.cases.rows(person_id=self._person.id, limit=50)
        chosen = self.case.value if self.case.count() else self._chosen
        self.case.set_choices(
            [
                (self.tr("None"), 0),
                *(
                    (self.tr("Case {0}: {1}").format(row.number, row.group_name), row.number)
                    for row in rows
                ),
            ]
        )
        self.case.choose(chosen or 0)
        self.set_main(self.tr("Put on the blocklist"), "ban", "danger")


class LiftBlockDialog(ReasonDialog):
    """Somebody is off the blocklist."""

    def __init__(
        self, context: UiContext, person: PersonRecord, parent: QWidget | None = None
    ) -> None:
        """Lift the block of `person`."""
        self._person = person
        super().__init__(
            context,
            parent,
            say=self._say_texts,
            work=lambda: partial(
                context.desk.blocklist.lift, self.operation, person.id, self.reason.text
            ),
            told=lambda: self.tr("{0} is off the blocklist.").format(person.name),
        )

    def _say_texts(self) -> None:
        name, block = self._person.name, self._person.blocked
        self.set_head(self.tr("Take {0} off the blocklist").format(name), name=name)
        self.about.setText(
            self.tr("Blocked for: {0}").format(block.reason if block is not None else "–")
        )
        self.field.set_caption(self.tr("&Why"))
        self.field.set_hint(self.tr("That they were blocked, and this reason, stay on record."))
        self.set_main(self.tr("Take off the blocklist"), "undo-2")


class LetInDialog(ReasonDialog):
    """Somebody who is back may stay."""

    def __init__(
        self, context: UiContext, alert: ReturnAlert, parent: QWidget | None = None
    ) -> None:
        """Decide about `alert`."""
        self._alert = alert
        super().__init__(
            context,
            parent,
            say=self._say_texts,
            work=lambda: partial(
                context.desk.returns.decide,
                self.operation,
                alert.membership_id,
                ReturnChoice.LET_IN,
                self.reason.text,
            ),
            told=lambda: self.tr("{0} may stay. The reason is on record.").format(alert.name),
        )

    def _say_texts(self) -> None:
        alert = self._alert
        self.set_head(self.tr("Let {0} stay").format(alert.name), alert.group_name, name=alert.name)
        self.about.setText(PersonWords(self.context).alert(alert))
        self.field.set_caption(self.tr("&Why they may stay"))
        self.set_main(self.tr("Let stay"), "user-check")
