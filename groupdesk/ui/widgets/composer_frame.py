# SPDX-License-Identifier: MIT
"""The frame of what is written about a member: a draft that is kept, tabs beside the form."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from groupdesk.domain.act_records import DraftRecord
from groupdesk.domain.clock import from_text
from groupdesk.domain.errors import GroupDeskError, StateChangedError
from groupdesk.domain.records import MemberDetail
from groupdesk.ui.context import UiContext
from groupdesk.ui.draft_keeper import Contents, DraftKeeper
from groupdesk.ui.member_acts import MemberActs
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.colleagues_banner import ColleaguesBanner
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.evidence_area import EvidenceArea
from groupdesk.ui.widgets.evidence_shelf import EvidenceShelf
from groupdesk.ui.widgets.form_field import TakesError
from groupdesk.ui.widgets.history_panel import HistoryPanel
from groupdesk.ui.widgets.recognition_panel import RecognitionPanel

TOLD_SECONDS = 8


class ComposerFrame(DialogFrame):
    """Leaving keeps the draft with its screenshots, discarding offers to bring it back.

    A composer calls `begin` once its form is built, and records with `seen_seq`: what another
    operator did about the person is shown as it happens, and asked about once before an act is
    recorded over it.
    """

    def __init__(
        self,
        context: UiContext,
        detail: MemberDetail,
        kind: str,
        parent: QWidget | None = None,
        *,
        contents: Callable[[], Contents],
        restore: Callable[[DraftRecord], object],
        kept_text: Callable[[], str],
    ) -> None:
        """Prepare the draft `kind` of a member; the form comes from the composer.

        A draft keeps `contents`, which `restore` takes back; `kept_text` is what the window says
        when it was kept.
        """
        super().__init__(parent)
        self.context = context
        self.detail = detail
        self.contents = contents
        self._restore = restore
        self._kept_text = kept_text
        self._kind = kind
        self.tabs = ChipRow("", parent=self)
        self._stack = QStackedWidget(self)
        self._pages: dict[str, QWidget] = {}
        self._own_names: tuple[str, ...] = ()
        self._evidence: EvidenceArea | None = None
        self._leaving = False
        self.colleagues = ColleaguesBanner(context, detail, self)
        self.above = QVBoxLayout()
        """Over the tabs: what one should have seen before one writes."""
        self.above.setSpacing(current_theme().size("space_s"))
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(1, self.colleagues)
        self.side.setContentsMargins(*(current_theme().size("space_m"),) * 4)  # tabs in one row
        self.above.addWidget(RecognitionPanel(context, detail.row.id, self))
        self.side.addLayout(self.above)
        self.side.addWidget(self.tabs)
        self.side.addWidget(self._stack, 1)
        self.history = HistoryPanel(context, detail.row.id, self)
        self.shelf = EvidenceShelf(context, detail.row.id, self)
        self.keeper = DraftKeeper(context, kind, detail.row.id, contents, self)
        self.discard_button = self.add_left(button(""))
        self.discard_button.clicked.connect(self._on_discard)
        self.tabs.chosen.connect(self.show_tab)
        self.keeper.kept.connect(self._say_kept)
        self.colleagues.asked.connect(lambda: self.show_tab("history"))

    # ---- what a composer calls

    @property
    def seen_seq(self) -> int:
        """The last entry of the log that the writer knows of."""
        return self.colleagues.seen_seq

    def show_failure(
        self, error: Exception, text: str, fields: Mapping[str, TakesError] | None = None
    ) -> None:
        """Say what went wrong; that others acted meanwhile is named, and asked once."""
        if isinstance(error, StateChangedError) and error.code == "acted_meanwhile":
            self.banner.show_message(self.colleagues.told_meanwhile() or text, "warning")
            self.history.reload()
            self.show_tab("history")
            self.main_button.setFocus()
        else:
            super().show_failure(error, text, fields)

    def begin(self) -> None:
        """Take back the draft, if there is one; from here on changes are new."""
        try:
            draft = self.keeper.load()
        except GroupDeskError as error:
            self.banner.show_message(self.context.error_text(error), "danger")
            draft = None
        if draft is not None:
            self._restore(draft)
            self._say_kept(draft.saved_at)
        self.keeper.begin()

    def add_pages(self, key: str, page: QWidget, **others: QWidget) -> None:
        """Put these pages beside the form, and history and earlier evidence behind them."""
        self._pages = {key: page, **others, "history": self.history, "evidence": self.shelf}
        for one in self._pages.values():
            self._stack.addWidget(one)
        self._fit_pages()

    def take_evidence_from(self, area: EvidenceArea) -> None:
        """Take pictures in from anywhere in the window, and wait for them before leaving."""
        self._evidence = area
        area.changed.connect(self._on_evidence)
        area.listen(self)
        self._on_evidence()

    def name_pages(self, *names: str) -> None:
        """Name the pages that the composer added; the one in front stays there."""
        self._own_names = names
        self.tabs.setAccessibleName(self.tr("Beside the form"))
        self.tabs.set_chips(
            [
                *(Chip(key, name) for key, name in zip(self._pages, names, strict=False)),
                Chip("history", self.tr("History"), len(self.history.entries)),
                Chip("evidence", self.tr("Evidence"), self.shelf.count),
            ]
        )
        self.discard_button.setText(self.tr("&Discard draft"))

    def show_tab(self, key: str) -> None:
        """Bring a page to the front."""
        self.tabs.set_current(key)
        self._stack.setCurrentWidget(self._pages[key])
        self._fit_pages()

    def clock_text(self, stored: str) -> str:
        """Return the time of day, with the day where it is not today."""
        now, moment = self.context.desk.clock(), from_text(stored)
        dates = self.context.dates
        today = moment.astimezone(now.tzinfo).date() == now.date()
        return dates.time(moment, now) if today else dates.moment(moment, now)

    # ---- Qt

    def reject(self) -> None:
        """Leave and keep the draft; where it cannot be kept, stay and say so."""
        if self.busy:
            return
        if self._evidence is not None and self._evidence.busy:
            self._leaving = True  # what was dropped belongs to the draft
            self.set_hint(self.tr("Taking screenshots in, then closing…"))
            return
        self.set_busy(True)
        self.keeper.leave(self._leave, self._on_not_kept)

    def sizeHint(self) -> QSize:
        """Return room for all of it, or what the window behind and the screen have."""
        theme = current_theme()
        wanted = QSize(5 * theme.size("side_width") + 5 * theme.size("space_xl"), 860)
        window = self.parentWidget()
        if window is not None and window.isVisible():
            wanted = wanted.boundedTo(window.window().size())
        return wanted.boundedTo(self.screen().availableSize())

    def _on_evidence(self) -> None:
        if self._evidence is None:
            return
        self.shelf.show_attached(self._evidence.uses())
        self.name_pages(*self._own_names)
        if self._leaving and not self._evidence.busy:
            self._leaving = False
            self.reject()

    def _fit_pages(self) -> None:
        """Ask for room for the page in front only, not for the highest one behind it."""
        for page in self._pages.values():
            hidden = page is not self._stack.currentWidget()
            policy = QSizePolicy.Policy.Ignored if hidden else QSizePolicy.Policy.Preferred
            page.setSizePolicy(policy, policy)

    # ---- drafts

    def _say_kept(self, saved_at: str) -> None:
        self.set_hint(self.tr("Draft kept {0}").format(self.clock_text(saved_at)))

    def _leave(self) -> None:
        self.set_busy(False)
        if self.keeper.draft_id is not None:
            self.context.notify(self._kept_text(), "muted", seconds=TOLD_SECONDS)
        super().reject()

    def _on_not_kept(self, error: Exception) -> None:
        self.set_busy(False)
        self.banner.show_message(
            self.context.error_text(error),
            "danger",
            action_text=self.tr("Close without keeping it"),
            action=super().reject,
        )

    def _on_discard(self) -> None:
        self.set_busy(True)
        self.keeper.discard(
            self.tr("The draft for {0} was discarded.").format(self.detail.row.name),
            self.tr("Restore draft"),
            self._drop,
            self._on_not_kept,
            _opener(self.context, self._kind, self.detail.row.id, self.parentWidget()),
        )

    def _drop(self) -> None:
        self.set_busy(False)
        super().reject()


def _opener(
    context: UiContext, kind: str, membership_id: int, window: QWidget | None
) -> Callable[[], object]:
    """Return what opens such a composer again over the same window."""

    def open_again() -> None:
        if window is None:
            return
        acts = MemberActs(context, window)
        composers = {
            "warning": acts.warn,
            "talk": acts.talk,
            "removal": acts.remove,
            "case": acts.open_case,
        }
        try:
            detail = context.desk.members.detail(membership_id)
        except GroupDeskError as error:
            context.notify(context.error_text(error), "danger")
        else:
            composers[kind](detail)

    return open_again
