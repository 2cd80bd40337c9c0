# SPDX-License-Identifier: MIT
"""The conditions of a member list, all in one place, with how many members fit them."""

from collections.abc import Callable

from PySide6.QtCore import QDate, QEvent, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QDateEdit, QHBoxLayout, QLineEdit, QWidget

from groupdesk.domain.enums import MemberRole
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.member_filter import STANDINGS, STATES, Conditions, MemberFilter
from groupdesk.ui.condition_words import standing_name
from groupdesk.ui.context import UiContext
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.flow_layout import FlowLayout
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.number_field import NumberField

_COUNT_AFTER = 150  # milliseconds of rest before the members are counted
_ACTIVITY = ("", "inactive", "either", "unknown")


class FilterDialog(DialogFrame):
    """Asks which members are to be shown; all that is set has to hold."""

    chosen = Signal(object)
    """The Conditions."""

    def __init__(
        self, context: UiContext, which: MemberFilter, parent: QWidget | None = None
    ) -> None:
        """Begin with the conditions of `which`; its group, chip and words go on to hold."""
        super().__init__(parent, side=False)
        self._context = context
        self._which = which
        self._asked = 0
        self.standing = {name: QCheckBox(self) for name in STANDINGS}
        self.activity: ChoiceBox[str] = ChoiceBox(self)
        self.days = NumberField(1, 3650, self)
        self.days.setValue(30)
        self.tag = QLineEdit(self)
        self.role: ChoiceBox[MemberRole | None] = ChoiceBox(self)
        self.state: ChoiceBox[str] = ChoiceBox(self)
        self.key_customer: ChoiceBox[bool | None] = ChoiceBox(self)
        self.protected: ChoiceBox[bool | None] = ChoiceBox(self)
        self.joined_from, self.joined_to = _Day(self), _Day(self)
        standing = QWidget(self)
        flow = FlowLayout(standing, current_theme().size("space_m"))
        for check in self.standing.values():
            flow.addWidget(check)
        self.fields = {
            "standing": FormField("", standing, self),
            "activity": FormField("", self.activity, self),
            "inactive_days": FormField("", self.days, self),
            "tag": FormField("", self.tag, self),
            "role": FormField("", self.role, self),
            "joined_from": FormField("", self.joined_from, self),
            "joined_to": FormField("", self.joined_to, self),
            "key_customer": FormField("", self.key_customer, self),
            "protected": FormField("", self.protected, self),
            "state": FormField("", self.state, self),
        }
        self._clear = self.add_left(button("", parent=self))
        self._clear.clicked.connect(lambda: self._show(Conditions()))
        self._build()
        self._timer = QTimer(self, singleShot=True, interval=_COUNT_AFTER)
        self._timer.timeout.connect(self._count)
        self._say()
        self._show(which.conditions)
        self._follow()
        self.main_requested.connect(self._accept)
        self.act_on_enter(self.tag, self.days.line)
        self.resize(620, 560)
        self._timer.stop()
        self._count()

    def conditions(self) -> Conditions:
        """Return what the form asks."""
        activity = self.activity.value
        return Conditions(
            standing=tuple(name for name, check in self.standing.items() if check.isChecked()),
            inactive_days=self.days.value() if activity in {"inactive", "either"} else 0,
            activity_unknown=activity in {"either", "unknown"},
            tag=self.tag.text(),
            role=self.role.value,
            joined_from=self.joined_from.day,
            joined_to=self.joined_to.day,
            key_customer=self.key_customer.value,
            protected=self.protected.value,
            state=self.state.value,
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._count()

    # ---- building

    def _build(self) -> None:
        self.form.addWidget(self.fields["standing"])
        for pair in (
            ("activity", "inactive_days"),
            ("tag", "role"),
            ("joined_from", "joined_to"),
            ("key_customer", "protected"),
        ):
            row = QHBoxLayout()
            row.setSpacing(current_theme().size("space_m"))
            for key in pair:
                row.addWidget(self.fields[key], 1)
            self.form.addLayout(row)
        self.form.addWidget(self.fields["state"])
        self.form.addStretch(1)
        self.add_cancel()

    def _follow(self) -> None:
        for box in (self.activity, self.role, self.state, self.key_customer, self.protected):
            box.chosen.connect(self._on_change)
        for check in self.standing.values():
            check.toggled.connect(self._on_change)
        for day in (self.joined_from, self.joined_to):
            day.changed.connect(self._on_change)
        self.days.valueChanged.connect(self._on_change)
        self.tag.textChanged.connect(self._on_change)

    def _say(self) -> None:
        words = self._context.translations.words
        self.set_head(
            self.tr("Filter members"),
            self.tr("All that you set here has to hold. Leave open what does not matter."),
            sign="list-filter",
        )
        self.set_main(self.tr("Show members"))
        self._clear.setText(self.tr("Clear all"))
        for name, check in self.standing.items():
            check.setText(standing_name(words, name))
        self.activity.set_choices(
            list(
                zip(
                    (
                        self.tr("Does not matter"),
                        self.tr("Inactive for so many days"),
                        self.tr("Inactive so long, or unknown"),
                        self.tr("Activity unknown"),
                    ),
                    _ACTIVITY,
                    strict=True,
                )
            )
        )
        anybody = self.tr("Does not matter")
        roles = [(words(f"member_role.{one.value}"), one) for one in MemberRole]
        self.role.set_choices([(anybody, None), *roles])
        states = [(words(f"condition.state.{one}"), one) for one in STATES if one]
        self.state.set_choices([(self.tr("In the group now"), ""), *states])
        for box in (self.key_customer, self.protected):
            box.set_choices([(anybody, None), (self.tr("Yes"), True), (self.tr("No"), False)])
        captions = {
            "standing": self.tr("&Standing, any of these"),
            "activity": self.tr("&Activity"),
            "inactive_days": self.tr("&Days"),
            "tag": self.tr("&Tag"),
            "role": self.tr("&Role"),
            "joined_from": self.tr("&Joined on or after"),
            "joined_to": self.tr("J&oined on or before"),
            "key_customer": self.tr("&Key customer"),
            "protected": self.tr("&Protected"),
            "state": self.tr("Pr&esent or former"),
        }
        for key, caption in captions.items():
            self.fields[key].set_caption(caption)
        for day in (self.joined_from, self.joined_to):
            day.set_format(self.tr("d MMM yyyy"))

    def _show(self, asked: Conditions) -> None:
        for name, check in self.standing.items():
            check.setChecked(name in asked.standing)
        activity = _ACTIVITY[0]
        if asked.inactive_days:
            activity = _ACTIVITY[2 if asked.activity_unknown else 1]
            self.days.setValue(asked.inactive_days)
        elif asked.activity_unknown:
            activity = _ACTIVITY[3]
        self.activity.choose(activity)
        self.tag.setText(asked.tag)
        self.role.choose(asked.role)
        self.joined_from.show_day(asked.joined_from)
        self.joined_to.show_day(asked.joined_to)
        self.key_customer.choose(asked.key_customer)
        self.protected.choose(asked.protected)
        self.state.choose(asked.state)
        self._on_change()

    # ---- what fits

    def _on_change(self, *_said: object) -> None:
        self.fields["inactive_days"].setEnabled(self.activity.value in {"inactive", "either"})
        for field in ("inactive_days", "joined_to", "tag"):
            self.fields[field].clear_error()
        self._timer.start()

    def _checked(self, refused: Callable[[ValidationError], object]) -> Conditions | None:
        try:
            return self.conditions().checked()
        except ValidationError as error:
            refused(error)
            return None

    def _count(self) -> None:
        asked = self._checked(lambda _error: self.set_hint(""))
        if asked is None:
            return
        self._asked += 1
        number, which = self._asked, self._which._replace(conditions=asked)
        members = self._context.desk.members

        def show(count: int) -> None:
            if number == self._asked:
                self.set_hint(self.tr("%n member(s) fit", "", count))

        self._context.runner.run(
            self, lambda: members.count(which), show, lambda _: self.set_hint(""), pool="files"
        )

    def _accept(self) -> None:
        def refused(error: ValidationError) -> None:
            self.show_failure(error, self._context.error_text(error), self.fields)

        asked = self._checked(refused)
        if asked is not None:
            self.chosen.emit(asked)
            self.accept()


class _Day(QWidget):
    """A day that may be left open."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.check = QCheckBox(self)
        self.edit = QDateEdit(QDate.currentDate(), self)
        self.edit.setCalendarPopup(True)
        self.edit.setEnabled(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.check)
        row.addWidget(self.edit, 1)
        self.setFocusProxy(self.check)
        self.check.toggled.connect(self.edit.setEnabled)
        self.check.toggled.connect(self.changed)
        self.edit.dateChanged.connect(self.changed)

    @property
    def day(self) -> str:
        """The day as 2026-11-30, "" while it is left open."""
        return self.edit.date().toString("yyyy-MM-dd") if self.check.isChecked() else ""

    def show_day(self, day: str) -> None:
        self.check.setChecked(bool(day))
        if day:
            self.edit.setDate(QDate.fromString(day, "yyyy-MM-dd"))

    def set_format(self, shown: str) -> None:
        self.edit.setDisplayFormat(shown)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.check.setAccessibleName(name)
        self.edit.setAccessibleName(name)
