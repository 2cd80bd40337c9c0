# SPDX-License-Identifier: MIT
"""What a machine read: found by members' and cases' search, said to be so, never on paper."""

import uuid

import pytest

from groupdesk.domain.act_records import EvidenceUse
from groupdesk.domain.case_records import CaseFilter
from groupdesk.domain.machine_text import MachineText, ReadingState
from groupdesk.domain.records import EvidenceRecord, MemberFilter
from groupdesk.domain.redaction import Area, Box
from groupdesk.domain.redaction_records import RedactionRequest
from groupdesk.services import evidence_search, member_search, search
from groupdesk.services.desk import Desk
from groupdesk.workers import ocr_client
from tests.helpers import make_group, make_member, removal, rule_id, screenshot, talk, warning

SAID = "Li Wei\nCheap phones, add dealer_8812\n全新手机低价\n出售"


@pytest.fixture
def group(desk: Desk) -> int:
    return make_group(desk)


@pytest.fixture
def member(desk: Desk, group: int) -> int:
    return make_member(desk, group)


def read(desk: Desk, picture: EvidenceRecord, text: str = SAID, **values: str) -> None:
    known = {"engine": "rapidocr 3.10.0", "read_at": picture.added_at} | values
    desk.evidence_texts.store([MachineText(picture.id, text, **known)])


def found(desk: Desk, text: str, group: int | None = None) -> list[str]:
    which = MemberFilter(group, text=text)
    ids = desk.members.ids(which, "rank")
    assert sorted(ids) == sorted(desk.members.ids(which)), "the order finds others"
    assert desk.members.count(which) == len(ids)
    assert list(desk.members.ids(which, "rank", limit=50)) == list(ids)
    return [row.name for row in desk.members.rows(ids)]


def cases(desk: Desk, text: str) -> list[int]:
    return list(desk.cases.ids(CaseFilter(text=text)))


def used(desk: Desk, group: int, member: int) -> EvidenceRecord:
    """A picture that a removal uses; its case is the first."""
    picture = screenshot(desk)
    use = EvidenceUse(picture.id)
    desk.removals.decide(removal(desk, member, rule_id(desk, group), evidence=(use,)))
    return picture


def test_member_and_case_are_found_by_what_a_screenshot_shows(
    desk: Desk, group: int, member: int
) -> None:
    make_member(desk, group, "Dealer Tom")
    picture = used(desk, group, member)
    assert not found(desk, "dealer_8812")
    assert not cases(desk, "dealer_8812")
    read(desk, picture)
    for query in ("dealer_8812", "8812", "低价出售", "手机", "CHEAP phones"):
        assert found(desk, query, group) == found(desk, query) == ["Li Wei"], query
        assert cases(desk, query) == [1], query
    assert found(desk, "dealer") == ["Dealer Tom", "Li Wei"], "whose name it is comes first"
    assert found(desk, "p") == [], "a single letter stands in every chat"
    assert not found(desk, "8812 nowhere")
    assert not cases(desk, "8812 nowhere")


def test_case_of_a_talk_and_of_a_warning_is_found(desk: Desk, group: int, member: int) -> None:
    pictures = [screenshot(desk, shade) for shade in (1, 2)]
    talk(desk, member, evidence=(EvidenceUse(pictures[0].id),))
    other = make_member(desk, group, "Sara")
    warning(desk, other, rule_id(desk, group), evidence=(EvidenceUse(pictures[1].id),))
    for at, picture in enumerate(pictures):
        read(desk, picture, f"number {at}number")
    assert [cases(desk, f"{at}number") for at in range(2)] == [[1], [2]]


def test_where_it_was_found_is_said(desk: Desk, group: int, member: int) -> None:
    read(desk, used(desk, group, member))
    row, more = desk.members.row(member), desk.members.more([member])[member]
    marks = member_search.marks(("dealer", "低价出售"), row, more)
    assert marks.elsewhere is not None
    assert marks.elsewhere.field == "screenshots"
    assert [marks.elsewhere.text[a:b] for a, b in marks.elsewhere.spans] == ["dealer"]


def test_read_anew_the_old_text_is_found_no_more(desk: Desk, group: int, member: int) -> None:
    picture = used(desk, group, member)
    read(desk, picture)
    read(desk, picture, "Nothing of the kind")
    assert not found(desk, "dealer_8812")
    assert not cases(desk, "dealer_8812")
    assert found(desk, "of the kind") == ["Li Wei"]
    known = desk.evidence_texts.of(picture.id)
    assert known is not None
    assert (known.text, known.engine) == ("Nothing of the kind", "rapidocr 3.10.0")
    connection = desk.ledger.database.connection()
    connection.execute("INSERT INTO evidence_index (evidence_index) VALUES ('integrity-check')")
    evidence_search.withdraw(connection, [picture.id])
    search.scrub(connection)
    blocks = b"".join(row[0] for row in connection.execute("SELECT block FROM evidence_index_data"))
    assert b"kin" not in blocks


def test_index_is_made_anew_with_the_members(desk: Desk, group: int, member: int) -> None:
    read(desk, used(desk, group, member))
    connection = desk.ledger.database.connection()
    connection.execute("UPDATE evidence_text SET words = '0 old'")
    search.rebuild(connection)
    assert found(desk, "dealer_8812") == ["Li Wei"]
    assert (
        evidence_search.words_of(SAID)
        == connection.execute("SELECT words FROM evidence_text").fetchone()[0]
    )


def test_a_redacted_copy_has_a_text_of_its_own(desk: Desk, group: int, member: int) -> None:
    original = used(desk, group, member)
    read(desk, original)
    request = RedactionRequest(uuid.uuid4(), original.id, (Box(Area(0, 0, 4, 8)),))
    copy = desk.redactions.save(request).subject_id
    assert desk.evidence_texts.pending() == (copy,)
    assert desk.evidence_texts.of(copy) is None
    assert desk.evidence_texts.state() == ReadingState(1, 2, 0)


def test_only_pictures_that_acts_use_are_read(desk: Desk, group: int, member: int) -> None:
    screenshot(desk, 9)  # of a draft, say
    assert desk.evidence_texts.pending() == ()
    assert desk.evidence_texts.state() == ReadingState(0, 0, 0)
    picture = used(desk, group, member)
    assert desk.evidence_texts.pending() == (picture.id,)
    read(desk, picture, "", problem="text_timeout")
    assert desk.evidence_texts.pending() == ()
    assert desk.evidence_texts.state() == ReadingState(1, 1, 1)
    assert desk.evidence_texts.forget_failed() == 1
    assert desk.evidence_texts.pending() == (picture.id,)


def test_what_cannot_be_read_says_why(
    desk: Desk, group: int, member: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ocr_client, "_MODULE", "tests.workers.bad_readers")
    gone, picture = screenshot(desk, 1), used(desk, group, member)
    desk.evidence.store.original(gone.sha256).unlink()
    done: list[int] = []
    first, second = desk.evidence_texts.read((gone.id, picture.id), told=done.append)
    assert (first.evidence_id, first.text, first.problem) == (gone.id, "", "text_no_picture")
    assert (second.evidence_id, second.problem) == (picture.id, "")
    assert second.text.endswith("广告")
    assert done == [1]
    assert desk.evidence_texts.of(picture.id) is None, "reading stores nothing"


def test_reading_leaves_no_entry_and_verifies(desk: Desk, group: int, member: int) -> None:
    picture = used(desk, group, member)
    before = desk.ledger.head()
    read(desk, picture)
    assert desk.ledger.head() == before
    assert desk.verifier.run().findings == ()
