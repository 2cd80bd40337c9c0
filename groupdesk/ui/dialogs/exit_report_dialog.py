# SPDX-License-Identifier: MIT
"""Why people left, as it is printed: for ourselves, or to hand out."""

from datetime import date

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from groupdesk.domain.enums import Edition
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.print_choices import PrintChoices
from groupdesk.ui.widgets.print_frame import PrintFrame


class ExitReportDialog(PrintFrame):
    """Offers who reads it, in which language, on which paper."""

    def __init__(
        self,
        context: UiContext,
        group_id: int,
        where: str,
        period: tuple[date, date],
        parent: QWidget | None = None,
    ) -> None:
        """Show the exits of a group, or of all for 0, called `where`, in `period`."""
        super().__init__(context, self._name_of_file, parent)
        self._group_id, self._where, self._period = group_id, where, period
        self.choices = PrintChoices(context, self)
        self.side.addWidget(self.choices)
        self.side.addStretch(1)
        self._say()
        self.choices.changed.connect(self._make)
        self.resize(1080, 760)
        self._make()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        self.set_head(self._name(), self._days(), sign="door-open")
        self.choices.say(
            {
                Edition.FILE: self.tr("Internal. All numbers as they are."),
                Edition.HANDOUT: self.tr(
                    "For outside: what is about fewer than 3 people is told together with others,"
                    " so that nobody can be guessed from a number."
                ),
            }
        )

    def _make(self) -> None:
        reports = self._context.desk.reports
        edition, language, paper = self.choices.chosen
        group_id, (since, until) = self._group_id, self._period
        self.make(
            lambda: reports.preview_exits(group_id, since, until, language, paper, edition=edition)
        )

    def _days(self) -> str:
        dates = self._context.dates
        return self.tr("{0} to {1}").format(*(dates.full_day(day) for day in self._period))

    def _name(self) -> str:
        return self.tr("Why people leave: {0}").format(self._where)

    def _name_of_file(self) -> str:
        days = [day.isoformat() for day in self._period]
        return self.tr("{0} {1} to {2}").format(self._name().replace(":", ""), *days)
