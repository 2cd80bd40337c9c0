# SPDX-License-Identifier: MIT
"""On the settings page: notifications on the desktop, off unless somebody wants them."""

from PySide6.QtCore import QEvent, QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from groupdesk.domain.notifying import NoticeRules, time_of
from groupdesk.ui.context import UiContext
from groupdesk.ui.notifier import has_tray
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.card import Card
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label

_USUAL = NoticeRules()
_HALF_HOURS = [f"{hour:02}:{half}" for hour in range(24) for half in ("00", "30")]


class NoticesCard(Card):
    """Where the desktop has no place for the icon it says so."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Start empty; `reload` fills it."""
        super().__init__(parent=parent)
        self._context = context
        self._head = label(role="section", parent=self)
        self.choice = QCheckBox(self)
        self._about = label(role="muted", parent=self, wrap=True)
        self.what: ChoiceBox[str] = ChoiceBox(self)
        self.quiet_from: ChoiceBox[str] = ChoiceBox(self)
        self.quiet_to: ChoiceBox[str] = ChoiceBox(self)
        self.weekends, self.names = QCheckBox(self), QCheckBox(self)
        asked = (self.what, self.quiet_from, self.quiet_to)
        self._fields = [FormField("", one, self) for one in asked]
        row = QHBoxLayout()
        row.setSpacing(current_theme().size("space_l"))
        row.addWidget(self._fields[0], 2)
        row.addWidget(self._fields[1], 1)
        row.addWidget(self._fields[2], 1)
        for part in (self._head, self.choice, self._about):
            self.body.addWidget(part)
        self.body.addLayout(row)
        self.body.addWidget(self.weekends)
        self.body.addWidget(self.names)
        for check in (self.choice, self.weekends, self.names):
            check.toggled.connect(self._keep)
        for choice in (self.what, self.quiet_from, self.quiet_to):
            choice.chosen.connect(self._keep)
        context.events.chosen.connect(self._on_chosen)

    def reload(self) -> None:
        """Show what was chosen."""
        values, there = self._context.settings.values, has_tray()
        self._head.setText(self.tr("Notifications"))
        self.choice.setText(self.tr("Tell me on the &desktop what is due"))
        self._about.setText(self._about_text(there=there))
        captions = (self.tr("&What"), self.tr("&Quiet from"), self.tr("&until"))
        for field, caption in zip(self._fields, captions, strict=True):
            field.set_caption(caption)
        self.weekends.setText(self.tr("Quiet on w&eekends"))
        self.names.setText(self.tr("Show the &names of members; others may read the screen"))
        self.what.set_choices(
            [(self.tr("All that is due"), "due"), (self.tr("Only what is late"), "late")]
        )
        self.what.choose("late" if values.notice_what == "late" else "due")
        for check, on in (
            (self.choice, values.notices and there),
            (self.weekends, values.notice_quiet_weekends),
            (self.names, values.notice_names),
        ):
            with QSignalBlocker(check):
                check.setChecked(on)
        for edit, text, usual in (
            (self.quiet_from, values.notice_quiet_from, _USUAL.quiet_from),
            (self.quiet_to, values.notice_quiet_to, _USUAL.quiet_to),
        ):
            found = time_of(text, usual).strftime("%H:%M")
            edit.set_choices([(one, one) for one in sorted({*_HALF_HOURS, found})])
            edit.choose(found)
        self.choice.setEnabled(there)
        self._follow()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._head.text():
            self.reload()
        super().changeEvent(event)

    def _on_chosen(self) -> None:
        if self._head.text():
            self.reload()

    def _about_text(self, *, there: bool) -> str:
        if not there:
            return self.tr(
                "This desktop has no place for the icon that this needs. On GNOME an extension for"
                " tray icons brings one. The page Today shows the same."
            )
        text = self.tr(
            "Only while no window of GroupDesk is in front, several things in one message, each"
            " once a day. While it is switched on, GroupDesk has an icon in the system tray; it"
            " ends when its window is closed, as ever. Never while the window is locked."
        )
        if self._context.desk.workspace.record().sample:
            text += " " + self.tr("The sample workspace tells of nothing.")
        return text

    def _follow(self) -> None:
        for part in (*self._fields, self.weekends, self.names):
            part.setEnabled(self.choice.isChecked())

    def _keep(self) -> None:
        values = self._context.settings.values
        values.notices = self.choice.isChecked()
        values.notice_what = self.what.value
        values.notice_quiet_from = self.quiet_from.value
        values.notice_quiet_to = self.quiet_to.value
        values.notice_quiet_weekends = self.weekends.isChecked()
        values.notice_names = self.names.isChecked()
        self._context.settings.save()
        self._follow()
        self._context.notices_chosen()
