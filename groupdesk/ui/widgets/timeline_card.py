# SPDX-License-Identifier: MIT
"""One entry of the timeline: what, when, by whom, the words, the screenshots."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from groupdesk.domain.enums import WarningState
from groupdesk.domain.records import EvidenceRecord, TimelineEntry
from groupdesk.domain.text import visible
from groupdesk.ui.icons import pixmap
from groupdesk.ui.theme import current_theme
from groupdesk.ui.theme_tokens import ToneName
from groupdesk.ui.thumbnails import Thumbnails
from groupdesk.ui.timeline_words import TimelineWords
from groupdesk.ui.widgets.buttons import button, name_button
from groupdesk.ui.widgets.evidence_thumbnail import EvidenceThumbnail
from groupdesk.ui.widgets.flow_layout import FlowLayout
from groupdesk.ui.widgets.labels import label

_MOST_WIDTH = 320  # in Latin letters; a Chinese one is as wide as two
_FIRST_WIDE = "\u2e80"


class TimelineCard(QWidget):
    """A card can show one entry after the other; making one anew costs more."""

    act_requested = Signal(str, object)
    """What was asked for ("sent", "sent_earlier", "not_sent", "again", "menu") and the entry."""
    picture_requested = Signal(object, int)
    """The entry and which of its screenshots."""

    def __init__(
        self, thumbnails: Thumbnails, parent: QWidget | None = None, *, with_menu: bool
    ) -> None:
        """Start empty; `with_menu` has a button for what else can be done with an entry."""
        super().__init__(parent)
        theme = current_theme()
        self._thumbnails = thumbnails
        self._entry: TimelineEntry | None = None
        self._pictures: tuple[EvidenceRecord, ...] = ()
        self._head = _Head(self)
        self._more: QPushButton | None = None
        self._body = QVBoxLayout()
        self._body.setSpacing(2)
        self._quoted: QLabel | None = None
        self._lines: QLabel | None = None
        self._lifted: QLabel | None = None
        self._all: QPushButton | None = None
        self._texts: tuple[tuple[str, ...], ...] = ()
        self._whole = False
        self._strip: QWidget | None = None
        self._choice: QWidget | None = None
        self._offer: QPushButton | None = None
        self._offered = ""
        inset = theme.size("icon") + theme.size("space_s")
        self._body.setContentsMargins(inset, 0, 0, 0)
        top = QHBoxLayout()
        top.setSpacing(theme.size("space_xs"))
        top.addWidget(self._head, 1)
        if with_menu:
            self._more = button("", "link", "ellipsis", self)  # as low as a line of text
            self._more.clicked.connect(lambda: self._ask("menu"))
            top.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.size("space_m"))
        column.setSpacing(2)
        column.addLayout(top)
        column.addLayout(self._body)

    @property
    def entry(self) -> TimelineEntry | None:
        """The entry that is shown."""
        return self._entry

    @property
    def menu_button(self) -> QPushButton | None:
        """The button under which a menu belongs."""
        return self._more

    def show_entry(self, entry: TimelineEntry, words: TimelineWords, *, offer: str = "") -> None:
        """Show `entry` in these words, with a button for the act that it asks for by itself.

        `offer` is "again" (try a message once more), "hold" (a planned talk), "follow_up", or "".
        """
        before, self._entry = self._entry, entry
        if before is None or (before.kind, before.id) != (entry.kind, entry.id):
            self._whole = False
        over = bool(entry.reversed_at)
        struck = over and not entry.pardoned  # what was pardoned was right: it stays readable
        said = (words.title(entry), words.about(entry), words.by(entry))
        title, about, by = map(visible, said)
        self._head.show_words(title, about, by, words.icon(entry), struck=struck, quiet=over)
        self._head.setToolTip(words.when_in_full(entry))
        self.setAccessibleName(f"{title}, {about}, {by}")
        self._texts = (words.quoted(entry),), words.lines(entry), (words.lifted(entry),)
        self._show_texts()
        self._show_choice(shown=entry.state == WarningState.PREPARED)
        self._show_offer(offer)
        self._show_pictures(entry.evidence)
        if self._more is not None:
            gone = entry.kind == "departure" and bool(entry.reversed_at)
            over = entry.kind in {"plan", "recognition"} and bool(entry.reversed_at)
            empty = gone or over or entry.kind == "rules"  # which the rules page takes back
            self._more.setVisible(not empty or bool(entry.case_number))
            name_button(self._more, self.tr("More acts for: {0}").format(title))

    # ---- inside

    def _ask(self, act: str) -> None:
        self.act_requested.emit(act, self._entry)

    def _show_text(self, shown: QLabel | None, text: str, at: int, role: str) -> QLabel | None:
        if shown is None:
            if not text:
                return None
            shown = label("", role, self, wrap=True, selectable=True)  # type: ignore[arg-type]
            shown.setProperty("order", at)
            self._insert(shown)
        shown.setText(text)
        shown.setVisible(bool(text))
        return shown

    def _show_texts(self) -> None:
        """Show the first lines of each text, or all of it once that was asked for."""
        short = tuple(tuple(map(_shortened, texts)) for texts in self._texts)
        quoted, lines, lifted = map("\n".join, self._texts if self._whole else short)
        self._quoted = self._show_text(self._quoted, quoted, 0, "muted")
        self._lines = self._show_text(self._lines, lines, 1, "secondary")
        self._lifted = self._show_text(self._lifted, lifted, 2, "body")
        long = short != self._texts
        if long and self._all is None:
            self._all = button("", "link", parent=self)
            self._all.clicked.connect(self._fold)
            self._all.setProperty("order", 3)
            self._insert(self._all)
        if self._all is not None:
            self._all.setText(self.tr("Show less") if self._whole else self.tr("Show all"))
            self._all.setVisible(long)

    def _fold(self) -> None:
        self._whole = not self._whole
        self._show_texts()

    def _show_choice(self, *, shown: bool) -> None:
        if self._choice is None:
            if not shown:
                return
            self._choice = QWidget(self)
            row = FlowLayout(self._choice, current_theme().size("space_s"))
            row.setContentsMargins(0, 2, 0, 2)
            row.addWidget(label(role="body", parent=self._choice))
            for act in ("sent", "sent_earlier", "not_sent"):
                choice = button("", parent=self._choice)
                choice.clicked.connect(lambda _checked=False, act=act: self._ask(act))
                row.addWidget(choice)
            self._choice.setProperty("order", 5)
            self._insert(self._choice)
        asked = self._choice.findChild(QLabel)
        sent, earlier, not_sent = self._choice.findChildren(QPushButton)
        if asked is not None:
            asked.setText(self.tr("Was it sent?"))
            asked.setMinimumHeight(sent.sizeHint().height())  # in line with the buttons
        sent.setText(self.tr("Sent now"))
        earlier.setText(self.tr("Sent earlier…"))
        not_sent.setText(self.tr("Not sent"))
        self._choice.setVisible(shown)

    def _show_offer(self, act: str) -> None:
        if self._offer is None:
            if not act:
                return
            self._offer = button("", parent=self)
            self._offer.clicked.connect(lambda: self._ask(self._offered))
            self._offer.setProperty("order", 5)
            self._insert(self._offer)
        self._offered = act
        texts = {
            "again": self.tr("Try again…"),
            "hold": self.tr("Open talk…"),
            "follow_up": self.tr("Result…"),
        }
        self._offer.setText(texts.get(act, ""))
        self._offer.setVisible(bool(act))

    def _show_pictures(self, pictures: tuple[EvidenceRecord, ...]) -> None:
        if pictures == self._pictures:
            return
        self._pictures = pictures
        if self._strip is not None:
            self._body.removeWidget(self._strip)
            self._strip.hide()
            self._strip.deleteLater()
            self._strip = None
        if not pictures:
            return
        self._strip = QWidget(self)
        flow = FlowLayout(self._strip, current_theme().size("space_s"))
        flow.setContentsMargins(0, 2, 0, 0)
        for at, record in enumerate(pictures):
            tile = EvidenceThumbnail(self._thumbnails, record, self._strip)
            tile.opened.connect(lambda at=at: self.picture_requested.emit(self._entry, at))
            flow.addWidget(tile)
        self._strip.setProperty("order", 4)
        self._insert(self._strip)

    def _insert(self, part: QWidget) -> None:
        """Put a part where its order says; parts are made only when an entry has them."""
        order = int(part.property("order"))
        placed = [child for child in self.children() if isinstance(child, QWidget)]
        later = [
            self._body.indexOf(other)
            for other in placed
            if other is not part and int(other.property("order") or 0) > order
        ]
        at = min((place for place in later if place >= 0), default=self._body.count())
        alignment = Qt.AlignmentFlag.AlignLeading
        if isinstance(part, QPushButton):
            self._body.insertWidget(at, part, 0, alignment)
        else:
            self._body.insertWidget(at, part)


class _Head(QWidget):
    """Icon, title, what it is about, and at the end when and by whom; two lines where needed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = self._about = self._by = ""
        self._icon: tuple[str, ToneName] = ("circle", "muted")
        self._struck = self._quiet = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_words(
        self,
        title: str,
        about: str,
        by: str,
        icon: tuple[str, ToneName],
        *,
        struck: bool,
        quiet: bool,
    ) -> None:
        self._title, self._about, self._by = title, about, by
        self._icon, self._struck, self._quiet = icon, struck, quiet
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, self._line())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._line())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._line() * (len(self._wrapped(width)[0]) + (0 if self._fits(width) else 1))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        side, line = theme.size("icon"), self._line()
        name, tone = self._icon
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        picture = pixmap(name, tone, side, self.devicePixelRatioF())
        left = self.width() - side if mirrored else 0
        painter.drawPixmap(left, (line - side) // 2, picture)
        inset = self._inset()
        room = QRect(0 if mirrored else inset, 0, self.width() - inset, line)
        lines, used = self._wrapped(self.width())
        text = theme.color("muted" if self._quiet else "text")
        painter.setFont(self._bold())
        painter.setPen(text)
        for part in lines:
            _draw(painter, room, part)
            room.translate(0, line)
        room.translate(0, -line)
        after = room.adjusted(0, 0, -used, 0) if mirrored else room.adjusted(used, 0, 0, 0)
        painter.setFont(self._plain(struck=self._struck))
        by_font = theme.font("secondary")
        by_width = QFontMetrics(by_font).horizontalAdvance(self._by)
        if self._fits(self.width()):
            place = after.adjusted(0, 0, -by_width - 8, 0)
            _draw(painter, place, self._shown_about(place.width()))
            painter.setFont(by_font)
            painter.setPen(theme.color("muted"))
            painter.drawText(
                room, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter, self._by
            )
            return
        _draw(painter, after, self._shown_about(after.width()))
        room.translate(0, line)
        painter.setFont(by_font)
        painter.setPen(theme.color("muted"))
        _draw(painter, room, self._by)

    def _shown_about(self, width: int) -> str:
        if not self._about:
            return ""
        text = f" — {self._about}"
        shown = QFontMetrics(self._plain()).elidedText(text, Qt.TextElideMode.ElideRight, width)
        return shown if len(shown) > 4 else ""

    def _fits(self, width: int) -> bool:
        """Say whether all stands in one line, what it is about cut to at least a third."""
        plain = QFontMetrics(self._plain())
        bold = QFontMetrics(self._bold()).horizontalAdvance(self._title)
        by = QFontMetrics(current_theme().font("secondary")).horizontalAdvance(self._by)
        about = plain.horizontalAdvance(f" — {self._about}") if self._about else 0
        return bold + min(about, 260) + by + 12 <= width - self._inset()

    def _wrapped(self, width: int) -> tuple[list[str], int]:
        """Return the lines of the title, and how wide the last one is."""
        metrics = QFontMetrics(self._bold())
        room = max(60, width - self._inset())
        lines: list[str] = []
        rest = self._title
        while metrics.horizontalAdvance(rest) > room and len(lines) < 2:
            fit = len(rest)
            while fit > 1 and metrics.horizontalAdvance(rest[:fit]) > room:
                fit -= 1
            space = rest.rfind(" ", 1, fit + 1)
            fit = space if space > 0 else fit
            lines.append(rest[:fit].rstrip())
            rest = rest[fit:].lstrip()
        shown = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, room)
        return [*lines, shown], metrics.horizontalAdvance(shown)

    @staticmethod
    def _inset() -> int:
        return current_theme().size("icon") + current_theme().size("space_s")

    @staticmethod
    def _line() -> int:
        return current_theme().line("body")

    def _bold(self) -> QFont:
        font = current_theme().font("strong")
        font.setStrikeOut(self._struck)
        return font

    @staticmethod
    def _plain(*, struck: bool = False) -> QFont:
        font = current_theme().font("body")
        font.setStrikeOut(struck)
        return font


def _shortened(text: str) -> str:
    """Return the beginning of a long text, about as much as four lines hold."""
    width = 0
    for at, sign in enumerate(text):
        width += 2 if sign >= _FIRST_WIDE else 1
        width += 40 if sign == "\n" else 0
        if width > _MOST_WIDTH and len(text) - at > 40:
            return text[:at].rstrip() + "…"
    return text


def _draw(painter: QPainter, place: QRect, text: str) -> None:
    painter.drawText(place, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, text)
