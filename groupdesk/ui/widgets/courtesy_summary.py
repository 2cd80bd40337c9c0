# SPDX-License-Identifier: MIT
"""The courtesy check in one line, for where its panel is out of sight; it leads there."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.courtesy_panel import CourtesyPanel
from groupdesk.ui.widgets.icon_label import IconLabel


class CourtesySummary(QWidget):
    """Says how many things could be better; a click goes to the first of them."""

    def __init__(self, panel: CourtesyPanel, parent: QWidget | None = None) -> None:
        """Follow what `panel` found."""
        super().__init__(parent)
        self._panel = panel
        self._icon = IconLabel("smile", "ok", parent=self)
        self.link = button("", kind="link", parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current_theme().size("space_xs"))
        row.addWidget(self._icon)
        row.addWidget(self.link)
        row.addStretch(1)
        self.link.clicked.connect(self._go)
        panel.looked.connect(self._say)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        count = len(self._panel.problems)
        if count:
            tone = "danger" if self._panel.harsh else "warning"
            self._icon.set_icon("circle-alert", tone)
            text = self.tr("Courtesy check: %n things could be better", "", count)
        elif self._panel.unfilled:
            self._icon.set_icon("circle-alert", "danger")
            text = self.tr("Courtesy check: placeholders are wrong or not filled in")
        else:
            self._icon.set_icon("smile", "ok")
            text = self.tr("Courtesy check: nothing to improve")
        self.link.setText(text)
        self.setVisible(self._panel.report is not None)

    def _go(self) -> None:
        above = self._panel.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        offers = self._panel.advice.offer_buttons()
        if offers:
            offers[0].setFocus(Qt.FocusReason.TabFocusReason)
        if above is not None:
            above.ensureWidgetVisible(self._panel)
            if offers:
                above.ensureWidgetVisible(offers[0])  # where the panel is higher than its room
