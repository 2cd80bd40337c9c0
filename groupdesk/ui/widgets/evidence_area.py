# SPDX-License-Identifier: MIT
"""Evidence for an act: taken in at once, with captions and an order of its own."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from groupdesk.domain.act_records import EvidenceUse
from groupdesk.domain.decision_enums import EvidenceKind
from groupdesk.domain.enums import EvidenceSource
from groupdesk.domain.records import EvidenceRecord
from groupdesk.services.evidence_staging import Files
from groupdesk.ui.context import UiContext
from groupdesk.ui.evidence_acts import EvidenceActs
from groupdesk.ui.incoming_pictures import Incoming, read_mime
from groupdesk.ui.screen_capture import ScreenCapture
from groupdesk.ui.theme import current_theme
from groupdesk.ui.theme_tokens import ToneName
from groupdesk.ui.widgets.banner import Banner
from groupdesk.ui.widgets.buttons import button, name_button
from groupdesk.ui.widgets.capture_button import CaptureButton
from groupdesk.ui.widgets.earlier_evidence import EarlierEvidence
from groupdesk.ui.widgets.evidence_intake import EvidenceIntake
from groupdesk.ui.widgets.evidence_strip import EvidenceStrip
from groupdesk.ui.widgets.evidence_taking import EvidenceTaking, Taken
from groupdesk.ui.widgets.icon_label import IconLabel
from groupdesk.ui.widgets.known_evidence import KnownEvidence
from groupdesk.ui.widgets.labels import label, restyle
from groupdesk.ui.widgets.refused_files import RefusedFiles
from groupdesk.ui.widgets.reveal import reveal
from groupdesk.ui.widgets.section_label import SectionLabel

MOST_AT_ONCE = 50


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
        self._intake: EvidenceIntake | None = None
        self._earlier = context.desk.evidence.earlier(membership_id)
        self._head = SectionLabel(parent=self)
        self._note = label(role="secondary", parent=self)
        self._error = label(role="error", parent=self, wrap=True)
        self._error.hide()
        self.banner = Banner(self)
        self.refused = RefusedFiles(self)
        self.refused.keep_requested.connect(self._keep_refused)
        self.capture = CaptureButton(ScreenCapture(self), self)
        self.strip = EvidenceStrip(context, EvidenceActs(context, self, self._say), self)
        self._taking = EvidenceTaking(context, self.strip)
        self._known = KnownEvidence(self)
        self._taking.ended.connect(self._on_taken)
        self._zone = self._build_zone(compact=compact)
        self._lay_out()
        self.strip.changed.connect(self._after_change)
        self.strip.awaited.connect(self._show_count)
        self.strip.emptied.connect(lambda: self.setFocus(Qt.FocusReason.OtherFocusReason))
        self.capture.taken.connect(self._take_capture)
        self.capture.refused.connect(lambda text: self._say(text, "warning"))
        self.setFocusProxy(self._browse)
        self._translate()
        self._show_count()

    # ---- what it holds

    @property
    def busy(self) -> bool:
        """Whether something is still on its way in."""
        return self._taking.running > 0

    @property
    def pictures(self) -> int:
        """How many screenshots there are; files that are kept unopened do not count."""
        kinds = [record.kind for record in self.strip.records]
        return kinds.count(EvidenceKind.PICTURE)

    def uses(self) -> tuple[EvidenceUse, ...]:
        """Return the evidence in its order, with what is said of each piece."""
        return self.strip.uses()

    def set_records(self, records: Sequence[EvidenceRecord]) -> None:
        """Show what is stored already in place of others, from a draft."""
        self.strip.clear()
        for record in records:
            self.strip.add(record)
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
        """Take these files; those that are not kept are named with the reason."""
        self._take(Incoming(paths=tuple(paths)), source)

    def browse(self) -> None:
        """Let files be chosen."""
        dialog = QFileDialog(self.window(), self.tr("Choose evidence"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [
                self.tr("Screenshots (*.png *.jpg *.jpeg *.webp)"),
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
        self.capture.setParent(zone)
        self._browse = button("", "link", parent=zone)
        self._paste.clicked.connect(self.take_clipboard)
        self._browse.clicked.connect(self.browse)
        sign = IconLabel("image", "accent", "icon_large", zone)
        line = QHBoxLayout()
        line.setSpacing(theme.size("space_s"))
        line.addStretch()
        if compact:
            line.addWidget(sign)
        for part in (self._hint, self._browse, self._paste, self.capture):
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
        self._about = button("", "link", parent=self)
        self._about.setCheckable(True)
        self._about.clicked.connect(self._on_about)
        beside = QVBoxLayout()
        beside.addWidget(self._again)
        beside.addWidget(self._about, 0, Qt.AlignmentFlag.AlignTrailing)
        beside.addStretch(1)
        below = QHBoxLayout()
        below.setSpacing(theme.size("space_m"))
        below.addWidget(self.strip, 1)
        below.addLayout(beside)
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
        column.addWidget(self.strip.details)

    def _translate(self) -> None:
        self._head.setText(self.tr("Evidence"))
        self._hint.setText(self.tr("Drop screenshots here, paste with Ctrl+V, or"))
        self._browse.setText(self.tr("browse"))
        self._browse.setAccessibleName(self.tr("Choose screenshots"))
        name_button(self._paste, self.tr("Paste a screenshot or copied files (Ctrl+V)"))
        self._about.setText(self.tr("Source, time, quote…"))
        self._zone.setAccessibleName(self.tr("Evidence"))

    def _show_count(self) -> None:
        count, files = self.pictures, len(self.strip.records) - self.pictures
        waiting = len(self.strip.tiles) - count - files
        if self.busy and waiting:
            self._note.setText(self.tr("Taking in, %n to go…", "", waiting))
        elif self.busy:
            self._note.setText(self.tr("Taking in…"))
        else:
            said = [
                self.tr("%n screenshots", "", count) if count or not files else "",
                self.tr("%n files", "", files) if files else "",
                self.tr("SHA-256 recorded"),
            ]
            self._note.setText(" · ".join(filter(None, said)) if count or files else "")
        held = {record.id for record in self.strip.records}
        left = sum(record.id not in held for record in self._earlier)
        self._again.setText(self.tr("Earlier evidence ({0})").format(left))
        self._again.setVisible(bool(self._earlier))
        self._again.setEnabled(left > 0)
        self._about.setVisible(bool(count or files))
        self._about.setChecked(self.strip.telling)
        self.strip.setVisible(bool(self.strip.tiles))
        self.strip.updateGeometry()

    # ---- taking in

    def _take_drop(self, mime: QMimeData) -> None:
        self._take(read_mime(mime), EvidenceSource.DROP)

    def _take(self, incoming: Incoming, source: EvidenceSource) -> None:
        paths = incoming.paths
        self.banner.dismiss()
        self.refused.show_refused(())
        if len(paths) > MOST_AT_ONCE:
            self._say(
                self.tr(
                    "{0} files are too many at once; take up to {1}. None was taken in."
                ).format(len(paths), MOST_AT_ONCE),
                "warning",
            )
        elif paths:
            self._taking.take_files(paths, source)
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
            self._taking.take_picture(incoming.encoded, name, source)

    def _take_capture(self, image: QImage) -> None:
        self._take(Incoming(image=image), EvidenceSource.SCREEN)

    def _keep_refused(self) -> None:
        """Keep unopened what was refused as a screenshot, as somebody asked for."""
        paths, source = self._taking.keepable, self._taking.source
        self.refused.show_refused(())
        self._taking.take_files(paths, source, Files.ALL_KEPT)

    def _on_taken(self, taken: Taken) -> None:
        words = [self._context.error_text(error) for error in taken.refused]
        self.refused.show_refused(words, keepable=len(self._taking.keepable))
        reveal(self)
        if taken.failure is not None:
            self._say(self._context.error_text(taken.failure), "danger")
        elif taken.twice or taken.known:
            twice = self.tr("“{0}” is attached already; it is kept once.")
            said = [twice.format(self.tr("”, “").join(taken.twice))] if taken.twice else []
            self._say(" ".join(filter(None, [*said, self._known.text(taken.known)])))
        self._after_change()

    def _say(self, text: str, tone: ToneName = "accent") -> None:
        self.banner.show_message(text, tone)

    # ---- tiles

    def _on_about(self, shown: bool) -> None:  # noqa: FBT001 — a slot
        self.strip.tell(shown=shown)
        self._show_count()

    def _show_earlier(self) -> None:
        held = {record.id for record in self.strip.records}
        self._popup.show_records(self._earlier, held, self._again)

    def _use_again(self, record: EvidenceRecord) -> None:
        self.strip.add(record)

    def _on_hover(self, over: bool) -> None:  # noqa: FBT001 — a slot
        restyle(self._zone, "over", over)

    def _after_change(self) -> None:
        if self.pictures:
            self.clear_error()
        self._show_count()
        self.changed.emit()
