# SPDX-License-Identifier: MIT
"""Which picture a paper shows: the newest redacted copy, and never what it was to hide."""

import uuid

from PIL import Image

from groupdesk.domain.act_records import EvidenceUse
from groupdesk.domain.enums import Language
from groupdesk.domain.redaction import Area, Box
from groupdesk.domain.redaction_records import RedactionRequest
from groupdesk.services.desk import Desk
from groupdesk.services.reports.gather_case import case_file_content
from groupdesk.services.reports.masking import handout_case
from groupdesk.words import Words
from tests.helpers import rule_id, screenshot, warning


def test_both_editions_show_the_newest_copy_and_never_the_original(
    desk: Desk, group: int, member: int
) -> None:
    picture = screenshot(desk, shade=180)
    warning(desk, member, rule_id(desk, group), evidence=(EvidenceUse(picture.id),))
    for width in (4, 8):
        box = Box(Area(0, 0, width, 8))
        request = RedactionRequest(uuid.uuid4(), picture.id, (box,), "The number")
        desk.redactions.save(request)
    newest = desk.redactions.of(picture.id)[0]
    (item,) = case_file_content(desk.ledger, desk.evidence, 1, Language.EN).evidence
    assert (item.sha256, item.original_path) == (
        picture.sha256,
        desk.evidence.store.original(picture.sha256),
    )
    assert item.redacted is not None
    assert (item.redacted.sha256, item.redacted.operator) == (newest.copy_sha256, "Mei")
    assert item.display_path is not None
    with Image.open(item.display_path) as shown:
        assert shown.convert("RGB").getcolors() == [(64, (0, 0, 0))]
    content = case_file_content(desk.ledger, desk.evidence, 1, Language.EN)
    (handed_out,) = handout_case(content, Words("en")).evidence
    assert handed_out.original_path is None
    assert handed_out.display_path == item.display_path
    assert handed_out.redacted is not None
    assert handed_out.redacted.note == ""

    desk.evidence.store.original(newest.copy_sha256).unlink()
    item.display_path.unlink()
    (item,) = case_file_content(desk.ledger, desk.evidence, 1, Language.EN).evidence
    assert item.display_path is None  # rather nothing than the original
