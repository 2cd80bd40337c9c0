# SPDX-License-Identifier: MIT
"""What entries of a review keep of the counts of their day, and how it is read back."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar

from groupdesk.domain.errors import StorageError
from groupdesk.domain.review_enums import ReviewChange, ReviewCriterion, ReviewLeftOut, ReviewStage
from groupdesk.domain.review_records import PickedInGroup, PickPreview, ReviewProgress
from groupdesk.models import stored

_Listed = TypeVar("_Listed", bound=StrEnum)


def preview_json(found: PickPreview) -> dict[str, object]:
    """Return what is stored of a look at groups."""
    return {
        "looked_at": found.looked_at,
        "picked": found.picked,
        "fits_none": found.fits_none,
        "left_out": _counts_json(found.left_out),
        "why": _counts_json(found.why),
        "groups": [
            [one.group_id, one.group_name, one.looked_at, one.picked, one.over_by]
            for one in found.groups
        ],
        "already": found.already,
        "changed": _counts_json(found.changed),
    }


def preview_of(text: object) -> PickPreview:
    """Return a stored look at groups. Raises StorageError for what nobody of ours stored."""
    facts = stored.fields(text)
    try:
        return PickPreview(
            looked_at=stored.number(facts["looked_at"]),
            picked=stored.number(facts["picked"]),
            fits_none=stored.number(facts["fits_none"]),
            left_out=_counts(ReviewLeftOut, facts["left_out"]),
            why=_counts(ReviewCriterion, facts["why"]),
            groups=tuple(_group(*row) for row in facts["groups"]),
            already=stored.number(facts["already"]),
            changed=_counts(ReviewChange, facts["changed"]),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise StorageError("damaged") from error


def stages_json(progress: ReviewProgress) -> dict[str, object]:
    """Return what is stored of how far a review came."""
    return {"stages": _counts_json(progress.stages)}


def stages_of(text: object) -> dict[ReviewStage, int]:
    """Return the stored counts of the stages."""
    try:
        return _counts(ReviewStage, stored.fields(text)["stages"])
    except (KeyError, AttributeError) as error:
        raise StorageError("damaged") from error


def members_of(text: object) -> int:
    """Return how many members an entry says were put on the list."""
    return stored.number(stored.fields(text).get("members"))


def _counts_json(counts: Mapping[Any, int]) -> dict[str, int]:
    return {str(kind.value): count for kind, count in sorted(counts.items()) if count}


def _counts(kind: type[_Listed], value: Mapping[str, object]) -> dict[_Listed, int]:
    return {stored.one_of(kind, name): stored.number(count) for name, count in value.items()}


def _group(group_id: object, name: object, *counts: object) -> PickedInGroup:
    looked_at, picked, over_by = map(stored.number, counts)
    return PickedInGroup(stored.number(group_id), str(name), looked_at, picked, over_by)
