# SPDX-License-Identifier: MIT
"""The poster: the published rules of a group in large type, in one language or in two."""

from datetime import datetime

from groupdesk.domain.announcement import plain
from groupdesk.domain.clock import from_text, zone_on_paper
from groupdesk.domain.enums import Language
from groupdesk.domain.errors import StateChangedError
from groupdesk.domain.poster_records import PosterContent, PosterRule
from groupdesk.domain.records import RuleRecord
from groupdesk.models.rules import Rule, Rulebook
from groupdesk.services.ledger import Ledger
from groupdesk.services.reports.paper_dates import PaperDates
from groupdesk.services.reports.printable import Tree
from groupdesk.services.reports.render import Paper, render
from groupdesk.services.rules import rule_record
from groupdesk.words import Words

_PAPERS: dict[str, Paper] = {"a4": "a4", "us-letter": "us-letter", "a3": "a3"}


def poster_content(
    ledger: Ledger, rulebook_id: int, languages: tuple[Language, ...]
) -> PosterContent:
    """Return what a version says, in the order of `languages`.

    Whom to ask is the group's owner. A rule that one language lacks stands there in its other one.
    Raises StateChangedError("rules_version_gone").
    """
    with ledger.reading():
        book = Rulebook.get_or_none(Rulebook.id == rulebook_id)
        if book is None:
            raise StateChangedError("rules_version_gone")
        rules = Rule.select().where(Rule.rulebook == book.id).order_by(Rule.position)
        published = from_text(book.published_at).astimezone(zone_on_paper(ledger.clock()))
        return PosterContent(
            group_id=book.group_id,
            group_name=book.group.name,
            version=book.version,
            published_on=published.date(),
            helper=book.group.owner_name,
            languages=languages,
            rules=tuple(_rule(rule_record(rule), languages) for rule in rules),
        )


def poster_pdf(content: PosterContent, printed_at: datetime, paper: str = "a4") -> bytes:
    """Return the poster as PDF/A-3a, on "a4", "us-letter" or "a3".

    Raises GroupDeskError("report_failed").
    """
    words = Words(content.languages[0])
    # characters that would turn a line round are no part of a poster
    tree: dict[str, Tree] = {
        "language": content.languages[0].value,
        "languages": [language.value for language in content.languages],
        "subject": plain(content.group_name),
        "app": words("report.app"),
        "title": words("poster.title"),
        "heads": [_head(content, Words(one), printed_at) for one in content.languages],
        "page": words("poster.page", page="@1", count="@2"),
        "rules": [
            {
                "code": plain(rule.code),
                "titles": [plain(title) for title in rule.titles],
                "texts": [plain(text) for text in rule.texts],
            }
            for rule in content.rules
        ],
    }
    return render("poster", tree, words=words, created=printed_at, paper=_PAPERS[paper])


def _head(content: PosterContent, words: Words, printed_at: datetime) -> dict[str, Tree]:
    date = PaperDates(words, printed_at).day(content.published_on)
    helper = plain(content.helper).strip()
    return {
        "title": words("poster.title"),
        "group": plain(content.group_name),
        "version": words("poster.version", version=content.version, date=date),
        "ask": words("poster.ask", helper=helper) if helper else words("poster.ask_us"),
    }


def _rule(rule: RuleRecord, languages: tuple[Language, ...]) -> PosterRule:
    return PosterRule(
        code=rule.code,
        titles=tuple(rule.title(language).strip() for language in languages),
        texts=tuple(rule.text(language).strip() for language in languages),
    )
