# SPDX-License-Identifier: MIT
"""What the palette lists: pages, groups and acts made ready for being found by name, members."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QObject, QTranslator
from PySide6.QtGui import QKeySequence

from groupdesk.domain.act_records import CaseRow
from groupdesk.domain.enums import MembershipState
from groupdesk.domain.matching import Match, Rank, Title, match
from groupdesk.domain.records import GroupRecord, MemberRow
from groupdesk.domain.search_marks import Marks, Readings, Span
from groupdesk.domain.text import visible
from groupdesk.paths import resource
from groupdesk.ui.act_looks import LOOKS
from groupdesk.ui.acts import Acts
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.labels import plain_tooltip

OWN_ACT = "window.find"
_PAGE_OF = {
    **dict.fromkeys(("member", "filter", "talk", "recognition", "warning", "removal"), "members"),
    **dict.fromkeys(("evidence", "act"), "members"),
    **dict.fromkeys(("rules", "ladder"), "rules"),
    **dict.fromkeys(("appeal", "exit", "handover", "rejoin"), "requests"),
    "person": "people",
    "template": "templates",
    "case": "cases",
    "review": "reviews",
}
"""On which page acts can be done, by the first part of their ids; the others go with the window."""
_ELSEWHERE = {"person.open": "members", "person.link": "members", "report.case": "members"}


_WORD = 4
"""So many letters in the other language are meant; fewer are the beginning of a name in pinyin."""


class Kind(Enum):
    """What a line of the palette is."""

    PAGE = "page"
    GROUP = "group"
    MEMBER = "member"
    CASE = "case"
    ACT = "act"
    ALL_MEMBERS = "all_members"
    """Everybody whom the words find, on the page of members."""


Key = tuple[Kind, str | int]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to go to or to do."""

    kind: Kind
    id: str | int
    title: str
    sign: str
    """An icon's name; members have their own sign."""
    quiet: str = ""
    """What is said behind the title."""
    end: str = ""
    """What stands at the end of the line: keys, a group, a number of members."""
    refused: str = ""
    """Why an act cannot be done now."""
    page: str = ""
    """The page on which an act can be done that cannot be done here."""
    group_id: int = 0

    @property
    def possible(self) -> bool:
        """Whether it leads anywhere."""
        return not self.refused or bool(self.page)

    @property
    def key(self) -> Key:
        """What it is, whatever it is called by now."""
        return self.kind, self.id


@dataclass(frozen=True, slots=True)
class Found:
    """An entry as it is listed, with the places that the words matched."""

    entry: Entry
    spans: tuple[Span, ...] = ()
    quiet_spans: tuple[Span, ...] = ()

    @property
    def tip(self) -> str:
        """All that the line says, for a tooltip."""
        entry = self.entry
        return plain_tooltip("\n".join(filter(None, (entry.title, entry.quiet, entry.refused))))


@dataclass(frozen=True, slots=True)
class Named:
    """An entry with the names that it is found by."""

    entry: Entry
    title: Title
    other: Title | None = None
    """Its name in the other language of the program."""
    beside: tuple[Title, ...] = ()

    def fit(self, words: Sequence[str]) -> "Fit | None":
        """Return how well one of its names fits, None where neither does."""
        names = (self.title, *self.beside)
        own = None
        if all(any(name.may_hold(word) for name in names) for word in words):
            own = match(words, self.title, self.beside)
        if self.other is None or (own is not None and own.rank is Rank.EXACT):
            return Fit(own, self) if own is not None else None
        other = match(words, self.other)
        if other is not None and any(len(word) < _WORD and word.isascii() for word in words):
            other = other._replace(rank=max(other.rank, Rank.INSIDE))
        if other is not None and (own is None or other.rank < own.rank):
            return Fit(other, self, by_other=True)
        return Fit(own, self) if own is not None else None


class Fit(NamedTuple):
    """A name that fits."""

    match: Match
    named: Named
    by_other: bool = False
    """Whether it is the name in the other language."""

    @property
    def found(self) -> Found:
        """The line of it; where the other name fits, that one is shown, too."""
        entry, other = self.named.entry, self.named.other
        if not self.by_other or other is None:
            return Found(entry, self.match.spans)
        return Found(replace(entry, quiet=other.text), (), self.match.spans)


