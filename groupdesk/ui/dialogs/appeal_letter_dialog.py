# SPDX-License-Identifier: MIT
"""The letter that says how an objection was decided; it can be printed, too."""

from PySide6.QtWidgets import QWidget

from groupdesk.domain.appeal_records import AppealRecord
from groupdesk.domain.enums import SubjectKind
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.letter_dialog import Letter, LetterDialog
from groupdesk.ui.widgets.buttons import button


class AppealLetterDialog(LetterDialog):
    """What became of it is recorded here."""

    def __init__(
        self,
        context: UiContext,
        appeal: AppealRecord,
        parent: QWidget | None = None,
        *,
        told: str = "",
    ) -> None:
        """Show the letter of `appeal`; `told` says what was just recorded."""
        self.appeal = appeal
        decision, row = appeal.decision, appeal.row
        letter = Letter(
            kind=SubjectKind.APPEAL,
            target_id=row.id,
            member_name=row.member_name,
            platform=appeal.target.platform,
            sender=decision.operator if decision is not None else "",
            text=decision.letter if decision is not None else "",
            deliveries=appeal.deliveries,
        )
        self.print_button = button("", icon_name="printer")
        super().__init__(context, letter, parent, told=told)
        self.add_act(self.print_button)
        self.print_button.clicked.connect(self._on_print)

    def about(self) -> str:
        row = self.appeal.row
        return self.tr("Case {0} · {1}").format(row.case_number, row.group_name)

    def _translate_dialog(self) -> None:
        super()._translate_dialog()
        self.print_button.setText(self.tr("Print letter…"))

    def _on_print(self) -> None:
        from groupdesk.ui.dialogs.letter_print_dialog import LetterPrintDialog  # noqa: PLC0415

        LetterPrintDialog(self.context, self.appeal.row, self).open()
