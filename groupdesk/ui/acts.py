# SPDX-License-Identifier: MIT
"""The registry of acts: each has one id, text, icon and shortcut, wherever it is offered."""

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QPushButton, QWidget
from shiboken6 import isValid

from groupdesk.domain.text import visible
from groupdesk.ui.act_looks import LOOKS, WRITES, WRITES_IN_GROUP
from groupdesk.ui.icons import icon
from groupdesk.ui.widgets.buttons import ButtonKind, button, icon_button

_WHILE_LOCKED = frozenset({"window.full", "app.quit"})


class _Speaks(Protocol):
    def tr(self, text: str, /) -> str: ...


class _AsWritten:
    def tr(self, text: str, /) -> str:
        return text


class Acts(QObject):
    """All acts of the window as QActions. A page says what an act does and when it can be done."""

    refused = Signal(str)
    """Somebody pressed the keys of an act that is refused; says why."""

    def __init__(self, parent: QWidget) -> None:
        """Make the actions; `parent` is the window, whose shortcuts they become."""
        super().__init__(parent)
        self._window = parent
        self._handlers: dict[str, Callable[[], object]] = {}
        self._lasting: set[str] = set()
        self._possible: set[str] = set()  # as far as the page in front is concerned
        self._refusal = ""
        self._group_refusal = ""
        self._denied: dict[str, str] = {}
        self._against: dict[str, str] = {}
        self._locked = False
        self._keys: dict[str, QShortcut] = {}  # of acts that are refused
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

    def enable(self, act_id: str, enabled: bool, why: str = "") -> None:  # noqa: FBT001 - as Qt's
        """Say whether an act can be done now; `why` says what is against it where one may ask."""
        self._against[act_id] = why
        (self._possible.add if enabled else self._possible.discard)(act_id)
        self._show(act_id)

    def refuse(self, reason: str) -> None:
        """Let nothing that writes be done, and say why in its tooltip; "" allows it again."""
        self._refusal = reason
        for act_id in WRITES:
            self._show(act_id)

    def deny(self, reasons: Mapping[str, str]) -> None:
        """Let these acts not be done, each for its reason; {} allows all again."""
        changed = self._denied.keys() | reasons.keys()
        self._denied = dict(reasons)
        for act_id in changed:
            self._show(act_id)

    def lock(self, *, locked: bool) -> None:
        """Let nothing be done but leaving while nobody is signed in."""
        self._locked = locked
        for act_id in LOOKS:
            self._show(act_id)

    def why_refused(self, act_id: str) -> str:
        """Return why an act cannot be done, whatever the page says; empty while it can."""
        refused = self._refusal if act_id in WRITES else ""
        refused = refused or self._denied.get(act_id, "")
        refused = refused or (self._group_refusal if act_id in WRITES_IN_GROUP else "")
        return refused or self._against.get(act_id, "")

    def offers(self, act_id: str) -> bool:
        """Say whether it is an act of what is in front, refused or not."""
        return act_id in self._possible and act_id in self._handlers

    def of_page(self) -> tuple[str, ...]:
        """Return the acts that the page in front brought along and that can be done now."""
        page = self._handlers.keys() - self._lasting
        return tuple(one for one in LOOKS if one in page and self._actions[one].isEnabled())

    @staticmethod
    def as_written() -> dict[str, str]:
        """Return what the acts are called in English, whatever language the window is in."""
        return Acts._texts(_AsWritten())

    @property
    def group_refusal(self) -> str:
        """Why nothing can be written in the group in front; empty while it can."""
        return self._group_refusal

    def refuse_in_group(self, reason: str) -> None:
        """Let nothing be written in the group in front, and say why; "" allows it again."""
        self._group_refusal = reason
        for act_id in WRITES_IN_GROUP:
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
        menu.setToolTipsVisible(True)  # why what is grey cannot be done
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
            made.setAccessibleDescription(action.statusTip())
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
        action, refused = self._actions[act_id], visible(self.why_refused(act_id))
        action.setToolTip(f"{_tip(action)}\n{refused}" if refused else _tip(action))
        action.setStatusTip(refused)
        offered = act_id in self._possible and act_id in self._handlers
        if self._locked:
            offered = offered and act_id in _WHILE_LOCKED
        self._listen(act_id, on=offered and bool(refused))  # before or after: never both
        action.setEnabled(offered and not refused)

    def _listen(self, act_id: str, *, on: bool) -> None:
        """Hear the keys of an act that is refused: Qt looks up none of a disabled action."""
        keys = self._keys.get(act_id)
        if keys is None and on and LOOKS[act_id].shortcut:
            keys = QShortcut(QKeySequence(LOOKS[act_id].shortcut), self._window)
            keys.activated.connect(lambda: self.refused.emit(self.why_refused(act_id)))
            self._keys[act_id] = keys
        if keys is not None:
            self._actions[act_id].setEnabled(False)
            keys.setEnabled(on)

    def _texts(self: "_Speaks") -> dict[str, str]:
        return {
            "page.today": self.tr("Today"),
            "page.members": self.tr("Members"),
            "page.rules": self.tr("Rules"),
            "page.templates": self.tr("Templates"),
            "page.cases": self.tr("Cases"),
            "page.requests": self.tr("Requests"),
            "page.reviews": self.tr("Reviews"),
            "page.reports": self.tr("Reports"),
            "page.audit": self.tr("Audit log"),
            "page.people": self.tr("People"),
            "page.settings": self.tr("Settings"),
            "group.create": self.tr("New group…"),
            "group.open": self.tr("About the group"),
            "group.edit": self.tr("Edit group…"),
            "group.process": self.tr("How decisions are made…"),
            "group.leaving": self.tr("How members leave…"),
            "group.lists": self.tr("Imported lists…"),
            "group.note": self.tr("I am going to join…"),
            "group.clean_up": self.tr("Clean up groups…"),
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
            "evidence.redact": self.tr("Redact and mark…"),
            "recognition.record": self.tr("Note something good…"),
            "warning.compose": self.tr("Warn…"),
            "member.remove": self.tr("Remove…"),
            "member.remove_many": self.tr("Remove…"),
            "member.remove_everywhere": self.tr("Remove from all groups…"),
            "removal.answer": self.tr("Answer the request…"),
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
            "case.hand_over": self.tr("Hand case over…"),
            "case.release": self.tr("Give case back…"),
            "case.note": self.tr("Write a note"),
            "case.correct": self.tr("Correct…"),
            "case.wrong_person": self.tr("Wrong person…"),
            "case.relate": self.tr("Put together…"),
            "case.close": self.tr("Close case…"),
            "case.reopen": self.tr("Open again…"),
            "appeal.record": self.tr("Record objection…"),
            "appeal.add": self.tr("Add…"),
            "appeal.decide": self.tr("Decide…"),
            "appeal.withdraw": self.tr("Withdrawn…"),
            "appeal.letter": self.tr("Letter…"),
            "exit.record": self.tr("Wants to leave…"),
            "exit.answer": self.tr("Answer…"),
            "exit.left": self.tr("Has left…"),
            "exit.customers": self.tr("Tell customers…"),
            "exit.check": self.tr("Do messages still come…"),
            "exit.letter": self.tr("Letter…"),
            "exit.save": self.tr("Save folder…"),
            "exit.hand_over": self.tr("Handover book…"),
            "exit.note": self.tr("Note…"),
            "exit.correct": self.tr("Correct the reason…"),
            "handover.open": self.tr("New handover book…"),
            "handover.book": self.tr("Open the book…"),
            "handover.move": self.tr("Hand over…"),
            "handover.print": self.tr("Print…"),
            "handover.back": self.tr("Give back…"),
            "handover.call_off": self.tr("Call off…"),
            "rejoin.record": self.tr("Wants to come back…"),
            "rejoin.answer": self.tr("Answer…"),
            "rejoin.take_in": self.tr("Is back"),
            "rejoin.trial": self.tr("End of trial…"),
            "rejoin.note": self.tr("Note…"),
            "rejoin.letter": self.tr("Letter…"),
            "review.start": self.tr("Start a review…"),
            "act.reverse": self.tr("Lift…"),
            "report.case": self.tr("Print case file…"),
            "report.group": self.tr("Print group audit…"),
            "report.exits": self.tr("Why people leave…"),
            "audit.verify": self.tr("Verify now"),
            "backup.make": self.tr("Back up now"),
            "workspace.leave_sample": self.tr("Leave the sample"),
            "operator.switch": self.tr("Switch operator…"),
            "operator.lock": self.tr("Lock"),
            "operator.pin": self.tr("My PIN…"),
            "operator.add": self.tr("Add operator…"),
            "window.find": self.tr("Go to anything…"),
            "window.full": self.tr("Full screen"),
            "app.quit": self.tr("Quit"),
        }


def _tip(action: QAction) -> str:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    text = action.text().replace("&", "")
    return f"{text} ({keys})" if keys else text
