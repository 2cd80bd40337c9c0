# SPDX-License-Identifier: MIT
"""What the program thinks of somebody's leaving: cases, removals, owner, customers, before."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from groupdesk.domain.case_records import CaseFilter
from groupdesk.domain.exit_records import EarlierExit, ExitOutlook, ExitRecord
from groupdesk.domain.removal_states import RemovalState
from groupdesk.ui.context import UiContext
from groupdesk.ui.exit_words import ExitWords, spoken
from groupdesk.ui.theme import current_theme
from groupdesk.ui.theme_tokens import ToneName
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.icon_label import IconLabel
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.section_label import SectionLabel

_NAMED = 4  # customers that are named before the rest is counted


class _Notice(NamedTuple):
    icon: str
    tone: ToneName
    text: str
    act_text: str = ""
    act: Callable[[], object] | None = None


class ExitNotices(QWidget):
    """One line for each thing; where something can be done about it, a button stands below."""

    owner_requested = Signal()
    """A new owner is to be named."""
    exit_requested = Signal(int)
    """An earlier request is to be shown."""

    def __init__(
        self,
        context: UiContext,
        parent: QWidget | None = None,
        *,
        leads: bool = True,
        customers: bool = True,
    ) -> None:
        """Start empty; with `leads` there are ways to what a line is about."""
        super().__init__(parent)
        self._context, self._leads, self._customers = context, leads, customers
        self._known: ExitOutlook | ExitRecord | None = None
        self._head = SectionLabel(parent=self)
        self._body = QWidget(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current_theme().size("space_s"))
        self._column.addWidget(self._head)
        self._column.addWidget(self._body)
        self.texts: tuple[str, ...] = ()

    def show_outlook(self, known: ExitOutlook | ExitRecord) -> None:
        """Show what is known before a request is recorded, or of a request."""
        self._known = known
        self._build()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._build()
        super().changeEvent(event)

    # ---- inside

    def _build(self) -> None:
        if self._known is None:
            return
        self._head.setText(self.tr("Good to know"))
        old, self._body = self._body, QWidget(self)
        self._column.removeWidget(old)
        old.hide()
        old.deleteLater()
        self._column.addWidget(self._body)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().size("space_m"))
        notices = self._notices(self._known)
        if not notices and not isinstance(self._known, ExitRecord):
            nothing = self.tr("No open cases, no removal that waits, no earlier request.")
            notices = [_Notice("circle-check", "ok", nothing)]
        for notice in notices:
            column.addLayout(self._line(notice))
        self.texts = tuple(notice.text for notice in notices)
        self.setVisible(bool(notices))

    def _line(self, notice: _Notice) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(current_theme().size("space_s"))
        sign = IconLabel(notice.icon, notice.tone, parent=self._body)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(notice.text, parent=self._body, wrap=True))
        if notice.act is not None and self._leads:
            made = button(notice.act_text, "link", parent=self._body)
            made.clicked.connect(notice.act)
            words.addWidget(made, 0, Qt.AlignmentFlag.AlignLeading)
        row.addLayout(words, 1)
        return row

    def _notices(self, known: ExitOutlook | ExitRecord) -> list[_Notice]:
        context = self._context
        said = spoken(context)
        found = []
        if known.only_owner:
            text = self.tr("The only owner of the group. Name a new one before they leave.")
            act = self.tr("Name a new owner…")
            found.append(_Notice("crown", "danger", text, act, self.owner_requested.emit))
        for removal in known.removals:
            waits = removal.state is RemovalState.WAITING
            text = (
                self.tr("A removal waits for approval, asked for {0}. It should be answered first.")
                if waits
                else self.tr("A removal was decided {0} and is not carried out yet.")
            ).format(said.moment(removal.decided_at))
            number = removal.case_number
            found.append(_Notice("user-minus", "danger", text, *self._case(number)))
        for case in known.cases:
            rule = " ".join(filter(None, (case.rule_code, case.rule_title)))
            text = self.tr("Case {0} is open: {1}. It stays open after they left.").format(
                case.number, rule or self.tr("without a rule")
            )
            found.append(_Notice("folder-open", "warning", text, *self._case(case.number)))
        if known.customers and self._customers:
            found.append(self._of_customers([one.name for one in known.customers]))
        for one in known.earlier:
            text = self._earlier(one, said)
            lead = partial(self.exit_requested.emit, one.id)
            found.append(_Notice("history", "muted", text, self.tr("Open that request"), lead))
        return found

    def _of_customers(self, names: Sequence[str]) -> _Notice:
        shown = self.tr(", ").join(names[:_NAMED])
        if len(names) > _NAMED:
            shown = self.tr("{0} and %n more", "", len(names) - _NAMED).format(shown)
        text = self.tr("%n customer(s) should hear who is there for them: {0}.", "", len(names))
        return _Notice("users", "accent", text.format(shown))

    def _case(self, number: int) -> tuple[str, Callable[[], object]]:
        text = self.tr("Go to case {0}").format(number)
        return text, partial(self._context.go_to_cases, CaseFilter(text=f"#{number}"))

    def _earlier(self, one: EarlierExit, said: ExitWords) -> str:
        words = self._context.translations.words
        state, day = words(f"exit_state.{one.state.value}"), said.day_of(one.asked_at)
        if one.together:
            return self.tr("Asked at the same time to leave {0}: {1}.").format(
                one.group_name, state
            )
        return self.tr("Asked before, {0}, to leave {1}: {2}.").format(day, one.group_name, state)
