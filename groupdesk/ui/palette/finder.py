# SPDX-License-Identifier: MIT
"""What the palette lists for what is typed: names at once, members as soon as they are found."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from groupdesk.domain.enums import Topic
from groupdesk.domain.matching import STRONG, SURE, Rank, Title, held, match, words_of
from groupdesk.domain.member_filter import Conditions, MemberFilter
from groupdesk.domain.search_tokens import is_han
from groupdesk.ui.context import UiContext
from groupdesk.ui.lately import Lately, Went
from groupdesk.ui.pages.page import Place
from groupdesk.ui.palette.entries import EntryMaker, Fit, Found, Key, Kind, Named

if TYPE_CHECKING:
    from groupdesk.domain.act_records import CaseRow
    from groupdesk.domain.records import MemberRow
    from groupdesk.domain.search_marks import Marks
    from groupdesk.services.desk import Desk

_REST = 70  # milliseconds without a letter before the members are searched
_MOST = 8  # lines of a section
_LATELY = 6
_HERE = 10
_WHOLE_PAGE = frozenset(
    {
        *("member.add", "member.import", "member.find", "member.filter", "member.columns"),
        *("member.export", "filter.save", "template.new", "template.import", "template.export"),
        *("case.open", "review.start", "rules.add", "rules.renumber", "rules.compare"),
    }
)
"""Acts that go with a whole list and not with who or what is chosen in it."""
_KINDS = {Kind.PAGE: Went.PAGE, Kind.GROUP: Went.GROUP, Kind.MEMBER: Went.MEMBER}


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under one heading."""

    head: str
    lines: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class _Answer:
    members: "tuple[tuple[MemberRow, Marks], ...]"
    more: bool
    cases: "tuple[CaseRow, ...]"
    groups: dict[int, str]


