# SPDX-License-Identifier: MIT
"""One request to come back: where it stands, what is next, what was said and what is known."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from groupdesk.domain.errors import GroupDeskError
from groupdesk.domain.leaving_enums import RejoinEntryKind, RejoinState
from groupdesk.domain.rejoin_records import RejoinRecord
from groupdesk.ui.context import UiContext
from groupdesk.ui.rejoin_words import spoken
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.rejoin_known import RejoinKnownPanel
from groupdesk.ui.widgets.rejoin_said import RejoinSaid
from groupdesk.ui.widgets.rejoin_trial import RejoinTrialPanel
from groupdesk.ui.widgets.request_frame import RequestFrame

ACTS = {
    "rejoin.answer": RejoinEntryKind.APPROVED,
    "rejoin.take_in": RejoinEntryKind.CAME_BACK,
    "rejoin.trial": RejoinEntryKind.TRIAL_PASSED,
    "rejoin.note": RejoinEntryKind.NOTE,
}
"""The acts that a request may have, each with what is recorded by it."""
LETTER = "rejoin.letter"
_BACK = frozenset({RejoinState.ON_TRIAL, RejoinState.BACK, RejoinState.TRIAL_ENDED})


_MAIN = {
    RejoinState.OPEN: "rejoin.answer",
    RejoinState.LATER: "rejoin.answer",
    RejoinState.APPROVED: "rejoin.take_in",
    RejoinState.ON_TRIAL: "rejoin.trial",
}
"""What comes next while a request stands so."""


class RejoinDetail(RequestFrame):
    """Only what can be done with it now is offered."""

    member_requested = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Start without a request."""
        super().__init__(context, (*ACTS, LETTER), parent)
        self._rejoin: RejoinRecord | None = None
        self.said = RejoinSaid(context, self)
        self.trial = RejoinTrialPanel(context, self)
        self.known = RejoinKnownPanel(context, self)
        self.member_button = self.add_beside_acts(button("", "ghost", "user", self))
        self.member_button.clicked.connect(self.member_requested)
        self.add_parts(self.trial, self.said, self.known)
        self.hide()

    @property
    def rejoin(self) -> RejoinRecord | None:
        """The request that is shown."""
        return self._rejoin

    @property
    def shown_id(self) -> int:
        return self._rejoin.row.id if self._rejoin is not None else 0

    def show_nothing(self) -> None:
        self._rejoin = None
        self.hide()

    def show_request(self, request_id: int) -> None:
        try:
            record = self.context.desk.leaving.rejoin_requests.get(request_id)
        except GroupDeskError:
            self.show_nothing()
            return
        again = self.shown_id == request_id
        self._rejoin = record
        self.said.show_rejoin(record)
        self.trial.show_trial(record.trial)
        self.known.show_known(record.known, back=record.row.state in _BACK)
        self.say()
        if not again:
            self.begin_at_top()
        self.show()

    def can(self, act_id: str) -> bool:
        """Say whether an act makes sense for what is shown."""
        record = self._rejoin
        if record is None or record.row.archived:
            return False
        if act_id == LETTER:
            return record.row.has_letter
        return ACTS[act_id] in record.choices

    def possible(self) -> frozenset[str]:
        return frozenset(one for one in (*ACTS, LETTER) if self.can(one))

    def main_act(self) -> str:
        act = _MAIN.get(self._rejoin.row.state, "") if self._rejoin is not None else ""
        return act if act and self.can(act) else ""

    def show_acts(self) -> None:
        super().show_acts()
        row = self._rejoin.row if self._rejoin is not None else None
        self.member_button.setVisible(row is not None and row.membership_id > 0)

    # ---- words

    def say(self) -> None:
        self.member_button.setText(self.tr("Open the member"))
        self.area.setAccessibleName(self.tr("Request to come back"))
        record = self._rejoin
        if record is None:
            return
        row, said = record.row, spoken(self.context)
        asked = self.tr("asked {0}").format(said.day_of(row.asked_at))
        self.set_head(row.name, said.state(row), (row.group_name, asked))
        self.next.setText(said.next(row))
