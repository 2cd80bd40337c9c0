# SPDX-License-Identifier: MIT
"""The sample's cases: those written step by step, and everyday ones in between."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from groupdesk.domain.case_enums import NoticedHow
from groupdesk.domain.enums import Ground
from groupdesk.services.desk import Desk
from groupdesk.services.sample.acts import Play
from groupdesk.services.sample.disputes import KINDS as DISPUTES
from groupdesk.services.sample.disputes import put_answer, put_dispute
from groupdesk.services.sample.screenshots import ChatLine, draw_activity, draw_chat
from groupdesk.services.sample.stage import DRAWN, Picture, Stage
from groupdesk.services.sample.talks import KINDS, put_talk

_EVERYDAY = {"wecom": 27, "wechat": 9, "slack": 18, "beta": 6}
_OPERATORS = {"wecom": ("林晓", "Mei", "Arun"), "wechat": ("林晓", "Mei")}
_ENGLISH = ("Arun", "Arun", "Mei")
_NOTICED = (NoticedHow.SEEN, NoticedHow.MEMBER, NoticedHow.OPERATOR)


@dataclass
class Drawing:
    """A screenshot that an act will show, drawn before the play begins."""

    png: bytes
    name: str
    caption: str
    picture: Picture | None = None


@dataclass
class Act:
    """One act of a case: when, what, with which picture."""

    moment: datetime
    happened: datetime
    about: Mapping[str, Any]
    drawing: Drawing | None = None


@dataclass
class Story:
    """One case, ready to be put on the programme."""

    play: Play
    acts: list[Act] = field(default_factory=list)


def written_stories(stage: Stage, cases: list[Mapping[str, Any]]) -> Iterator[Story]:
    """Yield the cases of the story files, with their screenshots drawn."""
    for case in cases:
        play = Play(
            stage,
            case["group"],
            case["member"],
            case.get("rule", ""),
            NoticedHow(case["noticed"]),
            case.get("quoted", ""),
            Ground(case.get("ground", "breach")),
        )
        yield _story(stage, play, case)


def everyday_stories(
    stage: Stage,
    incidents: Mapping[str, Mapping[str, Any]],
    rules: Mapping[str, list[tuple[float, set[str]]]],
) -> Iterator[Story]:
    """Yield small cases over the year; `rules` tells which rules a group had at what time."""
    for key, count in _EVERYDAY.items():
        language = stage.groups[key]["language"]
        data = incidents[language]
        founded = int(stage.groups[key]["founded"])
        for number in range(count):
            rng = random.Random(f"{DRAWN}/{key}/{number}")  # noqa: S311  # a story
            # Spread over the year, a little more often of late.
            ago = 10 + int((founded - 40) * (number / count) ** 1.2) + rng.randrange(6)
            codes = _codes_at(rules[key], ago)
            incident = rng.choice([i for i in data["incident"] if i["rule"] in codes])
            member = rng.choice(stage.casts[key].present(ago))
            stage.casts[key].members[member] = _busy(stage, key, member)
            by = rng.choice(_OPERATORS.get(key, _ENGLISH))
            play = Play(stage, key, member, incident["rule"], rng.choice(_NOTICED))
            case = {
                "chat": incident["chat"],
                "act": list(_everyday_acts(data, incident, ago, by, rng)),
            }
            play.quoted = next(line[1:] for line in incident["chat"] if line.startswith("*"))
            yield _story(stage, play, case, rng)


def put_on(stage: Stage, story: Story) -> None:
    """Put a story's acts on the programme."""
    play = story.play
    for act in story.acts:
        desk = stage.desks[act.about["by"]]
        about, moment = act.about, act.moment
        picture = act.drawing.picture if act.drawing else None
        kind = about["do"]
        stage.add(moment - timedelta(milliseconds=1), partial(_set_happened, play, act.happened))
        if kind in KINDS:
            put_talk(stage, play, about, moment)
        elif kind in DISPUTES:
            put_dispute(stage, play, about, moment, picture)
        elif kind == "everywhere" and picture is not None:
            _put_everywhere(stage, play, act, picture)
        elif kind == "removal" and picture is not None:
            _put_removal(stage, play, act, picture)
        elif kind == "lift":
            stage.add(moment, partial(play.lift, desk, about["reason"]))
        elif kind == "pardon":
            stage.add(moment, partial(play.pardon, desk, about["reason"]))
        elif kind == "close":
            stage.add(moment, partial(play.close, desk, about["outcome"]))
        else:
            _put_message(stage, play, act, picture)


def _put_message(stage: Stage, play: Play, act: Act, picture: Picture | None) -> None:
    desk = stage.desks[act.about["by"]]
    stage.add(act.moment, partial(play.message, desk, act.about, picture))
    if act.about.get("reply"):
        reply = act.about["reply"]
        answered = act.moment + timedelta(minutes=40 + len(reply) * 7)
        stage.add(answered, lambda: play.answer(desk, play.last_message, reply))


def _put_removal(stage: Stage, play: Play, act: Act, picture: Picture) -> None:
    desk = stage.desks[act.about["by"]]
    made: list[int] = []
    stage.add(act.moment, lambda: made.append(play.remove(desk, act.about, picture)))
    answered = put_answer(stage, play, act.about, act.moment)
    failing = act.about.get("could_not", {})
    for step in range(int(act.about["steps"])):
        later = act.moment + timedelta(hours=answered, minutes=4 + step * (3 if step < 3 else 9))
        stage.add(later, lambda: play.tick(desk, made[0], failing))


