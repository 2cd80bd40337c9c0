# SPDX-License-Identifier: MIT
"""Which earlier talk this one follows up, and whether what was agreed then was kept."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupdesk.domain.talk_enums import Kept
from groupdesk.domain.talk_records import Agreement
from groupdesk.ui.context import UiContext
from groupdesk.ui.talk_words import TalkWords
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.form_field import FormField

_NOBODY_KNOWS = "unknown"
_NONE = 0


class FollowsUpChoice(QWidget):
    """Where one follow-up waits it is taken for this talk until somebody says otherwise.

    A talk that was offered in vain follows nothing up but another one that was.
    """

    changed = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Start without talks; hidden by whoever shows it while nothing waits."""
        super().__init__(parent)
        self._context = context
        self._talks: dict[int, Agreement] = {}
        self._in_vain = False
        self._said: int | None = None
        self.talk: ChoiceBox[int] = ChoiceBox(self)
        self.kept = ChipRow("", parent=self)
        self.talk_field = FormField("", self.talk, self)
        self.kept_field = FormField("", self.kept, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().size("space_m"))
        column.addWidget(self.talk_field)
        column.addWidget(self.kept_field)
        self._translate()
        self.kept.set_current(_NOBODY_KNOWS)  # nothing is claimed that nobody said
        self.talk.chosen.connect(self._on_talk)
        self.kept.chosen.connect(lambda _key: self.changed.emit())

    @property
    def task_id(self) -> int:
        """The follow-up that this talk is; 0 for none."""
        offered = self._offered()
        if self._said is None and len(offered) == 1:
            return next(iter(offered))
        return self._said if self._said in offered else _NONE

    @property
    def answer(self) -> Kept | None:
        """Whether what was agreed was kept; None where nobody can say, or nothing was agreed."""
        key = self.kept.current
        return Kept(key) if self._asks_whether_kept() and key != _NOBODY_KNOWS else None

    def set_talks(self, talks: Sequence[Agreement]) -> None:
        """Offer those of these talks whose follow-up waits in the group in front."""
        self._talks = {
            talk.follow_up.task_id: talk
            for talk in talks
            if talk.follow_up is not None and not talk.follow_up.done_at and not talk.group_name
        }
        self._show()

    def offer(self, *, planned: bool, in_vain: bool) -> None:
        """Show what suits a talk that is planned, was held, or was offered in vain."""
        self._in_vain = in_vain
        self._show()
        self.setVisible(not planned and bool(self._offered()))

    def payload(self) -> dict[str, object]:
        """Return what was chosen."""
        return {"follows_up": self._said, "kept": self.kept.current}

    def restore(self, payload: dict[str, object]) -> None:
        """Take back what was chosen."""
        said = payload.get("follows_up")
        self._said = said if isinstance(said, int) else None
        kept = str(payload.get("kept", ""))
        if kept in {one.value for one in Kept}:
            self.kept.set_current(kept)
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    # ---- inside

    def _offered(self) -> dict[int, Agreement]:
        return {
            task: talk
            for task, talk in self._talks.items()
            if talk.not_held is not None or not self._in_vain
        }

    def _asks_whether_kept(self) -> bool:
        """Say whether anything was agreed in the talk that is chosen."""
        chosen = self._offered().get(self.task_id)
        return chosen is not None and chosen.not_held is None

    def _translate(self) -> None:
        words = self._context.translations.words
        self.talk_field.set_caption(self.tr("Follow-&up of"))
        self.kept_field.set_caption(self.tr("Was it kept?"))
        self.kept.set_chips(
            [
                *(Chip(one.value, words(f"kept.{one}")) for one in Kept),
                Chip(_NOBODY_KNOWS, self.tr("Cannot say")),
            ]
        )
        self._show()

    def _show(self) -> None:
        context = self._context
        words = TalkWords(context.translations.words, context.dates, context.desk.clock())
        texts = [
            (words.agreement(talk._replace(follow_up=None)), task)
            for task, talk in self._offered().items()
        ]
        self.talk.set_choices([(self.tr("No earlier talk"), _NONE), *texts])
        self.talk.choose(self.task_id)
        self.kept_field.setVisible(self._asks_whether_kept())

    def _on_talk(self) -> None:
        self._said = self.talk.value
        self._show()
        self.changed.emit()
