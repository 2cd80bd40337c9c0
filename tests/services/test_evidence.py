# SPDX-License-Identifier: MIT
"""Screenshots in the register: taken in, used, checked again, swept."""

import io
import os
import uuid
from pathlib import Path

import pytest
from PIL import Image

from groupdesk.domain.act_records import EvidenceUse
from groupdesk.domain.decision_enums import EvidenceKind
from groupdesk.domain.enums import EvidenceSource, SubjectKind
from groupdesk.domain.errors import FileRefusedError, StorageError, ValidationError
from groupdesk.domain.redaction import Area, Box
from groupdesk.domain.redaction_records import RedactionRequest
from groupdesk.services.desk import Desk
from groupdesk.services.evidence_rows import linked_evidence
from groupdesk.services.evidence_staging import Files
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


def test_recordings_and_chats_are_kept_unopened_and_are_no_screenshots(
    desk: Desk, tmp_path: Path
) -> None:
    names = ("offer.pdf", "chat.txt", "voice.amr")
    for name, data in zip(names, (b"%PDF-1.7", b"Wang: hi", b"#!AMR\n"), strict=True):
        (tmp_path / name).write_bytes(data)
    intake = desk.evidence.take_files([tmp_path / name for name in names], EvidenceSource.DROP)
    assert [(kept.kind, kept.media_type) for kept in intake.kept] == [
        (EvidenceKind.FILE, "application/pdf"),
        (EvidenceKind.FILE, "text/plain"),
        (EvidenceKind.FILE, "audio/amr"),
    ]
    uses = tuple(EvidenceUse(kept.id) for kept in intake.kept)
    desk.evidence.require_stored([use.evidence_id for use in uses])
    assert desk.evidence.pictures(uses) == 0
    assert desk.evidence.pictures((*uses, EvidenceUse(screenshot(desk).id))) == 1
    group = make_group(desk)
    member, rule = make_member(desk, group), rule_id(desk, group)
    with pytest.raises(ValidationError, match="screenshot_missing"):
        desk.removals.decide(removal(desk, member, rule, evidence=uses))
    kept = (*uses, EvidenceUse(screenshot(desk).id))
    desk.removals.decide(removal(desk, member, rule, evidence=kept))
    assert len(desk.evidence.earlier(member)) == 4
    assert desk.verifier.run().findings == ()
    copied = tmp_path / "backup"
    assert desk.backups.make(uuid.uuid4(), copied).screenshots_missing == 0
    assert len(list(copied.glob("**/evidence/??/*"))) == 4


def test_a_broken_picture_is_kept_as_a_file_only_when_asked(desk: Desk, tmp_path: Path) -> None:
    broken, program = tmp_path / "chat.png", tmp_path / "chat.pdf"
    broken.write_bytes(png()[:60])
    program.write_bytes(b"MZ\x90\0")
    intake = desk.evidence.take_files([broken, program], EvidenceSource.DROP)
    assert [refusal.code for refusal in intake.refused] == ["image_truncated", "file_is_program"]
    asked = desk.evidence.take_files([broken, program], EvidenceSource.DROP, files=Files.ALL_KEPT)
    assert [(kept.kind, kept.width) for kept in asked.kept] == [(EvidenceKind.FILE, 0)]
    assert [refusal.code for refusal in asked.refused] == ["file_is_program"]


def test_each_file_is_told_as_soon_as_it_is_known(desk: Desk, tmp_path: Path) -> None:
    paths = [tmp_path / f"{n}.png" for n in range(6)]
    for n, path in enumerate(paths):
        path.write_bytes(png(40 + n, 40))
    paths.insert(2, tmp_path)
    told: dict[int, object] = {}
    intake = desk.evidence.take_files(paths, EvidenceSource.DROP, told=told.__setitem__)
    assert [told[at] for at in range(7)] == [
        *intake.kept[:2], *intake.refused, *intake.kept[2:]
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "taken_at"),
    [
        ("2026:05:30 08:15:00", "2026-05-30T00:15:00.000Z"),  # the desk's own clock
        ("2026:05:30 08:15:00+02:00", "2026-05-30T06:15:00.000Z"),
        ("2026:07:30 08:15:00", ""),  # after now
        ("1970:01:01 00:00:00", ""),
        ("yesterday", ""),
    ],
)
def test_when_a_picture_says_it_was_taken(desk: Desk, said: str, taken_at: str) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8769).update({0x9003: said[:19], 0x9011: said[19:]})
    data = io.BytesIO()
    Image.new("RGB", (40, 40)).save(data, "JPEG", exif=exif)
    record = desk.evidence.take_bytes(data.getvalue(), "photo.jpg", EvidenceSource.PASTE)
    assert record.taken_at == taken_at


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
        before = clock().timestamp() - 8 * 86_400
        os.utime(folder / picture.sha256[:2] / picture.sha256, (before, before))
    os.utime(folder / fresh.sha256[:2] / fresh.sha256, (clock().timestamp(),) * 2)
    assert desk.evidence.sweep().set_aside == (loose.sha256,)
    assert not (folder / loose.sha256[:2] / loose.sha256).exists()
    desk.evidence.require_stored([used.id, drafted.id, fresh.id])
    desk.drafts.discard(draft.id)
    assert desk.evidence.sweep().set_aside == (drafted.sha256,)
    assert desk.verifier.run().findings == ()
    desk.evidence.require_stored([drafted.id])  # a draft that was brought back after all
    assert (folder / drafted.sha256[:2] / drafted.sha256).exists()


def test_a_picture_that_is_known_says_where_and_brings_its_redacted_copy(desk: Desk) -> None:
    group = make_group(desk)
    member = make_member(desk, group, "Li")
    first = screenshot(desk)
    assert desk.evidence.places(first.id) == ()
    case = desk.removals.decide(
        removal(desk, member, rule_id(desk, group), evidence=(EvidenceUse(first.id),))
    )
    marks = (Box(Area(0, 0, 8, 8)),)
    copy = desk.redactions.save(RedactionRequest(uuid.uuid4(), first.id, marks)).subject_id
    again = screenshot(desk)
    assert (again.id, again.redacted_id) == (first.id, copy)
    assert desk.evidence.get(first.id) == again
    (place,) = desk.evidence.places(again.id)
    record = desk.removals.get(case.subject_id)
    assert (place.case_number, place.member) == (record.case_number, "Li")
    assert desk.evidence.places(copy) == (place,)


def test_a_picture_whose_file_is_gone_is_said(desk: Desk) -> None:
    picture = screenshot(desk)
    (desk.workspace.evidence_folder / picture.sha256[:2] / picture.sha256).unlink()
    with pytest.raises(StorageError, match="evidence_missing") as caught:
        desk.evidence.store.display(picture.sha256)
    clear_error(caught.value)
