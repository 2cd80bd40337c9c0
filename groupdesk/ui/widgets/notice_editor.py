# SPDX-License-Identifier: MIT
"""The notice to a removed member: from a template that fits ground and term."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from groupdesk.domain.enums import Ground, Language, TemplateKind, Term
from groupdesk.domain.records import MemberDetail, RuleRecord
from groupdesk.domain.templates import MessageTemplate
from groupdesk.ui.context import UiContext
from groupdesk.ui.message_values import language_of, message_values, notice_values
from groupdesk.ui.widgets.templated_message import Captions, TemplatedMessage

_LINES = 5
_LONG = 1_000  # characters of a reason from which on the notice follows after a rest
_FOLLOW_AFTER = 80  # milliseconds of that rest


@dataclass(frozen=True, slots=True)
class NoticeFacts:
    """What the form holds that a notice speaks of."""

    ground: Ground
    rule: RuleRecord | None
    reason: str
    term: Term
    until: date | None
    incident_on: date


class NoticeEditor(TemplatedMessage):
    """Begins with the friendly template in the member's language."""

    def __init__(
        self,
        context: UiContext,
        detail: MemberDetail,
        facts: NoticeFacts,
        parent: QWidget | None = None,
    ) -> None:
        """Write to the member of `detail` about `facts`."""
        super().__init__(context, detail.group.id, language_of(detail)[0], _LINES, parent)
        self._detail = detail
        self._facts = facts
        self._for_term = False
        self._process = context.desk.processes.of(detail.group.id)
        self._behind = QTimer(self, singleShot=True, interval=_FOLLOW_AFTER)
        self._behind.timeout.connect(self._catch_up)
        self.begin()

    @property
    def text(self) -> str:
        """The notice as it stands."""
        if self._behind.isActive():
            self._catch_up()
        return self.area.text

    @property
    def template_id(self) -> str:
        """The template that the text was begun with."""
        return self.template.value if self.template.count() else ""

    def set_facts(self, facts: NoticeFacts) -> None:
        """Follow the form."""
        if facts == self._facts:
            return
        kind_changed = (facts.ground is Ground.BREACH) != (self._facts.ground is Ground.BREACH)
        self._for_term = facts.term is not self._facts.term
        self._facts = facts
        if kind_changed or self._for_term:
            self.offer()
            self._for_term = False
        elif len(facts.reason) > _LONG:
            self._behind.start()  # writing goes first
        else:
            self._catch_up()

    def payload(self) -> dict[str, object]:
        """Return what a draft keeps; the text only where it is a person's own."""
        return {
            "notice_language": self.language.value.value,
            "notice_template": self.template_id,
            "notice": self.text if self.own else None,
        }

    def restore(self, payload: Mapping[str, object]) -> None:
        """Take what a draft kept."""
        self.language.choose(Language(str(payload["notice_language"])))
        self.offer()
        if payload["notice_template"] in {one.id for one in self._offered}:
            self.template.choose(str(payload["notice_template"]))
            self.fill_in()
        notice = payload["notice"]
        if isinstance(notice, str):
            self.area.set_text(notice)

    def captions(self) -> Captions:
        platform = self._detail.group.platform.value
        return Captions(
            self.tr("Notice to the &member"),
            self.tr("Template of the notice"),
            self.tr("Language of the notice"),
            self.tr("Copy notice"),
            self.tr(
                "GroupDesk does not tell the member. Copy the notice and send it in {0}."
            ).format(self._context.translations.words(f"platform.{platform}")),
        )

    def templates(self, language: Language) -> tuple[MessageTemplate, ...]:
        return self._context.desk.templates.for_kind(
            TemplateKind.REMOVAL_NOTICE,
            language,
            rule=self._facts.ground is Ground.BREACH,
            term=self._facts.term,
            group_id=self._group_id,
        )

    def place_of(self, before: MessageTemplate | None, offered: Sequence[MessageTemplate]) -> int:
        """Return the nearest one, after another term first what is made for it."""
        if self._for_term:
            fits = [at for at, one in enumerate(offered) if one.term is not None]
            if fits:
                return fits[0]
            if before is not None and before.term is not None:
                return 0
        return super().place_of(before, offered)

    def values(self, language: Language) -> dict[str, str]:
        facts, operator = self._facts, self._context.desk.operator.name
        values = message_values(self._detail, operator, language, facts.rule, facts.incident_on)
        return values | notice_values(
            self._process, language, facts.reason, facts.term, facts.until
        )

    def look_at(self, text: str, language: Language, pending: Sequence[str]) -> None:
        rule = self._facts.rule
        self._courtesy.look_at(
            text,
            language,
            breach=self._facts.ground is Ground.BREACH,
            rule_names=(rule.code, *rule.titles.values()) if rule else (),
            reason=self._facts.reason,
            pending=pending,
        )

    def _catch_up(self) -> None:
        self._behind.stop()
        self.fill_in()
