# SPDX-License-Identifier: MIT
"""The steps of a draft."""

from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain.rulebook_draft import RulebookDraft
from groupdesk.ui.rules_history import RulesHistory, Step, StepKind

STATES = [RulebookDraft((), based_on) for based_on in range(400)]


@given(st.lists(st.sampled_from(["do", "undo", "redo"]), max_size=60))
def test_undo_and_redo_walk_over_the_states_that_were_there(moves: list[str]) -> None:
    history, states, at = RulesHistory(), [STATES[0]], 0
    for number, move in enumerate(moves, 1):
        if move == "do":
            history.note(Step(StepKind.MOVE), states[at])
            states = [*states[: at + 1], STATES[number]]
            at += 1
        elif move == "undo":
            found = history.undo(states[at])
            assert (found is None) == (at == 0)
            at = max(at - 1, 0)
            assert found is None or found[1] is states[at]
        else:
            found = history.redo(states[at])
            assert (found is None) == (at == len(states) - 1)
            at = min(at + 1, len(states) - 1)
            assert found is None or found[1] is states[at]


def test_typing_in_one_rule_is_one_step_and_in_two_rules_two() -> None:
    history = RulesHistory()
    for number, row in enumerate((0, 0, 1, 1, 0)):
        history.note(Step(StepKind.EDIT, "R1", row), STATES[number])
    rows = []
    while (found := history.undo(STATES[9])) is not None:
        rows.append(found[0].row)
    assert rows == [0, 1, 0]


def test_very_old_steps_are_let_go() -> None:
    history = RulesHistory()
    for state in STATES:
        history.note(Step(StepKind.MOVE), state)
    steps = 0
    while history.undo(STATES[0]) is not None:
        steps += 1
    assert steps == 200
