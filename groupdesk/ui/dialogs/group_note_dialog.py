# SPDX-License-Identifier: MIT
"""Why a group is joined, kept or muted, in the words of today."""

import uuid
from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from groupdesk.domain.records import GroupRecord, Receipt
from groupdesk.domain.review_enums import GroupNoteKind
from groupdesk.domain.text import is_blank, visible
from groupdesk.domain.upkeep_records import GroupNoteRequest, GroupUse
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.growing_text import GrowingText
from groupdesk.ui.widgets.labels import label

_ANSWERS = ("purpose", "belongs", "why_now")


class GroupNoteDialog(DialogFrame):
    """Three short answers before one joins; a reason for what is kept or muted."""

    def __init__(
        self,
        context: UiContext,
        groups: Sequence[GroupRecord | GroupUse],
        kind: GroupNoteKind,
        parent: QWidget | None = None,
    ) -> None:
        """Ask about `groups`, all of which get the same note."""
        super().__init__(parent, side=False)
        self._context = context
        self._groups = tuple(groups)
        self._kind = kind
        self._operation = uuid.uuid4()
        self._meaning = label(parent=self, wrap=True)
        self.texts = {name: GrowingText(2, 6, self) for name in (*_ANSWERS, "text")}
        self.fields = {name: FormField("", text, self) for name, text in self.texts.items()}
        self._help = label(role="secondary", parent=self, wrap=True, selectable=True)
        self.form.addWidget(self._meaning)
        for name, field in self.fields.items():
            field.setVisible(name in self._shown)
            self.form.addWidget(field)
            self.texts[name].textChanged.connect(self._check)
        self.form.addWidget(self._help)
        self.form.addStretch(1)
        self._fill()
        self.add_cancel()
        self._say()
        self.main_requested.connect(self._save)
        self.resize(560, 500 if self._joining else 360)
        self.texts["why_now" if self._joining else "text"].setFocus()
        self.ask_before_leaving(self._said)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    @property
    def _joining(self) -> bool:
        return self._kind is GroupNoteKind.JOINED

    @property
    def _shown(self) -> tuple[str, ...]:
        return _ANSWERS if self._joining else ("text",)

    def _fill(self) -> None:
        """Begin with what the group says of itself; it is only the reason that one has to find."""
        first = self._groups[0]
        if self._joining and isinstance(first, GroupRecord):
            self.texts["purpose"].setPlainText(first.purpose)
            self.texts["belongs"].setPlainText(first.belongs)

    def _say(self) -> None:
        name = visible(self._groups[0].name)
        several = self.tr("%n group(s)", "", len(self._groups))
        of = name if len(self._groups) == 1 else several
        heads = {
            GroupNoteKind.JOINED: self.tr("Before you join {0}"),
            GroupNoteKind.KEPT: self.tr("Keep {0}"),
            GroupNoteKind.MUTED: self.tr("Notifications of {0} are off"),
        }
        signs = {GroupNoteKind.KEPT: "check", GroupNoteKind.MUTED: "bell-off"}
        self.set_head(
            heads[self._kind].format(of), "", sign=signs.get(self._kind, "message-square-text")
        )
        meanings = {
            GroupNoteKind.JOINED: self.tr(
                "A minute now saves a group too many later. What you write is kept as it is today"
                " and shown when the group is looked at again."
            ),
            GroupNoteKind.KEPT: self.tr(
                "The clean-up does not ask about it again for as many days as it looks back."
            ),
            GroupNoteKind.MUTED: self.tr(
                "GroupDesk changes nothing on the platform. The note tells you and the others"
                " that messages there are not seen at once."
            ),
        }
        self._meaning.setText(meanings[self._kind])
        self.fields["purpose"].set_caption(self.tr("&Purpose: what is it for?"))
        self.fields["belongs"].set_caption(self.tr("Who &belongs in it?"))
        self.fields["why_now"].set_caption(self.tr("Why &now?"))
        captions = {
            GroupNoteKind.KEPT: self.tr("&Why it is kept"),
            GroupNoteKind.MUTED: self.tr("Since when, and &why"),
        }
        self.fields["text"].set_caption(captions.get(self._kind, ""))
        words = self._context.translations.words
        platforms = dict.fromkeys(group.platform.value for group in self._groups)
        self._help.setText("\n".join(words(f"mute_help.{one}") for one in platforms))
        self._help.setVisible(self._kind is GroupNoteKind.MUTED)
        self.set_main(self.tr("Write it down"), "check")
        self._check()

    def _said(self) -> tuple[str, ...]:
        return tuple(self.texts[name].toPlainText() for name in self._shown)

    def _check(self) -> None:
        for field in self.fields.values():
            field.clear_error()
        missing = self.tr("one of the answers") if self._joining else self.tr("a reason")
        self.set_missing([missing] if all(map(is_blank, self._said())) else [])

    def _save(self) -> None:
        said = dict(zip(self._shown, self._said(), strict=True))
        ids = tuple(group.id for group in self._groups)
        request = GroupNoteRequest(self._operation, ids, self._kind, **said)
        notes = self._context.desk.upkeep.group_notes
        self.set_busy(True)
        self._context.runner.run(
            self, lambda: notes.record(request), self._on_saved, self._on_failed
        )

    def _on_saved(self, receipt: Receipt) -> None:
        self.set_busy(False)
        self._context.done(receipt)
        self._context.notify(self.tr("Written down."), seconds=6)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        self.show_failure(error, self._context.error_text(error), self.fields)
