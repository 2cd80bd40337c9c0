# SPDX-License-Identifier: MIT
"""The small window over all others of the workbench that leads anywhere by name."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeySequence, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QListView, QStackedLayout, QWidget
from shiboken6 import isValid

from groupdesk.domain.text import visible
from groupdesk.ui.act_looks import LOOKS
from groupdesk.ui.context import UiContext
from groupdesk.ui.lately import Lately, Went
from groupdesk.ui.palette.delegate import PaletteDelegate
from groupdesk.ui.palette.entries import OWN_ACT, Found, Key, Kind
from groupdesk.ui.palette.field import PaletteField
from groupdesk.ui.palette.finder import Finder
from groupdesk.ui.palette.leading import lead
from groupdesk.ui.palette.model import PaletteModel
from groupdesk.ui.say_aloud import say_aloud
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.card import Card
from groupdesk.ui.widgets.labels import label

if TYPE_CHECKING:
    from groupdesk.ui.workbench import Workbench

_WIDE = 3  # times the width of the navigation
_HIGH = 12  # lines
_VEIL = 0.55  # of the ground's colour over what lies behind


class Palette(QWidget):
    """Lies over the workbench while it is open; a click beside it, Esc and Ctrl+K close it.

    The field has the keyboard all the time, so that Chinese is typed into it as anywhere else.
    """

    def __init__(self, context: UiContext, workbench: "Workbench", lately: Lately) -> None:
        """Build it, not shown; `lately` says what was used in this session."""
        super().__init__(workbench)
        self.hide()
        self._context, self._bench, self._lately = context, workbench, lately
        self._before: QWidget | None = None
        self._moved = False  # somebody chose a line with keys or mouse since the last letter
        self._takes = False  # Enter was pressed before the answer came
        self.finder = Finder(context, lately, self)
        self.model = PaletteModel(self)
        theme = current_theme()
        self.card = Card(parent=self)
        self.card.setProperty("surface", "palette")
        self.card.body.setContentsMargins(*(theme.size("space_s"),) * 4)
        self.field = PaletteField(self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(PaletteDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.viewport().setAutoFillBackground(True)  # what lies behind is not painted with it
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.none = label(role="muted", parent=self, wrap=True)
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.none.setMargin(theme.size("space_xl"))
        self._below = QStackedLayout()
        self._below.addWidget(self.list)
        self._below.addWidget(self.none)
        self.foot = label(role="secondary", parent=self, wrap=True)
        self.foot.setContentsMargins(theme.size("space_s"), 0, theme.size("space_s"), 0)
        self.card.body.addWidget(self.field)
        self.card.body.addLayout(self._below, 1)
        self.card.body.addWidget(self.foot)
        self.list.viewport().installEventFilter(self)
        workbench.installEventFilter(self)
        self.field.textChanged.connect(self._on_text)
        self.field.stepped.connect(self._move)
        self.field.paged.connect(lambda pages: self._move(pages * self._page()))
        self.field.entered.connect(self._enter)
        self.field.left.connect(self.leave)
        self.field.acted.connect(self._on_keys)
        self.finder.changed.connect(self._on_found)
        self.finder.failed.connect(self._on_failed)
        self.list.clicked.connect(self._on_clicked)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._say_foot())
        self._translate()

    # ---- opening and leaving

    def open(self) -> None:
        """Come to the front, or leave when it is there."""
        if self.isVisible():
            self.leave()
            return
        self._before = QApplication.focusWidget()
        self._lately.note_place(self._bench.place)
        self.field.setText("")  # and nothing of the last time to bring back by undoing
        self.finder.begin(self._bench.place, self._chosen)
        self.setGeometry(self._bench.rect())
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._moved = False
        self._on_found()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def leave(self) -> None:
        """Go, and give the keyboard back to whatever had it."""
        if not self.isVisible():
            return
        self._let_go()
        before = self._before
        if before is not None and isValid(before) and before.isVisible() and before.isEnabled():
            before.setFocus(Qt.FocusReason.OtherFocusReason)  # what was selected stays so
        elif self._bench.page is not None:
            self._bench.page.take_focus()
        self.hide()

    def _let_go(self) -> None:
        """Wait for nothing any more."""
        self._takes = False
        self.finder.stop()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.disconnect(self._on_focus)

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Go when somebody else has the keyboard; another program may have it for a while."""
        if now is not None and now is not self.field and self.isVisible():
            self._let_go()
            self.hide()

    # ---- what is typed and found

    def _on_text(self, text: str) -> None:
        self._moved = self._takes = False
        self.finder.ask(text)

    def _on_found(self) -> None:
        """Show the sections; what somebody chose stays chosen, else it is the first line."""
        sections = self.finder.sections
        waits = self.finder.pending
        if sections or not waits:  # what was there stays until it is known what comes
            chosen = self._chosen()
            scrolled = self.list.verticalScrollBar().value()
            self.model.show_sections(sections)
            row = self.model.row_of(chosen)
            rows = self.model.rows
            self._go_to(row if row >= 0 else rows[0] if rows else -1)
            if row >= 0:
                self.list.verticalScrollBar().setValue(scrolled)
            else:
                self._moved = False
                self.list.scrollToTop()
        self._below.setCurrentWidget(self.list if sections or waits else self.none)
        self._say_foot()
        if not waits:
            self._on_settled()

    def _on_settled(self) -> None:
        rows = self.model.rows
        if self.finder.text and self.isVisible():
            said = self.model.spoken(rows[0]) if rows else self.none.text()
            say_aloud(self.field, said)
        if self._takes:
            self._takes = False
            self._take(self.list.currentIndex().row())

    def _on_failed(self, text: str) -> None:
        self._takes = False
        self.foot.setText(text)
        say_aloud(self.field, text)

    def _chosen(self) -> Key | None:
        """Return what somebody chose since the last letter, None while they only typed."""
        found = self.model.found(self.list.currentIndex().row()) if self._moved else None
        return found.entry.key if found is not None else None

    # ---- choosing

    def _go_to(self, row: int) -> None:
        self.list.setCurrentIndex(self.model.index(row) if row >= 0 else QModelIndex())

    def _move(self, step: int) -> None:
        """Go so many lines on; past the end to the other one, by pages only to the end."""
        rows = self.model.rows
        if not rows:
            return
        now = self.list.currentIndex().row()
        at = rows.index(now) if now in rows else -1
        last = len(rows) - 1
        at = (at + step) % len(rows) if abs(step) == 1 else min(max(at + step, 0), last)
        self._moved = True
        self._go_to(rows[at])
        if at == 0:
            self.list.scrollToTop()  # with its heading
        say_aloud(self.field, self.model.spoken(rows[at]))

    def _page(self) -> int:
        return max(2, self.list.viewport().height() // current_theme().size("nav_row") - 1)

    def _enter(self) -> None:
        """Open the line in front; what was typed a moment ago is searched first."""
        found = self.model.found(self.list.currentIndex().row())
        sure = self._moved or (found is not None and found.entry.kind is not Kind.MEMBER)
        if self.finder.pending and not (sure and self.finder.sections):
            self._takes = True
            self.finder.hurry()
        else:
            self._take(self.list.currentIndex().row())

    def _on_clicked(self, index: QModelIndex) -> None:
        self._take(index.row())

    def _take(self, row: int) -> None:
        found = self.model.found(row)
        if found is not None:
            self._open(found)

    def _open(self, found: Found) -> None:
        entry = found.entry
        if entry.kind is Kind.ACT and not entry.page:
            self._do(str(entry.id))
            return
        if entry.kind is Kind.MEMBER:
            self._lately.note(Went.MEMBER, entry.id)
        self._let_go()
        self._bench.setFocus()  # or the page in front would take it, and then the one asked for
        self.hide()
        lead(self._context, self._bench, entry)

    def _do(self, act_id: str) -> None:
        """Do an act where the keyboard was before, or stay and say why not."""
        if self._context.acts.action(act_id).isEnabled():
            self.leave()
            self._context.acts.trigger(act_id)
            return
        row = self.model.row_of((Kind.ACT, act_id))
        found = self.model.found(row)
        why = found.entry.refused if found is not None else self._context.acts.why_refused(act_id)
        self.foot.setText(why)
        say_aloud(self.field, why)

    # ---- Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._bench and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._bench.rect())
        elif event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            row = self.list.indexAt(event.position().toPoint()).row()
            if self.model.found(row) is not None and row != self.list.currentIndex().row():
                self._moved = True
                self._go_to(row)
        return super().eventFilter(watched, event)

    def _on_keys(self, pressed: QKeySequence) -> None:
        """Do the act whose keys were pressed: they stand beside it in the list."""
        acts = self._context.acts
        for act_id, look in LOOKS.items():
            if look.shortcut and acts.action(act_id).shortcut() == pressed:
                if act_id == OWN_ACT:
                    self.leave()
                elif acts.offers(act_id):
                    self._do(act_id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.card.geometry().contains(event.position().toPoint()):
            self.leave()
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        theme = current_theme()
        edge = theme.size("space_xl")
        width = min(_WIDE * theme.size("side_width"), self.width() - 2 * edge)
        top = max(edge, self.height() // 10)
        height = min((_HIGH + 2) * theme.size("nav_row"), self.height() - top - edge)
        self.card.setGeometry((self.width() - width) // 2, top, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        veil = current_theme().color("background")
        veil.setAlphaF(_VEIL)
        painter.fillRect(event.rect(), veil)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    # ---- words

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("Go to anything"))
        self.field.setPlaceholderText(self.tr("A page, a group, a member, #case, or what to do"))
        self.field.setAccessibleName(self.tr("Go to anything"))
        self.field.setAccessibleDescription(
            self.tr("Type a name; Up and Down go through what was found, Enter opens it.")
        )
        self.list.setAccessibleName(self.tr("What was found"))

    def _say_foot(self) -> None:
        """Say of a grey line why, else how to go on."""
        text = visible(self.finder.text.strip())
        self.none.setText(
            self.tr(
                "Nothing is called “{0}”. Try another spelling, pinyin or initials. A case is found"
                " by its number, #84."
            ).format(text)
        )
        found = self.model.found(self.list.currentIndex().row())
        if found is not None and found.entry.page:
            self.foot.setText(self.tr("{0}; Enter goes there.").format(found.entry.refused))
        elif found is not None and found.entry.refused:
            self.foot.setText(found.entry.refused)
        elif self.finder.pending and not self.finder.sections:
            self.foot.setText(self.tr("Searching…"))
        elif found is None:
            self.foot.setText(self.tr("Esc leaves"))
        else:
            self.foot.setText(self.tr("↑ ↓ choose · Enter opens · Esc leaves"))
