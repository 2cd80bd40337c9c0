# SPDX-License-Identifier: MIT
"""The registry of acts: each has one id, text, icon and shortcut, wherever it is offered."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QWidget
from shiboken6 import isValid

from groupdesk.ui.icons import icon
from groupdesk.ui.widgets.buttons import ButtonKind, button, icon_button


class ActLook(NamedTuple):
    """Icon and shortcut of an act; its text is in the window's language, see `Acts._texts`."""

    icon: str
    shortcut: str = ""


LOOKS: dict[str, ActLook] = {
    "page.today": ActLook("house", "Ctrl+1"),
    "page.members": ActLook("users", "Ctrl+2"),
    "page.rules": ActLook("list-ordered", "Ctrl+3"),
    "page.templates": ActLook("message-square-text", "Ctrl+4"),
    "page.cases": ActLook("folder-open", "Ctrl+5"),
    "page.reports": ActLook("printer", "Ctrl+6"),
    "page.audit": ActLook("shield-check", "Ctrl+7"),
    "page.people": ActLook("contact", "Ctrl+8"),
    "page.settings": ActLook("settings", "Ctrl+,"),
    "group.create": ActLook("plus", "Ctrl+Shift+G"),
    "group.open": ActLook("settings-2", "Ctrl+Shift+E"),
    "group.edit": ActLook("pencil", "Ctrl+E"),
    "group.lists": ActLook("history", "Ctrl+Shift+L"),
    "group.archive": ActLook("archive"),
    "group.restore": ActLook("archive-restore"),
    "member.add": ActLook("user-plus", "Ctrl+N"),
    "member.import": ActLook("upload", "Ctrl+I"),
    "member.edit": ActLook("pencil", "F2"),
    "member.find": ActLook("search", "Ctrl+F"),
    "member.filter": ActLook("list-filter", "Ctrl+Shift+F"),
    "member.columns": ActLook("columns-3", "Ctrl+Shift+K"),
    "member.bulk": ActLook("users", "Ctrl+Shift+B"),
    "member.export": ActLook("download", "Ctrl+Shift+X"),
    "filter.save": ActLook("bookmark", "Ctrl+Shift+D"),
    "person.open": ActLook("contact", "Ctrl+Shift+P"),
    "person.link": ActLook("link"),
    "person.apart": ActLook("unlink"),
    "person.unblock": ActLook("undo-2"),
    "talk.record": ActLook("messages-square", "Ctrl+T"),
    "talk.plan": ActLook("calendar-clock", "Ctrl+Shift+Y"),
    "recognition.record": ActLook("award", "Ctrl+Shift+H"),
    "warning.compose": ActLook("circle-alert", "Ctrl+G"),
    "member.remove": ActLook("user-minus", "Ctrl+Shift+R"),
    "removal.steps": ActLook("list-checks", "Ctrl+Shift+S"),
    "rules.publish": ActLook("check", "Ctrl+Return"),
    "rules.copy": ActLook("copy", "Ctrl+Shift+C"),
    "rules.announce": ActLook("megaphone", "Ctrl+Shift+A"),
    "rules.told": ActLook("users"),
    "rules.compare": ActLook("git-compare", "Ctrl+Shift+V"),
    "rules.send": ActLook("send"),
    "rules.starter": ActLook("library"),
    "rules.add": ActLook("plus"),
    "rules.insert": ActLook("between-horizontal-start", "Ctrl+Shift+N"),
    "rules.duplicate": ActLook("copy-plus", "Ctrl+D"),
    "rules.move_first": ActLook("arrow-up-to-line", "Alt+Home"),
    "rules.move_up": ActLook("arrow-up", "Alt+Up"),
    "rules.move_down": ActLook("arrow-down", "Alt+Down"),
    "rules.move_last": ActLook("arrow-down-to-line", "Alt+End"),
    "rules.undo": ActLook("undo-2", "Ctrl+Z"),
    "rules.redo": ActLook("redo-2", "Ctrl+Y"),
    "rules.renumber": ActLook("list-restart"),
    "rules.remove": ActLook("trash-2"),
    "ladder.edit": ActLook("trending-up", "Ctrl+L"),
    "rules.discard": ActLook("x"),
    "template.new": ActLook("plus", "Ctrl+Shift+M"),
    "template.save": ActLook("check", "Ctrl+S"),
    "template.insert": ActLook("braces", "Ctrl+J"),
    "template.copy": ActLook("copy"),
    "template.hide": ActLook("eye-off"),
    "template.offer": ActLook("eye"),
    "template.reset": ActLook("rotate-ccw"),
    "template.discard": ActLook("undo-2"),
    "template.import": ActLook("upload"),
    "template.export": ActLook("download"),
    "case.open": ActLook("folder-plus", "Ctrl+Shift+O"),
    "case.claim": ActLook("user-check", "Ctrl+Shift+T"),
    "case.hand_over": ActLook("arrow-right-left"),
    "case.release": ActLook("user-x"),
    "case.note": ActLook("message-square-plus", "Ctrl+M"),
    "case.correct": ActLook("pencil"),
    "case.wrong_person": ActLook("user-x"),
    "case.relate": ActLook("link"),
    "case.close": ActLook("folder-check"),
    "case.reopen": ActLook("folder-open"),
    "act.reverse": ActLook("undo-2"),
    "report.case": ActLook("file-text", "Ctrl+P"),
    "report.group": ActLook("chart-column"),
    "audit.verify": ActLook("shield-check"),
    "backup.make": ActLook("database-backup"),
    "workspace.leave_sample": ActLook("log-out"),
    "workspace.reopen": ActLook("refresh-cw"),
    "window.full": ActLook("maximize", "F11"),
    "app.quit": ActLook("power", "Ctrl+Q"),
}

