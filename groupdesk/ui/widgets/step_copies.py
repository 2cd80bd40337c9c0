# SPDX-License-Identifier: MIT
"""What a person copies for the steps of a removal: the notice, the member's ID, the reason."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from groupdesk.domain.act_records import RemovalRecord
from groupdesk.domain.carrying_out import FIND_MEMBER, REMOVE, SEND_NOTICE
from groupdesk.domain.enums import Platform
from groupdesk.domain.platform_texts import LENGTH_LIMITS, shown_on
from groupdesk.domain.records import MemberDetail
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.buttons import Button, button
from groupdesk.ui.widgets.step_row import StepRow

_AUDIT_REASON = 512
"""The longest reason in Discord's audit log, in characters (API reference, "Audit Log Reason")."""


class StepCopies(QObject):
    """Buttons in the rows of the steps that need them."""

    copied = Signal()

    def __init__(self, context: UiContext, rows: Mapping[str, StepRow], parent: QObject) -> None:
        """Put a button into each of `rows` for which there is something to copy."""
        super().__init__(parent)
        self._context = context
        self._rows = rows
        self._removal: RemovalRecord | None = None
        self._detail: MemberDetail | None = None
        texts: dict[str, Callable[[], str]] = {
            SEND_NOTICE: lambda: self._removal.notice if self._removal is not None else "",
            FIND_MEMBER: self._who,
            REMOVE: self._audit_reason,
        }
        self.buttons = {
            code: self._button(rows[code], texts[code]) for code in texts if code in rows
        }

    def show_open(
        self, removal: RemovalRecord, detail: MemberDetail, steps: frozenset[str]
    ) -> None:
        """Offer what these open steps of one member need; none of `steps` offers nothing."""
        self._removal, self._detail = removal, detail
        known = bool(detail.fields.external_id)
        texts = {
            FIND_MEMBER: self.tr("Copy ID") if known else self.tr("Copy name"),
            REMOVE: self.tr("Copy reason"),
            SEND_NOTICE: self.tr("Copy notice"),
        }
        for code, one in self.buttons.items():
            one.setText(texts[code])
            discord = detail.group.platform is Platform.DISCORD
            one.setVisible(code in steps and (discord or code != REMOVE))
        if SEND_NOTICE in self._rows:
            note = self._rows[SEND_NOTICE].note
            note.setText(self._cut(removal.notice) if SEND_NOTICE in steps else "")
            note.setVisible(bool(note.text()))

    def _button(self, row: StepRow, text: Callable[[], str]) -> Button:
        made = button("", icon_name="copy", parent=row)

        def copy() -> None:
            QGuiApplication.clipboard().setText(text())
            self.copied.emit()

        made.clicked.connect(copy)
        row.add_act(made)
        return made

    def _cut(self, notice: str) -> str:
        """Say where the platform would cut the notice, or swallow signs of it."""
        if self._detail is None:
            return ""
        platform = self._detail.group.platform
        name = self._context.translations.words(f"platform.{platform.value}")
        limit = LENGTH_LIMITS.get(platform, 0)
        said = []
        if limit and len(notice) > limit:
            said.append(
                self.tr("The notice has {0} characters, {1} takes {2}: send it in parts.").format(
                    len(notice), name, limit
                )
            )
        swallowed = shown_on(platform, notice).swallowed
        if swallowed:
            told = self.tr("{0} takes {1} for formatting and does not show it.")
            said.append(told.format(name, " ".join(swallowed)))
        return "\n".join(said)

    def _who(self) -> str:
        if self._detail is None or self._removal is None:
            return ""
        return self._detail.fields.external_id or self._removal.member_name

    def _audit_reason(self) -> str:
        """Return what fits into the platform's own log: the case's number, then the reason."""
        if self._removal is None:
            return ""
        head = self.tr("Case {0}").format(self._removal.case_number)
        return f"{head}: {' '.join(self._removal.reason.split())}"[:_AUDIT_REASON]