class EntryMaker(QObject):
    """Puts pages, groups, members and acts into the words of the window's language."""

    def __init__(self, context: UiContext, parent: QObject) -> None:
        """Make entries over an open desk."""
        super().__init__(parent)
        self._context = context
        self._chinese: dict[str, str] = {}
        self.readings: Readings | None = None
        """The pinyin of characters, once that is loaded."""

    def pages(self) -> list[Named]:
        """Return the pages of the navigation."""
        acts, others = self._context.acts, self._other_names()
        return [
            Named(
                Entry(
                    *(Kind.PAGE, act_id.partition(".")[2], _plain(acts, act_id), look.icon),
                    end=keys_of(acts, act_id),
                ),
                self._title(_plain(acts, act_id)),
                self._title(others[act_id]),
            )
            for act_id, look in LOOKS.items()
            if act_id.startswith("page.")
        ]

    def groups(self) -> list[Named]:
        """Return the groups in use, then those that are archived; may run beside the window."""
        groups = self._context.desk.groups
        return [self.group(one) for one in (*groups.all(), *groups.archived())]

    def group(self, group: GroupRecord) -> Named:
        """Return a group with its platform, its owner and how many members it has."""
        platform = self._context.translations.words(f"platform.{group.platform.value}")
        archived = group.archived_at is not None
        owner = visible(group.owner_name)
        said = (self.tr("Archived") if archived else "", platform, owner)
        entry = Entry(
            Kind.GROUP,
            group.id,
            group.name,
            "archive" if archived else "hash",
            " · ".join(filter(None, said)),
            self.tr("%n member(s)", "", group.members),
        )
        beside = (platform, group.owner_name, group.external_id)
        return Named(
            entry, self._title(group.name), None, tuple(map(self._title, filter(None, beside)))
        )

    def _title(self, text: str) -> Title:
        return Title(text, self.readings)

    def member(self, row: MemberRow, group: str, marks: Marks | None = None) -> Found:
        """Return a member as a search found them: nickname, or what else matched, and the group."""
        quiet = row.nickname if row.nickname != row.name else ""
        spans: tuple[Span, ...] = ()
        if marks is not None:
            spans = marks.nickname if quiet else ()
            if marks.elsewhere is not None:
                quiet, spans = marks.elsewhere.text, marks.elsewhere.spans
        end = group
        if row.state is not MembershipState.ACTIVE:
            state = self._context.translations.words(f"membership_state.{row.state.value}")
            end = f"{state} · {group}"
        entry = Entry(Kind.MEMBER, row.id, row.name, "", quiet, end, group_id=row.group_id)
        return Found(entry, marks.name if marks is not None else (), spans)

    def case(self, row: CaseRow) -> Found:
        """Return a case by its number."""
        title = self.tr("Case {0}").format(f"#{row.number}")
        quiet = " · ".join(filter(None, (row.member_name, row.rule_title)))
        entry = Entry(Kind.CASE, row.number, title, "folder-open", quiet, row.group_name)
        return Found(entry, ((len(title) - len(str(row.number)) - 1, len(title)),))

    def all_members(self, text: str) -> Found:
        """Return the line that leads to everybody whom `text` finds."""
        title = self.tr("All members found by “{0}”").format(text)
        return Found(Entry(Kind.ALL_MEMBERS, text, title, "users"))

    def acts(self, front: str) -> list[Named]:
        """Return all acts but the pages; each says why it cannot be done with `front` in front."""
        others = self._other_names()
        hidden = {OWN_ACT}
        if not self._context.desk.workspace.record().sample:
            hidden.add("workspace.leave_sample")
        return [
            self._act(act_id, front, others[act_id])
            for act_id in LOOKS
            if not act_id.startswith("page.") and act_id not in hidden
        ]

    def _act(self, act_id: str, front: str, other: str) -> Named:
        acts = self._context.acts
        title, area = _plain(acts, act_id), self._area(act_id)
        if area.casefold() in title.casefold():
            area = ""
        refused, page = self._against(act_id, front)
        entry = Entry(
            *(Kind.ACT, act_id, title, LOOKS[act_id].icon, area),
            keys_of(acts, act_id),
            refused,
            page,
        )
        beside = (self._title(area),) if area else ()
        return Named(entry, self._title(title), self._title(other), beside)

    def _against(self, act_id: str, front: str) -> tuple[str, str]:
        """Return why an act cannot be done now, and the page on which it could."""
        acts = self._context.acts
        refused = acts.why_refused(act_id)
        if refused or acts.offers(act_id):
            return refused, ""
        page = _ELSEWHERE.get(act_id, _PAGE_OF.get(act_id.partition(".")[0], ""))
        if page and page != front:
            return self.tr("On the page “{0}”").format(_plain(acts, f"page.{page}")), page
        if act_id.startswith(("group.", "ladder.")):
            return self.tr("First choose a group."), ""
        return self.tr("First choose what it is about."), ""

    def _area(self, act_id: str) -> str:
        """Return what an act is about, where its text alone could mean several."""
        areas = {
            "group": self.tr("Group"),
            "member": self.tr("Member"),
            "appeal": self.tr("Objection"),
            "exit": self.tr("Leaving"),
            "rejoin": self.tr("Coming back"),
            "handover": self.tr("Handover"),
            "case": self.tr("Case"),
            "person": self.tr("Person"),
            "removal": self.tr("Removal"),
            "act": self.tr("Decision"),
        }
        many = {
            "member.remove_many": self.tr("All chosen members"),
            "member.bulk": self.tr("All chosen members"),
        }
        head = act_id.partition(".")[0]
        if act_id in many:
            return many[act_id]
        if head in areas:
            return areas[head]
        page = _PAGE_OF.get(head, "")
        return _plain(self._context.acts, f"page.{page}") if page in {"rules", "templates"} else ""

    def _other_names(self) -> dict[str, str]:
        """Return what acts and pages are called in the other language of the program."""
        written = self._context.acts.as_written()
        if self._context.translations.language != "en":
            return {act_id: text.replace("&", "") for act_id, text in written.items()}
        if self._chinese:
            return self._chinese
        chinese = QTranslator(self)
        chinese.load(str(resource("i18n", "groupdesk_zh.qm")))
        named = {
            key: chinese.translate(Acts.__name__, text) or text for key, text in written.items()
        }
        chinese.deleteLater()
        self._chinese = named
        return named


def keys_of(acts: Acts, act_id: str) -> str:
    """Return the keys of an act as the system writes them, empty where it has none."""
    return acts.action(act_id).shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def _plain(acts: Acts, act_id: str) -> str:
    return acts.action(act_id).text().replace("&", "")
