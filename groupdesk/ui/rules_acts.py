# SPDX-License-Identifier: MIT
"""Which acts on rules are offered where, what they do to the draft, and when they can be done."""

from functools import partial

from PySide6.QtCore import QCoreApplication

from groupdesk.ui.acts import Acts
from groupdesk.ui.rules_draft import RulesDraft
from groupdesk.ui.rules_editing import RulesEditing
from groupdesk.ui.rules_publisher import RulesPublisher

MORE_ACTS = (
    *("rules.copy", "rules.send", ""),
    *("rules.starter", "rules.renumber", ""),
    "rules.discard",
)
"""In the menu of the page."""
CARD_ACTS = (
    *("rules.insert", "rules.duplicate", ""),
    *("rules.move_first", "rules.move_up", "rules.move_down", "rules.move_last", ""),
    "rules.remove",
)
"""In the menu of a card."""


class RulesActs:
    """The acts of the rules page, as far as they are about the draft."""

    def __init__(self, acts: Acts, editing: RulesEditing, publisher: RulesPublisher) -> None:
        """Let `acts` do what `editing` can."""
        self._acts = acts
        self._editing = editing
        self._publisher = publisher

    def bind(self) -> None:
        """Take over the acts; the page was brought to the front."""
        acts, editing = self._acts, self._editing
        acts.bind("rules.starter", editing.choose_starters)
        acts.bind("rules.add", editing.add)
        acts.bind("rules.insert", editing.insert)
        acts.bind("rules.duplicate", editing.duplicate)
        acts.bind("rules.move_first", partial(editing.move_to_end, top=True))
        acts.bind("rules.move_up", partial(editing.move_by, -1))
        acts.bind("rules.move_down", partial(editing.move_by, 1))
        acts.bind("rules.move_last", partial(editing.move_to_end, top=False))
        acts.bind("rules.undo", editing.undo)
        acts.bind("rules.redo", editing.redo)
        acts.bind("rules.renumber", editing.renumber)
        acts.bind("rules.remove", editing.remove)
        acts.bind("rules.discard", editing.discard)

    def enable(self, draft: RulesDraft | None, *, editable: bool, row: int, count: int) -> None:
        """Say what can be done with `count` rules, of which the one in `row` is chosen."""
        chosen = editable and row >= 0
        changed = draft is not None and bool(draft.changes) and editable
        newest = draft.newest if draft is not None else 0
        self._name_publish(draft, newest + 1)
        possible = {
            "publish": changed and not self._publisher.busy,
            "compare": newest > 1 or (newest == 1 and changed),
            "copy": newest > 0,
            "send": count > 0,
            "starter": editable,
            "add": editable,
            "insert": chosen,
            "duplicate": chosen,
            "remove": chosen,
            "move_first": chosen and row > 0,
            "move_up": chosen and row > 0,
            "move_down": chosen and row < count - 1,
            "move_last": chosen and row < count - 1,
            "renumber": editable and not self._editing.in_order,
            "discard": changed,
        }
        for act, now in possible.items():
            self._acts.enable(f"rules.{act}", now)
        self._offer_steps(draft if editable else None)

    def _name_publish(self, draft: RulesDraft | None, version: int) -> None:
        at_once = draft is not None and self._publisher.at_once(draft)
        text = (
            QCoreApplication.translate("Rules", "Publish v{0}")
            if at_once
            else QCoreApplication.translate("Rules", "Publish v{0}…")
        )
        self._acts.action("rules.publish").setText(text.format(version))

    def _offer_steps(self, draft: RulesDraft | None) -> None:
        """Say what undo and redo would do."""
        translate = QCoreApplication.translate
        undo = draft.history.next_undo if draft else None
        redo = draft.history.next_redo if draft else None
        for act, step, named, bare in (
            (
                "undo",
                undo,
                translate("Rules", "Undo: {0}"),
                translate("Rules", "Undo in the draft"),
            ),
            (
                "redo",
                redo,
                translate("Rules", "Redo: {0}"),
                translate("Rules", "Redo in the draft"),
            ),
        ):
            text = bare if step is None else named.format(self._editing.step_name(step))
            self._acts.action(f"rules.{act}").setText(text)
            self._acts.enable(f"rules.{act}", step is not None)
