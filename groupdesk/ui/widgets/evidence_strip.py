# SPDX-License-Identifier: MIT
"""The pieces of evidence of an act as tiles: in an order, each with what is said of it."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from groupdesk.domain.act_records import EvidenceUse
from groupdesk.domain.decision_enums import EvidenceKind
from groupdesk.domain.enums import Topic
from groupdesk.domain.errors import GroupDeskError
from groupdesk.domain.records import EvidenceRecord
from groupdesk.ui.context import UiContext
from groupdesk.ui.evidence_acts import EvidenceActs
from groupdesk.ui.icons import icon
from groupdesk.ui.redacting import open_redact, redact_refusal, with_newest_copies
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.evidence_details import EvidenceDetails
from groupdesk.ui.widgets.evidence_thumbnail import shown_sha256
from groupdesk.ui.widgets.evidence_tile import EvidenceTile
from groupdesk.ui.widgets.thumbnail import tile_size
from groupdesk.ui.widgets.tile_grid import TileGrid


class EvidenceStrip(QWidget):
    """Tiles to be ordered by keyboard or by dragging.

    What is known of the one chosen last is in `details`, for which the parent has a place.
    """

    changed = Signal()
    """What there is, its order, or what is said of one; not while a drop is on its way in."""
    awaited = Signal()
    """A tile was made for what is on its way, or what it stands for came."""
    emptied = Signal()
    """The last one was taken out by hand: the focus needs another place."""

    def __init__(self, context: UiContext, acts: EvidenceActs, parent: QWidget) -> None:
        """Start empty; what is done with one of them is done by `acts`."""
        super().__init__(parent)
        self._context = context
        self._acts = acts
        self.tiles: list[EvidenceTile] = []
        self._current: EvidenceTile | None = None
        self._grid = TileGrid(tile_size(), self)
        self.details = EvidenceDetails(context.desk.clock, parent)
        self.details.hide()
        self.details.edited.connect(self._on_said)
        self.details.closed.connect(self._close_details)
        context.events.changed.connect(self._on_data)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().size("space_s"))
        column.addWidget(self._grid)

    # ---- what it holds

    @property
    def records(self) -> list[EvidenceRecord]:
        """What is there already, in order."""
        return [tile.record for tile in self.tiles if tile.record is not None]

    def uses(self) -> tuple[EvidenceUse, ...]:
        """Return what is there already in its order, with what is said of each."""
        return tuple(tile.use for tile in self.tiles if tile.use is not None)

    def said(self) -> tuple[EvidenceRecord, ...]:
        """Return what is there already, with what is said of each piece here."""
        pairs = zip(self.records, self.uses(), strict=True)
        return tuple(
            replace(
                record,
                caption=use.caption,
                quoted_text=use.quoted_text,
                origin=use.origin,
                taken_at=use.taken_at,
            )
            for record, use in pairs
        )

    def holds(self, evidence_id: int) -> bool:
        """Say whether this piece of evidence has a tile."""
        return any(record.id == evidence_id for record in self.records)

    def keep_room(self, count: int) -> None:
        """Be as high as so many tiles need, which will come."""
        self._grid.keep_room(count)

    def expect(self, names: Sequence[str]) -> list[EvidenceTile]:
        """Show tiles for files that are on their way in, and return them."""
        made = [self._add(None, name) for name in names]
        self._place()
        self.awaited.emit()
        return made

    def add(self, record: EvidenceRecord) -> None:
        """Show one more."""
        self._add(record)
        self._place()
        self.changed.emit()

    def arrive(self, tile: EvidenceTile, record: EvidenceRecord) -> None:
        """Show what came in for a tile, unless somebody took that out meanwhile."""
        if tile in self.tiles:
            tile.take(record)
            self.awaited.emit()

    def forget(self, tile: EvidenceTile) -> None:
        """Take a tile out for which nothing came."""
        if tile in self.tiles:
            self._drop(tile)
            self.awaited.emit()

    def clear(self) -> None:
        """Take all out."""
        for tile in tuple(self.tiles):
            self._drop(tile)

    # ---- what is known of one

    @property
    def telling(self) -> bool:
        """Whether what is known of one is shown."""
        return not self.details.isHidden()

    def tell(self, *, shown: bool) -> None:
        """Show what is known of the tile that was chosen last, or hide it."""
        tile = self._told_of()
        self.details.setVisible(shown and tile is not None)
        if self.telling:
            self._show_details()

    def _told_of(self) -> EvidenceTile | None:
        if self._current is not None and self._current.record is not None:
            return self._current
        return next((tile for tile in self.tiles if tile.record is not None), None)

    def _show_details(self) -> None:
        tile = self._told_of()
        if tile is None or tile.use is None:
            self.details.hide()
        elif self.telling:
            self._current = tile
            self.details.show_use(tile.caption, tile.use)

    def _on_said(self) -> None:
        if self._current is not None:
            self._current.say(*self.details.values)
            self.changed.emit()

    def _close_details(self) -> None:
        self.details.hide()
        if self._current is not None:
            self._current.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    # ---- tiles

    def _add(self, record: EvidenceRecord | None, name: str = "") -> EvidenceTile:
        tile = EvidenceTile(self._context.thumbnails, record, name, self._grid)
        tile.opened.connect(lambda: self._open(tile))
        tile.removed.connect(lambda: self._remove(tile))
        tile.caption_edited.connect(lambda _text: self._on_caption(tile))
        tile.step_requested.connect(lambda step: self._move(tile, self.tiles.index(tile) + step))
        tile.dragged.connect(lambda pointer: self._drag(tile, pointer))
        tile.chosen.connect(lambda: self._choose(tile))
        tile.copy_requested.connect(lambda: self._copy(tile))
        tile.details_requested.connect(lambda: self._tell_of(tile))
        tile.menu_requested.connect(lambda at: self._menu(tile).popup(at))
        self.tiles.append(tile)
        return tile

    def _place(self) -> None:
        self._grid.set_tiles(self.tiles)
        for tile in self.tiles:
            tile.show()

    def _remove(self, tile: EvidenceTile) -> None:
        at = self.tiles.index(tile)
        self._drop(tile)
        if self.tiles:
            self.tiles[min(at, len(self.tiles) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.emptied.emit()
        self.changed.emit()

    def _drop(self, tile: EvidenceTile) -> None:
        self.tiles.remove(tile)
        if self._current is tile:
            self._current = None
            self._show_details()
        tile.hide()
        tile.deleteLater()
        self._place()

    def _move(self, tile: EvidenceTile, to: int) -> None:
        if not 0 <= to < len(self.tiles) or self.tiles[to] is tile:
            return
        self.tiles.remove(tile)
        self.tiles.insert(to, tile)
        self._place()
        self.changed.emit()

    def _drag(self, tile: EvidenceTile, pointer: QPoint) -> None:
        place = self._grid.mapFromGlobal(pointer)
        for at, other in enumerate(self.tiles):
            if other is not tile and other.geometry().contains(place):
                self._move(tile, at)
                return

    def _choose(self, tile: EvidenceTile) -> None:
        if tile is not self._current:
            self._current = tile
            self._show_details()

    def _on_caption(self, tile: EvidenceTile) -> None:
        if tile is self._current:
            self._show_details()
        self.changed.emit()

    def _tell_of(self, tile: EvidenceTile) -> None:
        self._choose(tile)
        self.tell(shown=True)
        if self.telling:
            self.details.origin.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _on_data(self, topics: frozenset[Topic]) -> None:
        """Show the redacted copies that were made meanwhile."""
        if Topic.EVIDENCE in topics and self.records:
            try:
                newest = with_newest_copies(self._context, self.records)
            except GroupDeskError as error:
                self._context.notify(self._context.error_text(error), "danger")
                return
            now = {record.id: record for record in newest}
            for tile in self.tiles:
                if tile.record is not None and now[tile.record.id] != tile.record:
                    tile.show_record(now[tile.record.id])

    # ---- what can be done with one

    def _open(self, tile: EvidenceTile) -> None:
        if tile.record is not None:
            self._acts.open(self.records, self.records.index(tile.record))

    def _copy(self, tile: EvidenceTile) -> None:
        record = tile.record
        if record is not None and record.kind is EvidenceKind.PICTURE:
            self._acts.copy(record.redacted_id or record.id, shown_sha256(record))

    def _menu(self, tile: EvidenceTile) -> QMenu:
        menu, record = QMenu(tile), tile.record
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        if record is not None:
            picture = record.kind is EvidenceKind.PICTURE
            _entry(menu, "maximize", self.tr("Show large\tEnter")).triggered.connect(
                lambda: self._open(tile)
            )
            _entry(menu, "pencil", self.tr("Edit caption\tF2")).triggered.connect(tile.edit_caption)
            _entry(menu, "info", self.tr("Source, time, quote…\tAlt+Enter")).triggered.connect(
                lambda: self._tell_of(tile)
            )
            menu.addSeparator()
            copy = _entry(menu, "copy", self.tr("Copy picture\tCtrl+C"))
            copy.setEnabled(picture)
            copy.triggered.connect(lambda: self._copy(tile))
            _entry(menu, "download", self.tr("Save a copy…")).triggered.connect(
                lambda: self._acts.save(record)
            )
            menu.addSeparator()
            redact = _entry(menu, "shield", self._context.acts.action("evidence.redact").text())
            redact.triggered.connect(lambda: open_redact(self._context, record, self.window()))
            refusal = redact_refusal(self._context, record)
            redact.setEnabled(not refusal)
            redact.setToolTip(refusal)
            menu.addSeparator()
        at = self.tiles.index(tile)
        back = _entry(menu, "chevron-left", self.tr("Move back\tAlt+Left"))
        back.setEnabled(at > 0)
        back.triggered.connect(lambda: self._move(tile, at - 1))
        on = _entry(menu, "chevron-right", self.tr("Move on\tAlt+Right"))
        on.setEnabled(at < len(self.tiles) - 1)
        on.triggered.connect(lambda: self._move(tile, at + 1))
        _entry(menu, "x", self.tr("Take out\tDel")).triggered.connect(lambda: self._remove(tile))
        return menu


def _entry(menu: QMenu, icon_name: str, text: str) -> QAction:
    return menu.addAction(icon(icon_name, "muted"), text)
