# SPDX-License-Identifier: MIT
"""Tells a writer what another operator just did about the same person."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from groupdesk.domain.act_records import RecentAct
from groupdesk.domain.clock import from_text
from groupdesk.domain.enums import Topic
from groupdesk.domain.errors import GroupDeskError
from groupdesk.domain.records import MemberDetail
from groupdesk.ui.act_words import act_text
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.banner import Banner

_MOST = 3
_TOPICS = frozenset({Topic.MEMBERS, Topic.CASES, Topic.TASKS})


class ColleaguesBanner(Banner):
    """Hidden while nobody else acted within a quarter of an hour; it follows what is recorded."""

    asked = Signal()
    """Somebody wants to see what was done."""

    def __init__(
        self, context: UiContext, detail: MemberDetail, parent: QWidget | None = None
    ) -> None:
        """Look at once."""
        super().__init__(parent)
        self._context = context
        self._detail = detail
        self._acts: tuple[RecentAct, ...] = ()
        self._closed_at = 0
        self._seen_seq = 0
        context.events.changed.connect(self._on_changed)
        self.closed.connect(self._on_closed)
        self._look()
        self._say()

    @property
    def seen_seq(self) -> int:
        """The last entry of the log that the writer was told of."""
        return self._seen_seq

    def told_meanwhile(self) -> str:
        """Return what was done since the writer began, and take it for told from now on.

        Empty where nothing was, or it cannot be read.
        """
        try:
            lately = self._context.desk.recent_acts.about(self._detail.row.id, self._seen_seq)
        except GroupDeskError:
            return ""
        self._seen_seq = lately.seen_seq
        if not lately.acts:
            return ""
        self._acts = ()
        self.hide()
        head = self.tr("While you were writing, about {0}:").format(self._detail.row.name)
        ask = self.tr("Nothing was recorded yet. Record once more if it is still right.")
        return "\n".join((head, *self._lines(lately.acts), ask))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _on_changed(self, topics: frozenset[Topic]) -> None:
        if topics & _TOPICS:
            seen = self._seen_seq
            self._look()
            self._seen_seq = seen  # it came while one writes: it is asked about before recording
            self._say()

    def _on_closed(self) -> None:
        self._closed_at = self._acts[0].seq if self._acts else 0

    def _look(self) -> None:
        try:
            lately = self._context.desk.recent_acts.about(self._detail.row.id)
        except GroupDeskError:
            return  # what keeps it from being read is said by what has to write
        self._acts, self._seen_seq = lately.acts, lately.seen_seq

    def _say(self) -> None:
        new = [act for act in self._acts if act.seq > self._closed_at]
        if not new:
            self.hide()
            return
        head = self.tr("Somebody else acted on {0} a moment ago:").format(self._detail.row.name)
        self.show_message(
            "\n".join((head, *self._lines(self._acts))),
            "warning",
            action_text=self.tr("Show it"),
            action=self.asked.emit,
        )

    def _lines(self, acts: tuple[RecentAct, ...]) -> list[str]:
        words, now = self._context.translations.words, self._context.desk.clock()
        lines = []
        for act in acts[:_MOST]:
            elsewhere = act.group_name not in {"", self._detail.group.name}
            lines.append(
                words(
                    f"recent.said{'_elsewhere' if elsewhere else ''}",
                    when=self._context.dates.time(from_text(act.at), now),
                    operator=act.operator,
                    act=act_text(words, act),
                    group=act.group_name,
                )
            )
        if len(acts) > _MOST:
            lines.append(self.tr("and %n more", "", len(acts) - _MOST))
        return lines