class Finder(QObject):
    """Asks the names in memory with each letter, the register once typing rests.

    What the register answers never moves what stands above it, nor a member under the cursor.
    """

    changed = Signal()
    """The sections are others; those of an answer come after those of the letters typed."""
    failed = Signal(str)
    """The register could not be searched; says why."""

    def __init__(self, context: UiContext, lately: Lately, parent: QObject) -> None:
        """Find over an open desk; `lately` brings what was used forward."""
        super().__init__(parent)
        self._context, self._lately = context, lately
        self._maker = EntryMaker(context, self)
        self._named: tuple[Named, ...] = ()  # pages and acts
        self._groups: tuple[Named, ...] = ()
        self._fresh = self._loading = False  # of the groups
        self._fits: list[Fit] = []
        self._recent: dict[Key, int] = {}
        self._recent_lines: dict[Key, Found] = {}
        self._place = Place()
        self._text = ""
        self._words: tuple[str, ...] = ()
        self._asked = 0
        self._pending = False
        self._members: tuple[Found, ...] = ()
        self._cases: tuple[Found, ...] = ()
        self._all: tuple[Found, ...] = ()
        self._cursor: Callable[[], Key | None] = lambda: None
        self.sections: tuple[Section, ...] = ()
        self._timer = QTimer(self, singleShot=True, interval=_REST)
        self._timer.timeout.connect(self._search)
        context.events.changed.connect(self._on_changed)
        context.translations.changed.connect(self._on_language)

    @property
    def pending(self) -> bool:
        """Whether something that may be found was not looked through yet."""
        return self._pending or self._loading

    @property
    def text(self) -> str:
        """What is looked for."""
        return self._text

    def begin(self, place: Place, cursor: Callable[[], Key | None]) -> None:
        """Take in what there is to go to from `place`; `cursor` says which line somebody chose."""
        self._place, self._cursor = place, cursor
        self._name_acts()
        steps = self._lately.steps
        kinds = {went: kind for kind, went in _KINDS.items()}
        self._recent = {(kinds[went], key): at for at, (went, key) in enumerate(steps)}
        self._recent_lines = self._read_lately()
        self._load()
        self._ask("")

    def ask(self, text: str) -> None:
        """Look for a text: for names now, for members after a short rest."""
        if text != self._text:
            self._ask(text)

    def _ask(self, text: str) -> None:
        before, self._words = self._words, words_of(text)
        longer = _sure(before) and text.startswith(self._text)
        self._text = text
        self._rank([fit.named for fit in self._fits] if longer else None)
        self._asked += 1
        self._timer.stop()
        self._members = self._still_fitting()
        self._cases = self._all = ()
        self._pending = bool(self._words)
        self._show()
        if self._pending:
            self._timer.start()

    def hurry(self) -> None:
        """Search now: somebody waits for the answer."""
        if self._timer.isActive():
            self._timer.stop()
            self._search()

    def stop(self) -> None:
        """Wait for nothing any more."""
        self._asked += 1
        self._pending = False
        self._timer.stop()

    # ---- what is shown

    def _show(self) -> None:
        self.sections = tuple(
            section
            for section in (self._found() if self._words else self._first())
            if section.lines
        )
        self.changed.emit()

    def _first(self) -> Iterable[Section]:
        """Return what is offered before a letter is typed."""
        acts = {one.entry.id: one for one in self._named if one.entry.kind is Kind.ACT}
        here = [acts[act_id] for act_id in self._context.acts.of_page() if act_id in acts]
        here.sort(key=lambda one: one.entry.id in _WHOLE_PAGE)
        known = {one.entry.key: Found(one.entry) for one in self._named}
        known |= self._recent_lines
        front = {
            (Kind.PAGE, self._place.page),
            (Kind.GROUP, self._place.group_id),
            (Kind.MEMBER, self._place.chosen if self._place.page == "members" else 0),
        }
        lately = [known[key] for key in self._recent if key in known and key not in front]
        yield Section(self.tr("Lately"), tuple(lately[:_LATELY]))
        yield Section(
            self.tr("What can be done here"), tuple(Found(one.entry) for one in here[:_HERE])
        )
        yield Section(
            self.tr("Pages"),
            tuple(Found(one.entry) for one in self._named if one.entry.kind is Kind.PAGE),
        )

    def _found(self) -> Iterable[Section]:
        """Return what was found: names that fit well, members, cases, then names that may fit."""
        strong = [fit for fit in self._fits if fit.match.rank <= STRONG]
        heads = {
            Kind.PAGE: self.tr("Pages"),
            Kind.GROUP: self.tr("Groups"),
            Kind.ACT: self.tr("Acts"),
        }
        possible = [fit for fit in strong if fit.named.entry.possible]
        for kind in dict.fromkeys(fit.named.entry.kind for fit in possible):  # the best one first
            yield _section(heads[kind], (fit for fit in possible if fit.named.entry.kind is kind))
        yield Section(self.tr("Members"), (*self._members, *self._all))
        yield Section(self.tr("Cases"), self._cases)
        if not self.pending:  # or the members would push them down
            refused = (fit for fit in strong if not fit.named.entry.possible)
            yield _section(self.tr("Not possible now"), refused)
            weak = (fit for fit in self._fits if fit.match.rank > STRONG)
            yield _section(self.tr("Close matches"), weak)

    def _rank(self, among: Iterable[Named] | None = None) -> None:
        """Find the names that fit, the best first; `among` those that can still do so."""
        never = len(self._recent)

        def order(fit: Fit) -> tuple[int, bool, int, int]:
            entry, match = fit.named.entry, fit.match
            return match.rank, bool(entry.refused), self._recent.get(entry.key, never), match.slack

        names = (*self._named, *self._groups) if among is None else among
        self._fits = sorted(filter(None, (one.fit(self._words) for one in names)), key=order)

    def _still_fitting(self) -> tuple[Found, ...]:
        """Return the members on the screen, and those of lately, whom the letters still fit."""
        if not self._words or _is_number(self._text):
            return ()
        members = [one for one in self._recent_lines.values() if one.entry.kind is Kind.MEMBER]
        lately = [one for one in members if self._still_fits(one, Rank.SPELLED)]
        known = {one.entry.key for one in lately}
        others = [one for one in self._members if one.entry.key not in known]
        return tuple(lately + [one for one in others if self._still_fits(one)])[:_MOST]

    def _still_fits(self, line: Found, least: Rank = Rank.INSIDE) -> bool:
        title, quiet = (
            Title(text, self._maker.readings) for text in (line.entry.title, line.entry.quiet)
        )
        fit = match(self._words, title, (quiet,))
        return fit is not None and fit.rank <= least

    # ---- the register

    def _search(self) -> None:
        asked, text = self._asked, self._text
        look = partial(_look, self._context.desk, text, self._place.group_id, self._language)

        def work() -> "_Answer | None":
            return look() if asked == self._asked else None

        def done(answer: "_Answer | None") -> None:
            if asked == self._asked and answer is not None:
                self._take(answer)

        def fail(error: Exception) -> None:
            if asked == self._asked:
                self._pending = False
                self._show()
                self.failed.emit(self._context.error_text(error))

        self._context.runner.run(self, work, done, fail, pool="files")

    def _take(self, answer: _Answer) -> None:
        self._pending = False
        fresh = {
            (Kind.MEMBER, row.id): self._maker.member(
                row, answer.groups.get(row.group_id, ""), marks
            )
            for row, marks in answer.members
        }
        shown = [one.entry.key for one in self._members]
        lately = [key for key in shown if key in self._recent and key in fresh]
        cursor = self._cursor()
        until = shown.index(cursor) if cursor in shown else -1
        kept = {one.entry.key: one for one in self._members} | fresh
        keys = held(shown, list(dict.fromkeys([*lately, *fresh])), until)
        self._members = tuple(kept[key] for key in keys)
        self._cases = tuple(self._maker.case(row) for row in answer.cases)
        self._all = (self._maker.all_members(self._text.strip()),) if answer.more else ()
        self._show()

    @property
    def _language(self) -> str:
        return self._context.translations.language

    def _read_lately(self) -> dict[Key, Found]:
        """Return the lines of the groups and members that were used last."""
        desk = self._context.desk
        groups = [int(key) for kind, key in self._recent if kind is Kind.GROUP][:_LATELY]
        members = [int(key) for kind, key in self._recent if kind is Kind.MEMBER][:_MOST]
        rows = desk.members.rows(members)
        names = _group_names(desk, [row.group_id for row in rows])
        lines = [Found(self._maker.group(desk.groups.get(one)).entry) for one in groups]
        lines += [self._maker.member(row, names[row.group_id]) for row in rows]
        return {line.entry.key: line for line in lines}

    # ---- names

    def _name_acts(self) -> None:
        self._named = (*self._maker.pages(), *self._maker.acts(self._place.page))

    def _on_changed(self, topics: frozenset[Topic]) -> None:
        if topics & {Topic.GROUPS, Topic.MEMBERS}:
            self._fresh = False

    def _on_language(self) -> None:
        self._fresh = False  # platforms and counts stand beside the names

    def _load(self) -> None:
        """Read the groups, and load pinyin and search, beside the window."""
        if self._fresh or self._loading:
            return
        self._fresh = self._loading = True
        maker, spelled = self._maker, self._maker.readings is not None

        def load() -> tuple[Named, ...]:
            from groupdesk.services import pinyin  # noqa: PLC0415  # as said above

            import_module("groupdesk.services.member_search")
            pinyin.readings("\u4e00")
            maker.readings = pinyin.readings
            return tuple(maker.groups())

        def loaded(groups: tuple[Named, ...]) -> None:
            self._loading, self._groups = False, groups
            if not spelled:
                self._name_acts()
            self._rank()
            self._show()

        def fail(error: Exception) -> None:
            self._fresh = self._loading = False
            self._show()
            self.failed.emit(self._context.error_text(error))

        self._context.runner.run(self, load, loaded, fail, pool="files")


