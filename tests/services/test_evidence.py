# SPDX-License-Identifier: MIT
"""Screenshots in the register: taken in, used, checked again, swept."""

import os
from pathlib import Path

import pytest

from groupdesk.domain.act_records import EvidenceUse
from groupdesk.domain.enums import EvidenceSource, SubjectKind
from groupdesk.domain.errors import FileRefusedError, StorageError, ValidationError
from groupdesk.services.desk import Desk
from groupdesk.services.evidence import linked_evidence
from tests.helpers import (
    MovableClock,
    clear_error,
    make_group,
    make_member,
    png,
    removal,
    rule_id,
    screenshot,
)


def test_a_drop_keeps_the_good_and_names_the_bad(desk: Desk, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.png", tmp_path / "notes.png"
    good.write_bytes(png(40, 40))
    bad.write_text("not a picture")
    intake = desk.evidence.take_files([good, bad, tmp_path], EvidenceSource.DROP)
    (kept,) = intake.kept
    assert (kept.file_name, kept.width, kept.source) == ("good.png", 40, "drop")
    original = desk.workspace.evidence_folder / kept.sha256[:2] / kept.sha256
    assert original.read_bytes() == png(40, 40)
    assert [refusal.name for refusal in intake.refused] == ["notes.png", tmp_path.name]
    for refusal in intake.refused:
        clear_error(refusal)


def test_the_same_picture_is_one_piece_of_evidence(desk: Desk) -> None:
    first = desk.evidence.take_bytes(png(), "shot.png", EvidenceSource.PASTE)
    again = desk.evidence.take_bytes(png(), "other name.png", EvidenceSource.DROP)
    assert (again.id, again.file_name) == (first.id, "shot.png")
    with pytest.raises(FileRefusedError):
        desk.evidence.take_bytes(b"", "empty", EvidenceSource.PASTE)


def test_a_missing_and_a_changed_file_are_told_apart(desk: Desk) -> None:
    gone, changed = screenshot(desk, 1), screenshot(desk, 2)
    folder = desk.workspace.evidence_folder
    desk.evidence.require_stored([gone.id, changed.id])
    (folder / gone.sha256[:2] / gone.sha256).unlink()
    (folder / changed.sha256[:2] / changed.sha256).write_bytes(png(shade=9))
    for evidence_id, code in (
        (gone.id, "evidence_file_missing"),
        (changed.id, "evidence_file_changed"),
        (99, "evidence_file_missing"),
    ):
        with pytest.raises(ValidationError, match=code) as caught:
            desk.evidence.require_stored([evidence_id])
        assert caught.value.field == "evidence"
        clear_error(caught.value)


def test_earlier_pictures_of_a_person_are_offered_newest_first(
    desk: Desk, clock: MovableClock
) -> None:
    one, other = make_group(desk), make_group(desk, "Borealis")
    first, second = screenshot(desk, 1), screenshot(desk, 2)
    here, there = make_member(desk, one, "Li", "wx1"), make_member(desk, other, "Li", "wx1")
    for stay, group, picture in ((here, one, first), (there, other, second)):
        use = (EvidenceUse(picture.id, "Seen"),)
        decided = desk.removals.decide(
            removal(desk, stay, rule_id(desk, group), evidence=use)
        ).subject_id
    assert [picture.id for picture in desk.evidence.earlier(here)] == [second.id, first.id]
    with desk.ledger.reading():
        found = linked_evidence(SubjectKind.REMOVAL.value, [decided])
        assert linked_evidence(SubjectKind.REMOVAL.value, []) == {}
    assert [picture.caption for picture in found[decided]] == ["Seen"]


def test_the_sweep_takes_only_what_nothing_holds(desk: Desk, clock: MovableClock) -> None:
    group = make_group(desk)
    used, drafted, loose, fresh = (screenshot(desk, n) for n in range(4))
    member = make_member(desk, group)
    desk.removals.decide(
        removal(desk, member, rule_id(desk, group), evidence=(EvidenceUse(used.id),))
    )
    draft = desk.drafts.save("removal", {}, group_id=group, evidence=[EvidenceUse(drafted.id)])
    folder = desk.workspace.evidence_folder
    for picture in (used, drafted, loose):
        old = clock().timestamp() - 2 * 86_400
        os.utime(folder / picture.sha256[:2] / picture.sha256, (old, old))
    os.utime(folder / fresh.sha256[:2] / fresh.sha256, (clock().timestamp(),) * 2)
    assert desk.evidence.sweep() == 1
    assert not (folder / loose.sha256[:2] / loose.sha256).exists()
    assert (desk.workspace.folder / "set_aside" / loose.sha256).exists()
    desk.evidence.require_stored([used.id, drafted.id, fresh.id])
    desk.drafts.discard(draft.id)
    assert desk.evidence.sweep() == 1
    assert desk.verifier.run().findings == ()


def test_a_picture_whose_file_is_gone_is_said(desk: Desk) -> None:
    picture = screenshot(desk)
    (desk.workspace.evidence_folder / picture.sha256[:2] / picture.sha256).unlink()
    with pytest.raises(StorageError, match="evidence_missing") as caught:
        desk.evidence.store.display(picture.sha256)
    clear_error(caught.value)
