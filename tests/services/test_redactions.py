# SPDX-License-Identifier: MIT
"""Redacted copies in the register: linked to the original, vouched for, the newest one shown."""

import io
import json
import os
import uuid
from pathlib import Path

import pytest
from PIL import Image

from groupdesk.domain.act_records import AuditFilter, EvidenceUse
from groupdesk.domain.enums import Action, EvidenceSource, SubjectKind, Topic
from groupdesk.domain.errors import RefusedError, StorageError, ValidationError
from groupdesk.domain.records import EvidenceRecord
from groupdesk.domain.redaction import Area, Box, Crop, Frame, Mark, Point, Text
from groupdesk.domain.redaction_records import RedactionRequest
from groupdesk.services.desk import Desk
from groupdesk.services.evidence_rows import linked_evidence
from tests.helpers import (
    MovableClock,
    clear_error,
    make_group,
    make_member,
    raw,
    removal,
    rule_id,
    screenshot,
)

BOX: tuple[Mark, ...] = (Box(Area(0, 0, 4, 8)),)


def redact(
    desk: Desk, picture: EvidenceRecord, marks: tuple[Mark, ...] = BOX, **values: object
) -> RedactionRequest:
    known: dict[str, object] = {"operation": uuid.uuid4(), "evidence_id": picture.id}
    return RedactionRequest(marks=marks, **(known | values))  # type: ignore[arg-type]


def pixels(desk: Desk, sha256: str) -> Image.Image:
    with Image.open(io.BytesIO(desk.evidence.store.original(sha256).read_bytes())) as picture:
        return picture.convert("RGB")


def test_copy_stands_beside_its_original_with_both_hashes(desk: Desk) -> None:
    picture = screenshot(desk, shade=200)
    before = desk.evidence.store.original(picture.sha256).read_bytes()
    draft = desk.drafts.save("redact", {}, evidence=[EvidenceUse(picture.id)])
    request = redact(desk, picture, note=" The phone number ", draft_id=draft.id)
    receipt = desk.redactions.save(request)
    assert {Topic.EVIDENCE, Topic.DRAFTS} <= receipt.topics
    assert desk.drafts.load("redact") is None
    assert desk.evidence.store.original(picture.sha256).read_bytes() == before
    (copy,) = desk.redactions.of(picture.id)
    assert (copy.copy_id, copy.original_sha256) == (receipt.subject_id, picture.sha256)
    assert (copy.operator, copy.note, copy.marks) == ("Mei", "The phone number", BOX)
    stored = desk.evidence.get(copy.copy_id)
    assert stored is not None
    assert (stored.source, stored.sha256) == (EvidenceSource.REDACTED.value, copy.copy_sha256)
    made = pixels(desk, copy.copy_sha256)
    assert made.crop((0, 0, 4, 8)).getcolors() == [(32, (0, 0, 0))]
    assert made.crop((4, 0, 8, 8)).getcolors() == [(32, (200, 200, 200))]
    assert desk.redactions.original_of(stored).id == picture.id
    assert desk.redactions.original_of(picture) is picture
    (entry,) = desk.audit.rows(AuditFilter(action=Action.EVIDENCE_REDACT))
    after = desk.audit.detail(entry.seq).changes[0][1]
    assert (after["original_sha256"], after["copy_sha256"]) == (
        copy.original_sha256,
        copy.copy_sha256,
    )
    assert desk.verifier.run().findings == ()
    assert desk.redactions.save(request).repeated
    assert len(desk.redactions.of(picture.id)) == 1


def test_newest_copy_is_the_one_that_is_shown(desk: Desk) -> None:
    picture = screenshot(desk, shade=90)
    group = make_group(desk)
    member = make_member(desk, group)
    use = (EvidenceUse(picture.id, "Seen"),)
    decided = desk.removals.decide(
        removal(desk, member, rule_id(desk, group), evidence=use)
    ).subject_id
    wider: tuple[Mark, ...] = (Box(Area(0, 0, 6, 8)),)
    for marks in (BOX, wider, BOX):  # and back to what was the first
        desk.redactions.save(redact(desk, picture, marks))
    copies = desk.redactions.of(picture.id)
    assert [copy.marks for copy in copies] == [BOX, wider, BOX]
    with desk.ledger.reading():
        (shown,) = linked_evidence(SubjectKind.REMOVAL.value, [decided])[decided]
    assert (shown.redacted_id, shown.redacted_sha256) == (copies[0].copy_id, copies[0].copy_sha256)
    assert desk.audit.count(AuditFilter(action=Action.EVIDENCE_REDACT)) == 3
    assert desk.verifier.run().findings == ()


