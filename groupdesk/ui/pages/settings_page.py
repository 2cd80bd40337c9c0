# SPDX-License-Identifier: MIT
"""Language, look, paper, who works here, where the data lies, and backups."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from groupdesk import __version__
from groupdesk.domain.clock import from_text
from groupdesk.domain.enums import Topic
from groupdesk.ui.context import UiContext
from groupdesk.ui.pages.page import Page
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.card import Card
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.page_head import PageHead

_WIDEST = 720


class SettingsPage(Page):
    """Each choice takes effect at once; there is nothing to save."""

    topics = frozenset({Topic.BACKUPS})

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Build the page without loading anything."""
        super().__init__(context, parent)
        theme = current_theme()
        self._filling = False
        self._head = PageHead(parent=self)
        self.language = QComboBox(self)
        self.scheme = QComboBox(self)
        self.paper = QComboBox(self)
        self.operator = QComboBox(self)
        self._fields = {
            "language": FormField("", self.language, self),
            "scheme": FormField("", self.scheme, self),
            "paper": FormField("", self.paper, self),
            "operator": FormField("", self.operator, self),
        }
        look, place, about = Card(parent=self), Card(parent=self), Card(parent=self)
        for field in self._fields.values():
            look.body.addWidget(field)
        self._place_head = label(role="section", parent=self)
        self._place = label(parent=self, wrap=True, selectable=True)
        self._backup = label(role="muted", parent=self, wrap=True)
        row = QHBoxLayout()
        row.addWidget(context.acts.button("backup.make", parent=self))
        row.addWidget(context.acts.button("audit.verify", parent=self))
        row.addStretch(1)
        for part in (self._place_head, self._place, self._backup):
            place.body.addWidget(part)
        place.body.addLayout(row)
        self._about = label(role="muted", parent=self, wrap=True, selectable=True)
        about.body.addWidget(self._about)
        inner = QWidget(self)
        inner.setProperty("surface", "clear")
        inner.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space_l"))
        for card in (look, place, about):
            column.addWidget(card)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        outer = QVBoxLayout(self)
        edge = theme.size("space_l")
        outer.setContentsMargins(edge, edge, edge, 0)
        outer.setSpacing(theme.size("space_l"))
        outer.addWidget(self._head)
        outer.addWidget(area, 1)
        self.language.currentIndexChanged.connect(self._on_language)
        self.scheme.currentIndexChanged.connect(self._on_scheme)
        self.paper.currentIndexChanged.connect(self._on_paper)
        self.operator.currentIndexChanged.connect(self._on_operator)

    def reload(self) -> None:
        self._filling = True
        values, desk = self.context.settings.values, self.context.desk
        words = self.context.translations.words
        self._head.set_texts(self.tr("Settings"), self.tr("Each choice takes effect at once."))
        self._fields["language"].set_caption(self.tr("&Language"))
        self._fields["scheme"].set_caption(self.tr("L&ook"))
        self._fields["paper"].set_caption(self.tr("&Paper"))
        self._fields["operator"].set_caption(self.tr("&Who works here (from the next start on)"))
        _fill(
            self.language,
            [(self.tr("As the system"), "system"), ("English", "en"), ("简体中文", "zh")],
            values.language,
        )
        _fill(
            self.scheme,
            [
                (self.tr("As the system"), "system"),
                (self.tr("Light"), "light"),
                (self.tr("Dark"), "dark"),
            ],
            values.scheme,
        )
        _fill(self.paper, [("A4", "a4"), ("Letter", "us-letter")], values.paper)
        _fill(
            self.operator,
            [
                (f"{found.name} · {words(f'operator_role.{found.role.value}')}", found.id)
                for found in desk.workspace.operators()
            ],
            desk.operator.id,
        )
        self._place_head.setText(self.tr("Workspace"))
        self._place.setText(str(desk.workspace.folder))
        self._backup.setText(self._backup_text())
        self._about.setText(
            self.tr("GroupDesk {0}. Everything stays on this machine; nothing is sent.").format(
                __version__
            )
        )
        self._filling = False

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self.language.count():
            self.reload()
        super().changeEvent(event)

    def _backup_text(self) -> str:
        found = self.context.desk.backups.all()
        if not found:
            return self.tr("No backup yet. One is made each time the window is closed.")
        now = self.context.desk.clock()
        when = self.context.dates.moment(from_text(found[0].made_at), now)
        return self.tr("%n backup(s), the newest of {0}", "", len(found)).format(when)

    def _on_language(self) -> None:
        if not self._filling:
            chosen = self.language.currentData()
            self.context.settings.values.language = chosen
            self.context.settings.save()
            self.context.translations.set_language(chosen)

    def _on_scheme(self) -> None:
        if not self._filling:
            chosen = self.scheme.currentData()
            self.context.settings.values.scheme = chosen
            self.context.settings.save()
            self.context.theme.set_scheme(chosen)

    def _on_paper(self) -> None:
        if not self._filling:
            self.context.settings.values.paper = self.paper.currentData()
            self.context.settings.save()

    def _on_operator(self) -> None:
        if not self._filling:
            self.context.settings.values.operator_id = self.operator.currentData()
            self.context.settings.save()


def _fill(field: QComboBox, choices: list[tuple[str, object]], current: object) -> None:
    field.clear()
    for text, value in choices:
        field.addItem(text, value)
    field.setCurrentIndex(max(0, field.findData(current)))
