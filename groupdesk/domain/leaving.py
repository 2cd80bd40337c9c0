# SPDX-License-Identifier: MIT
"""How members of a group leave and come back: checklist, days, who helps, what is asked of them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Final

from groupdesk.domain.enums import Language
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.leaving_enums import ExitItem

MAX_DAYS: Final = 365
MAX_OWN_ITEMS: Final = 20
MAX_ITEM: Final = 200
"""The longest own item, in characters."""
ALWAYS: Final = frozenset({ExitItem.LEFT_PLATFORM, ExitItem.OWNER_NAMED})
"""What no group can leave out: that somebody left, and that a group keeps an owner."""
OF_PERSON: Final = frozenset(
    {
        ExitItem.COLLEAGUES_TOLD,
        ExitItem.FILES_SAVED,
        ExitItem.CONTACTS_SAVED,
        ExitItem.CONFIDENTIALITY,
        ExitItem.NOTIFICATIONS,
    }
)
"""What concerns whoever leaves and not the group: done once, it is done for all groups."""
OF_COLLEAGUES: Final = OF_PERSON - {ExitItem.NOTIFICATIONS} | {
    ExitItem.CONTACT_NAMED,
    ExitItem.CUSTOMERS_TOLD,
}
"""What a member like any other leaves without; a person may put it on the checklist."""
_OWN: Final = "own:"
_DAYS: Final = (
    ("answer_days", 0),
    ("stay_days", 1),
    ("check_days", 1),
    ("cooling_days", 0),
    ("trial_days", 0),
)


@dataclass(frozen=True, slots=True)
class Leaving:
    """A group's way to leave and to come back. Days are calendar days; texts are by language."""

    items: tuple[ExitItem, ...] = tuple(ExitItem)
    """What stands on the checklist of what is built in, always in the order of `ExitItem`."""
    own_items: tuple[Mapping[Language, str], ...] = ()
    """What stands on it besides, in the group's own words."""
    answer_days: int = 2
    """Within how many days a request is answered."""
    stay_days: int = 14
    """How long a member is usually asked to stay until a replacement has taken over."""
    check_days: int = 3
    """How many days after leaving it is asked whether messages of the group still come."""
    cooling_days: int = 0
    """How long after leaving somebody usually waits before they come back; 0: not at all."""
    trial_days: int = 30
    """How long a member who came back is usually on trial; 0: no trial."""
    helper: str = ""
    """Who helps members who do not find the way to leave; empty: the group's owner."""
    confidentiality: Mapping[Language, str] = field(default_factory=dict)
    """What members are reminded of; empty: the program's own sentence."""


def ordered(items: tuple[ExitItem, ...]) -> tuple[ExitItem, ...]:
    """Return the built-in items of a checklist in their order, each once, with what is always."""
    return tuple(item for item in ExitItem if item in items or item in ALWAYS)


def lines_for(way: Leaving, *, colleague: bool, no_owner: bool) -> tuple[ExitItem, ...]:
    """Return the built-in lines that apply to whoever leaves; own ones apply to everybody.

    With `no_owner` nobody would own the group afterwards.
    """
    return tuple(
        item
        for item in ordered(way.items)
        if (colleague or item not in OF_COLLEAGUES)
        and (no_owner or item is not ExitItem.OWNER_NAMED)
    )


def may_add(codes: Collection[str]) -> tuple[ExitItem, ...]:
    """Return what a person may put on a checklist that has lines of these codes."""
    return tuple(one for one in ExitItem if one in OF_COLLEAGUES and one not in codes)


def own_code(number: int) -> str:
    """Return the code of the own item of this number, 1 for the first."""
    return f"{_OWN}{number}"


def is_own(code: str) -> bool:
    """Say whether a code is that of an item in a group's own words."""
    return code.startswith(_OWN)


def require_valid(leaving: Leaving) -> None:
    """Raise ValidationError, with the field's name, for days or items out of range."""
    for name, least in _DAYS:
        if not least <= getattr(leaving, name) <= MAX_DAYS:
            raise ValidationError(name, "days_out_of_range", least=least, most=MAX_DAYS)
    if len(leaving.own_items) > MAX_OWN_ITEMS:
        raise ValidationError("own_items", "exit_items_too_many", most=MAX_OWN_ITEMS)
    for text in (text for item in leaving.own_items for text in item.values()):
        if len(text) > MAX_ITEM:
            raise ValidationError("own_items", "text_too_long", limit=MAX_ITEM, length=len(text))


def from_json(value: object) -> Leaving:
    """Return a stored way. Raises ValueError, KeyError or TypeError for what is none."""
    if not isinstance(value, dict):
        raise TypeError("no way to leave")
    leaving = Leaving(
        items=ordered(tuple(ExitItem(item) for item in value["items"])),
        own_items=tuple(_texts(item) for item in value["own_items"]),
        **{name: int(value[name]) for name, _ in _DAYS},
        helper=str(value["helper"]),
        confidentiality=_texts(value["confidentiality"]),
    )
    require_valid(leaving)
    return leaving


def to_json(leaving: Leaving) -> dict[str, object]:
    """Return what is stored of a way."""
    return {
        "items": [item.value for item in ordered(leaving.items)],
        "own_items": [_stored(item) for item in leaving.own_items],
        **{name: getattr(leaving, name) for name, _ in _DAYS},
        "helper": leaving.helper,
        "confidentiality": _stored(leaving.confidentiality),
    }


def _texts(value: Mapping[str, object]) -> dict[Language, str]:
    return {Language(language): str(text) for language, text in value.items()}


def _stored(texts: Mapping[Language, str]) -> dict[str, str]:
    return {language.value: text for language, text in texts.items()}
