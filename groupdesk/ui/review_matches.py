# SPDX-License-Identifier: MIT
"""Where a search matched the members of a review: in their names, or in what is not listed."""

from collections.abc import Sequence

from groupdesk.domain.review_records import ReviewRowRecord
from groupdesk.ui.context import UiContext
from groupdesk.ui.item_models.paged_model import Match
from groupdesk.ui.matched_words import said_elsewhere


def review_matches(
    context: UiContext, words: Sequence[str], rows: Sequence[ReviewRowRecord]
) -> dict[int, Match]:
    """Return where the folded `words` of a search are, by the ids of the rows."""
    from groupdesk.services.member_search import marks  # noqa: PLC0415  # not at the start

    members = context.desk.members
    ids = [row.membership_id for row in rows]
    more = members.more(ids)
    known = {one.id: one for one in members.rows(ids) if one.id in more}
    found = {}
    for row in rows:
        member = known.get(row.membership_id)
        if member is None:
            continue
        match = marks(words, member, more[member.id])
        beside, places = member.nickname, list(match.nickname)
        if match.elsewhere is not None:
            beside, places = said_elsewhere(context.translations.words, match.elsewhere)
        found[row.id] = Match(match.name, beside if places else "", places)
    return found
