# SPDX-License-Identifier: MIT
"""Adds to what happened in a case, or corrects it; what was said before stays visible."""

from functools import partial
from uuid import uuid4

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from groupdesk.domain.act_records import CaseRow
from groupdesk.domain.case_enums import NoticedHow
from groupdesk.domain.case_records import CaseFacts
from groupdesk.domain.records import Receipt
from groupdesk.domain.text import is_blank
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.rule_choice import RuleChoice
from groupdesk.ui.widgets.text_area import TextArea
from groupdesk.ui.widgets.time_choice import TimeChoice

_TOLD_SECONDS = 6


class CaseCorrectDialog(DialogFrame):
    """Shows what the case says now; the correction is an entry with its reason."""

    def __init__(
        self, context: UiContext, case: CaseRow, facts: CaseFacts, parent: QWidget | None = None
    ) -> None:
        """Correct `case`, which says `facts`."""
        super().__init__(parent, side=False)
        self._context = context
        self._case = case
        self._operation = uuid4()
        incident = facts.incident
        self.description = TextArea(3, self)
        self.description.set_text(facts.description)
        book = context.desk.rules.current(case.group_id)
        self.rule = RuleChoice(
            context.translations, book.rules if book else (), self, optional=True
        )
        codes = {rule.id: rule.code for rule in book.rules} if book else {}
        self.rule.choose(codes.get(facts.rule_now, ""))
        self._rule = str(facts.rule_id or ""), self._chosen_rule()
        self.happened = TimeChoice(context.desk.clock, parent=self)
        self.happened.set_moment(incident.happened_at)
        self._moment = incident.happened_at, self.happened.moment()
        self.noticed: ChoiceBox[NoticedHow] = ChoiceBox(self)
        self.quoted = TextArea(3, self)
        self.quoted.set_text(incident.quoted_text)
        self.reason = TextArea(2, self)
        self._fields = {
            "description": FormField("", self.description, self),
            "rule": FormField("", self.rule, self),
            "happened_at": FormField("", self.happened, self),
            "noticed_how": FormField("", self.noticed, self),
            "quoted_text": FormField("", self.quoted, self),
            "reason": FormField("", self.reason, self),
        }
        for field in self._fields.values():
            self.form.addWidget(field)
        self.form.addStretch(1)
        self.add_cancel()
        self._say()
        self.noticed.choose(incident.noticed_how)
        self._seen = {
            "description": facts.description,
            "rule": self._rule[0],
            "happened_at": incident.happened_at,
            "noticed_how": incident.noticed_how.value,
            "quoted_text": incident.quoted_text,
        }
        for area in (self.description, self.quoted, self.reason):
            area.textChanged.connect(self._check)
        self.rule.chosen.connect(self._check)
        self.happened.changed.connect(self._check)
        self.noticed.chosen.connect(self._check)
        self.main_requested.connect(self._save)
        self._check()
        self.resize(620, 680)
        self.description.setFocus()
        self.ask_before_leaving(lambda: (self._values(), self.reason.text))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._check()

    def _values(self) -> dict[str, str]:
        """Return what the form says; a moment that was not touched keeps its seconds.

        A rule that was not touched stays as the case took it, also where it is no longer in force.
        """
        stored, shown = self._moment
        moment = self.happened.moment()
        taken, offered = self._rule
        chosen = self._chosen_rule()
        return {
            "description": self.description.text.strip(),
            "rule": taken if chosen == offered else chosen,
            "happened_at": stored if moment == shown else moment,
            "noticed_how": self.noticed.value.value,
            "quoted_text": self.quoted.text.strip(),
        }

    def _chosen_rule(self) -> str:
        return str(self.rule.rule.id) if self.rule.rule else ""

    def _say(self) -> None:
        words, case = self._context.translations.words, self._case
        self.set_head(
            self.tr("Correct case {0}").format(case.number),
            self.tr("What was said before stays in the timeline, with your reason."),
            name=case.member_name,
        )
        captions = {
            "description": self.tr("What &happened"),
            "rule": self.tr("R&ule it is about, if any"),
            "happened_at": self.tr("&When it happened"),
            "noticed_how": self.tr("How it was &noticed"),
            "quoted_text": self.tr("&Quoted text, word for word"),
            "reason": self.tr("&Reason for the correction"),
        }
        for name, caption in captions.items():
            self._fields[name].set_caption(caption)
        self.happened.set_caption(self.tr("It is known when"))
        self.noticed.set_choices([(words(f"noticed_how.{how.value}"), how) for how in NoticedHow])
        self.set_main(self.tr("Record correction"), "pencil")

    def _check(self) -> None:
        for field in self._fields.values():
            field.clear_error()
        missing = []
        if self._values() == self._seen:
            missing.append(self.tr("a change"))
        if is_blank(self.reason.text):
            missing.append(self.tr("a reason"))
        self.set_missing(missing)

    def _save(self) -> None:
        self.set_busy(True)
        self._context.runner.run(
            self,
            partial(
                self._context.desk.case_acts.correct,
                self._operation,
                self._case.number,
                self._seen,
                self._values(),
                self.reason.text,
            ),
            self._on_saved,
            self._on_failed,
        )

    def _on_saved(self, receipt: Receipt) -> None:
        self.set_busy(False)
        self.accept()
        self._context.done(receipt)
        text = self.tr("Case {0} was corrected. What it said before stays visible.")
        self._context.notify(text.format(self._case.number), seconds=_TOLD_SECONDS)

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        self.show_failure(error, self._context.error_text(error), self._fields)
