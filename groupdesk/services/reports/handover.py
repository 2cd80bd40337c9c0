# SPDX-License-Identifier: MIT
"""The handover book on paper: what is open, what goes over, and where both sides sign."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import Final

from groupdesk.domain import handover_words
from groupdesk.domain.clock import from_text
from groupdesk.domain.enums import Edition
from groupdesk.domain.handover_enums import BookPart, HandoverState
from groupdesk.domain.handover_records import (
    Book,
    BookChange,
    BookGroup,
    BookLine,
    HandoverRecord,
    Signature,
)
from groupdesk.domain.handovers import INTERNAL, digest
from groupdesk.domain.report_records import (
    MaskedNames,
    MaskedPerson,
    SignatureLine,
    SignatureRole,
    Stamp,
)
from groupdesk.services.ledger import Ledger
from groupdesk.services.reports.gather_names import masked_names_of_groups
from groupdesk.services.reports.masking import Masker
from groupdesk.services.reports.paper_dates import PaperDates
from groupdesk.services.reports.paper_stamp import grouped, qr_svg, signature_tree, stamp_tree
from groupdesk.services.reports.printable import Tree
from groupdesk.services.reports.render import Paper, render
from groupdesk.words import Words

MOST_LINES: Final = 400
"""Lines of one part that paper shows; it then says how many it leaves out."""
_OF_COMPANIES: Final = frozenset({BookPart.CUSTOMERS, BookPart.PROTECTED})
_WITHOUT_MEMBER: Final = frozenset({BookPart.ENTRIES})


def handover_pdf(
    ledger: Ledger, record: HandoverRecord, stamp: Stamp, edition: Edition, paper: Paper = "a4"
) -> bytes:
    """Return the book as PDF/A-3a, in `stamp.language`; the handout names no member.

    Once both have signed it is the book that was signed, with what changed since. The handout
    leaves out contacts and notes. Raises GroupDeskError("report_failed").
    """
    words = Words(stamp.language)
    dates = PaperDates(words, stamp.printed_at)
    stamp = replace(stamp, edition=edition)
    signed = record.row.state in {HandoverState.SIGNED, HandoverState.MOVED}
    book = record.signed if signed and record.signed is not None else record.book
    kept = digest(book)
    masker: Masker | None = None
    if edition is Edition.HANDOUT:
        masker = Masker(_masked_names(ledger, record, book), words)
        stamp = replace(stamp, printed_by=masker.text(stamp.printed_by))
        book = _handout(book, masker)
    tree: dict[str, Tree] = {
        **stamp_tree(stamp, words, dates),
        **_head(record, words, dates, masker),
        "groups": [_group(group, words, dates) for group in book.groups],
        "parts": [
            _part(part, book.lines(part), words, dates, group=not record.row.group_id)
            for part in BookPart
        ],
        "moves": _moves(record, words, masker),
        "signed": _signed(record, kept, words, dates, masker),
        "signatures": signature_tree(
            (
                SignatureLine(SignatureRole.HANDED_OVER, record.row.giver.name),
                SignatureLine(SignatureRole.TOOK_OVER, record.row.taker.name),
                SignatureLine(SignatureRole.PRINTED, stamp.printed_by),
            ),
            words,
        ),
    }
    return render(
        "handover",
        tree,
        words=words,
        created=stamp.printed_at,
        raw={"qr": qr_svg(stamp)},
        paper=paper,
    )


def _head(
    record: HandoverRecord, words: Words, dates: PaperDates, masker: Masker | None
) -> dict[str, Tree]:
    row = record.row
    what = row.group_name or words("handover_say.whole", giver=row.giver.name)
    warnings: list[Tree] = []
    if record.giver_only_owner:
        groups = ", ".join(record.giver_only_owner)
        warnings.append(words("handover_say.only_owner", giver=row.giver.name, groups=groups))
    warnings += [words("handover_paper.changed", what=_change(c, words)) for c in record.changes]
    if record.override:
        said = record.override if masker is None else masker.text(record.override)
        warnings.append(words("handover_paper.override", reason=said))
    return {
        "subject": words("handover_paper.subject", number=row.id),
        "head_left": words("handover_paper.head", app=words("report.app"), number=row.id),
        "head_right": row.group_name or row.giver.name,
        "title": words("handover_paper.title"),
        "subtitle": words("report.dot").join(
            (
                what,
                words("handover_say.from_to", giver=row.giver.name, taker=row.taker.name),
                words("handover_paper.opened", date=dates.day(from_text(row.opened_at))),
                words(f"handover_state.{row.state}"),
            )
        ),
        "note": row.note if masker is None else "",  # what colleagues told one another
        "warnings": warnings,
    }


def _change(change: BookChange, words: Words) -> str:
    name = words(f"book_part.{change.part}") if change.part else ""
    counts = (("new", change.new), ("gone", change.gone), ("other", change.other))
    said = [words(f"handover_say.change_{key}", count=count) for key, count in counts if count]
    return words(
        "handover_line.pair",
        first=name or words("handover_say.changed_groups"),
        second=words("report.comma").join(said),
    )


def _group(group: BookGroup, words: Words, dates: PaperDates) -> Tree:
    unknown = words("handover_paper.unknown")
    size = str(group.members)
    if group.size_limit:
        size = words("handover_paper.size", members=group.members, limit=group.size_limit)
    rules = words("handover_paper.no_rules")
    if group.rules_version:
        published = dates.day(from_text(group.rules_published_at))
        rules = words("handover_paper.rules", version=group.rules_version, date=published)
    facts = {
        "platform": words(f"platform.{group.platform}"),
        "purpose": group.purpose or unknown,
        "belongs": group.belongs or unknown,
        "why": group.why or unknown,
        "owner": group.owner_name or unknown,
        "owners": words("report.comma").join(group.owners) or unknown,
        "members": size,
        "rules_name": rules,
    }
    return {
        "name": group.name,
        "facts": [[words(f"handover_paper.{name}"), text] for name, text in facts.items()],
        "rules": list(group.rules),
    }


def _part(
    part: BookPart, lines: tuple[BookLine, ...], words: Words, dates: PaperDates, *, group: bool
) -> Tree:
    shown: list[Tree] = [
        [
            handover_words.heading(words, part, line),
            words("report.dot").join(
                handover_words.about(words, part, line, lambda text: _day(text, dates), group=group)
            ),
        ]
        for line in lines[:MOST_LINES]
    ]
    if len(lines) > MOST_LINES:
        shown.append([words("handover_paper.more", count=len(lines) - MOST_LINES), ""])
    return {
        "title": words(f"book_part.{part}"),
        "none": words("handover_paper.none"),
        "lines": shown,
    }


def _moves(record: HandoverRecord, words: Words, masker: Masker | None) -> Tree:
    moved = record.row.state is HandoverState.MOVED
    lines: list[Tree] = []
    for item in record.moves if record.row.state is not HandoverState.CALLED_OFF else ():
        shown = item if masker is None else item._replace(who=masker.name(item.who))
        text = handover_words.thing(words, shown)
        if item.held is not None:
            why = handover_words.why_held(words, item.held, shown, record.row.taker.name)
            text = words("handover_line.of", who=text, what=why)
        elif item.key in record.unsure:
            why = words("handover_say.namesake", name=item.before)
            text = words("handover_line.of", who=text, what=why)
        lines.append(text)
    return {
        "title": words("handover_paper.moved" if moved else "handover_paper.moves"),
        "about": words("handover_paper.moves_about" if lines else "handover_paper.no_moves"),
        "lines": lines,
    }


def _signed(
    record: HandoverRecord, kept: str, words: Words, dates: PaperDates, masker: Masker | None
) -> Tree:
    lines: list[Tree] = [_signature(one, words, dates, masker) for one in record.signatures]
    return {
        "title": words("handover_paper.signed"),
        "lines": lines or [words("handover_paper.unsigned")],
        "digest_name": words("handover_paper.digest"),
        "digest": [grouped(kept[:32]), grouped(kept[32:])],
    }


def _signature(one: Signature, words: Words, dates: PaperDates, masker: Masker | None) -> str:
    said = words(
        "handover_paper.on_paper" if one.on_paper else "handover_paper.here",
        role=words(f"handover_side.{one.side}"),
        name=one.name,
        when=dates.moment(from_text(one.at)),
        who=one.operator,
    )
    if not one.counts:
        said = words("handover_paper.earlier", signed=said)
    if one.unprinted:
        what = one.unprinted if masker is None else masker.text(one.unprinted)
        said = words("handover_paper.unprinted", signed=said, what=what)
    return said


def _day(text: str, dates: PaperDates) -> str:
    if "T" in text:
        return dates.short_day(from_text(text))
    day, _, clock = text.partition(" ")
    return f"{dates.short_day(date.fromisoformat(day))} {clock}".strip()


# ---- the handout


def _handout(book: Book, masker: Masker) -> Book:
    """Return the book as others may read it: no member's name, no contact, no internal entry."""
    groups = tuple(
        group._replace(
            purpose=masker.text(group.purpose),
            belongs=masker.text(group.belongs),
            why=masker.text(group.why),
            owner_name=masker.text(group.owner_name),
            owners=tuple(masker.name(name) for name in group.owners),
        )
        for group in book.groups
    )
    parts = {
        part: tuple(_masked_line(part, line, masker) for line in _shown(part, book))
        for part in BookPart
    }
    return Book(groups, parts)


