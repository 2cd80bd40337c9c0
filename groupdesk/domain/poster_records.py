# SPDX-License-Identifier: MIT
"""What a printable poster of a group's rules says."""

from dataclasses import dataclass
from datetime import date

from groupdesk.domain.enums import Language


@dataclass(frozen=True, slots=True)
class PosterRule:
    """One rule, with its title and text in each language of the poster, in their order."""

    code: str
    titles: tuple[str, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PosterContent:
    """A published version as it hangs on a wall: nothing on it is internal."""

    group_id: int
    group_name: str
    version: int
    published_on: date
    helper: str
    languages: tuple[Language, ...]
    rules: tuple[PosterRule, ...]
