# SPDX-License-Identifier: MIT
"""Language, look, paper, who works here, where the data lies, and backups."""

from typing import get_args

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from groupdesk import __version__, logs, paths
from groupdesk.domain.clock import from_text
from groupdesk.domain.enums import Topic
from groupdesk.ui.context import UiContext
from groupdesk.ui.pages.page import Page
from groupdesk.ui.theme import Scheme, current_theme
from groupdesk.ui.translations import LanguageChoice
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.card import Card
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.notices_card import NoticesCard
from groupdesk.ui.widgets.operators_card import OperatorsCard
from groupdesk.ui.widgets.page_head import PageHead
from groupdesk.ui.widgets.reading_card import ReadingCard

_WIDEST = 720


class SettingsPage(Page):
    """Each choice takes effect at once; there is nothing to save."""

    topics = frozenset({Topic.BACKUPS, Topic.OPERATORS})
    of_group = False

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Build the page without loading anything."""
        super().__init__(context, parent)
        self._head = PageHead(parent=self)
        self.language: ChoiceBox[LanguageChoice] = ChoiceBox(self)
        self.scheme: ChoiceBox[Scheme] = ChoiceBox(self)
        self.paper: ChoiceBox[str] = ChoiceBox(self)
        self.lock_after: ChoiceBox[int] = ChoiceBox(self)
        self._fields = {
            "language": FormField("", self.language, self),
            "scheme": FormField("", self.scheme, self),
            "paper": FormField("", self.paper, self),
            "lock_after": FormField("", self.lock_after, self),
        }
        self.operators = OperatorsCard(context, self)
        self.notices = NoticesCard(context, self)
        self.reading = ReadingCard(context, self)
        self._place_head = label(role="section", parent=self)
        self._place = label(parent=self, wrap=True, selectable=True)
        self._backup = label(role="muted", parent=self, wrap=True)
        self.restore_button = button("", icon_name="folder-open", parent=self)
        self._about = label(role="muted", parent=self, wrap=True, selectable=True)
        self._build()
        self.language.chosen.connect(self._on_language)
        self.scheme.chosen.connect(self._on_scheme)
        self.paper.chosen.connect(self._on_paper)
        self.lock_after.chosen.connect(self._on_lock_after)
        self.restore_button.clicked.connect(self._open_backup)

    def reload(self) -> None:
        values, desk = self.context.settings.values, self.context.desk
        self._head.set_texts(self.tr("Settings"), self.tr("Each choice takes effect at once."))
        self._fields["language"].set_caption(self.tr("&Language"))
        self._fields["scheme"].set_caption(self.tr("L&ook"))
        self._fields["paper"].set_caption(self.tr("&Paper"))
        self._fields["lock_after"].set_caption(self.tr("Loc&k the window by itself"))
        self.language.set_choices(
            [(self.tr("As the system"), "system"), ("English", "en"), ("简体中文", "zh")]
        )
        self.scheme.set_choices(
            [
                (self.tr("As the system"), "system"),
                (self.tr("Light"), "light"),
                (self.tr("Dark"), "dark"),
            ]
        )
        self.paper.set_choices([("A4", "a4"), (self.tr("US Letter"), "us-letter")])
        self.lock_after.set_choices(
            [(self.tr("Never"), 0)]
            + [(self.tr("After %n minute(s)", "", n), n) for n in (1, 5, 15, 30, 60)]
        )
        # what a settings file says that was edited by hand may be none of the choices
        languages: tuple[LanguageChoice, ...] = get_args(LanguageChoice)
        schemes: tuple[Scheme, ...] = get_args(Scheme)
        self.language.choose(next((one for one in languages if one == values.language), "system"))
        self.scheme.choose(next((one for one in schemes if one == values.scheme), "system"))
        self.paper.choose("us-letter" if values.paper == "us-letter" else "a4")
        self.lock_after.choose(values.lock_after)
        self.operators.reload()
        self.notices.reload()
        self.reading.reload()
        self._place_head.setText(self.tr("Workspace"))
        self._place.setText(str(desk.workspace.folder))
        self._backup.setText(self._backup_text())
        self.restore_button.setText(self.tr("Open a backup…"))
        about = self.tr("GroupDesk {0}. Everything stays on this computer; nothing is sent.")
        log = self.tr("The program's log, without names or messages: {0}")
        self._about.setText(
            f"{about.format(__version__)}\n{log.format(paths.log_folder() / logs.FILE_NAME)}"
        )

    def take_focus(self) -> None:
        self.language.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self.language.count():
            self.reload()
        super().changeEvent(event)

    # ---- building

    def _build(self) -> None:
        gap = current_theme().size("space_l")
        look, place, about = Card(parent=self), Card(parent=self), Card(parent=self)
        grid = QGridLayout()
        grid.setSpacing(gap)
        for at, field in enumerate(self._fields.values()):
            grid.addWidget(field, at // 2, at % 2)
        look.body.addLayout(grid)
        acts = self.context.acts
        row = QHBoxLayout()
        row.setSpacing(current_theme().size("space_s"))
        for act in ("backup.make", "audit.verify"):
            row.addWidget(acts.button(act, parent=self))
        row.insertWidget(1, self.restore_button)
        row.addStretch(1)
        for part in (self._place_head, self._place, self._backup):
            place.body.addWidget(part)
        place.body.addLayout(row)
        about.body.addWidget(self._about)
        inner = QWidget(self)
        inner.setProperty("surface", "clear")
        inner.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap)
        for card in (look, self.operators, self.notices, self.reading, place, about):
            column.addWidget(card)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(gap, gap, gap, 0)
        outer.setSpacing(gap)
        outer.addWidget(self._head)
        outer.addWidget(area, 1)

    def _backup_text(self) -> str:
        found = self.context.desk.backups.all()
        if not found:
            return self.tr(
                "No backup yet. One is made when you close the window, whenever something was"
                " recorded since the last one."
            )
        now = self.context.desk.clock()
        when = self.context.dates.moment(from_text(found[0].made_at), now)
        return self.tr("%n backup(s), the newest of {0}", "", len(found)).format(when)

    # ---- slots

    def _on_language(self) -> None:
        self.context.settings.values.language = self.language.value
        self.context.settings.save()
        self.context.translations.set_language(self.language.value)

    def _on_scheme(self) -> None:
        self.context.settings.values.scheme = self.scheme.value
        self.context.settings.save()
        self.context.theme.set_scheme(self.scheme.value)

    def _on_paper(self) -> None:
        self.context.settings.values.paper = self.paper.value
        self.context.settings.save()

    def _open_backup(self) -> None:
        # the page shows before anybody needs the dialog
        from groupdesk.ui.dialogs.restore_dialog import RestoreDialog  # noqa: PLC0415

        RestoreDialog(self.context, self.window()).open()

    def _on_lock_after(self) -> None:
        self.context.settings.values.lock_after = self.lock_after.value
        self.context.settings.save()
        self.context.lock_after(self.lock_after.value)