def _shown(part: BookPart, book: Book) -> Iterator[BookLine]:
    for line in book.lines(part):
        if part is not BookPart.ENTRIES or line.label not in INTERNAL:
            yield line


def _masked_line(part: BookPart, line: BookLine, masker: Masker) -> BookLine:
    who = line.who if part in _WITHOUT_MEMBER else masker.name(line.who)
    if part in _OF_COMPANIES:
        line = line._replace(what="")  # a company's name tells whose it is
    return line._replace(who=who, what=masker.text(line.what), by=masker.text(line.by), contact="")


def _masked_names(ledger: Ledger, record: HandoverRecord, book: Book) -> MaskedNames:
    """Return whom a handout hides: all who stand in the book, and who is named in its texts."""
    row = record.row
    named: dict[str, None] = {}
    for part in BookPart:
        named |= dict.fromkeys(line.who for line in book.lines(part) if line.who)
    for group in book.groups:
        named |= dict.fromkeys(group.owners)
    texts = [line.what for part in BookPart for line in book.lines(part)]
    texts += [record.override, *(one.unprinted for one in record.signatures)]
    for group in book.groups:
        texts += [group.owner_name, group.purpose, group.belongs, group.why]
    texts += named  # or what else the same person is called would be somebody else's label
    with ledger.reading():
        groups = [group.id for group in book.groups]
        known = masked_names_of_groups(ledger.database, groups, "\n".join(texts))
    own = (*known.own, row.giver.name, row.taker.name)
    return MaskedNames(others=tuple(_people(named, known.others)), own=own)


def _people(named: Iterable[str], known: tuple[MaskedPerson, ...]) -> Iterator[MaskedPerson]:
    """Yield everybody once, those first who stand in the book, in its order."""
    called: dict[str, MaskedPerson] = {}
    for person in known:
        for name in person.names:
            called.setdefault(name.strip().casefold(), person)
    first = (called.get(name.strip().casefold(), MaskedPerson((name,))) for name in named)
    yield from dict.fromkeys(chain(first, known))
