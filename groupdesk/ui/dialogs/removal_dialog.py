# SPDX-License-Identifier: MIT
"""Decides on a removal: the form on the left, fairness, history and evidence on the right."""

import uuid
from functools import partial

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from groupdesk.domain.act_records import RemovalRequest
from groupdesk.domain.clock import from_text
from groupdesk.domain.enums import FairItem
from groupdesk.domain.errors import GroupDeskError, ValidationError
from groupdesk.domain.fairness import FairLine
from groupdesk.domain.ladder import proposed_step
from groupdesk.domain.records import MemberDetail, Receipt, TimelineEntry
from groupdesk.ui.context import UiContext
from groupdesk.ui.draft_keeper import Contents, DraftKeeper
from groupdesk.ui.standing_words import step_name
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.evidence_shelf import EvidenceShelf
from groupdesk.ui.widgets.fair_panel import FairPanel
from groupdesk.ui.widgets.history_panel import HistoryPanel
from groupdesk.ui.widgets.removal_form import RemovalForm
from groupdesk.ui.widgets.wheel_guard import WheelGuard

_TOLD_SECONDS = 8
_OVERRIDES = "overrides."


class RemovalDialog(DialogFrame):
    """Leaving keeps the draft; nothing but the main button and Ctrl+Enter records."""

    recorded = Signal(int)
    """The removal's id."""

    def __init__(
        self, context: UiContext, detail: MemberDetail, parent: QWidget | None = None
    ) -> None:
        """Begin with the draft that was kept for this member, or empty."""
        super().__init__(parent)
        self._context = context
        self._detail = detail
        self._operation = uuid.uuid4()
        self._lines: tuple[FairLine, ...] = ()
        self._fair_key: object = None
        self.removal = RemovalForm(context, detail, self)
        self.fair = FairPanel(context, self)
        self._keeper = DraftKeeper(context, "removal", detail.row.id, self._contents, self)
        self._build()
        self._restore()
        self._keeper.begin()
        self._follow()
        self._connect()
        self._translate_dialog()
        self.removal.evidence.listen(self)
        WheelGuard(self)
        self.resize(self.sizeHint())
        self.removal.decision.rule.setFocus()

    # ---- Qt

    def reject(self) -> None:
        """Leave and keep the draft; where it cannot be kept, stay and say so."""
        if self.busy:
            return
        self.set_busy(True)
        self._keeper.leave(self._leave, self._on_failed)

    def sizeHint(self) -> QSize:
        """Return room for all of it, or what the window behind and the screen have."""
        theme = current_theme()
        wanted = QSize(5 * theme.size("side_width") + 5 * theme.size("space_xl"), 900)
        window = self.parentWidget()
        if window is not None and window.isVisible():
            wanted = wanted.boundedTo(window.window().size())
        return wanted.boundedTo(self.screen().availableSize())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate_dialog()

    # ---- building

    def _build(self) -> None:
        detail = self._detail
        self.form.addWidget(self.removal)
        self.tabs = ChipRow("", parent=self)
        self._history = HistoryPanel(self._context, detail.row.id, self)
        self._shelf = EvidenceShelf(self._context, detail.row.id, self)
        self._pages = {"fair": self.fair, "history": self._history, "evidence": self._shelf}
        self._stack = QStackedWidget(self)
        for page in self._pages.values():
            self._stack.addWidget(page)
        self.side.addWidget(self.tabs)
        self.side.addWidget(self._stack, 1)
        self._discard = self.add_left(button(""))
        self._keep = self.add_right(button(""))

    def _restore(self) -> None:
        try:
            draft = self._keeper.load()
        except GroupDeskError as error:
            self.banner.show_message(self._context.error_text(error), "danger")
            return
        if draft is None:
            return
        self.removal.restore(draft)
        self._follow()  # the lines that ask for a reason must be there to take it
        self.fair.restore(_texts(draft.payload["overrides"]))
        self._say_kept(draft.saved_at)

    def _connect(self) -> None:
        self.removal.changed.connect(self._on_changed)
        self.fair.answered.connect(self._on_changed)
        self.tabs.chosen.connect(self._show_tab)
        self._keeper.kept.connect(self._say_kept)
        self._discard.clicked.connect(self._on_discard)
        self._keep.clicked.connect(self.reject)
        self.removal.notice.copied.connect(self._on_copied)
        self.main_requested.connect(self._record)

    def _translate_dialog(self) -> None:
        self.set_head(
            self.tr("Remove {0} from {1}").format(self._detail.row.name, self._detail.group.name),
            self._where_they_stand(),
            name=self._detail.row.name,
        )
        self._discard.setText(self.tr("Discard draft"))
        self._keep.setToolTip(self.tr("Close and go on another time (Esc)"))
        self.tabs.setAccessibleName(self.tr("What the records say"))
        self._show_chips()
        self._show_state()

    def _where_they_stand(self) -> str:
        """Return how long they are here, what was done before, and the next step."""
        detail, words = self._detail, self._context.translations.words
        parts = []
        if detail.joined_at:
            now = self._context.desk.clock()
            joined = from_text(detail.joined_at).astimezone(now.tzinfo).date()
            since = self._context.dates.day(joined, now.date())
            parts.append(self.tr("Member since {0}").format(since))
        warnings, talks = _counted(self._history.entries)
        warned = (
            self.tr("%n warnings", "", warnings) if warnings else self.tr("no warning in force")
        )
        talked = self.tr("%n talks", "", talks) if talks else self.tr("no talk yet")
        parts.append(self.tr(", ").join((warned, talked)))
        rule = self.removal.decision.chosen_rule
        position = detail.next_position
        if rule is not None:
            standing = self._context.desk.members.standing(detail.row.id)
            position = proposed_step(detail.group.ladder, standing, rule.severity)
        step = step_name(words, detail.group.ladder, position).lower()
        parts.append(self.tr("next by the ladder: {0}").format(step))
        return " · ".join(parts)

    # ---- following the form

    def _on_changed(self) -> None:
        self._follow()
        self._keeper.touch()

    def _follow(self) -> None:
        """Work out the fair-process list where what it depends on has changed."""
        request = self._request()
        key = (
            request.ground,
            request.rule_id,
            request.incident.happened_at,
            bool(request.reason),
            len(request.evidence),
            tuple(request.overrides.items()),
        )
        if key != self._fair_key:
            self._fair_key = key
            try:
                self._lines = self._context.desk.removals.fair_process(request)
            except GroupDeskError as error:
                self.banner.show_message(self._context.error_text(error), "danger")
            rule = self.removal.decision.chosen_rule
            self.fair.show_lines(self._lines, request.ground, rule.severity if rule else None)
            self._shelf.show_attached(request.evidence)
            self._translate_dialog()
        self._show_state()

    def _show_chips(self) -> None:
        current = self.tabs.current or "fair"
        self.tabs.set_chips(
            [
                Chip("fair", self.tr("Fair process")),
                Chip("history", self.tr("History")),
                Chip("evidence", self.tr("Evidence"), self._shelf.count),
            ]
        )
        self.tabs.set_current(current)

    def _show_state(self) -> None:
        """Say beside the main button what is missing, and name the button by what it does."""
        words = self._context.translations.words
        missing = self.removal.missing()
        waiting = len(self.fair.waiting)
        if waiting:
            key = "one_answer" if waiting == 1 else "answers"
            missing.append(words(f"still_missing.{key}", count=waiting))
        self.set_missing(missing)
        main = self.tr("Remove anyway") if self.fair.skips else self.tr("Record removal")
        self.set_main(main, "user-minus", "danger")
        worth_keeping = self._keeper.worth_keeping
        self._discard.setEnabled(worth_keeping)
        self._keep.setText(self.tr("Keep draft") if worth_keeping else self.tr("Close"))

    def _show_tab(self, key: str) -> None:
        self._stack.setCurrentWidget(self._pages[key])

    # ---- drafts

    def _contents(self) -> Contents:
        overrides = {item.value: text for item, text in self.fair.overrides.items()}
        return {**self.removal.payload(), "overrides": overrides}, self.removal.evidence.uses()

    def _say_kept(self, saved_at: str) -> None:
        now = self._context.desk.clock()
        moment = from_text(saved_at)
        dates = self._context.dates
        today = moment.astimezone(now.tzinfo).date() == now.date()
        when = dates.time(moment, now) if today else dates.moment(moment, now)
        self.set_hint(self.tr("Draft kept {0}").format(when))

    def _leave(self) -> None:
        self.set_busy(False)
        if self._keeper.draft_id is not None:
            name = self._detail.row.name
            self._context.notify(
                self.tr("The removal of {0} is kept as a draft.").format(name),
                "muted",
                seconds=_TOLD_SECONDS,
            )
        super().reject()

    def _on_discard(self) -> None:
        self.set_busy(True)
        self._keeper.discard(
            self.tr("The draft for {0} was discarded.").format(self._detail.row.name),
            self.tr("Undo"),
            self._drop,
            self._on_failed,
        )

    def _drop(self) -> None:
        self.set_busy(False)
        super().reject()

    # ---- recording

    def _request(self) -> RemovalRequest:
        return self.removal.request(self._operation, self._keeper.draft_id, self.fair.overrides)

    def _record(self) -> None:
        self.set_busy(True)
        self._keeper.settle(self._send)

    def _send(self) -> None:
        decide = partial(self._context.desk.removals.decide, self._request())
        self._context.runner.run(self, decide, self._on_recorded, self._on_failed)

    def _on_recorded(self, receipt: Receipt) -> None:
        from groupdesk.ui.dialogs.carry_out_dialog import CarryOutDialog  # noqa: PLC0415

        self.set_busy(False)
        self.accept()
        self._context.done(receipt)
        self.recorded.emit(receipt.subject_id)
        window = self.parentWidget()
        CarryOutDialog(self._context, receipt.subject_id, window, just_recorded=True).open()

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        self._keeper.touch()
        text = self._context.error_text(error)
        if isinstance(error, ValidationError):
            if error.field.startswith(_OVERRIDES):
                self._show_tab("fair")
                self.tabs.set_current("fair")
                self.fair.show_error(FairItem(error.field.removeprefix(_OVERRIDES)))
            elif self.removal.show_error(error.field, text):
                return
        self.banner.show_message(text, "danger")

    def _on_copied(self) -> None:
        platform = self._context.translations.words(f"platform.{self._detail.group.platform.value}")
        self.banner.show_message(
            self.tr("Copied. The member has not been told: send the notice in {0}.").format(
                platform
            ),
            "accent",
            seconds=_TOLD_SECONDS,
        )


def _counted(entries: tuple[TimelineEntry, ...]) -> tuple[int, int]:
    """Return how many warnings were sent and not lifted, and how many talks there were."""
    sent = [
        entry
        for entry in entries
        if entry.kind == "warning"
        and entry.step_kind in {"warning", "final_warning"}
        and entry.state in {"sent", "acknowledged"}
        and not entry.reversed_at
    ]
    return len(sent), sum(entry.kind == "talk" for entry in entries)


def _texts(stored: object) -> dict[str, str]:
    return {str(key): str(text) for key, text in stored.items()} if isinstance(stored, dict) else {}
