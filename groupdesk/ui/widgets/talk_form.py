# SPDX-License-Identifier: MIT
"""The form of a talk: planned, held, or offered in vain; what applies to none of it is hidden."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from groupdesk.domain.enums import Channel
from groupdesk.domain.records import MemberDetail
from groupdesk.domain.talk_enums import NotHeld
from groupdesk.domain.talk_records import PARTS, Agreement, PlannedTalk
from groupdesk.domain.text import is_blank
from groupdesk.ui.context import UiContext
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.clock_choice import ClockChoice
from groupdesk.ui.widgets.day_choice import LATER, SOON, DayChoice
from groupdesk.ui.widgets.evidence_area import EvidenceArea
from groupdesk.ui.widgets.follows_up_choice import FollowsUpChoice
from groupdesk.ui.widgets.form_field import FormField, TakesError
from groupdesk.ui.widgets.rule_choice import RuleChoice
from groupdesk.ui.widgets.text_area import TextArea
from groupdesk.ui.widgets.time_choice import TimeChoice

HELD = "held"
PLAN = "plan"
NOT_HELD = "not_held"
_CHANNELS = (Channel.PRIVATE, Channel.PHONE)


class TalkForm(QWidget):
    """The five parts stand in the order of a good talk; only what it was about is required."""

    changed = Signal()

    def __init__(
        self, context: UiContext, detail: MemberDetail, parent: QWidget | None = None
    ) -> None:
        """Begin with a talk that was held just now, empty."""
        super().__init__(parent)
        self._context = context
        book = context.desk.rules.current(detail.group.id)
        self.mode = ChipRow("", parent=self)
        self.channel = ChipRow("", parent=self)
        self.happened = TimeChoice(context.desk.clock, parent=self, required=True)
        self.planned_on = DayChoice(context, SOON, self)
        self.at = ClockChoice(self)
        self.why = ChipRow("", parent=self)
        self.follows_up = FollowsUpChoice(context, self)
        self.parts = {part: TextArea(2, self) for part in PARTS}
        self.follow_up = DayChoice(context, LATER, self, optional=True)
        self.took_part = QLineEdit(self)
        self.rule = RuleChoice(
            context.translations, book.rules if book else (), self, optional=True
        )
        self.evidence = EvidenceArea(context, detail.row.id, self, compact=True)
        self._build()
        self._translate()
        self.set_mode(HELD)
        self._connect()

    @property
    def current_mode(self) -> str:
        """Whether it is planned, was held, or did not take place."""
        return self.mode.current

    @property
    def not_held(self) -> NotHeld | None:
        """Why it did not take place; None where it did, or is still planned."""
        return NotHeld(self.why.current) if self.current_mode == NOT_HELD else None

    @property
    def chosen_channel(self) -> Channel:
        """How one talked, or means to."""
        return Channel(self.channel.current or Channel.PRIVATE.value)

    @property
    def fields_by_name(self) -> dict[str, TakesError]:
        """The fields that can be wrong, by their names in a request."""
        named: dict[str, TakesError] = {**self.fields}
        return named | {
            "happened_at": self.happened_field,
            "due_on": self.planned_field,
            "due_time": self.planned_field,
            "follow_up_on": self.follow_up_field,
            "took_part": self.took_part_field,
            "evidence": self.evidence,
        }

    def set_mode(self, mode: str) -> None:
        """Show the fields of a planned talk, of one that was held, or of one that was not."""
        self.mode.set_current(mode)
        plan, held, vain = (mode == one for one in (PLAN, HELD, NOT_HELD))
        self.happened_field.setVisible(not plan)
        self.planned_field.setVisible(plan)
        self.why_field.setVisible(vain)
        self.follows_up.offer(planned=plan, in_vain=vain)
        for part, field in self.fields.items():
            field.setVisible(not vain or part == "problem")
        self.follow_up_field.setVisible(not plan)
        self.took_part_field.setVisible(not vain)
        self.evidence.setVisible(not plan)
        self._caption(plan=plan, held=held)

    def take_talks(self, talks: Sequence[Agreement]) -> None:
        """Offer to follow up what waits of the talks so far."""
        self.follows_up.set_talks(talks)
        self.set_mode(self.current_mode)

    def texts(self) -> dict[str, str]:
        """Return what was written to each part that is in sight."""
        shown = {"problem"} if self.current_mode == NOT_HELD else set(PARTS)
        return {part: area.text if part in shown else "" for part, area in self.parts.items()}

    def missing(self) -> list[str]:
        """Return what is still needed before it can be recorded."""
        said = [self.parts[part].text for part in ("problem", "agreement")]
        missing = []
        if self.current_mode == HELD and all(map(is_blank, said)):
            missing.append(self.tr("the problem or what you agreed on"))
        if self.evidence.busy:
            missing.append(self.tr("screenshots on their way"))
        return missing

    # ---- what a draft and a plan hold

    def payload(self) -> dict[str, object]:
        """Return what the form holds."""
        rule = self.rule.rule
        said: dict[str, object] = {part: area.text for part, area in self.parts.items()}
        return (
            self.follows_up.payload()
            | said
            | {
                "mode": self.current_mode,
                "happened_at": self.happened.moment(),
                "channel": self.channel.current,
                "rule": rule.code if rule else "",
                "follow_up_on": self.follow_up.day,
                "planned_on": self.planned_on.day,
                "due_time": self.at.time,
                "not_held": self.why.current,
                "took_part": self.took_part.text(),
            }
        )

    def restore(self, payload: dict[str, object]) -> None:
        """Take back what the form held."""
        said = {key: str(value) for key, value in payload.items()}
        for part, area in self.parts.items():
            area.set_text(said.get(part, ""))
        if said.get("happened_at"):
            self.happened.set_moment(said["happened_at"])
        for row, key, known in (
            (self.channel, said.get("channel", ""), [one.value for one in _CHANNELS]),
            (self.why, said.get("not_held", ""), [one.value for one in NotHeld]),
        ):
            if key in known:
                row.set_current(key)
        self.rule.choose(said.get("rule", ""))
        self.follow_up.set_day(said.get("follow_up_on", ""))
        self.planned_on.set_day(said.get("planned_on", ""))
        self.at.set_time(said.get("due_time", ""))
        self.took_part.setText(said.get("took_part", ""))
        self.follows_up.restore(payload)
        mode = said.get("mode", "")
        self.set_mode(mode if mode in {PLAN, HELD, NOT_HELD} else HELD)

    def take_plan(self, plan: PlannedTalk) -> None:
        """Put what was prepared where nothing is written yet."""
        for part, area in self.parts.items():
            if is_blank(area.text):
                area.set_text(plan.parts.get(part, ""))
        if is_blank(self.took_part.text()):
            self.took_part.setText(plan.took_part)
        if plan.channel in _CHANNELS:
            self.channel.set_current(plan.channel.value)
        if self.rule.rule is None:
            self.rule.choose(plan.rule_code)
        self.planned_on.set_day(plan.due_on)
        self.at.set_time(plan.due_time)

    # ---- building

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _build(self) -> None:
        theme = current_theme()
        self.fields = {part: FormField("", area, self) for part, area in self.parts.items()}
        self.mode_field = FormField("", self.mode, self)
        self.channel_field = FormField("", self.channel, self)
        self.happened_field = FormField("", self.happened, self)
        planned = QWidget(self)
        below = QVBoxLayout(planned)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(theme.size("space_s"))
        below.addWidget(self.planned_on)
        below.addWidget(self.at, 0, Qt.AlignmentFlag.AlignLeading)
        planned.setFocusProxy(self.planned_on.edit)
        self.planned_field = FormField("", planned, self)
        self.why_field = FormField("", self.why, self)
        self.follow_up_field = FormField("", self.follow_up, self)
        self.took_part_field = FormField("", self.took_part, self)
        self.rule_field = FormField("", self.rule, self)
        top = Qt.AlignmentFlag.AlignTop
        when = QHBoxLayout()
        when.setSpacing(theme.size("space_l"))
        when.addWidget(self.channel_field, 1, top)
        when.addWidget(self.happened_field, 1, top)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space_m"))
        column.addWidget(self.mode_field)
        column.addLayout(when)
        column.addWidget(self.planned_field)
        column.addWidget(self.why_field)
        column.addWidget(self.follows_up)
        for part in PARTS:
            column.addWidget(self.fields[part])
        for field in (self.follow_up_field, self.rule_field, self.took_part_field, self.evidence):
            column.addWidget(field)

    def _connect(self) -> None:
        for part, area in self.parts.items():
            area.textChanged.connect(partial(self._on_field, self.fields[part]))
        self.mode.chosen.connect(self._on_mode)
        self.channel.chosen.connect(lambda _key: self.changed.emit())
        self.why.chosen.connect(lambda _key: self.changed.emit())
        self.follows_up.changed.connect(self.changed.emit)
        self.happened.changed.connect(partial(self._on_field, self.happened_field))
        self.planned_on.changed.connect(partial(self._on_field, self.planned_field))
        self.at.changed.connect(partial(self._on_field, self.planned_field))
        self.follow_up.changed.connect(partial(self._on_field, self.follow_up_field))
        self.took_part.textChanged.connect(lambda _text: self._on_field(self.took_part_field))
        self.rule.chosen.connect(self.changed.emit)
        self.evidence.changed.connect(self.changed.emit)

    def _translate(self) -> None:
        self.mode_field.set_caption(self.tr("This talk"))
        self.mode.set_chips(
            [
                Chip(HELD, self.tr("It took place")),
                Chip(PLAN, self.tr("Plan it")),
                Chip(NOT_HELD, self.tr("It did not take place")),
            ]
        )
        self.channel.set_chips(
            [
                Chip(Channel.PRIVATE.value, self.tr("Private messages")),
                Chip(Channel.PHONE.value, self.tr("Phone")),
            ]
        )
        words = self._context.translations.words
        self.why.set_chips([Chip(one.value, words(f"not_held.{one}")) for one in NotHeld])
        self.why_field.set_caption(self.tr("Why not"))
        self.happened_field.set_caption(self.tr("When"))
        self.happened.edit.setAccessibleName(self.tr("When"))
        self.planned_field.set_caption(self.tr("On which day"))
        self.planned_on.set_caption(self.tr("On which day"))
        self.took_part_field.set_caption(self.tr("Who &else took part"))
        self.took_part.setPlaceholderText(self.tr("Names, if anybody did"))
        self.rule_field.set_caption(self.tr("&Rule it was about, if any"))
        prompts = {
            "thanks": self.tr("Something true that they do for the group"),
            "problem": self.tr("What was seen, and when; no verdict"),
            "cause": self.tr("Ask and listen: what led to it?"),
            "suggestion": self.tr("What would help them to do it another way?"),
            "agreement": self.tr("Who does what, and from when"),
        }
        for part, prompt in prompts.items():
            self.parts[part].setPlaceholderText(prompt)
        if self.mode.current:
            self._caption(plan=self.current_mode == PLAN, held=self.current_mode == HELD)

    def _caption(self, *, plan: bool, held: bool) -> None:
        captions = {
            "thanks": self.tr("What you &thank them for"),
            "problem": self.tr("The &problem, as it happened"),
            "cause": self.tr("The cause you &learnt"),
            "suggestion": self.tr("What you &suggested"),
            "agreement": self.tr("What you &agreed on"),
        }
        if plan:
            captions |= {
                "cause": self.tr("What may have &led to it"),
                "suggestion": self.tr("What you could &suggest"),
                "agreement": self.tr("What you hope to &agree on"),
            }
        elif not held:
            captions["problem"] = self.tr("What it was to be about, and what was &answered")
        for part, caption in captions.items():
            self.fields[part].set_caption(caption)
        how = self.tr("How you talked") if held else self.tr("How you asked for it")
        self.channel_field.set_caption(self.tr("How you want to talk") if plan else how)
        later = self.tr("&Follow up") if held else self.tr("&Try again")
        self.follow_up_field.set_caption(later)
        self.follow_up.set_caption(later)

    # ---- following

    def _on_mode(self, mode: str) -> None:
        self.set_mode(mode)
        self.changed.emit()

    def _on_field(self, field: FormField) -> None:
        field.clear_error()
        self.changed.emit()