def _put_everywhere(stage: Stage, play: Play, act: Act, picture: Picture) -> None:
    """Put one act that removes a person from all their groups on, and its steps."""
    desk = stage.desks[act.about["by"]]
    made: list[int] = []
    stage.add(act.moment, lambda: made.extend(play.remove_everywhere(desk, act.about, picture)))
    for place in range(len(act.about["groups"])):
        for step in range(int(act.about["steps"])):
            later = act.moment + timedelta(minutes=4 + 30 * place + step * 3)
            stage.add(later, partial(_tick_one, play, desk, made, place))


def _tick_one(play: Play, desk: Desk, made: list[int], place: int) -> None:
    play.tick(desk, made[place], {})


def _set_happened(play: Play, happened: datetime) -> None:
    play.happened = happened


def _busy(stage: Stage, key: str, member: str) -> Any:  # a SampleMember
    found = stage.casts[key].members[member]
    return type(found)(found.row, found.joined, found.last_active, None, cast=True)


def _codes_at(versions: list[tuple[float, set[str]]], ago: float) -> set[str]:
    """Return the rules of the version that was in force a while before."""
    in_force = [codes for published, codes in versions if published > ago + 3]
    return in_force[-1] if in_force else versions[0][1]


def _everyday_acts(
    data: Mapping[str, Any], incident: Mapping[str, Any], ago: int, by: str, rng: random.Random
) -> Iterator[dict[str, Any]]:
    replies = data["replies"]
    first = "warning" if incident.get("severe") or rng.random() < 0.15 else "reminder"
    shot = first == "warning" or rng.random() < 0.4
    answered = {"reply": rng.choice(replies[first])} if rng.random() < 0.65 else {}
    yield {"do": first, "ago": ago, "by": by, "shot": shot, **answered}
    left = ago
    if rng.random() < 0.2:
        thanks, problem, cause, suggestion, agreement = rng.choice(replies["talks"])
        left = max(2, ago - rng.randrange(1, 4))
        yield {
            "do": "talk",
            "ago": left,
            "by": by,
            "thanks": thanks,
            "problem": problem,
            "cause": cause,
            "suggestion": suggestion,
            "agreement": agreement,
        }
    if first == "reminder" and left > 30 and rng.random() < 0.25:
        left -= rng.randrange(6, 20)
        yield {"do": "warning", "ago": left, "by": by, "shot": True}
    if left > 12:
        left -= rng.randrange(2, 9)
        yield {"do": "close", "ago": left, "by": by, "outcome": rng.choice(replies["outcomes"])}


def _story(
    stage: Stage, play: Play, case: Mapping[str, Any], rng: random.Random | None = None
) -> Story:
    rng = rng or random.Random(f"{play.group}/{play.member}")  # noqa: S311  # a story
    story = Story(play)
    last: datetime | None = None
    for about in case["act"]:
        moment = stage.at(about["ago"], rng.uniform(9.2, 17.5))
        if last is not None and moment <= last:
            moment = last + timedelta(minutes=rng.randrange(12, 50))
        last = moment
        happened = moment - timedelta(minutes=rng.randrange(25, 300))
        act = Act(moment, happened, about)
        if about.get("shot"):
            act.drawing = _drawing(stage, play, about.get("chat", case.get("chat")), act, rng)
        story.acts.append(act)
    return story


def _drawing(
    stage: Stage, play: Play, chat: list[str] | None, act: Act, rng: random.Random
) -> Drawing:
    group = stage.groups[play.group]
    chinese = group["language"] == "zh"
    name = f"{'截图' if chinese else 'Screenshot'} {act.happened:%Y-%m-%d %H.%M}.png"
    if chat is None:
        return Drawing(
            _activity(stage, play, act, rng), name, "活跃记录" if chinese else "Activity"
        )
    ago = (stage.today - act.happened) / timedelta(days=1)
    others = rng.sample(stage.casts[play.group].present(ago), 3)
    start = act.happened - timedelta(minutes=len(chat))
    lines = []
    for number, text in enumerate(chat):
        own = text.startswith(">")
        author = play.member if text.startswith("*") else others[number % 3]
        if own:
            author = act.about["by"]
        stamp = f"{start + timedelta(minutes=number):%H:%M}"
        shown = stamp if not chinese or number == 0 else ""
        lines.append(ChatLine(author, text.removeprefix("*").removeprefix(">"), shown, own=own))
    title = f"{group['name']}（{group['members']}）" if chinese else group["name"]
    caption = next((line.text for line in lines if line.author == play.member), "")[:60]
    clock = f"{act.happened:%H:%M}"
    return Drawing(draw_chat(title, lines, clock, desktop=not chinese), name, caption)


def _activity(stage: Stage, play: Play, act: Act, rng: random.Random) -> bytes:
    group = stage.groups[play.group]
    chinese = group["language"] == "zh"
    ago = (stage.today - act.happened) / timedelta(days=1)
    rows = []
    for name in rng.sample(stage.casts[play.group].present(ago), 4):
        days = rng.randrange(1, 40)
        rows.append((name, f"{days} 天前" if chinese else f"{days} days ago", False))
    days = rng.randrange(370, 500)
    rows.insert(2, (play.member, f"{days} 天前" if chinese else f"{days} days ago", True))
    heads = ("成员", "最近发言") if chinese else ("Member", "Last message")
    title = "群成员活跃情况" if chinese else "Member activity"
    return draw_activity(title, heads, rows, f"{act.happened:%H:%M}")
