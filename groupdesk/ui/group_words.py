# SPDX-License-Identifier: MIT
"""How near a group is to its size limit, and why it is there, in words."""

from groupdesk.domain.group_size import Room
from groupdesk.domain.records import GroupRecord
from groupdesk.domain.upkeep_records import GroupNoteRecord
from groupdesk.ui.theme_tokens import ToneName
from groupdesk.words import Words

_TONES: dict[Room, ToneName] = {
    Room.PLENTY: "muted",
    Room.NEAR: "warning",
    Room.FULL: "warning",
    Room.OVER: "danger",
}


def room_text(words: Words, group: GroupRecord) -> str:
    """Return what is left of the limit; empty while there is plenty of room."""
    room = group.room
    if room is Room.PLENTY or group.size_limit is None:
        return ""
    return words(f"room.{room}", count=abs(group.size_limit - group.members))


def room_tone(group: GroupRecord) -> ToneName:
    """Return the colour of `room_text`."""
    return _TONES[group.room]


def note_lines(words: Words, note: GroupNoteRecord) -> list[str]:
    """Return what a note about a group says, each answer beside what was asked, as on paper."""
    answers = {"purpose": note.purpose, "belongs": note.belongs, "why_now": note.why_now}
    lines = [words(f"group_file.{key}", text=text) for key, text in answers.items() if text]
    return [*lines, note.text] if note.text else lines
