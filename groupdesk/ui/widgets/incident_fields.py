# SPDX-License-Identifier: MIT
"""What happened, when, and how it was noticed: folded away until one wants to say it."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from groupdesk.domain.act_records import Incident
from groupdesk.domain.case_enums import NoticedHow
from groupdesk.domain.clock import from_text
from groupdesk.ui.context import UiContext
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.icon_label import IconLabel
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.text_area import TextArea
from groupdesk.ui.widgets.time_choice import TimeChoice


class IncidentFields(QWidget):
    """The part of a composer that describes the incident of a case."""

    changed = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Start empty and folded."""
        super().__init__(parent)
        self._context = context
        theme = current_theme()
        self.toggle = button("", "link", parent=self)
        self.toggle.setCheckable(True)
        self._arrow = IconLabel("chevron-right", "accent", parent=self)
        self.happened = TimeChoice(context.desk.clock, parent=self)
        self.noticed = QComboBox(self)
        self.quoted = TextArea(2, self)
        self._noticed_field = FormField("", self.noticed, self)
        self._quoted_field = FormField("", self.quoted, self)
        self._guess = label(role="secondary", parent=self, wrap=True)
        self._body = QWidget(self)
        inner = QVBoxLayout(self._body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(theme.size("space_s"))
        inner.addWidget(self.happened)
        inner.addWidget(self._guess)
        inner.addWidget(self._noticed_field)
        inner.addWidget(self._quoted_field)
        self._body.hide()
        head = QHBoxLayout()
        head.setSpacing(theme.size("space_xs"))
        head.addWidget(self._arrow)
        head.addWidget(self.toggle)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space_s"))
        column.addLayout(head)
        column.addWidget(self._body)
        for how in NoticedHow:
            self.noticed.addItem("", how)
        self.toggle.toggled.connect(self._fold)
        self.happened.changed.connect(self._name_toggle)
        self.happened.changed.connect(self.changed)
        self.noticed.currentIndexChanged.connect(lambda _at: self.changed.emit())
        self.quoted.textChanged.connect(self.changed)
        self._translate()
        self._fold(unfolded=False)

    def incident(self) -> Incident:
        """Return what was said."""
        return Incident(
            happened_at=self.happened.moment(),
            noticed_how=NoticedHow(self.noticed.currentData()),
            quoted_text=self.quoted.text.strip(),
            happened_assumed=self.happened.assumed,
        )

    def payload(self) -> dict[str, object]:
        """Return what a draft keeps."""
        return _payload(self.incident())

    def show_incident(self, said: Incident) -> None:
        """Show what was said of it before."""
        self.restore(_payload(said))

    def restore(self, payload: Mapping[str, object]) -> None:
        """Take what a draft kept, and unfold where something was said."""
        happened_at = str(payload.get("happened_at", ""))
        if payload.get("happened_assumed"):
            self.happened.assume(happened_at)
        else:
            self.happened.set_moment(happened_at)
        how = NoticedHow(str(payload.get("noticed_how", NoticedHow.UNKNOWN.value)))
        self.noticed.setCurrentIndex(self.noticed.findData(how))
        self.quoted.set_text(str(payload.get("quoted_text", "")))
        guess = Incident(happened_at, happened_assumed=True)
        self.toggle.setChecked(self.incident() not in {Incident(), guess})

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _fold(self, unfolded: bool) -> None:  # noqa: FBT001 — a slot
        self._body.setVisible(unfolded)
        self._arrow.set_icon("chevron-down" if unfolded else "chevron-right", "accent")

    def _name_toggle(self) -> None:
        """Say what is inside; a moment that is set stands there even while it is folded."""
        text = self.tr("When and how it was noticed, quoted text")
        happened = self.happened.moment()
        if happened:
            when = self._context.dates.moment(from_text(happened), self._context.desk.clock())
            text = self.tr("Happened {0} · how it was noticed, quoted text")
            if self.happened.assumed:
                text = self.tr("Happened {0} (assumed) · how it was noticed, quoted text")
            text = text.format(when)
        self.toggle.setText(text)
        self._guess.setVisible(self.happened.assumed)

    def _translate(self) -> None:
        words = self._context.translations.words
        self._name_toggle()
        self.happened.set_caption(self.tr("It &happened at"))
        self._guess.setText(
            self.tr(
                "Assumed: the time at which you began to write. Change it, or take the tick away"
                " if nobody knows."
            )
        )
        self._noticed_field.set_caption(self.tr("How it was &noticed"))
        self._quoted_field.set_caption(self.tr("&Quoted text, word for word"))
        for at in range(self.noticed.count()):
            self.noticed.setItemText(at, words(f"noticed_how.{self.noticed.itemData(at)}"))


def _payload(said: Incident) -> dict[str, object]:
    return {
        "happened_at": said.happened_at,
        "happened_assumed": said.happened_assumed,
        "noticed_how": said.noticed_how.value,
        "quoted_text": said.quoted_text,
    }
