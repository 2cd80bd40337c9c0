# SPDX-License-Identifier: MIT
"""What is known of somebody who wants to come back, beside the form that records or answers it."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from groupdesk.domain.group_size import Room, room
from groupdesk.domain.person_records import Concern
from groupdesk.domain.rejoin_records import RejoinKnown
from groupdesk.domain.text import visible
from groupdesk.ui.context import UiContext
from groupdesk.ui.person_words import PersonWords
from groupdesk.ui.rejoin_words import spoken
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.labels import LabelRole, label
from groupdesk.ui.widgets.pill import Pill
from groupdesk.ui.widgets.section_label import SectionLabel

_TOLD_BELOW = frozenset({Concern.LEFT, Concern.REMOVAL_LIFTED, Concern.REMOVAL_OVER})
"""What the earlier stays and removals say as well."""


class RejoinKnownPanel(QWidget):
    """What holds against them stands first, then what was before."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._context = context
        self._known: RejoinKnown | None = None
        self._back = False
        self._body = QWidget(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._body)

    @property
    def known(self) -> RejoinKnown | None:
        """What is shown."""
        return self._known

    @property
    def texts(self) -> list[str]:
        """All that is said, from top to bottom."""
        return [part.text() for part in self._body.findChildren(QLabel) if part.text()]

    def show_known(self, known: RejoinKnown | None, *, back: bool = False) -> None:
        """Show what is known, or that nobody is chosen yet.

        Of somebody who is `back` by that very request it is no finding that they are there.
        """
        self._known, self._back = known, back
        old, self._body = self._body, QWidget(self)
        self._column.removeWidget(old)
        old.hide()
        old.deleteLater()
        self._column.addWidget(self._body)
        self._build()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.show_known(self._known, back=self._back)
        super().changeEvent(event)

    # ---- inside

    def _build(self) -> None:
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().size("space_xs"))
        known = self._known
        self._head(column, self.tr("What is known"))
        if known is None:
            self._text(column, self.tr("Choose who asks, then it stands here."), "secondary")
            return
        self._findings(column, known)
        self._now(column, known)
        said = spoken(self._context)
        for title, lines in (
            (self.tr("Earlier stays in this group"), map(said.stay, known.stays)),
            (self.tr("Removals"), map(said.removal, known.removals)),
            (self.tr("Objections"), map(said.appeal, known.appeals)),
            (self.tr("Earlier requests to come back"), map(said.rejoin, known.rejoins)),
        ):
            self._lines(column, title, [*lines])
        words = self._context.translations.words
        self._lines(
            column,
            self.tr("Requests to leave"),
            [
                " · ".join(
                    (
                        said.day_of(one.asked_at),
                        one.group_name,
                        words(f"exit_reason.{one.reason.value}"),
                        words(f"exit_state.{one.state.value}"),
                    )
                )
                for one in known.exits
            ],
        )

    def _findings(self, column: QVBoxLayout, known: RejoinKnown) -> None:
        words, theme = PersonWords(self._context), current_theme()
        told = _TOLD_BELOW | ({Concern.IN_GROUP} if self._back else set())
        shown = [one for one in known.check.findings if one.concern not in told]
        for one in shown:
            title, more, tone = words.finding(one)
            pill = Pill(parent=self._body)
            pill.show_word(title, tone)
            column.addWidget(pill)
            self._text(column, more, "secondary")
            column.addSpacing(theme.size("space_xs"))
        if known.own:
            self._text(column, self.tr("This is your own request; somebody else should answer it."))
        if known.cooled_on:
            day = spoken(self._context).day(known.cooled_on)
            self._text(column, self.tr("One usually waits until {0} in this group.").format(day))
        if not shown and not known.held:
            nothing = self.tr("Nothing holds against this person.")
            self._text(column, nothing)

    def _now(self, column: QVBoxLayout, known: RejoinKnown) -> None:
        lines = []
        if known.person_id:
            lines.append(spoken(self._context).standing(known))
        cases = ", ".join(f"#{number}" for number in known.open_cases)
        if cases:
            lines.append(self.tr("Open cases: {0}").format(cases))
        check = known.check
        if check.size_limit is not None:
            over = room(known.members, check.size_limit) is Room.OVER
            if known.here:
                text = self.tr("{0} of {1} members")
                if over:
                    text = self.tr("{0} of {1} members: over the limit")
            else:
                text = self.tr("{0} of {1} members with this one")
                if over:
                    text = self.tr("{0} of {1} members with this one: over the limit")
            lines.append(text.format(known.members, check.size_limit))
        if check.purpose:
            lines.append(self.tr("Purpose: {0}").format(check.purpose))
        if check.belongs:
            lines.append(self.tr("Who belongs: {0}").format(check.belongs))
        self._lines(column, self.tr("Now"), lines)

    def _lines(self, column: QVBoxLayout, title: str, lines: list[str]) -> None:
        if not lines:
            return
        self._head(column, title)
        for line in lines:
            self._text(column, line)

    def _head(self, column: QVBoxLayout, text: str) -> None:
        if column.count():
            column.addSpacing(current_theme().size("space_m"))
        column.addWidget(SectionLabel(text, self._body))

    def _text(self, column: QVBoxLayout, text: str, role: LabelRole = "body") -> None:
        column.addWidget(label(visible(text), role, self._body, wrap=True, selectable=True))
