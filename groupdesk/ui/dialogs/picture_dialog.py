# SPDX-License-Identifier: MIT
"""A piece of evidence in large: fits the window first, then as near as one likes."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPixmap
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from groupdesk.domain.clock import from_text
from groupdesk.domain.decision_enums import EvidenceKind
from groupdesk.domain.errors import GroupDeskError
from groupdesk.domain.records import EvidenceRecord
from groupdesk.domain.text import visible
from groupdesk.ui.context import UiContext
from groupdesk.ui.evidence_acts import EvidenceActs
from groupdesk.ui.redacting import open_redact, redact_refusal, with_newest_copies
from groupdesk.ui.screen_room import height_on_screen
from groupdesk.ui.theme import current_theme
from groupdesk.ui.theme_tokens import ToneName
from groupdesk.ui.widgets.banner import Banner
from groupdesk.ui.widgets.buttons import button, icon_button, name_button
from groupdesk.ui.widgets.elided_label import ElidedLabel
from groupdesk.ui.widgets.empty_state import EmptyState
from groupdesk.ui.widgets.evidence_thumbnail import REDACTED_SIGN, shown_sha256, size_text
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.picture_text import PictureText
from groupdesk.ui.widgets.picture_view import PictureView

_WIDTH = 4_000
_SHARE = 0.92  # of the screen


class PictureDialog(QDialog):
    """Plus and minus zoom, as Ctrl and the wheel do; 0 fits, 1 shows full size.

    The arrow keys go to the other pictures. Ctrl+C copies the picture, Ctrl+S saves a copy, O shows
    the original of a redacted one, T what a machine read in it. What is looked at here is told in
    the log.
    """

    def __init__(
        self,
        context: UiContext,
        records: Sequence[EvidenceRecord],
        at: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """Show number `at` of `records`."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self._context = context
        self._records = tuple(records)
        self._at = at
        self._shown = self._records[at]
        self._acts = EvidenceActs(context, self, self._tell)
        self._title = ElidedLabel(role="section", parent=self)
        self._facts = label(role="secondary", parent=self, wrap=True, selectable=True)
        self.banner = Banner(self)
        self.view = PictureView(self)
        self.read = PictureText(context, self._tell, self)
        self.unopened = EmptyState("file", self)
        self._build()
        self._translate()
        self.resize(self.sizeHint())  # else Qt takes two thirds of the screen at most
        self._show(at)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def record(self) -> EvidenceRecord:
        """What is shown."""
        return self._records[self._at]

    @property
    def shows_copy(self) -> bool:
        """Whether the redacted copy is shown in the place of the original."""
        return bool(self.record.redacted_id) and not self._original.isChecked()

    def sizeHint(self) -> QSize:
        values, room = self._context.settings.values, self.screen().availableSize()
        room.setHeight(height_on_screen(self))
        if values.picture_width and values.picture_height:
            return QSize(values.picture_width, values.picture_height).boundedTo(room)
        return room * _SHARE

    def done(self, result: int) -> None:
        values = self._context.settings.values
        if self.isVisible() and not self.isMaximized():
            values.picture_width, values.picture_height = self.width(), self.height()
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Plus: self.view.nearer,
            Qt.Key.Key_Equal: self.view.nearer,
            Qt.Key.Key_Minus: self.view.farther,
            Qt.Key.Key_0: self.view.fit,
            Qt.Key.Key_1: self.view.full_size,
            Qt.Key.Key_O: self._original.click,
            Qt.Key.Key_R: self._redact.click,
            Qt.Key.Key_T: self._words.click,
            Qt.Key.Key_Left: lambda: self._show(self._at - 1),
            Qt.Key.Key_Right: lambda: self._show(self._at + 1),
            Qt.Key.Key_PageUp: lambda: self._show(self._at - 1),
            Qt.Key.Key_PageDown: lambda: self._show(self._at + 1),
        }
        act = keys.get(Qt.Key(event.key()))
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy.click()
        elif event.matches(QKeySequence.StandardKey.Save):
            self._save.click()
        elif act is None:
            super().keyPressEvent(event)
        else:
            act()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
            self._say()
        super().changeEvent(event)

    # ---- building

    def _build(self) -> None:
        theme = current_theme()
        self._back = icon_button("chevron-left", "", self)
        self._on = icon_button("chevron-right", "", self)
        self._out = icon_button("zoom-out", "", self)
        self._full = button("", "ghost", parent=self)
        self._in = icon_button("zoom-in", "", self)
        self._fit = icon_button("maximize", "", self)
        self._original = icon_button(REDACTED_SIGN, "", self)
        self._original.setCheckable(True)
        self._words = icon_button("scan-text", "", self)
        self._words.setCheckable(True)
        self._words.setChecked(True)
        self._redact = icon_button("shield", "", self)
        self._copy = icon_button("copy", "", self)
        self._save = icon_button("download", "", self)
        self._close = button("", "default", parent=self)
        self._zooms = (self._out, self._full, self._in, self._fit)
        for sign, act in (
            (self._back, lambda: self._show(self._at - 1)),
            (self._on, lambda: self._show(self._at + 1)),
            (self._out, self.view.farther),
            (self._full, self.view.full_size),
            (self._in, self.view.nearer),
            (self._fit, self.view.fit),
            (self._original, self._load),
            (self._words, self._show_words),
            (self._redact, self._open_redact),
            (self._copy, lambda: self._acts.copy(self._shown_id, self._shown_hash)),
            (self._save, lambda: self._acts.save(self.record, original=not self.shows_copy)),
            (self._close, self.reject),
        ):
            sign.clicked.connect(lambda _on=False, do=act: do())
            sign.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the picture
        for sign in (self._back, self._on):
            sign.setVisible(len(self._records) > 1)
        self.unopened.acted.connect(self._save.click)
        self.view.zoomed.connect(self._say_zoom)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.unopened)
        head = QHBoxLayout()
        head.setSpacing(theme.size("space_s"))
        head.addWidget(self._title, 1)
        for sign in (self._back, self._on, *self._zooms, self._original, self._words):
            head.addWidget(sign)
        for sign in (self._redact, self._copy, self._save):
            head.addWidget(sign)
        head.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.size("space_l"),) * 4)
        column.setSpacing(theme.size("space_m"))
        column.addLayout(head)
        column.addWidget(self.banner)
        beside = QHBoxLayout()
        beside.setSpacing(theme.size("space_l"))
        beside.addWidget(self._stack, 1)
        beside.addWidget(self.read)
        column.addLayout(beside, 1)
        column.addWidget(self._facts)

    def _translate(self) -> None:
        name_button(self._back, self.tr("Previous (Left)"))
        name_button(self._on, self.tr("Next (Right)"))
        name_button(self._out, self.tr("Smaller (-)"))
        name_button(self._in, self.tr("Larger (+)"))
        name_button(self._fit, self.tr("Fit to the window (0)"))
        name_button(self._full, self.tr("Full size (1)"))
        name_button(self._original, self.tr("Show the original of this redacted copy (O)"))
        name_button(self._words, self.tr("Text read by machine (T)"))
        self._name_redact()
        name_button(self._copy, self.tr("Copy the picture (Ctrl+C)"))
        name_button(self._save, self.tr("Save a copy with its SHA-256… (Ctrl+S)"))
        self._close.setText(self.tr("Close"))
        self.view.setAccessibleName(self.tr("Screenshot"))

    # ---- what is shown

    @property
    def _shown_hash(self) -> str:
        return shown_sha256(self.record) if self.shows_copy else self.record.sha256

    @property
    def _shown_id(self) -> int:
        return self.record.redacted_id if self.shows_copy else self.record.id

    def _find_shown(self) -> EvidenceRecord:
        """Return what is known of the file that is shown."""
        copy = None
        if self.shows_copy:
            try:
                copy = self._context.desk.evidence.get(self.record.redacted_id)
            except GroupDeskError as error:
                self._tell(self._context.error_text(error), "danger")
        return copy or self.record

    def _show(self, at: int) -> None:
        if not 0 <= at < len(self._records):
            return
        self._at = at
        self._back.setEnabled(at > 0)
        self._on.setEnabled(at < len(self._records) - 1)
        self._original.setChecked(False)
        self._load()

    def _load(self) -> None:
        record, is_file = self.record, self.record.kind is EvidenceKind.FILE
        self._shown = self._find_shown()
        for sign in (*self._zooms, self._copy):
            sign.setEnabled(not is_file)
        self._original.setVisible(bool(record.redacted_id))
        self._redact.setEnabled(not redact_refusal(self._context, record))
        self._name_redact()
        self._stack.setCurrentWidget(self.unopened if is_file else self.view)
        self._say()
        self.read.show_of(self._shown_id)
        self._words.setVisible(self.read.known)
        self._show_words()
        if is_file:
            return
        shown = self._shown_hash
        self.view.show_picture(QPixmap())  # never one picture under the name of another

        def show(picture: QPixmap) -> None:
            if self._shown_hash == shown:
                self.view.show_picture(picture, self._shown.width)
                if picture.isNull():
                    self._facts.setText(
                        self.tr(
                            "The file of this screenshot cannot be shown. Verify the workspace."
                        )
                    )

        self._context.thumbnails.load(self, shown, show, width=_WIDTH)
        self._acts.viewed(self._shown_id)

    def _open_redact(self) -> None:
        dialog = open_redact(self._context, self.record, self)
        if dialog is not None:
            dialog.saved.connect(self._on_redacted)

    def _on_redacted(self) -> None:
        """Show the copy that was just made."""
        self._records = tuple(with_newest_copies(self._context, self._records))
        self._original.setChecked(False)
        self._load()

    def _name_redact(self) -> None:
        name = self.tr("{0} (R)").format(self._context.acts.action("evidence.redact").text())
        name_button(self._redact, name)
        refusal = redact_refusal(self._context, self.record)
        if refusal:
            self._redact.setToolTip(f"{self._redact.toolTip()}\n{refusal}")

    def _show_words(self) -> None:
        self.read.setVisible(self.read.known and self._words.isChecked())

    def _tell(self, text: str, tone: ToneName) -> None:
        self.banner.show_message(text, tone, seconds=8 if tone == "ok" else 0)

    def _say_zoom(self) -> None:
        self._full.setText(self.tr("{0} %").format(round(self.view.zoom * 100)))

    def _say(self) -> None:
        record = self.record
        title = record.caption or record.file_name
        if len(self._records) > 1:
            title = self.tr("{0} · {1} of {2}").format(title, self._at + 1, len(self._records))
        self._title.setText(title)
        self.setWindowTitle(visible(record.caption or record.file_name))
        self._say_zoom()
        self.unopened.set_texts(
            record.file_name,
            self.tr(
                "GroupDesk keeps this file as it came and never opens it. Save a copy to open it"
                " with a program of your own, if you trust who sent it."
            ),
            self.tr("Save a copy…"),
        )
        self._facts.setText("\n".join(filter(None, self._lines())))

    def _lines(self) -> list[str]:
        record, dates, now = self.record, self._context.dates, self._context.desk.clock()
        shown = self._shown
        size = size_text(shown.size)
        if record.kind is EvidenceKind.PICTURE:
            size = self.tr("{0} × {1} pixels").format(shown.width, shown.height) + f" · {size}"
        added = self.tr("added {0}").format(dates.full(from_text(record.added_at), now))
        said = []
        if record.origin:
            said.append(self.tr("from {0}").format(record.origin))
        if record.taken_at:
            said.append(self.tr("taken {0}").format(dates.full(from_text(record.taken_at), now)))
        copy = ""
        if record.redacted_id and self.shows_copy:
            copy = self.tr("A redacted copy is shown; the original stays as it came.")
        elif record.redacted_id:
            copy = self.tr("This is the original. Papers show the redacted copy.")
        return [
            copy,
            f"{record.file_name} · {size} · {added}",
            " · ".join(said),
            self.tr("“{0}”").format(_beginning(record.quoted_text)) if record.quoted_text else "",
            self.tr("SHA-256 {0}").format(self._shown_hash),
        ]


_MOST_QUOTED = 300


def _beginning(text: str) -> str:
    shown = " ".join(text.split())
    return shown if len(shown) <= _MOST_QUOTED else shown[:_MOST_QUOTED].rstrip() + "…"
