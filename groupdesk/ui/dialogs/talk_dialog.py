# SPDX-License-Identifier: MIT
"""Plans and logs a private talk: thanks, problem, cause, suggestion, agreement, follow-up."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from uuid import UUID, uuid4

from PySide6.QtCore import QDate, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QDateEdit, QHBoxLayout, QWidget

from groupdesk.domain.act_records import DraftRecord, TalkRequest
from groupdesk.domain.enums import Channel
from groupdesk.domain.records import MemberDetail, Receipt
from groupdesk.domain.text import is_blank
from groupdesk.ui.context import UiContext
from groupdesk.ui.draft_keeper import Contents
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.composer_frame import TOLD_SECONDS, ComposerFrame
from groupdesk.ui.widgets.evidence_area import EvidenceArea
from groupdesk.ui.widgets.form_field import FormField, TakesError
from groupdesk.ui.widgets.opening_panel import OpeningPanel
from groupdesk.ui.widgets.rule_choice import RuleChoice
from groupdesk.ui.widgets.text_area import TextArea
from groupdesk.ui.widgets.time_choice import TimeChoice

PARTS = ("thanks", "problem", "cause", "suggestion", "agreement")
_LINES = {"problem": 3, "agreement": 3}
_FOLLOW_UP_DAYS = 7


class TalkDialog(ComposerFrame):
    """The five parts stand in the order of a good talk; only what it was about is required."""

    def __init__(
        self, context: UiContext, detail: MemberDetail, parent: QWidget | None = None
    ) -> None:
        """Begin with the draft that was kept for this member, or empty."""
        super().__init__(
            context,
            detail,
            "talk",
            parent,
            contents=self._form_contents,
            restore=self._restore_form,
            kept_text=self._said_when_kept,
        )
        self._operations: dict[TalkRequest, UUID] = {}
        book = context.desk.rules.current(detail.group.id)
        self.parts = {part: TextArea(_LINES.get(part, 2), self) for part in PARTS}
        self.happened = TimeChoice(context.desk.clock, parent=self, required=True)
        self.channel = ChipRow("", parent=self)
        self.rule = RuleChoice(
            context.translations, book.rules if book else (), self, optional=True
        )
        self.follow_up = QCheckBox(self)
        self.follow_up_on = QDateEdit(self)
        self.evidence = EvidenceArea(context, detail.row.id, self, compact=True)
        self.opening = OpeningPanel(context, detail, self)
        self._build()
        self._translate_dialog()
        self.begin()
        self.opening.set_rule(self.rule.rule)
        self._connect()
        self._show_state()
        self.take_evidence_from(self.evidence)
        self.resize(self.sizeHint())
        self.parts["thanks"].setFocus()

    # ---- the draft

    def _form_contents(self) -> Contents:
        """Return what the form holds."""
        rule = self.rule.rule
        payload: dict[str, object] = {part: area.text for part, area in self.parts.items()}
        payload |= {
            "happened_at": self.happened.moment(),
            "channel": self.channel.current,
            "rule": rule.code if rule else "",
            "follow_up_on": self._follow_up_text(),
        }
        return payload, self.evidence.uses()

    def _restore_form(self, draft: DraftRecord) -> None:
        """Take back what the form held."""
        payload = draft.payload
        for part, area in self.parts.items():
            area.set_text(str(payload.get(part, "")))
        if payload.get("happened_at"):
            self.happened.set_moment(str(payload["happened_at"]))
        channel = str(payload.get("channel", ""))
        if channel in set(Channel):
            self.channel.set_current(channel)
        self.rule.choose(str(payload.get("rule", "")))
        day = str(payload.get("follow_up_on", ""))
        if day:
            self.follow_up_on.setDate(QDate.fromString(day, "yyyy-MM-dd"))
        self.follow_up.setChecked(bool(day))
        self.follow_up_on.setEnabled(bool(day))
        self.evidence.set_records(draft.evidence)

    def _said_when_kept(self) -> str:
        """Say that it was kept."""
        return self.tr("The talk with {0} is kept as a draft.").format(self.detail.row.name)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate_dialog()

    # ---- building

    def _build(self) -> None:
        theme = current_theme()
        self.fields = {part: FormField("", area, self) for part, area in self.parts.items()}
        self.rule_field = FormField("", self.rule, self)
        self.channel_field = FormField("", self.channel, self)
        self.happened_field = FormField("", self.happened, self)
        now = self.context.desk.clock()
        self.follow_up_on.setCalendarPopup(True)
        self.follow_up_on.setMinimumDate(_qdate(now.date()))
        self.follow_up_on.setDate(_qdate(now.date() + timedelta(days=_FOLLOW_UP_DAYS)))
        self.follow_up_on.setEnabled(False)
        when = QHBoxLayout()
        when.setSpacing(theme.size("space_l"))
        top = Qt.AlignmentFlag.AlignTop
        when.addWidget(self.channel_field, 1, top)
        when.addWidget(self.happened_field, 1, top)
        later = QHBoxLayout()
        later.setSpacing(theme.size("space_s"))
        later.addWidget(self.follow_up)
        later.addWidget(self.follow_up_on)
        later.addStretch(1)
        self.form.addLayout(when)
        for part in PARTS:
            self.form.addWidget(self.fields[part])
        self.form.addLayout(later)
        self.form.addWidget(self.rule_field)
        self.form.addWidget(self.evidence)
        self.form.addStretch(1)
        self.add_pages("opening", self.opening)

    def _connect(self) -> None:
        for part, area in self.parts.items():
            area.textChanged.connect(partial(self._on_part, part))
        self.happened.changed.connect(self._on_changed)
        self.channel.chosen.connect(lambda _key: self._on_changed())
        self.rule.chosen.connect(self._on_rule)
        self.follow_up.toggled.connect(self.follow_up_on.setEnabled)
        self.follow_up.toggled.connect(lambda _on: self._on_changed())
        self.follow_up_on.dateChanged.connect(lambda _day: self._on_changed())
        self.evidence.changed.connect(self._on_changed)
        self.history.reloaded.connect(self._translate_dialog)
        self.opening.copied.connect(self._on_copied)
        self.main_requested.connect(self._record)

    def _translate_dialog(self) -> None:
        name = self.detail.row.name
        self.set_head(
            self.tr("Talk with {0}").format(name),
            self.tr("{0} · thank, ask, listen, agree").format(self.detail.group.name),
            name=name,
        )
        captions = {
            "thanks": self.tr("What you &thank them for"),
            "problem": self.tr("The &problem, as it happened"),
            "cause": self.tr("The cause you &learnt"),
            "suggestion": self.tr("What you &suggested"),
            "agreement": self.tr("What you &agreed on"),
        }
        for part, caption in captions.items():
            self.fields[part].set_caption(caption)
        self.channel_field.set_caption(self.tr("How you talked"))
        self.happened_field.set_caption(self.tr("When"))
        self.happened.edit.setAccessibleName(self.tr("When"))
        self.rule_field.set_caption(self.tr("&Rule it was about, if any"))
        self.follow_up.setText(self.tr("&Follow up on"))
        self.follow_up_on.setAccessibleName(self.tr("Follow up on"))
        self.follow_up_on.setDisplayFormat(self.tr("d MMM yyyy"))
        current = self.channel.current or Channel.PRIVATE.value
        self.channel.set_chips(
            [
                Chip(Channel.PRIVATE.value, self.tr("Private messages")),
                Chip(Channel.PHONE.value, self.tr("Phone")),
            ]
        )
        if current in {Channel.PRIVATE.value, Channel.PHONE.value}:
            self.channel.set_current(current)
        self.name_pages(self.tr("Opening"))
        self.set_main(self.tr("Record talk"), "messages-square")
        self._show_state()

    # ---- following the form

    def _on_part(self, part: str) -> None:
        self.fields[part].clear_error()
        self._on_changed()

    def _on_rule(self) -> None:
        self.opening.set_rule(self.rule.rule)
        self._on_changed()

    def _on_changed(self) -> None:
        self.happened_field.clear_error()
        self.keeper.touch()
        self._show_state()

    def _show_state(self) -> None:
        missing = []
        if all(is_blank(self.parts[part].text) for part in ("problem", "agreement")):
            missing.append(self.tr("the problem or what you agreed on"))
        if self.evidence.busy:
            missing.append(self.tr("screenshots on their way"))
        self.set_missing(missing)

    def _follow_up_text(self) -> str:
        day = self.follow_up_on.date()
        chosen = date(day.year(), day.month(), day.day()).isoformat()
        return chosen if self.follow_up.isChecked() else ""

    # ---- recording

    def _request(self, operation: UUID, draft_id: int | None) -> TalkRequest:
        rule = self.rule.rule
        return TalkRequest(
            operation=operation,
            membership_id=self.detail.row.id,
            happened_at=self.happened.moment(),
            channel=Channel(self.channel.current),
            follow_up_on=self._follow_up_text(),
            rule_id=rule.id if rule else None,
            evidence=self.evidence.uses(),
            draft_id=draft_id,
            seen_seq=self.seen_seq,
            **{part: area.text for part, area in self.parts.items()},
        )

    def _record(self) -> None:
        same = replace(self._request(UUID(int=0), None), seen_seq=None)
        operation = self._operations.setdefault(same, uuid4())
        self.set_busy(True)

        def send() -> None:
            request = self._request(operation, self.keeper.draft_id)
            work = partial(self.context.desk.talks.record, request)
            self.context.runner.run(self, work, self._on_recorded, self._on_failed)

        self.keeper.settle(send)

    def _on_recorded(self, receipt: Receipt) -> None:
        self.set_busy(False)
        self.accept()
        self.context.done(receipt)
        text = self.tr("The talk with {0} is recorded.").format(self.detail.row.name)
        if self.follow_up.isChecked():
            day = date.fromisoformat(self._follow_up_text())
            shown = self.context.dates.day(day, self.context.desk.clock().date())
            text = self.tr("The talk with {0} is recorded. Follow-up on {1}.").format(
                self.detail.row.name, shown
            )
        self.context.notify(text, seconds=TOLD_SECONDS)

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        self.keeper.touch()
        text = self.context.error_text(error)
        fields: dict[str, TakesError] = {**self.fields}
        fields |= {"happened_at": self.happened_field, "evidence": self.evidence}
        self.show_failure(error, text, fields)

    def _on_copied(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        platform = self.context.translations.words(f"platform.{self.detail.group.platform.value}")
        self.banner.show_message(
            self.tr("Copied. Send it in {0}; the talk is recorded once it took place.").format(
                platform
            ),
            "accent",
            seconds=TOLD_SECONDS,
        )


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
