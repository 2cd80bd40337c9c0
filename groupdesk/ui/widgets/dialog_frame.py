# SPDX-License-Identifier: MIT
"""The frame of all dialogs: head, form, what the program thinks of it, and the acts."""

from collections.abc import Callable, Mapping, Sequence
from typing import Literal, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from groupdesk.domain.errors import ValidationError
from groupdesk.domain.text import visible
from groupdesk.ui.icons import icon
from groupdesk.ui.screen_room import height_on_screen, width_on_screen
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.avatar import Avatar
from groupdesk.ui.widgets.banner import Banner
from groupdesk.ui.widgets.behind import Behind
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.elided_label import ElidedLabel
from groupdesk.ui.widgets.form_field import TakesError
from groupdesk.ui.widgets.icon_label import IconLabel
from groupdesk.ui.widgets.labels import restyle
from groupdesk.ui.widgets.tab_order import go_on
from groupdesk.ui.widgets.wheel_guard import WheelGuard
from groupdesk.ui.widgets.window_keys import WindowKeys

_Widget = TypeVar("_Widget", bound=QWidget)


class DialogFrame(QDialog):
    """A dialog to build on: fill `form` and `side`, name the main act, answer `main_requested`.

    Ctrl+Enter does the main act while nothing is missing. Esc and Ctrl+W leave through `reject`,
    Ctrl+Q and the close button of the window behind leave so, too, and then close that window.
    What was typed and is kept nowhere is not thrown away without a word: `ask_before_leaving`.
    Tab follows the layout: the form from top to bottom, what stands beside it, the acts.
    The wheel scrolls the form and changes no field that has not the focus.
    A closed dialog is freed.
    """

    main_requested = Signal()

    def __init__(self, parent: QWidget | None = None, *, side: bool = True) -> None:
        """Build an empty dialog; without `side` the form takes the whole width."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        theme = current_theme()
        self._busy = False
        self._quitting = self._asked_to_quit = False
        self._entered: Callable[[], object] | None = None
        self._entered_first: object = None
        self._stop_work: Callable[[], object] | None = None
        self._behind = Behind(self, self._on_close_behind)
        self._cancel: QPushButton | None = None
        self._closes = False
        self._missing: tuple[str, ...] = ()
        self.banner = Banner(self)
        self.form = QVBoxLayout()
        self.side = QVBoxLayout()
        self._content = QWidget(self)
        self.main_button = button("", "primary", parent=self)
        self.main_button.clicked.connect(self._on_main)
        self._missing_label = ElidedLabel(role="secondary", parent=self)
        self._missing_label.setAlignment(
            Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        )
        self._hint = ElidedLabel(role="secondary", parent=self)
        self._progress = QProgressBar(self)
        self._progress.setRange(0, 0)
        self._progress.setFixedWidth(theme.size("side_width") // 2)
        self._progress.hide()
        edge, gap = theme.size("space_xl"), theme.size("space_l")
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(edge, edge, edge, gap)
        column.setSpacing(gap)
        column.addLayout(self._build_head())
        column.addWidget(self.banner)
        column.addWidget(self._content, 1)
        column.addLayout(self._build_foot())
        self._build_columns(with_side=side)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.act_by_keys).setAutoRepeat(False)
        QShortcut(QKeySequence("Ctrl+W"), self, self.reject)
        QShortcut(QKeySequence("Ctrl+Q"), self, self.quit)
        self.window_keys = WindowKeys(self)
        self._translate()
        WheelGuard(self)

    # ---- what a dialog says

    def set_head(self, title: str, subtitle: str = "", *, name: str = "", sign: str = "") -> None:
        """Show title and subtitle, with the sign of a member or an icon in front."""
        self.setWindowTitle(visible(title))
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))
        self._avatar.setVisible(bool(name))
        self._avatar.set_name(name)
        self._sign.setVisible(bool(sign) and not name)
        if sign:
            self._sign.set_icon(sign, "accent")

    def set_main(
        self,
        text: str,
        icon_name: str = "",
        kind: Literal["primary", "danger", "default"] = "primary",
    ) -> None:
        """Name the main act by what it does; "default" while another one comes first."""
        self.main_button.setText(text)
        restyle(self.main_button, "kind", kind)
        if icon_name:
            self.main_button.setIcon(icon(icon_name, _ICON_TOKENS[kind]))
        self._translate()

    def set_missing(self, missing: Sequence[str]) -> None:
        """Say beside the main button what is missing; while something is, it is disabled."""
        self._missing = tuple(missing)
        self._show_missing()

    def set_hint(self, text: str) -> None:
        """Say something quiet at the left, "Draft kept 15:42" for instance."""
        self._hint.setText(text)

    def set_busy(
        self,
        busy: bool,  # noqa: FBT001 — a setter as Qt's
        *,
        stop: Callable[[], object] | None = None,
    ) -> None:
        """Show that work goes on; the form keeps its contents and cannot be changed meanwhile.

        With `stop` the cancel button reads "Stop" and calls it, as Esc does then.
        """
        self._busy = busy
        self._stop_work = stop if busy else None
        self._content.setDisabled(busy)
        self._progress.setRange(0, 0)
        self._progress.setVisible(busy)
        for other in self._others:
            other.setDisabled(busy)
        if self._cancel is not None and self._stop_work is not None:
            self._cancel.setEnabled(True)
        self._translate()

    def show_progress(self, done: int, whole: int) -> None:
        """Say how much of the work is done; 0 of 0 where nobody can know."""
        self._progress.setRange(0, whole)
        self._progress.setValue(done)
        self.set_hint(self.tr("{0} of {1}").format(f"{done:,}", f"{whole:,}") if whole else "")

    def show_failure(
        self, error: Exception, text: str, fields: Mapping[str, TakesError] | None = None
    ) -> None:
        """Say what went wrong at the field that it is about, else on top."""
        field = (fields or {}).get(error.field) if isinstance(error, ValidationError) else None
        if field is not None:
            field.set_error(text)
        else:
            self.banner.show_message(text, "danger")

    def act_on_enter(self, *fields: QLineEdit) -> None:
        """Let Enter in these fields do the main act, where one short line is all that is asked."""
        for field in fields:
            field.returnPressed.connect(self._on_main)

    def ask_before_leaving(self, contents: Callable[[], object]) -> None:
        """Ask before what `contents` returns is lost, once it is something else than now."""
        self._entered, self._entered_first = contents, contents()

    @property
    def busy(self) -> bool:
        """Whether work goes on."""
        return self._busy

    def share_width(self, form: int, side: int) -> None:
        """Divide the width between the form and what stands beside it; 5 to 3 if never called."""
        self._columns.setStretch(0, form)
        self._columns.setStretch(1, side)

    def add_above_acts(self, part: QWidget) -> None:
        """Add what always stays in sight above the acts, however long the form is."""
        self._column.insertWidget(self._column.count() - 1, part)
        self._others.append(part)

    def add_left(self, other: _Widget) -> _Widget:
        """Add a button or a choice at the left of the foot: what discards or keeps."""
        self._left.addWidget(other)
        self._others.append(other)
        return other

    def add_right(self, other: QPushButton) -> QPushButton:
        """Add a button before the main one."""
        self._right.insertWidget(self._right.count() - 1, other)
        self._others.append(other)
        return other

    def add_cancel(self, *, closes: bool = False) -> QPushButton:
        """Add the way out without doing anything, for dialogs that keep no draft.

        It reads "Cancel", or "Close" where there was nothing to fill in.
        """
        self._closes = closes
        self._cancel = self.add_right(button("", parent=self))
        self._cancel.clicked.connect(self.reject)
        self._translate()
        return self._cancel

    # ---- Qt

    def reject(self) -> None:
        """Leave, unless a write is going on: it must first say how it ended, or be stopped."""
        if self._busy:
            if self._stop_work is not None and self._cancel is not None:
                self._cancel.setEnabled(False)
                self._stop_work()
        elif self._entered is None or self._entered() == self._entered_first:
            super().reject()
        else:
            self._quitting = self._asked_to_quit  # not when Esc is pressed some time after Ctrl+Q
            self.banner.show_message(
                self.tr("What you entered is not saved, and it is kept nowhere else."),
                "warning",
                action_text=self.tr("Close without saving"),
                action=super().reject,
            )

    def quit(self) -> None:
        """Leave as Esc does, drafts are kept, then close what is behind; or say why not yet."""
        if self._busy:
            self.banner.show_message(
                self.tr("GroupDesk is still at work here. Quit once it has finished."), "warning"
            )
            return
        self._quitting = self._asked_to_quit = True
        self.reject()
        self._asked_to_quit = False

    def act_by_keys(self) -> None:
        """Do the main act for Ctrl+Enter; where two acts are opposites, ask once more first."""
        self._on_main()

    def open(self) -> None:
        """Show it in front of the window, which can still be closed."""
        self.setResult(0)
        self._behind.show()

    def done(self, result: int) -> None:
        """Close, and the window behind where the person asked to quit."""
        quitting = self._quitting and result == QDialog.DialogCode.Rejected
        self._quitting = False
        parent = self.parentWidget()
        super().done(result)
        if not quitting or parent is None:
            return
        behind = parent.window()
        # later: closing frees the window, and this dialog with it
        QTimer.singleShot(
            0, behind, behind.quit if isinstance(behind, DialogFrame) else behind.close
        )

    def sizeHint(self) -> QSize:
        theme = current_theme()
        wide = 4 * theme.size("side_width") if self._has_side else 3 * theme.size("side_width")
        return QSize(wide, max(super().sizeHint().height(), wide * 5 // 8))

    def showEvent(self, event: QShowEvent) -> None:
        if not event.spontaneous():
            width = width_on_screen(self, self.width())
            self.resize(width, min(self.height(), height_on_screen(self)))
        super().showEvent(event)
        # Lines of text know their height only now; a busy window behind must not show it before.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 — Qt's signature
        return go_on(self, forward=forward) or super().focusNextPrevChild(forward)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    # ---- building

    def _build_head(self) -> QHBoxLayout:
        theme = current_theme()
        self._avatar = Avatar("", "avatar_head", self)
        self._avatar.hide()
        self._sign = IconLabel("info", "accent", "icon_head", self)
        self._sign.hide()
        self._title = ElidedLabel(role="title", parent=self)
        self._subtitle = ElidedLabel(role="muted", parent=self)
        words = QVBoxLayout()
        words.setSpacing(theme.size("space_xs"))
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        row = QHBoxLayout()
        row.setSpacing(theme.size("space_m"))
        row.addWidget(self._avatar)
        row.addWidget(self._sign)
        row.addLayout(words, 1)
        return row

    def _build_columns(self, *, with_side: bool) -> None:
        theme = current_theme()
        self._has_side = with_side
        row = self._columns = QHBoxLayout(self._content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.size("space_l"))
        self.form.setSpacing(theme.size("space_m"))
        self.form.setContentsMargins(0, 0, 0, 0)
        row.addWidget(_scrolling(self.form, self), 5)
        if with_side:
            panel = QFrame(self._content)
            panel.setProperty("surface", "panel")
            self.side.setSpacing(theme.size("space_m"))
            self.side.setContentsMargins(*(theme.size("space_l"),) * 4)
            inner = QVBoxLayout(panel)
            inner.setContentsMargins(1, 1, 1, 1)
            inner.addWidget(_scrolling(self.side, self))
            row.addWidget(panel, 3)

    def _build_foot(self) -> QHBoxLayout:
        theme = current_theme()
        self._others: list[QWidget] = []
        self._left = QHBoxLayout()
        self._right = QHBoxLayout()
        for part in (self._left, self._right):
            part.setSpacing(theme.size("space_s"))
        self._right.addWidget(self.main_button)
        row = QHBoxLayout()
        row.setSpacing(theme.size("space_m"))
        row.addLayout(self._left)
        row.addWidget(self._hint, 1)
        row.addWidget(self._progress)
        row.addWidget(self._missing_label)
        row.addLayout(self._right)
        return row

    def _translate(self) -> None:
        if self._cancel is not None:
            text = self.tr("Close") if self._closes else self.tr("Cancel")
            self._cancel.setText(text if self._stop_work is None else self.tr("Stop"))
        self.main_button.setToolTip(f"{self.main_button.text()} (Ctrl+Enter)")
        self._progress.setAccessibleName(self.tr("Working"))
        self._show_missing()

    def _show_missing(self) -> None:
        text = self.tr("Still missing: {0}").format(self.tr(", ").join(self._missing))
        said = bool(self._missing) and not self._busy
        self._missing_label.setText(text if said else "")
        self._missing_label.setVisible(said)  # empty, it would take room from the hint
        self.main_button.setEnabled(not self._missing and not self._busy)
        self.main_button.setAccessibleDescription(self._missing_label.text())

    def _on_close_behind(self) -> None:
        """Leave in the order in which dialogs lie over each other, the one in front first."""
        over = next((one for one in self.findChildren(DialogFrame) if one.isVisible()), None)
        if over is None:
            self.quit()
        else:
            over._on_close_behind()

    def _on_main(self) -> None:
        if self.main_button.isEnabled() and not self.main_button.isHidden():
            self.main_requested.emit()


_ICON_TOKENS = {"primary": "on_accent", "danger": "on_danger", "default": "muted"}


def _scrolling(layout: QVBoxLayout, parent: QWidget) -> QScrollArea:
    """Let a column scroll where the window is low; it never scrolls sideways."""
    inner = QWidget()
    inner.setProperty("surface", "clear")
    inner.setLayout(layout)
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    return area