def _section(head: str, fits: Iterable[Fit]) -> Section:
    return Section(head, tuple(fit.found for fit in islice(fits, _MOST)))


def _sure(words: Sequence[str]) -> bool:
    """Say whether what fits these words holds all that fits longer ones."""
    return bool(words) and all(len(word) >= SURE or is_han(word) for word in words)


def _group_names(desk: "Desk", ids: Iterable[int]) -> dict[int, str]:
    return {one: desk.groups.get(one).name for one in set(ids)}


def _look(desk: "Desk", text: str, group_id: int, language: str) -> _Answer:
    """Return whom a text finds: in the group in front first, then elsewhere, then who left."""
    from groupdesk.services import case_query, member_search  # noqa: PLC0415  # beside the window

    number = case_query.number_in(text)
    cases = tuple(desk.cases.of_numbers((number,), language)) if number else ()
    if _is_number(text):
        return _Answer((), more=False, cases=cases, groups={})
    here = [MemberFilter(group_id, "all", text)] if group_id > 0 else []
    ids: dict[int, None] = {}
    for which in (*here, MemberFilter(None, "all", text)):
        if len(ids) <= _MOST:
            ids |= dict.fromkeys(desk.members.ids(which, "rank", limit=_MOST + 1))
    more_of_them = len(ids) > _MOST
    if len(ids) < _MOST:
        former = MemberFilter(None, "all", text, Conditions(state="any"))
        ids |= dict.fromkeys(desk.members.ids(former, "rank", limit=_MOST))
    first = list(ids)[:_MOST]
    more, words = desk.members.more(first), words_of(text)
    rows = [
        (row, member_search.marks(words, row, more[row.id]))
        for row in desk.members.rows(first)
        if row.id in more
    ]
    names = _group_names(desk, (row.group_id for row, _marks in rows))
    return _Answer(tuple(rows), more_of_them, cases, names)


def _is_number(text: str) -> bool:
    """Say whether a text can only be the number of a case: "#84"."""
    return text.strip().startswith("#")