_READS = {"rules.copy", "rules.compare", "rules.announce", "rules.told"}
WRITES = frozenset(
    {
        *("group.create", "group.edit", "group.archive", "group.restore"),
        *("member.add", "member.import", "member.edit", "member.bulk", "filter.save"),
        *("person.link", "person.apart", "person.unblock"),
        *("talk.plan", "recognition.record"),
        *("talk.record", "warning.compose", "member.remove", "removal.steps"),
        *(act_id for act_id in LOOKS if act_id.startswith("rules.") and act_id not in _READS),
        *("template.new", "template.save", "template.copy", "template.hide", "template.offer"),
        *("template.reset", "template.import"),
        *(act_id for act_id in LOOKS if act_id.startswith("case.")),
        "act.reverse",
    }
)
"""What cannot be done while nothing can be written; backups and prints can be made all the same."""
_WRITES_IN_GROUP = WRITES - {
    *("group.create", "group.restore"),
    *("person.link", "person.apart", "person.unblock"),
    *(act_id for act_id in LOOKS if act_id.startswith("template.")),
}


class Acts(QObject):
    """All acts of the window as QActions. A page says what an act does and when it can be done."""

    def __init__(self, parent: QWidget) -> None:
        """Make the actions; `parent` is the window, whose shortcuts they become."""
        super().__init__(parent)
        self._handlers: dict[str, Callable[[], object]] = {}
        self._lasting: set[str] = set()
        self._possible: set[str] = set()  # as far as the page in front is concerned
        self._refusal = ""
        self._group_refusal = ""
        self._actions: dict[str, QAction] = {}
        for act_id, look in LOOKS.items():
            action = QAction(parent)
            action.setObjectName(act_id)
            action.setIcon(icon(look.icon, "muted"))
            if look.shortcut:
                action.setShortcut(QKeySequence(look.shortcut))
                action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.triggered.connect(lambda _checked=False, key=act_id: self.trigger(key))
            action.setEnabled(False)
            self._actions[act_id] = action
            parent.addAction(action)
        parent.installEventFilter(self)
        self._translate()

    def action(self, act_id: str) -> QAction:
        """Return an act's action, for menus. Raises KeyError for an unknown id."""
        return self._actions[act_id]

    def bind(
        self,
        act_id: str,
        handler: Callable[[], object],
        *,
        enabled: bool = True,
        lasting: bool = False,
    ) -> None:
        """Say what an act does: on this page, or, `lasting`, wherever one is."""
        self._handlers[act_id] = handler
        self.enable(act_id, enabled)
        if lasting:
            self._lasting.add(act_id)

    def forget_page(self) -> None:
        """Let go of what the page in front bound: its acts must not be done behind its back."""
        for act_id in self._handlers.keys() - self._lasting:
            del self._handlers[act_id]
            self.enable(act_id, enabled=False)

    def enable(self, act_id: str, enabled: bool) -> None:  # noqa: FBT001 - a setter as Qt's
        """Say whether an act can be done now."""
        (self._possible.add if enabled else self._possible.discard)(act_id)
        self._show(act_id)

    def refuse(self, reason: str) -> None:
        """Let nothing that writes be done, and say why in its tooltip; "" allows it again."""
        self._refusal = reason
        for act_id in WRITES:
            self._show(act_id)

    @property
    def group_refusal(self) -> str:
        """Why nothing can be written in the group in front; empty while it can."""
        return self._group_refusal

    def refuse_in_group(self, reason: str) -> None:
        """Let nothing be written in the group in front, and say why; "" allows it again."""
        self._group_refusal = reason
        for act_id in _WRITES_IN_GROUP:
            self._show(act_id)

    def trigger(self, act_id: str) -> None:
        """Do an act, as its button, menu or shortcut would; a disabled one does nothing."""
        if self._actions[act_id].isEnabled():
            self._handlers[act_id]()

    def button(
        self, act_id: str, kind: ButtonKind = "default", parent: QWidget | None = None
    ) -> QPushButton:
        """Return a button that follows an act: text, tooltip with the shortcut, enabled or not."""
        made = button("", kind, LOOKS[act_id].icon, parent)
        self._follow(made, self._actions[act_id], made.setText)
        return made

    def icon_button(self, act_id: str, parent: QWidget | None = None) -> QPushButton:
        """Return the same without a text beside the icon."""
        made = icon_button(LOOKS[act_id].icon, "", parent)
        self._follow(made, self._actions[act_id], made.setAccessibleName)
        return made

    def menu(self, act_ids: tuple[str, ...], parent: QWidget) -> QMenu:
        """Return a menu of acts; an empty id is a line between them."""
        menu = QMenu(parent)
        for act_id in act_ids:
            if act_id:
                menu.addAction(self._actions[act_id])
            else:
                menu.addSeparator()
        return menu

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        return super().eventFilter(watched, event)

    @staticmethod
    def _follow(made: QPushButton, action: QAction, name: Callable[[str], object]) -> None:
        made.clicked.connect(action.trigger)

        def follow() -> None:
            name(action.text())
            made.setToolTip(action.toolTip())
            made.setEnabled(action.isEnabled())

        def let_go() -> None:
            if isValid(action):  # a window that closes may free its actions first
                action.changed.disconnect(follow)

        action.changed.connect(follow)
        made.destroyed.connect(let_go)
        follow()

    def _translate(self) -> None:
        for act_id, text in self._texts().items():
            self._actions[act_id].setText(text)
            self._show(act_id)

    def _show(self, act_id: str) -> None:
        action = self._actions[act_id]
        refused = self._refusal if act_id in WRITES else ""
        if act_id in _WRITES_IN_GROUP:
            refused = refused or self._group_refusal
        action.setToolTip(f"{_tip(action)}\n{refused}" if refused else _tip(action))
        action.setEnabled(not refused and act_id in self._possible and act_id in self._handlers)

    def _texts(self) -> dict[str, str]:
        return {
            "page.today": self.tr("Today"),
            "page.members": self.tr("Members"),
            "page.rules": self.tr("Rules"),
            "page.templates": self.tr("Templates"),
            "page.cases": self.tr("Cases"),
            "page.reports": self.tr("Reports"),
            "page.audit": self.tr("Audit log"),
            "page.people": self.tr("People"),
            "page.settings": self.tr("Settings"),
            "group.create": self.tr("New group…"),
            "group.open": self.tr("About the group"),
            "group.edit": self.tr("Edit group…"),
            "group.lists": self.tr("Imported lists…"),
            "group.archive": self.tr("Archive group…"),
            "group.restore": self.tr("Restore group"),
            "member.add": self.tr("Add member"),
            "member.import": self.tr("Import…"),
            "member.edit": self.tr("Edit member…"),
            "member.find": self.tr("Find"),
            "member.filter": self.tr("Filter…"),
            "member.columns": self.tr("Columns"),
            "member.bulk": self.tr("Change…"),
            "member.export": self.tr("Export…"),
            "filter.save": self.tr("Save filter…"),
            "person.open": self.tr("Person…"),
            "person.link": self.tr("Same person…"),
            "person.apart": self.tr("Not the same"),
            "person.unblock": self.tr("Take off the blocklist…"),
            "talk.record": self.tr("Log private talk"),
            "talk.plan": self.tr("Plan a talk…"),
            "recognition.record": self.tr("Note something good…"),
            "warning.compose": self.tr("Warn…"),
            "member.remove": self.tr("Remove…"),
            "removal.steps": self.tr("Carry out…"),
            "rules.publish": self.tr("Publish…"),
            "rules.copy": self.tr("Copy rules"),
            "rules.announce": self.tr("Announce…"),
            "rules.told": self.tr("Who was told…"),
            "rules.compare": self.tr("Compare…"),
            "rules.send": self.tr("Copy to other groups…"),
            "rules.starter": self.tr("From a starter set…"),
            "rules.add": self.tr("Add rule"),
            "rules.insert": self.tr("Insert rule above"),
            "rules.duplicate": self.tr("Duplicate rule"),
            "rules.move_first": self.tr("Move to the top"),
            "rules.move_up": self.tr("Move up"),
            "rules.move_down": self.tr("Move down"),
            "rules.move_last": self.tr("Move to the end"),
            "rules.undo": self.tr("Undo in the draft"),
            "rules.redo": self.tr("Redo in the draft"),
            "rules.renumber": self.tr("Renumber…"),
            "rules.remove": self.tr("Remove from draft"),
            "ladder.edit": self.tr("Edit ladder…"),
            "rules.discard": self.tr("Discard draft"),
            "template.new": self.tr("New template"),
            "template.save": self.tr("Save template"),
            "template.insert": self.tr("Insert"),
            "template.copy": self.tr("Copy template"),
            "template.hide": self.tr("Stop offering"),
            "template.offer": self.tr("Offer again"),
            "template.reset": self.tr("Original words"),
            "template.discard": self.tr("Discard changes"),
            "template.import": self.tr("Import templates…"),
            "template.export": self.tr("Export templates…"),
            "case.open": self.tr("New case…"),
            "case.claim": self.tr("Take on"),
            "case.hand_over": self.tr("Hand over…"),
            "case.release": self.tr("Give back…"),
            "case.note": self.tr("Write a note"),
            "case.correct": self.tr("Correct…"),
            "case.wrong_person": self.tr("Wrong person…"),
            "case.relate": self.tr("Put together…"),
            "case.close": self.tr("Close case…"),
            "case.reopen": self.tr("Open again…"),
            "act.reverse": self.tr("Lift…"),
            "report.case": self.tr("Print case file…"),
            "report.group": self.tr("Print group audit…"),
            "audit.verify": self.tr("Verify now"),
            "backup.make": self.tr("Back up now"),
            "workspace.leave_sample": self.tr("Leave the sample"),
            "workspace.reopen": self.tr("Open again"),
            "window.full": self.tr("Full screen"),
            "app.quit": self.tr("Quit"),
        }


def _tip(action: QAction) -> str:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    text = action.text().replace("&", "")
    return f"{text} ({keys})" if keys else text
