# SPDX-License-Identifier: MIT
"""How groups are left and come back to: each group's checklist, days and helper."""

import json
from collections.abc import Mapping
from uuid import UUID

from groupdesk.domain.enums import Action, Language, SubjectKind, Topic
from groupdesk.domain.errors import StateChangedError, StorageError, ValidationError
from groupdesk.domain.leaving import MAX_ITEM, Leaving, from_json, ordered, require_valid, to_json
from groupdesk.domain.records import Receipt
from groupdesk.domain.text import clean_line, optional_text
from groupdesk.models import stored
from groupdesk.models.people import Group
from groupdesk.services.groups import MAX_NAME
from groupdesk.services.ledger import Entry, Ledger


class LeavingWays:
    """The ways to leave of all groups."""

    def __init__(self, ledger: Ledger) -> None:
        """Work through `ledger`."""
        self._ledger = ledger

    def of(self, group_id: int) -> Leaving:
        """Return how a group is left. Raises StateChangedError when the group is gone."""
        with self._ledger.reading():
            return way_of(_group(group_id))

    def save(
        self, operation: UUID, group_id: int, way: Leaving, seen: Leaving | None = None
    ) -> Receipt:
        """Change how a group is left from now on; checklists that are under way stay as they are.

        `seen` is what the change was made on. Raises ValidationError for days or items out of
        range, with the language at the end of the field's name where a text is too long;
        StateChangedError when the group is gone or somebody else changed it meanwhile.
        """
        said = _clean(way)
        require_valid(said)

        def work(entry: Entry) -> None:
            group = _group(group_id)
            before = way_of(group)
            if seen is not None and before != seen:
                raise StateChangedError("leaving_changed", name=group.name)
            group.leaving = json.dumps(to_json(said), ensure_ascii=False)
            group.save()
            topics = (Topic.GROUPS, Topic.REQUESTS)
            entry.about(SubjectKind.GROUP, group.id, *topics, group_id=group.id)
            old, new = _told(before), _told(said)
            changed = [name for name in new if new[name] != old[name]]
            entry.record(
                before={"group": group.name} | {name: old[name] for name in changed},
                after={"group": group.name} | {name: new[name] for name in changed},
                rows=[group],
            )

        return self._ledger.run(operation, Action.GROUP_LEAVING, work)


def way_of(group: Group) -> Leaving:
    """Return how a group is left; the usual way where nobody chose one."""
    return read_way(group.leaving)


def read_way(value: str | None) -> Leaving:
    """Return a way as it is stored, the usual one for None. Raises StorageError("damaged")."""
    if value is None:
        return Leaving()
    try:
        return from_json(stored.content(value))
    except (ValueError, KeyError, TypeError, AttributeError, ValidationError) as error:
        raise StorageError("damaged") from error


def _group(group_id: int) -> Group:
    group = Group.get_or_none(Group.id == group_id)
    if group is None:
        raise StateChangedError("group_gone")
    return group


def _told(way: Leaving) -> dict[str, object]:
    """Return what the log says of a way."""
    own = [" / ".join(item.values()) for item in way.own_items]
    return to_json(way) | {"own_items": own}


def _clean(way: Leaving) -> Leaving:
    """Return it with its texts as they are stored, empty items left out."""
    own = [_item(item) for item in way.own_items]
    confidentiality = {
        language: optional_text(f"confidentiality_{language.value}", text)
        for language, text in way.confidentiality.items()
    }
    return Leaving(
        items=ordered(way.items),
        own_items=tuple(item for item in own if item),
        answer_days=way.answer_days,
        stay_days=way.stay_days,
        check_days=way.check_days,
        cooling_days=way.cooling_days,
        trial_days=way.trial_days,
        helper=optional_text("helper", clean_line(way.helper), limit=MAX_NAME),
        confidentiality={lang: text for lang, text in confidentiality.items() if text},
    )


def _item(item: Mapping[Language, str]) -> dict[Language, str]:
    texts = {
        language: optional_text(f"own_items_{language.value}", clean_line(text), limit=MAX_ITEM)
        for language, text in item.items()
    }
    return {language: text for language, text in texts.items() if text}
