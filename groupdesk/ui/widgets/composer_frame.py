# SPDX-License-Identifier: MIT
"""The frame of what is written about a member: a draft that is kept, tabs beside the form."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from groupdesk.domain.act_records import DraftRecord
from groupdesk.domain.errors import GroupDeskError, StateChangedError
from groupdesk.domain.records import MemberDetail
from groupdesk.ui.context import UiContext
from groupdesk.ui.draft_keeper import Contents
from groupdesk.ui.member_acts import MemberActs
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.colleagues_banner import ColleaguesBanner
from groupdesk.ui.widgets.draft_frame import DraftFrame
from groupdesk.ui.widgets.evidence_shelf import EvidenceShelf
from groupdesk.ui.widgets.form_field import TakesError
from groupdesk.ui.widgets.history_panel import HistoryPanel
from groupdesk.ui.widgets.recognition_panel import RecognitionPanel


class ComposerFrame(DraftFrame):
    """A draft about one member, with what one should know of them beside it.

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
        super().__init__(
            context,
            kind,
            detail.row.id,
            parent,
            contents=contents,
            restore=restore,
            kept_text=kept_text,
            discarded_text=lambda: self.tr("The draft for {0} was discarded.").format(
                self.detail.row.name
            ),
            open_again=lambda: _opener(context, kind, detail.row.id, self.parentWidget()),
        )
        self.detail = detail
        self.tabs = ChipRow("", parent=self)
        self._stack = QStackedWidget(self)
        self._pages: dict[str, QWidget] = {}
        self._own_names: tuple[str, ...] = ()
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
        self.tabs.chosen.connect(self.show_tab)
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

    def add_pages(self, key: str, page: QWidget, **others: QWidget) -> None:
        """Put these pages beside the form, and history and earlier evidence behind them."""
        self._pages = {key: page, **others, "history": self.history, "evidence": self.shelf}
        for one in self._pages.values():
            self._stack.addWidget(one)
        self._fit_pages()

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

    def show_tab(self, key: str) -> None:
        """Bring a page to the front."""
        self.tabs.set_current(key)
        self._stack.setCurrentWidget(self._pages[key])
        self._fit_pages()

    # ---- Qt

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
        super()._on_evidence()

    def _fit_pages(self) -> None:
        """Ask for room for the page in front only, not for the highest one behind it."""
        for page in self._pages.values():
            hidden = page is not self._stack.currentWidget()
            policy = QSizePolicy.Policy.Ignored if hidden else QSizePolicy.Policy.Preferred
            page.setSizePolicy(policy, policy)


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
