# SPDX-License-Identifier: MIT
"""What the timeline says of a removal: what holds, what was only asked for, what was tried."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from groupdesk.domain.decision_enums import ReversalKind
from groupdesk.domain.enums import Term
from groupdesk.domain.records import TimelineEntry
from groupdesk.domain.removal_states import RemovalState
from groupdesk.domain.step_records import FailedTry
from groupdesk.ui.dates import Dates
from groupdesk.ui.timeline_words import TimelineWords
from groupdesk.words import Words

TOLD = TimelineEntry(
    "exit_told",
    1,
    0,
    "2026-06-01T12:00:00.000Z",
    "Mei",
    state="told",
    text="Hello, Zhou Min is here.",
    lines=(("exit_contact", "Zhou Min"), ("exit_leaver", "Li Na"), ("exit_note", "By phone")),
)
AT = "2026-06-01T12:00:00.000Z"
HOLDS = TimelineEntry(
    "removal",
    1,
    1,
    AT,
    "Mei",
    state=RemovalState.HOLDING,
    term=Term.UNTIL,
    until="2026-07-15",
    steps=4,
    steps_done=2,
)


@pytest.fixture(params=["en", "zh"])
def words(request: pytest.FixtureRequest) -> TimelineWords:
    language = request.param
    now = datetime(2026, 6, 2, tzinfo=UTC)
    return TimelineWords(Words(language), Dates(language), now)


def over(state: RemovalState) -> TimelineEntry:
    return replace(
        HOLDS,
        state=state,
        steps=0,
        steps_done=0,
        reversed_at=AT,
        reversal=ReversalKind(state.value),
    )


@pytest.mark.parametrize("term", Term)
def test_what_never_held_does_not_say_that_somebody_was_removed(
    words: TimelineWords, term: Term
) -> None:
    until = "2026-07-15" if term is Term.UNTIL else ""
    said = {}
    for entry in (HOLDS, *(over(s) for s in RemovalState if s not in {"holding", "waiting"})):
        (said[entry.state],) = words.lines(replace(entry, term=term, until=until, steps=0))
    (_, said["waiting"]) = words.lines(
        replace(HOLDS, state=RemovalState.WAITING, term=term, until=until, steps=0)
    )
    asked = {said[state] for state in ("waiting", "declined", "withdrawn")}
    assert len(asked) == 1
    assert said["cancelled"] == said["lifted"]
    assert len({*asked, said["lifted"], said["holding"]}) == 3
    assert all("{" not in text for text in said.values())


def test_a_shortened_removal_tells_what_was_decided_first(words: TimelineWords) -> None:
    shorter = replace(HOLDS, first_term=Term.FOR_GOOD, steps=0)
    now, first = words.lines(shorter)
    assert now != first
    assert (now,) == words.lines(replace(HOLDS, steps=0))


def test_a_failed_try_is_told_with_time_name_and_reason(words: TimelineWords) -> None:
    tried = FailedTry("remove", "2026-06-01T10:30:00.000Z", "An", "I am no admin there")
    line, failed = words.lines(replace(HOLDS, tried=tried))[-2:]
    assert "2" in line
    assert "4" in line
    assert "An" in failed
    assert "10:30" in failed
    assert "I am no admin there" in failed
    (done,) = words.lines(replace(HOLDS, steps_done=4))[1:]
    (idle,) = words.lines(replace(HOLDS, steps_done=4, steps_not_needed=1))[1:]
    assert idle.startswith(done)
    assert idle != done


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_day_until_which_something_holds_is_one_of_its_days(language: str) -> None:
    """Wherever a day is named: until it, it holds; only after it, it does not."""
    words = Words(language)
    keys = (
        "timeline.until",
        "timeline.appeal_until",
        "timeline.counts_until",
        "timeline.counted_until",
        "timeline.appeal_answer_by",
        "timeline.appeal_no_answer",
        "report.case.removed_until",
        "report.act.counts_until",
        "appeal_term.until",
        "appeal_next.kept_until",
        "appeal_next.reduced_until",
        "return_note.until",
        "proposal.counts",
    )
    for key in keys:
        said = words(key, date="DAY", until_date="DAY", what="W", severity="S", step="T").casefold()
        assert "before" not in said, key
        assert "since" not in said, key
        assert "day前" not in said, key
        assert "day起" not in said, key
        letter = key.startswith(("appeal_next", "return_note"))
        assert ("after" in said or "之后" in said) is letter, key


def test_a_last_notice_of_a_review_is_called_that() -> None:
    said = TimelineWords(Words("en"), Dates("en"), datetime(2026, 6, 2, tzinfo=UTC))
    reminder = TimelineEntry(
        "warning",
        1,
        1,
        AT,
        "Mei",
        "reminder",
        state="sent",
        until=AT,
        lines=(("review", "Spring"),),
    )
    notice = replace(reminder, last_notice=True)
    assert said.title(reminder) == "Friendly reminder sent privately"
    assert said.title(notice) == "Last notice sent privately"
    assert said.lines(notice)[0] == "In the review “Spring”"
    assert "friendly" not in " ".join(said.lines(notice)).casefold()


def test_a_request_to_leave_and_its_answer_are_told() -> None:
    said = TimelineWords(Words("en"), Dates("en"), datetime(2026, 6, 2, tzinfo=UTC))
    entry = TimelineEntry("exit", 1, 0, AT, "Mei")
    asked = replace(entry, state="job_changed", text="I move to Wuhan.")
    assert (said.title(asked), said.about(asked)) == ("Asked to leave", "New job or new tasks")
    lines = (("exit_until", "2026-06-20"), ("exit_replacement", "Zhou Min"))
    answer = replace(entry, kind="exit_answer", state="asked_to_stay", lines=lines)
    assert said.title(answer) == "Asked to stay for now"
    assert said.lines(answer)[1] == "Takes over: Zhou Min"
    assert said.lines(answer)[0] == "Stays through 20 Jun"


def test_a_customer_was_told_of_the_new_contact() -> None:
    said = TimelineWords(Words("en"), Dates("en"), datetime(2026, 6, 2, tzinfo=UTC))
    assert (said.title(TOLD), said.about(TOLD)) == ("Told of the new contact", "")
    assert said.lines(TOLD) == ("New contact: Zhou Min", "In place of: Li Na", "Note: By phone")
    assert said.title(replace(TOLD, state="could_not")) == "Could not be told of the new contact"
