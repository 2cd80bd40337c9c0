# SPDX-License-Identifier: MIT
"""Rules for other groups: as drafts, with nothing overwritten unasked."""

from dataclasses import replace
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from groupdesk.domain.enums import Language, Platform, Severity
from groupdesk.domain.errors import StorageError
from groupdesk.domain.ladder import DEFAULT_LADDER
from groupdesk.domain.records import GroupFields
from groupdesk.domain.rulebook import RuleDraft
from groupdesk.domain.rulebook_draft import DRAFT_KIND, RulebookDraft
from groupdesk.services.desk import Desk
from groupdesk.services.drafts import Drafts
from groupdesk.services.starter_rules import starter_rules
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.copy_rules_dialog import CopyRulesDialog
from tests.ui.helpers import assert_freed, show_active

STARTERS = starter_rules()
OWN = RuleDraft("R1", Severity.MINOR, {"zh": "自己的"}, {"zh": "正文。"})


@pytest.fixture
def groups(desk: Desk) -> list[int]:
    """Return an empty group, one with a rule, and one with a rule and a draft."""
    made = []
    for name in ("Empty", "With rules", "With a draft"):
        fields = GroupFields(name, Platform.WECOM, Language.EN)
        made.append(desk.groups.create(uuid4(), fields).subject_id)
    for group in made[1:]:
        desk.rules.publish(uuid4(), group, [OWN])
    desk.drafts.save(DRAFT_KIND, open_draft().to_payload(), group_id=made[2])
    return made


def open_draft() -> RulebookDraft:
    return RulebookDraft((OWN, replace(OWN, code="R2", titles={"zh": "未完"})), 1)


def ask(qtbot: QtBot, context: UiContext) -> CopyRulesDialog:
    window = context.acts.parent()
    assert isinstance(window, QWidget)
    group = context.desk.groups.get(1)
    dialog = CopyRulesDialog(context, group, "version 1", STARTERS, window)
    show_active(qtbot, dialog)
    return dialog


def draft(desk: Desk, group: int) -> RulebookDraft | None:
    found = desk.drafts.load(DRAFT_KIND, group_id=group)
    return None if found is None else RulebookDraft.from_payload(found.payload)


def said(dialog: CopyRulesDialog) -> str:
    return "\n".join(found.text() for found in dialog.findChildren(QLabel) if found.isVisible())


def test_each_group_says_what_it_has_now(
    qtbot: QtBot, context: UiContext, groups: list[int]
) -> None:
    dialog = ask(qtbot, context)
    told = [dialog.checks[group].accessibleDescription() for group in groups]
    assert told == [
        "no rules yet",
        "version 1 of 21 Nov",
        "version 1 of 21 Nov · draft of yours open",
    ]
    assert not dialog.main_button.isEnabled()


def test_several_groups_get_drafts_and_nothing_is_published(
    qtbot: QtBot, context: UiContext, desk: Desk, groups: list[int]
) -> None:
    dialog = ask(qtbot, context)
    for group in groups[:2]:
        dialog.checks[group].setFocus()
        qtbot.keyClick(dialog.checks[group], Qt.Key.Key_Space)
    assert "自己的" in dialog.view.toPlainText(), "it does not show what goes there"
    with qtbot.waitSignal(dialog.copied) as told:
        qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [["Empty", "With rules"], dict.fromkeys(groups[:2])]
    assert draft(desk, groups[0]) == RulebookDraft(STARTERS, 0)
    assert draft(desk, groups[1]) == RulebookDraft(STARTERS, 1)
    assert [desk.groups.get(group).rules_version for group in groups] == [0, 1, 1]
    assert_freed(dialog)


def test_an_open_draft_is_left_alone_unless_it_is_agreed_to(
    qtbot: QtBot, context: UiContext, desk: Desk, groups: list[int]
) -> None:
    dialog = ask(qtbot, context)
    dialog.checks[groups[2]].click()
    assert not dialog.main_button.isEnabled()
    assert "You have a draft open in: With a draft." in said(dialog)
    dialog.checks[groups[0]].click()
    dialog.main_button.click()
    assert draft(desk, groups[2]) == open_draft()
    assert draft(desk, groups[0]) is not None


def test_an_agreed_draft_is_added_to_and_its_old_form_is_handed_on(
    qtbot: QtBot, context: UiContext, desk: Desk, groups: list[int]
) -> None:
    dialog = ask(qtbot, context)
    dialog.checks[groups[2]].click()
    dialog.append.click()
    dialog.consent.click()
    with qtbot.waitSignal(dialog.copied) as told:
        dialog.main_button.click()
    kept = draft(desk, groups[2])
    assert kept is not None
    assert kept.rules[:2] == open_draft().rules
    assert len(kept.rules) == 2 + len(STARTERS)
    assert len({rule.code for rule in kept.rules}) == len(kept.rules)
    assert told.args is not None
    desk.drafts.save_for_groups(DRAFT_KIND, told.args[1])
    assert draft(desk, groups[2]) == open_draft()


def test_what_was_published_after_an_open_draft_is_not_undone_by_adding(
    qtbot: QtBot, context: UiContext, desk: Desk, groups: list[int]
) -> None:
    kept = replace(open_draft(), note="Why")
    desk.drafts.save(DRAFT_KIND, kept.to_payload(), group_id=groups[2])
    desk.rules.publish(uuid4(), groups[2], [OWN, replace(STARTERS[4], code="R3")], based_on=1)
    dialog = ask(qtbot, context)
    dialog.append.click()
    dialog.checks[groups[2]].click()
    dialog.consent.click()
    dialog.main_button.click()
    found = draft(desk, groups[2])
    assert found is not None
    assert (found.based_on, found.note) == (1, "Why")
    assert [rule.titles for rule in found.rules[:2]] == [rule.titles for rule in kept.rules]


def test_another_ladder_is_told_in_words(
    qtbot: QtBot, context: UiContext, desk: Desk, groups: list[int]
) -> None:
    starts = {**DEFAULT_LADDER.starts, Severity.SERIOUS: 4}
    other = DEFAULT_LADDER._replace(starts=starts)
    with desk.ledger.writing():
        desk.ledger.database.execute_sql(
            "UPDATE customer_group SET ladder = ? WHERE id = ?", (other.to_json(), groups[0])
        )
    dialog = ask(qtbot, context)
    assert "another ladder" in dialog.checks[groups[0]].accessibleDescription()
    dialog.checks[groups[0]].click()
    assert "Serious: starts with a final warning" in said(dialog)


def test_a_full_disk_writes_none_of_them_and_says_so(
    qtbot: QtBot,
    context: UiContext,
    desk: Desk,
    groups: list[int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    save = Drafts.save

    def full(self: Drafts, *args: object, **more: object) -> object:
        if more["group_id"] == groups[1]:
            raise StorageError("disk_full")
        return save(self, *args, **more)  # type: ignore[arg-type]  # what it was called with

    dialog = ask(qtbot, context)
    for group in groups[:2]:
        dialog.checks[group].click()
    with monkeypatch.context() as broken:
        broken.setattr(Drafts, "save", full)
        dialog.main_button.click()
    assert dialog.banner.text
    assert draft(desk, groups[0]) is None
    dialog.main_button.click()
    assert draft(desk, groups[0]) is not None