def test_what_cannot_be_a_copy_is_refused(desk: Desk) -> None:
    picture = screenshot(desk, shade=90)
    desk.redactions.save(redact(desk, picture))
    (copy,) = desk.redactions.of(picture.id)
    for marks, code in (
        ((), "marks_missing"),
        ((Text(Point(1, 1), "  ", 9),), "marks_missing"),
        ((Box(Area(0, 0, 9, 8)),), "marks_unusable"),
        ((Text(Point(1, 1), "a 🦄", 9),), "mark_text_not_drawable"),
        (BOX, "redaction_unchanged"),
    ):
        with pytest.raises(ValidationError) as caught:
            desk.redactions.save(redact(desk, picture, marks))
        assert (caught.value.field, caught.value.code) == ("marks", code)
        clear_error(caught.value)
    with pytest.raises(ValidationError, match="text_too_long"):
        desk.redactions.save(redact(desk, picture, note="a" * 501))
    other = desk.evidence.get(copy.copy_id)
    assert other is not None
    with pytest.raises(RefusedError, match="redaction_of_copy") as refusal:
        desk.redactions.save(redact(desk, other, (Frame(Area(0, 0, 8, 8)),)))
    clear_error(refusal.value)
    assert len(desk.redactions.of(picture.id)) == 1


def test_copy_that_is_its_original_is_none(desk: Desk) -> None:
    picture = screenshot(desk, shade=90)
    desk.redactions.save(redact(desk, picture, (Crop(Area(0, 0, 4, 8)),)))
    (copy,) = desk.redactions.of(picture.id)
    plain = desk.evidence.store.original(copy.copy_sha256).read_bytes()
    other = desk.evidence.take_bytes(plain, "again.png", EvidenceSource.PASTE)
    assert other.sha256 == copy.copy_sha256
    assert desk.redactions.original_of(other).id == picture.id


def test_original_that_is_gone_or_damaged_gives_no_copy(desk: Desk) -> None:
    picture = screenshot(desk, shade=9)
    path = desk.evidence.store.original(picture.sha256)
    path.write_bytes(b"other")
    with pytest.raises(ValidationError, match="evidence_file_changed"):
        desk.redactions.save(redact(desk, picture))
    path.unlink()
    with pytest.raises(ValidationError, match="evidence_file_missing"):
        desk.redactions.save(redact(desk, picture))
    with pytest.raises(ValidationError, match="evidence_file_missing"):
        desk.redactions.save(RedactionRequest(uuid.uuid4(), 99, BOX))


def test_copies_are_kept_backed_up_and_verified(
    desk: Desk, clock: MovableClock, tmp_path: Path
) -> None:
    picture = screenshot(desk, shade=9)
    desk.redactions.save(redact(desk, picture))
    (copy,) = desk.redactions.of(picture.id)
    shas = (picture.sha256, copy.copy_sha256)
    for sha256 in shas:
        old = clock().timestamp() - 2 * 86_400
        os.utime(desk.evidence.store.original(sha256), (old, old))
    assert not desk.evidence.sweep()
    assert desk.backups._used_evidence() == set(shas)
    assert desk.verifier.run().evidence == 2
    desk.evidence.store.original(copy.copy_sha256).unlink()
    assert {finding.code for finding in desk.verifier.run().findings} == {"evidence_missing"}


def test_marks_that_were_changed_outside_are_damage(desk: Desk, tmp_path: Path) -> None:
    picture = screenshot(desk, shade=9)
    desk.redactions.save(redact(desk, picture))
    hostile = json.dumps({"version": 1, "size": [8, 8], "marks": [{"kind": "eval"}]})
    raw(tmp_path, f"UPDATE redaction SET marks = '{hostile}'")
    with pytest.raises(StorageError, match="damaged"):
        desk.redactions.of(picture.id)
    assert {finding.code for finding in desk.verifier.run().findings} == {"row_changed"}
