# SPDX-License-Identifier: MIT
"""What is said when a picture comes in that the records know already: where, and what is shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from groupdesk.domain.evidence_records import EvidencePlace
from groupdesk.domain.records import EvidenceRecord
from groupdesk.domain.text import visible

_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Known:
    """A piece of evidence that came in again, and the cases that use it."""

    record: EvidenceRecord
    places: tuple[EvidencePlace, ...]


class KnownEvidence(QObject):
    """Puts it into words."""

    def text(self, known: Sequence[Known]) -> str:
        """Say of each where it is used, of the first few by name; empty when there is none."""
        used = [one for one in known if one.places]
        copies = [one for one in known if one.record.redacted_id]
        said = []
        if len(used) == 1:
            said.append(
                self.tr("“{0}” is in the records already: {1}. The same file is used.").format(
                    _name(used[0]), self._where(used[0])
                )
            )
        elif used:
            named = [
                self.tr("“{0}” in {1}").format(_name(one), self._where(one))
                for one in used[:_MOST_NAMED]
            ]
            if len(used) > _MOST_NAMED:
                named.append(self.tr("%n more", "", len(used) - _MOST_NAMED))
            said.append(
                self.tr("{0} of these are in the records already: {1}.").format(
                    len(used), self.tr(", ").join(named)
                )
            )
        if len(copies) == 1:
            said.append(
                self.tr("Reports show the redacted copy of “{0}”.").format(_name(copies[0]))
            )
        elif copies:
            said.append(self.tr("Reports show the redacted copies of %n of them.", "", len(copies)))
        return " ".join(said)

    def _where(self, known: Known) -> str:
        """Return "case 12 (Li), case 30 (Wang)"; a case with several people once."""
        people: dict[int, list[str]] = {}
        for place in known.places:
            people.setdefault(place.case_number, []).append(visible(place.member))
        named = [
            self.tr("case {0} ({1})").format(number, self.tr(", ").join(names[:_MOST_NAMED]))
            for number, names in list(people.items())[:_MOST_NAMED]
        ]
        if len(people) > _MOST_NAMED:
            named.append(self.tr("%n more", "", len(people) - _MOST_NAMED))
        return self.tr(", ").join(named)


def _name(known: Known) -> str:
    return visible(known.record.caption or known.record.file_name)
