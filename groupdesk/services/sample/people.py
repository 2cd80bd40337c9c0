# SPDX-License-Identifier: MIT
"""The members of the sample's groups: put together from lists, the same in each sample."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import JoinedHow, Language, MemberRole
from groupdesk.domain.import_records import ImportRow

_HOW = {
    "wecom": ((JoinedHow.QR_CODE, 5), (JoinedHow.INVITED, 4), (JoinedHow.LINK, 1)),
    "wechat": ((JoinedHow.INVITED, 8), (JoinedHow.QR_CODE, 2)),
    "slack": ((JoinedHow.LINK, 4), (JoinedHow.ADDED, 3), (JoinedHow.UNKNOWN, 3)),
    "beta": ((JoinedHow.ADDED, 4), (JoinedHow.UNKNOWN, 1)),
}
FIRST_LIST, LIST_EVERY = 12, 60
"""Days after its founding when a group's first member list was taken in, and between two."""

_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


def list_days(first: float) -> tuple[int, ...]:
    """Return how many days before today a group's member lists were taken in, the first first."""
    return (*range(int(first), LIST_EVERY // 2, -LIST_EVERY), 2)


@dataclass(frozen=True, slots=True)
class SampleMember:
    """One member of one group; times are days before today, None where nobody knows."""

    row: ImportRow
    joined: float
    last_active: float | None
    left: float | None = None
    back: float | None = None
    cast: bool = False  # has a story of their own, so everyday incidents leave them alone


@dataclass
class Cast:
    """Who is in a group, by name."""

    first_list: float
    members: dict[str, SampleMember] = field(default_factory=dict)

    def listed(self, ago: float) -> int:
        """Return the day of the last list before `ago` days before today."""
        days = (day for day in list_days(self.first_list) if day >= ago + 1)
        return min(days, default=int(self.first_list))

    def present(self, ago: float) -> list[str]:
        """Return ordinary members who were on a list `ago` days before today, and stayed."""
        listed = self.listed(ago)
        return [
            name
            for name, member in self.members.items()
            if member.joined > listed
            and member.left is None
            and not member.cast
            and not member.row.is_bot
            and member.row.role is MemberRole.MEMBER
        ]


def make_cast(
    group: Mapping[str, Any],
    people: Mapping[str, Any],
    named: Mapping[str, float],
    rng: random.Random,
    known: Sequence[ImportRow] = (),
) -> Cast:
    """Return a group's members: staff, bots, those whom stories name, then as many as needed.

    `named` says how many days ago a person's story begins. `known` are persons of another group
    of the platform; some of them are here, too.
    """
    key, language = str(group["key"]), Language(group["language"])
    source = people[language.value]
    founded = float(group["founded"])
    cast = Cast(founded - FIRST_LIST)
    used: set[str] = set()
    known_by_name = {row.name: row for row in known}

    def add(name: str, joined: float, *, row: ImportRow | None = None, **about: Any) -> None:
        used.add(name)
        made = row or _person(name, key, language, source, rng)
        last = about.pop("last_active", _last_active(joined, rng))
        left = about.pop("left", None)
        is_cast = about.pop("cast", False)
        how = _weighted(_HOW[key], rng)
        told = {"joined_how": how, "role": MemberRole.MEMBER, **about}
        cast.members[name] = SampleMember(made._replace(**told), joined, last, left, cast=is_cast)

    for place, name in enumerate(people["staff"][key]):
        role = MemberRole.OWNER if place == 0 else MemberRole.ADMIN
        add(
            name,
            founded - 0.2,
            row=known_by_name.get(name),
            role=role,
            joined_how=JoinedHow.ADDED,
            last_active=0.3,
            company="Aurora",
            tags=(),
            note="",
        )
    for name in people["bots"][key]:
        add(
            name, founded - 1, is_bot=True, joined_how=JoinedHow.ADDED, company="", tags=(), note=""
        )
    for name, begins in named.items():
        # on a list before the story begins, or its first act would meet nobody
        joined = rng.uniform(cast.listed(begins) + 1, founded - 1)
        add(name, joined, row=known_by_name.get(name), cast=True)
    wanted = int(group["members"])
    shared = [row for row in known if row.name not in used and not row.is_bot]
    for row in rng.sample(shared, min(wanted * 2 // 5, len(shared))):
        add(row.name, rng.uniform(3, founded - 2), row=row)
    names = _names(language, source, rng)
    while len(cast.members) < wanted:
        name = next(names)
        if name in used or name in known_by_name:
            continue
        joined = _joined(founded, rng)
        leaves = joined > 30 and rng.random() < float(group.get("leavers", 0.07))
        left = rng.uniform(4, joined - 15) if leaves else None
        add(name, joined, left=left)
    _invitors(cast, rng)
    return cast


def snapshot_rows(cast: Cast, taken: datetime, ago: float) -> list[ImportRow]:
    """Return the list as it was exported `ago` days before today, at `taken`."""
    rows: list[ImportRow] = []
    for name, member in cast.members.items():
        if member.joined <= ago:
            continue
        back = member.back is not None and member.back > ago
        gone = member.left is not None and member.left > ago and not back
        if gone and member.left is not None and member.left > ago + 200:
            continue  # left long before: no list names them any more
        joined = member.back if back and member.back is not None else member.joined
        active = member.last_active
        if active is not None:
            # A list from back then knows the activity of back then.
            active = max(active, ago + (sum(map(ord, name)) % 40) / 10)
        rows.append(
            member.row._replace(
                line=len(rows) + 2,
                joined_at=to_text(taken - timedelta(days=joined - ago)),
                last_active=None
                if active is None or active >= member.joined
                else to_text(taken - timedelta(days=active - ago)),
                deactivated=gone,
            )
        )
    return rows


def _person(
    name: str, key: str, language: Language, source: Mapping[str, Any], rng: random.Random
) -> ImportRow:
    company = rng.choice(source["companies"]) if rng.random() < 0.55 else ""
    tags = tuple(sorted(rng.sample(source["tags"], rng.choice((0, 0, 1, 1, 2)))))
    note = rng.choice(source["notes"]) if rng.random() < 0.08 else ""
    row = ImportRow(2, name, company=company, tags=tags, note=note, language=language.value)
    if language is Language.ZH:
        given = name[1:] or name
        nickname = ""
        if rng.random() < 0.5:
            nickname = (
                rng.choice(source["nick_styles"])
                .replace("{company}", company or rng.choice(source["cities"]))
                .replace("{city}", rng.choice(source["cities"]))
                .replace("{surname}", name[0])
                .replace("{given}", given)
                .replace("{name}", name)
            )
        ident = ("wm" if key == "wecom" else "wxid_") + _ident(rng, 14)
        return row._replace(nickname=nickname, external_id=ident, phone=_phone(rng, "1"))
    first, _, last = name.partition(" ")
    handle = f"{first}.{last}".strip(".").lower().replace(" ", "").replace("-", "")
    domain = rng.choice(source["domains"])
    nickname = first if last and rng.random() < 0.3 else ""
    return row._replace(
        nickname=nickname,
        external_id="U0" + _ident(rng, 9).upper(),
        handle=handle,
        email=f"{handle.encode('ascii', 'ignore').decode()}@{domain}",
    )


def _names(language: Language, source: Mapping[str, Any], rng: random.Random) -> Iterator[str]:
    while True:
        if language is Language.ZH:
            # Common surnames stand first and are drawn more often, as in life.
            surnames = source["surnames"]
            place = min(int(rng.expovariate(0.035)), len(surnames) - 1)
            yield surnames[place] + rng.choice(source["given"])
        else:
            yield f"{rng.choice(source['first'])} {rng.choice(source['last'])}"


def _joined(founded: float, rng: random.Random) -> float:
    """Return when somebody joined: half at the beginning, the others over the year."""
    if rng.random() < 0.5:
        return founded - rng.uniform(0.5, 12)
    return rng.uniform(3, founded - 12)


def _last_active(joined: float, rng: random.Random) -> float | None:
    kind = rng.random()
    if kind < 0.13:
        return None
    ago = rng.uniform(0.05, 2) if kind < 0.5 else rng.expovariate(1 / 30)
    if kind > 0.93:
        ago = rng.uniform(91, 300)
    return ago if ago < joined else None


def _invitors(cast: Cast, rng: random.Random) -> None:
    names = [name for name, member in cast.members.items() if not member.row.is_bot]
    for name, member in list(cast.members.items()):
        if member.row.joined_how is JoinedHow.INVITED:
            before = rng.choice(names)
            if before != name:
                row = member.row._replace(invited_by=before)
                cast.members[name] = replace(member, row=row)


def _weighted(choices: Sequence[tuple[JoinedHow, int]], rng: random.Random) -> JoinedHow:
    return rng.choices([c for c, _ in choices], [weight for _, weight in choices])[0]


def _ident(rng: random.Random, length: int) -> str:
    return "".join(rng.choice(_ALPHABET) for _ in range(length))


def _phone(rng: random.Random, first: str) -> str:
    """Return an eleven-digit number with a prefix that is given to nobody."""
    if rng.random() < 0.6:
        return ""
    return f"{first}00{rng.randrange(10**8):08d}"
