# SPDX-License-Identifier: MIT
"""What a reminder or warning says: rule, step, how it reaches the member, message, evidence."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from groupdesk.domain.act_records import DraftRecord, WarningRequest
from groupdesk.domain.clock import from_text, to_text
from groupdesk.domain.enums import Channel, Severity, StepKind
from groupdesk.domain.ladder import counts_until, proposed_step
from groupdesk.domain.records import MemberDetail, TimelineEntry
from groupdesk.domain.rule_lists import gravest
from groupdesk.domain.text import is_blank
from groupdesk.ui.context import UiContext
from groupdesk.ui.proposal_words import why_proposed
from groupdesk.ui.standing_words import step_name
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.evidence_area import EvidenceArea
from groupdesk.ui.widgets.form_field import FormField, TakesError
from groupdesk.ui.widgets.incident_fields import IncidentFields
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.message_fields import MessageFacts, MessageFields
from groupdesk.ui.widgets.narrowing_row import NarrowingRow
from groupdesk.ui.widgets.rule_choices import RuleChoices
from groupdesk.ui.widgets.time_choice import TimeChoice


class WarningForm(QWidget):
    """In the order in which one thinks; the ladder proposes the step and never forces it."""

    changed = Signal()

    def __init__(
        self, context: UiContext, detail: MemberDetail, parent: QWidget | None = None
    ) -> None:
        """Begin with the private channel and the time of now."""
        super().__init__(parent)
        self._context = context
        self._detail = detail
        self._standing = context.desk.members.standing(detail.row.id)
        book = context.desk.rules.current(detail.group.id)
        self._own_step = False
        self._again = 0  # the message that did not arrive and that this one is another try of
        self.rules = RuleChoices(context.translations, book.rules if book else (), self)
        self.rule = self.rules.first
        self.step = QComboBox(self)
        self.channel = ChipRow("", parent=self)
        self.channel_reason = QLineEdit(self)
        self.incident = IncidentFields(context, self)
        self.message = MessageFields(context, detail, self)
        self.evidence = EvidenceArea(context, detail.row.id, self, compact=True)
        self.sent = TimeChoice(context.desk.clock, parent=self)
        self.rule_field = FormField("", self.rules, self, note=self.rules.another)
        self.rule_field.head.setBuddy(self.rule)
        self.step_field = FormField("", self.step, self)
        self.channel_field = FormField("", self.channel, self)
        self.reason_field = FormField("", self.channel_reason, self)
        self.sent_field = FormField("", self.sent, self)
        self.sent_field.head.hide()
        self.why = label(role="secondary", parent=self, wrap=True)
        self.step.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.step.setMinimumContentsLength(10)
        self.step.addItem("", 0)
        for position, step in enumerate(detail.group.ladder.steps, 1):
            if step.kind is not StepKind.REMOVAL:
                self.step.addItem("", position)
        self._begun_at = to_text(context.desk.clock())
        self.incident.happened.assume(self._begun_at)
        self._lay_out()
        self._translate()
        self._follow_ladder()
        self._connect()
        self._tell()

    # ---- what it holds

    @property
    def position(self) -> int:
        """The step that is chosen."""
        return int(self.step.currentData() or 0)

    @property
    def is_reminder(self) -> bool:
        """Whether the step is a reminder, which is no warning."""
        return self.kind is StepKind.REMINDER

    @property
    def kind(self) -> StepKind:
        """What the chosen step is."""
        if self.position == 0:
            return StepKind.REMINDER
        return self._detail.group.ladder.steps[self.position - 1].kind

    @property
    def proposed(self) -> int:
        """The step that the ladder proposes for the gravest of the rules."""
        severity = self._severity
        if severity is None:
            return self._detail.next_position
        return proposed_step(self._detail.group.ladder, self._standing, severity)

    @property
    def _severity(self) -> Severity | None:
        return gravest(rule.severity for rule in self.rules.rules)

    @property
    def chosen_channel(self) -> Channel:
        """How the message reaches the member."""
        return Channel(self.channel.current)

    @property
    def sent_at(self) -> str:
        """When the message was sent, as stored text: now, unless an earlier time was given."""
        return self.sent.moment() or to_text(self._context.desk.clock())

    def request(self, operation: UUID, draft_id: int | None) -> WarningRequest:
        """Return what is to be recorded."""
        rules = [rule.id for rule in self.rules.rules]
        in_group = self.chosen_channel is Channel.GROUP
        return WarningRequest(
            operation=operation,
            membership_id=self._detail.row.id,
            rule_id=rules[0] if rules else None,
            more_rule_ids=tuple(rules[1:]),
            position=self.position,
            channel=self.chosen_channel,
            language=self.message.chosen_language,
            message=self.message.filled().text,
            channel_reason=self.channel_reason.text().strip() if in_group else "",
            template=self.message.template_id,
            incident=self.incident.incident(),
            evidence=self.evidence.uses(),
            draft_id=draft_id,
            ladder=self._detail.group.ladder,
        )

    def missing(self) -> list[str]:
        """Return in words what must be there before it can be recorded."""
        found = []
        if self.rule.rule is None and not self.is_reminder:
            found.append(self.tr("the rule"))
        if self.chosen_channel is Channel.GROUP and is_blank(self.channel_reason.text()):
            found.append(self.tr("why in the group"))
        found += self.message.missing()
        if self.evidence.busy:
            found.append(self.tr("screenshots on their way"))
        if self.sent.to_come:
            found.append(self.tr("a time that has passed"))
        return found

    def payload(self) -> dict[str, object]:
        """Return what a draft keeps; rules by their codes, for versions follow each other."""
        return {
            **self.incident.payload(),
            "rules": [rule.code for rule in self.rules.rules],
            "position": self.position if self._own_step else None,
            "channel": self.chosen_channel.value,
            "channel_reason": self.channel_reason.text(),
            "language": self.message.chosen_language.value,
            "template": self.message.template_id,
            "message": self.message.text.text,
            "framed": self.message.framed.isChecked(),
            "sent_at": self.sent.moment(),
            **({"again": self._again} if self._again else {}),
        }

    def restore(self, draft: DraftRecord) -> None:
        """Take what a draft kept."""
        payload = draft.payload
        self._again = again if isinstance(again := payload.get("again"), int) else 0
        self.incident.restore(payload)
        codes = payload.get("rules")
        # a draft of an older version knows one rule, and 0 for the step that is proposed
        self.rules.choose(codes if isinstance(codes, list) else [str(payload.get("rule", ""))])
        position = payload.get("position") if isinstance(codes, list) else None
        at = -1 if position is None else self.step.findData(position)
        self._own_step = at >= 0
        if at >= 0:
            self.step.setCurrentIndex(at)
        channel = str(payload.get("channel", Channel.PRIVATE.value))
        if channel in set(Channel):
            self.channel.set_current(channel)
        self.channel_reason.setText(str(payload.get("channel_reason", "")))
        self.sent.set_moment(str(payload.get("sent_at", "")))
        self._tell()
        self.message.restore(
            str(payload.get("language", "")),
            str(payload.get("template", "")),
            str(payload.get("message", "")),
            framed=bool(payload.get("framed", True)),
        )
        self.evidence.set_records(draft.evidence)
        self._show_channel()

    def begin_again(self, entry: TimelineEntry) -> None:
        """Begin a new message from one that did not arrive: its rules, step and words."""
        self._again = entry.id
        self.rules.choose(entry.rule_codes)
        ladder, kind = self._detail.group.ladder, StepKind(entry.step_kind)
        position = ladder.place(kind, entry.number) if entry.position else 0
        at = self.step.findData(position)
        self._own_step = at >= 0 and position != self.proposed
        if self._own_step:
            self.step.setCurrentIndex(at)
        self._follow_ladder()
        self._tell()
        until = self._local(entry.until)
        self.message.begin_again(entry.language, entry.text, until.date() if until else None)
        self.changed.emit()

    @property
    def fields(self) -> Mapping[str, TakesError]:
        """What the service calls by these names, where its errors are shown."""
        return {
            "rule": self.rule_field,
            "step": self.step_field,
            "channel_reason": self.reason_field,
            "message": self.message.text_field,
            "evidence": self.evidence,
            "sent_at": self.sent_field,
        }

    # ---- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    # ---- building

    def _lay_out(self) -> None:
        theme = current_theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space_m"))
        column.addWidget(self.rule_field)
        column.addWidget(self.incident)
        top = Qt.AlignmentFlag.AlignTop
        wording = QHBoxLayout()
        wording.setSpacing(theme.size("space_m"))
        wording.addWidget(self.message.template_field, 4, top)
        wording.addWidget(self.message.language_field, 2, top)
        steps = NarrowingRow(20 * 29, self)  # room for the longest name of a step
        steps.row.addWidget(self.step_field, 5, top)
        steps.row.addLayout(wording, 6)
        column.addWidget(steps)
        column.addWidget(self.why)
        column.addWidget(self.channel_field)
        column.addWidget(self.reason_field)
        column.addWidget(self.message)
        column.addWidget(self.evidence)
        column.addWidget(self.sent_field)
        column.addStretch(1)

    def _connect(self) -> None:
        self.rules.chosen.connect(self._on_rule)
        self.step.activated.connect(lambda _at: self._on_step())
        self.channel.chosen.connect(lambda _key: self._on_channel())
        self.channel_reason.textChanged.connect(lambda _text: self._on_reason())
        self.incident.changed.connect(self._on_incident)
        self.message.changed.connect(self.changed)
        self.evidence.changed.connect(self.changed)
        self.sent.changed.connect(self._on_sent)

    def _translate(self) -> None:
        self.rule_field.set_caption(self.tr("&Rule"))
        self.step_field.set_caption(self.tr("&Step"))
        self.channel_field.set_caption(self.tr("How it reaches the member"))
        self.reason_field.set_caption(self.tr("&Why in the group, where everybody reads it"))
        current = self.channel.current or Channel.PRIVATE.value
        self.channel.set_chips(
            [
                Chip(Channel.PRIVATE.value, self.tr("Private message (recommended)")),
                Chip(Channel.GROUP.value, self.tr("In the group")),
                Chip(Channel.PHONE.value, self.tr("Phone")),
            ]
        )
        self.channel.set_current(current)
        self._name_sent()
        self._name_steps()
        self._show_channel()

    # ---- following

    def _name_steps(self) -> None:
        words, ladder = self._context.translations.words, self._detail.group.ladder
        for at in range(self.step.count()):
            position = int(self.step.itemData(at))
            name = step_name(words, ladder, position)
            if position == 0:
                name = self.tr("Friendly reminder (does not count)")
            if position == self.proposed:
                name = self.tr("{0}  (next by the ladder)").format(name)
            self.step.setItemText(at, name)
        self.step_field.set_hint(self._step_hint())
        self._say_why()

    def _step_hint(self) -> str:
        if self.position == 0:
            return self.tr("In good faith: it does not count and leads to nothing.")
        ladder, now = self._detail.group.ladder, self._context.desk.clock()
        severity = self._severity or Severity.MINOR
        clean = counts_until(
            ladder, self.position, self._local(self.sent.moment()) or now, severity
        )
        until = self._context.dates.day(clean.date(), now.date())
        if self.kind is StepKind.REMINDER:
            return self.tr("Informal, no warning. Remembered until {0}.").format(until)
        if self.sent.moment() or self.chosen_channel is Channel.PHONE:
            return self.tr("Counts until {0}.").format(until)
        return self.tr("Counts until {0} once it is sent.").format(until)

    def _say_why(self) -> None:
        """Say why the ladder proposes what it does; and that another step is a person's choice."""
        context, ladder = self._context, self._detail.group.ladder
        words, now = context.translations.words, context.desk.clock()
        why = why_proposed(words, context.dates, ladder, self._standing, self._severity, now)
        said = [why]
        if self.step.findData(self.proposed) < 0:
            # a zero-tolerance rule, or the last warning was given
            said.append(self.tr("A warning is still possible."))
        elif self.position != self.proposed:
            said.append(self.tr("You chose another step; that is up to you."))
        self.why.setText(" ".join(said) if words.language == "en" else "".join(said))

    def _follow_ladder(self) -> None:
        if not self._own_step:
            at = self.step.findData(self.proposed)
            self.step.setCurrentIndex(at if at >= 0 else self.step.count() - 1)
        self._name_steps()

    def _show_channel(self) -> None:
        self.reason_field.setVisible(self.chosen_channel is Channel.GROUP)
        self._name_sent()
        self._name_steps()

    def _name_sent(self) -> None:
        if self.chosen_channel is Channel.PHONE:
            self.sent.set_caption(self.tr("I called &earlier, at"))
        else:
            self.sent.set_caption(self.tr("I sent it &earlier, at"))

    def _tell(self) -> None:
        """Tell the message what it speaks of."""
        happened = self._local(self.incident.happened.moment())
        day, sent = happened.date() if happened else None, self._local(self.sent.moment())
        self.message.set_facts(
            MessageFacts(self.rules.rules, self.position, day, sent, self.chosen_channel)
        )

    def _local(self, stored: str) -> datetime | None:
        zone = self._context.desk.clock().tzinfo
        return from_text(stored).astimezone(zone) if stored else None

    # ---- slots

    def _on_rule(self) -> None:
        self.rule_field.clear_error()
        self._follow_ladder()
        self._tell()
        self.changed.emit()

    def _on_step(self) -> None:
        self._own_step = self.position != self.proposed
        self.step_field.clear_error()
        self._name_steps()
        self._tell()
        self.changed.emit()

    def _on_channel(self) -> None:
        self._show_channel()
        self._tell()
        if self.chosen_channel is Channel.GROUP:
            self.channel_reason.setFocus()
        self.changed.emit()

    def _on_reason(self) -> None:
        self.reason_field.clear_error()
        self.changed.emit()

    def _on_sent(self) -> None:
        self.sent_field.clear_error()
        happened, sent = self.incident.happened, self.sent.moment()
        if happened.assumed:  # nothing is sent about what has not happened yet
            happened.assume(min(sent or self._begun_at, self._begun_at))
        self._name_steps()
        self._tell()
        self.changed.emit()

    def _on_incident(self) -> None:
        self._tell()
        self.changed.emit()
