# SPDX-License-Identifier: MIT
"""On the settings page: whether the text in screenshots is read, and how far that is."""

import sys

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from groupdesk.domain.enums import Topic
from groupdesk.domain.machine_text import ReadingState
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.card import Card
from groupdesk.ui.widgets.labels import label

INSTALL = f'"{sys.executable}" -m pip install "groupdesk[ocr]"'
"""What installs the extra beside the very program that runs; the same in all shells."""


class ReadingCard(Card):
    """Where the extra is missing it says so here, and nowhere else."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Start empty; `reload` fills it."""
        super().__init__(parent=parent)
        self._context = context
        self._head = label(role="section", parent=self)
        self.choice = QCheckBox(self)
        self.state = label(parent=self, wrap=True)
        self._note = label(role="muted", parent=self, wrap=True)
        self.command = label(INSTALL, "strong", self, wrap=True, selectable=True)
        self.again_button = button("", icon_name="rotate-ccw", parent=self)
        row = QHBoxLayout()
        row.addWidget(self.again_button)
        row.addStretch(1)
        for part in (self._head, self.choice, self.state, self._note, self.command):
            self.body.addWidget(part)
        self.body.addLayout(row)
        self.choice.toggled.connect(self._on_choice)
        self.again_button.clicked.connect(self._try_again)
        context.events.changed.connect(self._on_changed)

    def reload(self) -> None:
        """Show how it stands by now."""
        texts, wanted = self._context.desk.evidence_texts, self._context.settings.values
        state, there = texts.state(), bool(texts.engine)
        self._head.setText(self.tr("Text in screenshots"))
        self.choice.setText(self.tr("&Read the text in screenshots, so that searches find it"))
        self.choice.setEnabled(there)
        self.choice.blockSignals(True)  # noqa: FBT003 — Qt's setter
        self.choice.setChecked(there and wanted.read_pictures)
        self.choice.blockSignals(False)  # noqa: FBT003 — Qt's setter
        self.state.setText(self._state_text(state) if there or state.read else "")
        self.state.setVisible(bool(self.state.text()))
        self._note.setText(self._about(there=there))
        self.command.setVisible(not there)
        self.again_button.setText(self.tr("Try those again"))
        self.again_button.setVisible(there and wanted.read_pictures and state.failed > 0)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._head.text():
            self.reload()
        super().changeEvent(event)

    def _about(self, *, there: bool) -> str:
        if not there:
            return self.tr(
                "This needs an extra that is not installed: about 130 MB to download. Everything"
                " else works without it. To install it, close GroupDesk and run:"
            )
        return self.tr(
            "Done on this computer after an act is saved, in a process of its own without access"
            " to the network. It can be wrong, so it is marked as read by machine and is in no"
            " report."
        )

    def _state_text(self, state: ReadingState) -> str:
        if not state.total:
            return self.tr("No act uses a screenshot yet.")
        said = [self.tr("{0} of {1} screenshots read.").format(state.read, state.total)]
        if state.failed:
            said.append(self.tr("%n of them could not be read.", "", state.failed))
        return " ".join(said)

    def _on_changed(self, topics: frozenset[Topic]) -> None:
        if Topic.EVIDENCE in topics and self.isVisible():
            self.reload()

    def _on_choice(self, wanted: bool) -> None:  # noqa: FBT001 — Qt's signal
        self._context.settings.values.read_pictures = wanted
        self._context.settings.save()
        self._context.events.publish({Topic.EVIDENCE})

    def _try_again(self) -> None:
        context = self._context

        def done(_count: int) -> None:
            context.events.publish({Topic.EVIDENCE})

        def failed(error: Exception) -> None:
            context.notify(context.error_text(error), "danger")

        context.runner.run(self, context.desk.evidence_texts.forget_failed, done, failed)
