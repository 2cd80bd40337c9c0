# SPDX-License-Identifier: MIT
"""Screenshots for an act: taken in at once, with captions and an order of their own."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from groupdesk.domain.act_records import EvidenceUse
from groupdesk.domain.enums import EvidenceSource
from groupdesk.domain.errors import FileRefusedError
from groupdesk.domain.records import EvidenceRecord
from groupdesk.services.evidence import Intake
from groupdesk.ui.context import UiContext
from groupdesk.ui.incoming_pictures import Incoming, read_mime
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.banner import Banner
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.earlier_evidence import EarlierEvidence
from groupdesk.ui.widgets.evidence_intake import EvidenceIntake
from groupdesk.ui.widgets.evidence_tile import EvidenceTile
from groupdesk.ui.widgets.flow_layout import FlowLayout
from groupdesk.ui.widgets.icon_label import IconLabel
from groupdesk.ui.widgets.labels import label, restyle
from groupdesk.ui.widgets.refused_files import RefusedFiles
from groupdesk.ui.widgets.reveal import reveal
from groupdesk.ui.widgets.section_label import SectionLabel

MOST_AT_ONCE = 50

T = TypeVar("T")


class EvidenceArea(QWidget):
    """Takes drops, pastes and files anywhere in its window, see `listen`.

    What is shown is safely stored already; nothing refers to it until the act is recorded.
    """

    changed = Signal()
    """Pictures, captions or their order are others now, or `busy` is."""

    def __init__(
        self,
        context: UiContext,
        membership_id: int,
        parent: QWidget | None = None,
        *,
        compact: bool = False,
    ) -> None:
        """Start empty, for the member of `membership_id`; `compact` has a lower drop zone."""
        super().__init__(parent)
        self._context = context
        self._running = 0
        self._tiles: list[EvidenceTile] = []
        self._intake: EvidenceIntake | None = None
        self._earlier = context.desk.evidence.earlier(membership_id)
        self._head = SectionLabel(parent=self)
        self._note = label(role="secondary", parent=self)
        self._error = label(role="error", parent=self, wrap=True)
        self._error.hide()
        self.banner = Banner(self)
        self.refused = RefusedFiles(self)
        self._zone = self._build_zone(compact=compact)
        self._strip = QWidget(self)
        self._flow = FlowLayout(self._strip, current_theme().size("space_m"))
        self._lay_out()
        self.setFocusProxy(self._browse)
        self._translate()
        self._show_count()

    # ---- what it holds

    @property
    def busy(self) -> bool:
        """Whether pictures are still on their way in."""
        return self._running > 0

    def uses(self) -> tuple[EvidenceUse, ...]:
        """Return the pictures in their order, with their captions."""
        return tuple(EvidenceUse(tile.record.id, tile.own_caption) for tile in self._tiles)

    def set_records(self, records: Sequence[EvidenceRecord]) -> None:
        """Show these stored pictures in place of others, from a draft."""
        for tile in self._tiles:
            self._drop_tile(tile)
        self._tiles.clear()
        for record in records:
            self._add(record)
        self._after_change()

    # ---- ways in

    def listen(self, window: QWidget) -> None:
        """Take what is pasted or dropped anywhere in `window`, text fields included.

        Call it when the window's fields are built; again when there are new ones.
        """
        if self._intake is None:
            self._intake = EvidenceIntake(window, self._take_drop, self)
            self._intake.pasted.connect(self.take_clipboard)
            self._intake.hovered.connect(self._on_hover)
        self._intake.watch_fields()

    def take_clipboard(self) -> None:
        """Take the picture or the copied files that are on the clipboard."""
        incoming = read_mime(QGuiApplication.clipboard().mimeData())
        if not incoming:
            self._say(self.tr("There is no picture on the clipboard. Copy one, then paste again."))
            return
        self._take(incoming, EvidenceSource.PASTE)

    def take_files(self, paths: Sequence[Path], source: EvidenceSource) -> None:
        """Take these files; the ones that are no screenshots are named with the reason."""
        self._take(Incoming(paths=tuple(paths)), source)

    def browse(self) -> None:
        """Let files be chosen."""
        dialog = QFileDialog(self.window(), self.tr("Choose screenshots"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [
                self.tr("Pictures (*.png *.jpg *.jpeg *.webp)"),
                self.tr("All files (*)"),
            ]
        )
        dialog.filesSelected.connect(
            lambda names: self.take_files([Path(name) for name in names], EvidenceSource.FILE)
        )
        dialog.open()

    # ---- what is wrong

    def set_error(self, text: str, *, focus: bool = True) -> None:
        """Say under the zone what is missing and, usually, go there."""
        self._error.setText(text)
        self._error.setVisible(bool(text))
        restyle(self._zone, "invalid", bool(text))
        if focus and text:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_error(self) -> None:
        """Take the error back."""
        self.set_error("", focus=False)

    @property
    def error(self) -> str:
        """What is said to be wrong, empty when nothing is."""
        return self._error.text()

    # ---- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
            self._show_count()
        super().changeEvent(event)

    # ---- building

    def _build_zone(self, *, compact: bool) -> QFrame:
        theme = current_theme()
        zone = QFrame(self)
        zone.setProperty("surface", "drop")
        self._hint = label(parent=zone)
        self._paste = button("", "ghost", "clipboard-paste", zone)
        self._browse = button("", "link", parent=zone)
        self._paste.clicked.connect(self.take_clipboard)
        self._browse.clicked.connect(self.browse)
        sign = IconLabel("image", "accent", "icon_large", zone)
        line = QHBoxLayout()
        line.setSpacing(theme.size("space_s"))
        line.addStretch()
        if compact:
            line.addWidget(sign)
        for part in (self._hint, self._browse, self._paste):
            line.addWidget(part)
        line.addStretch()
        column = QVBoxLayout(zone)
        edge = theme.size("space_xs" if compact else "space_m")
        column.setContentsMargins(theme.size("space_s"), edge, theme.size("space_s"), edge)
        column.setSpacing(theme.size("space_xs"))
        if not compact:
            column.addWidget(sign, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(line)
        return zone

    def _lay_out(self) -> None:
        theme = current_theme()
        self._again = button("", icon_name="history", parent=self)
        self._again.clicked.connect(self._show_earlier)
        self._popup = EarlierEvidence(self._context, self)
        self._popup.chosen.connect(self._use_again)
        head = QHBoxLayout()
        head.addWidget(self._head)
        head.addStretch()
        head.addWidget(self._note)
        below = QHBoxLayout()
        below.setSpacing(theme.size("space_m"))
        below.addWidget(self._strip, 1)
        below.addWidget(self._again, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space_xs"))
        column.addLayout(head)
        column.addWidget(self._zone)
        column.addWidget(self._error)
        column.addWidget(self.banner)
        column.addWidget(self.refused)
        column.addSpacing(theme.size("space_xs"))
        column.addLayout(below)

    def _translate(self) -> None:
        self._head.setText(self.tr("Evidence"))
        self._hint.setText(self.tr("Drop screenshots here, paste with Ctrl+V, or"))
        self._browse.setText(self.tr("browse"))
        self._browse.setAccessibleName(self.tr("Choose screenshots"))
        self._paste.setText(self.tr("Paste"))
        self._paste.setToolTip(self.tr("Paste a screenshot or copied files (Ctrl+V)"))
        self._zone.setAccessibleName(self.tr("Evidence"))

    def _show_count(self) -> None:
        count = len(self._tiles)
        if self.busy:
            self._note.setText(self.tr("Taking in…"))
        elif count:
            self._note.setText(self.tr("%n screenshots · SHA-256 recorded", "", count))
        else:
            self._note.setText("")
        held = {tile.record.id for tile in self._tiles}
        left = sum(record.id not in held for record in self._earlier)
        self._again.setText(self.tr("Earlier evidence ({0})").format(left))
        self._again.setVisible(bool(self._earlier))
        self._again.setEnabled(left > 0)
        self._strip.setVisible(bool(self._tiles))
        self._strip.updateGeometry()

    # ---- taking in

    def _take_drop(self, mime: QMimeData) -> None:
        self._take(read_mime(mime), EvidenceSource.DROP)

    def _take(self, incoming: Incoming, source: EvidenceSource) -> None:
        evidence = self._context.desk.evidence
        paths = incoming.paths
        self.banner.dismiss()
        self.refused.show_reasons(())
        if len(paths) > MOST_AT_ONCE:
            self._say(
                self.tr(
                    "{0} files are too many at once; take up to {1}. None was taken in."
                ).format(len(paths), MOST_AT_ONCE),
                "warning",
            )
        elif paths:
            self._run(lambda: evidence.take_files(paths, source))
        elif incoming.from_web:
            self._say(
                self.tr(
                    "This picture is on the web, and GroupDesk loads nothing from there. Copy the"
                    " picture itself and paste it here."
                ),
                "warning",
            )
        elif incoming:
            name = f"{self._context.desk.clock():%Y-%m-%d %H.%M.%S}.{incoming.ending}"

            def work() -> Intake:
                try:
                    return Intake((evidence.take_bytes(incoming.encoded(), name, source),), ())
                except FileRefusedError as refusal:
                    return Intake((), (refusal,))

            self._run(work)

    def _run(self, work: Callable[[], Intake]) -> None:
        self._running += 1
        self._after_change()
        self._context.runner.run(self, work, self._on_taken, self._on_failed, pool="files")

    def _on_taken(self, intake: Intake) -> None:
        self._running -= 1
        twice = []
        for record in intake.kept:
            if any(tile.record.id == record.id for tile in self._tiles):
                twice.append(record.file_name)
            else:
                self._add(record)
        self.refused.show_reasons([self._context.error_text(error) for error in intake.refused])
        reveal(self)
        if twice:
            self._say(
                self.tr("“{0}” is attached already; it is kept once.").format(
                    self.tr("”, “").join(twice)
                )
            )
        self._after_change()

    def _on_failed(self, error: Exception) -> None:
        self._running -= 1
        self._say(self._context.error_text(error), "danger")
        self._after_change()

    def _say(self, text: str, tone: str = "accent") -> None:
        self.banner.show_message(text, tone)  # type: ignore[arg-type]  # one of the tones

    # ---- tiles

    def _add(self, record: EvidenceRecord) -> None:
        tile = EvidenceTile(record, self._strip)
        tile.opened.connect(lambda: self._open(tile))
        tile.removed.connect(lambda: self._remove(tile))
        tile.caption_edited.connect(lambda _text: self.changed.emit())
        tile.step_requested.connect(lambda step: self._move(tile, self._tiles.index(tile) + step))
        tile.dragged.connect(lambda pointer: self._drag(tile, pointer))
        self._tiles.append(tile)
        self._flow.addWidget(tile)
        tile.show()
        self._context.thumbnails.load(tile, record.sha256, tile.set_picture)

    def _remove(self, tile: EvidenceTile) -> None:
        at = self._tiles.index(tile)
        self._tiles.remove(tile)
        self._drop_tile(tile)
        if self._tiles:
            self._tiles[min(at, len(self._tiles) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._after_change()

    def _drop_tile(self, tile: EvidenceTile) -> None:
        self._flow.removeWidget(tile)
        tile.hide()
        tile.deleteLater()

    def _move(self, tile: EvidenceTile, to: int) -> None:
        if not 0 <= to < len(self._tiles) or self._tiles[to] is tile:
            return
        self._tiles.remove(tile)
        self._tiles.insert(to, tile)
        for other in self._tiles:
            self._flow.removeWidget(other)
        for other in self._tiles:
            self._flow.addWidget(other)
        self._strip.updateGeometry()
        self.changed.emit()

    def _drag(self, tile: EvidenceTile, pointer: QPoint) -> None:
        place = self._strip.mapFromGlobal(pointer)
        for at, other in enumerate(self._tiles):
            if other is not tile and other.geometry().contains(place):
                self._move(tile, at)
                return

    def _open(self, tile: EvidenceTile) -> None:
        from groupdesk.ui.dialogs.picture_dialog import PictureDialog  # noqa: PLC0415

        records = [other.record for other in self._tiles]
        PictureDialog(self._context, records, self._tiles.index(tile), self.window()).open()

    def _show_earlier(self) -> None:
        held = {tile.record.id for tile in self._tiles}
        self._popup.show_records(self._earlier, held, self._again)

    def _use_again(self, record: EvidenceRecord) -> None:
        self._add(record)
        self._after_change()

    def _on_hover(self, over: bool) -> None:  # noqa: FBT001 — a slot
        restyle(self._zone, "over", over)

    def _after_change(self) -> None:
        if self._tiles:
            self.clear_error()
        self._show_count()
        self.changed.emit()
