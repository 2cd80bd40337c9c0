# SPDX-License-Identifier: MIT
"""What handovers leave to do, on Today."""

from functools import partial
from typing import ClassVar

from groupdesk.domain.due import TodoRecord
from groupdesk.domain.enums import Action, SubjectKind
from groupdesk.ui.due.presenter import Act, Buttons, DueLook, DuePresenter


class HandoverTodo(DuePresenter):
    """Each line leads to the handover."""

    LOOKS: ClassVar = {
        "handover_giver": DueLook("pencil-line", "accent", Action.HANDOVER_SIGN),
        "handover_taker": DueLook("pencil-line", "accent", Action.HANDOVER_SIGN),
        "handover_move": DueLook("arrow-right-left", "accent", Action.HANDOVER_MOVE),
        "handover_changed": DueLook("arrow-right-left", "warning", Action.HANDOVER_SIGN),
    }

    def words(self, item: TodoRecord) -> tuple[str, str]:
        return self._title(item), self._below(item)

    def opens(self, item: TodoRecord) -> tuple[str, Act]:
        go = partial(self.context.go_to_request, SubjectKind.HANDOVER, item.id)
        return self.tr("Open the handover"), go

    def buttons(self, item: TodoRecord) -> Buttons:
        from groupdesk.ui.handover_acts import HandoverActs  # noqa: PLC0415  # a start does without

        acts = HandoverActs(self.context, self.around)
        if item.kind == "handover_move":
            return [(self.tr("Hand over…"), partial(acts.move_by_id, item.id))]
        return [(self.tr("Open the book"), partial(acts.book, item.id))]

    def _title(self, item: TodoRecord) -> str:
        if item.kind == "handover_move":
            said = self.tr("Hand over from {0} to {1}: both have signed")
            return said.format(item.member_name, item.about)
        if item.kind == "handover_changed":
            if not item.about:
                return self.tr("The handover book has changed since both signed")
            return self.tr("The handover book has changed since {0} signed").format(item.about)
        if item.owner_id == self.context.desk.operator.id:
            return self.tr("Your signature is missing in a handover book")
        return self.tr("The signature of {0} is missing in a handover book").format(
            item.member_name
        )

    def _below(self, item: TodoRecord) -> str:
        if item.kind == "handover_giver":
            return self.tr("{0} takes over · {1}").format(item.about, self._what(item))
        if item.kind == "handover_taker":
            return self.tr("{0} hands over · {1}").format(item.about, self._what(item))
        return self.tr("Opened {0} · {1}").format(self.since(item), self._what(item))

    def _what(self, item: TodoRecord) -> str:
        giver = item.about if item.kind == "handover_taker" else item.member_name
        whole = self.context.translations.words("handover_say.whole", giver=giver)
        return item.group_name or whole
