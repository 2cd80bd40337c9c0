# SPDX-License-Identifier: MIT
"""One case: who, whose it is, what can be done, and four views of it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from groupdesk.domain.act_records import CaseRow
from groupdesk.domain.case_enums import CaseState
from groupdesk.domain.clock import from_text
from groupdesk.domain.errors import GroupDeskError
from groupdesk.domain.records import EvidenceRecord, TimelineEntry
from groupdesk.ui.context import UiContext
from groupdesk.ui.member_acts import MemberActs
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.avatar import Avatar
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.case_facts_panel import CaseFactsPanel
from groupdesk.ui.widgets.case_notes import CaseNotes
from groupdesk.ui.widgets.case_related import CaseRelated
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.elided_label import ElidedLabel
from groupdesk.ui.widgets.flow_layout import FlowLayout
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.pill import Pill
from groupdesk.ui.widgets.timeline_view import TimelineView

_ACTS = (
    *("case.claim", "case.hand_over", "case.release", "case.close", "case.reopen"),
    *("appeal.record", "report.case"),
)
_VIEWS = ("timeline", "facts", "notes", "related")


class CaseDetail(QWidget):
    """The right side of the cases page."""

    case_requested = Signal(int)
    apart_requested = Signal(object)
    member_requested = Signal()

    def __init__(self, context: UiContext, acts: MemberActs, parent: QWidget | None = None) -> None:
        """Start without a case."""
        super().__init__(parent)
        self._context = context
        self._row: CaseRow | None = None
        self._quoted_text = ""
        self._counts = (0, 0, 0)
        self._fills: dict[str, Callable[[], object]] = {}
        self.setMinimumWidth(340)
        self.views = ChipRow("", parent=self)
        self.timeline = TimelineView(context, acts, self)
        self.facts = CaseFactsPanel(context, self)
        self.notes = CaseNotes(context, self)
        self.related = CaseRelated(context, self)
        self._pages = dict(
            zip(_VIEWS, (self.timeline, self.facts, self.notes, self.related), strict=True)
        )
        self._stack = QStackedWidget(self)
        for page in self._pages.values():
            self._stack.addWidget(page)
        self._build()
        self.views.chosen.connect(self.show_view)
        self.related.case_requested.connect(self.case_requested)
        self.related.apart_requested.connect(self.apart_requested)
        self._say_views()
        self.setFocusProxy(self.views)

    @property
    def row(self) -> CaseRow | None:
        """The case that is shown."""
        return self._row

    def show_nothing(self) -> None:
        """Show no case."""
        self._row = None
        self.hide()

    def show_case(self, number: int) -> None:
        """Show a case, or nothing when it is gone."""
        desk, language = self._context.desk, self._context.translations.language
        same = self._row is not None and self._row.number == number
        try:
            row = desk.cases.get(number, language)
            facts = desk.cases.facts(number)
            entries = desk.timeline.of_case(number)
            notes = desk.case_entries.notes(number)
            related = desk.case_relations.of_case(number, language)
        except GroupDeskError:
            self.show_nothing()
            return
        self._row, self._quoted_text = row, facts.incident.quoted_text
        self._fills = {
            "timeline": partial(self.timeline.set_entries, entries, keep_position=same),
            "facts": partial(self.facts.show_case, row, facts, _pictures(entries)),
            "notes": partial(self.notes.show_case, number, notes),
            "related": partial(self.related.show_related, related),
        }
        self._counts = (len(entries), len(notes), len(related))
        self._say()
        self._fill()
        self.show()

    def show_view(self, key: str) -> None:
        """Bring one of the views to the front: timeline, facts, notes or related."""
        self.views.set_current(key)
        self._stack.setCurrentWidget(self._pages[key])
        self._fill()

    def write_note(self) -> None:
        """Bring the discussion to the front, with the keyboard in its field."""
        self.show_view("notes")
        self.notes.text.setFocus()

    def show_acts(self) -> None:
        """Show the buttons of what makes sense for the case: it is open or closed, has an owner."""
        row = self._row
        is_open = row is not None and row.state is CaseState.OPEN
        owned = row is not None and bool(row.owner_id)
        shown = {
            "case.claim": is_open and not owned,
            "case.hand_over": is_open,
            "case.release": is_open and owned,
            "case.close": is_open,
            "case.reopen": not is_open,
            "appeal.record": row is not None and bool(row.acts),
        }
        for act_id, made in self.act_buttons.items():
            made.setVisible(shown.get(act_id, True))

    # ---- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    # ---- building

    def _build(self) -> None:
        theme = current_theme()
        self._avatar = Avatar("", "avatar_head", self)
        self._title = ElidedLabel(role="title", parent=self)
        self._state = Pill(parent=self)
        self._about = label(role="muted", parent=self, wrap=True, selectable=True)
        self._owner = label(parent=self, wrap=True)
        self._quoted = label(role="muted", parent=self, wrap=True, selectable=True)
        self._outcome = label(parent=self, wrap=True, selectable=True)
        named = QHBoxLayout()
        named.setSpacing(theme.size("space_m"))
        named.addWidget(self._title)
        named.addWidget(self._state, 0, Qt.AlignmentFlag.AlignVCenter)
        named.addStretch(1)
        who = QVBoxLayout()
        who.setSpacing(theme.size("space_xs"))
        for part in (self._about, self._owner):
            who.addWidget(part)
        head = QHBoxLayout()
        head.setSpacing(theme.size("space_m"))
        head.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(who, 1)
        who.insertLayout(0, named)
        acts = QWidget(self)
        flow = FlowLayout(acts, theme.size("space_s"))
        self.act_buttons = {
            act_id: self._context.acts.button(act_id, parent=acts) for act_id in _ACTS
        }
        for made in self.act_buttons.values():
            flow.addWidget(made)
        self.member_button = button("", "ghost", "user", acts)
        self.member_button.clicked.connect(self.member_requested)
        flow.addWidget(self.member_button)
        column = QVBoxLayout(self)
        edge = theme.size("space_l")
        column.setContentsMargins(edge, edge, edge, 0)
        column.setSpacing(theme.size("space_m"))
        column.addLayout(head)
        column.addWidget(acts)
        column.addWidget(self._quoted)
        column.addWidget(self._outcome)
        column.addWidget(self.views)
        column.addWidget(self._stack, 1)

    def _fill(self) -> None:
        """Fill the view in front; the others wait until they are looked at."""
        fill = self._fills.pop(self.views.current, None)
        if fill is not None:
            fill()

    # ---- words

    def _say(self) -> None:
        row = self._row
        self.member_button.setText(self.tr("Open the member"))
        self._say_views()
        if row is None:
            return
        words = self._context.translations.words
        dates, now = self._context.dates, self._context.desk.clock()
        self._avatar.set_name(row.member_name)
        self._title.setText(self.tr("Case {0}: {1}").format(row.number, row.member_name))
        is_open = row.state is CaseState.OPEN
        self._state.show_word(words(row.state_word), "accent" if is_open else "muted")
        opened = self.tr("opened {0}").format(dates.moment(from_text(row.opened_at), now))
        rule = f"{row.rule_code} {row.rule_title}".strip()
        self._about.setText(" · ".join(filter(None, (rule, row.group_name, opened))))
        self._owner.setText(
            self.tr("{0} looks after it").format(row.owner)
            if row.owner
            else self.tr("Nobody looks after it")
        )
        self._owner.setVisible(is_open or bool(row.owner))
        self._outcome.setText(self.tr("Outcome: {0}").format(row.outcome))
        self._outcome.setVisible(bool(row.outcome))
        quoted = _first_lines(self._quoted_text)
        self._quoted.setText(self.tr("“{0}”").format(quoted))
        self._quoted.setVisible(bool(quoted))

    def _say_views(self) -> None:
        done, notes, related = self._counts
        self.views.setAccessibleName(self.tr("Views of the case"))
        self.views.set_chips(
            [
                Chip("timeline", self.tr("What was done"), done),
                Chip("facts", self.tr("What happened")),
                Chip("notes", self.tr("Notes"), notes),
                Chip("related", self.tr("Related"), related),
            ]
        )


_MOST_QUOTED = 120


def _first_lines(text: str) -> str:
    """Return the beginning of what was quoted; all of it stands among the facts."""
    shown = " ".join(text.split())
    return shown if len(shown) <= _MOST_QUOTED else shown[:_MOST_QUOTED].rstrip() + "…"


def _pictures(entries: tuple[TimelineEntry, ...]) -> tuple[EvidenceRecord, ...]:
    """Return the screenshots of all acts, each once, the oldest act's first."""
    found = {picture.id: picture for entry in reversed(entries) for picture in entry.evidence}
    return tuple(found.values())
