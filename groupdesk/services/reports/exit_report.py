# SPDX-License-Identifier: MIT
"""Why people left, on paper; the handout breaks small numbers down no further."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar

from groupdesk.domain.enums import Edition
from groupdesk.domain.exit_statistics import LEAST, Count, ExitStatistics, sheltered, whole
from groupdesk.domain.report_records import Stamp
from groupdesk.services.exit_statistics import ExitFigures
from groupdesk.services.reports.paper_dates import PaperDates
from groupdesk.services.reports.paper_stamp import qr_svg, stamp_tree
from groupdesk.services.reports.printable import Tree
from groupdesk.services.reports.render import Paper, render
from groupdesk.words import Words

_MOST_MONTHS = 24
_Key = TypeVar("_Key")


def exit_report_pdf(figures: ExitFigures, stamp: Stamp, paper: Paper = "a4") -> bytes:
    """Return the exits as PDF/A-3a, in language and edition of `stamp`.

    Raises GroupDeskError("report_failed").
    """
    words = Words(stamp.language)
    dates = PaperDates(words, stamp.printed_at)
    sheet = _Sheet(figures, words, dates, handout=stamp.edition is Edition.HANDOUT)
    return render(
        "exit_statistics",
        {**stamp_tree(stamp, words, dates), **sheet.tree()},
        words=words,
        created=stamp.printed_at,
        raw={"qr": qr_svg(stamp)},
        paper=paper,
    )


class _Sheet:
    def __init__(
        self, figures: ExitFigures, words: Words, dates: PaperDates, *, handout: bool
    ) -> None:
        self._figures = figures
        self._found: ExitStatistics = figures.statistics
        self._words = words
        self._dates = dates
        self._handout = handout
        self._few = handout and self._found.total.persons < LEAST

    def tree(self) -> dict[str, Tree]:
        found, words, dates = self._found, self._words, self._dates
        group = self._figures.group_id
        where = self._figures.names[group] if group else words("exit_report.all_groups")
        period = words(
            "exit_report.subtitle", first=dates.day(found.first), last=dates.day(found.last)
        )
        return {
            "subject": words("exit_report.name"),
            "head_left": words("exit_report.head", app=words("report.app")),
            "head_right": where,
            "title": words("exit_report.title", where=where),
            "subtitle": period,
            "summary": {"title": words("exit_report.summary"), "tiles": self._tiles()},
            "none": "" if found.total.exits else words("exit_report.none"),
            "parts": [] if self._few else self._parts(),
            "notes": self._notes(),
        }

    def _tiles(self) -> Tree:
        found, words = self._found, self._words
        tiles: list[Tree] = [
            [str(found.total.exits), words("exit_report.exits")],
            [str(found.total.persons), words("exit_report.persons")],
        ]
        stays = found.stays
        if stays.median is not None and not self._hides(self._known_stays()):
            tiles.append([str(whole(stays.median)), words("exit_report.median")])
        if stays.low is not None and stays.high is not None and len(tiles) > 2:
            spread = f"{whole(stays.low)}–{whole(stays.high)}"
            tiles.append([spread, words("exit_report.spread")])
        return tiles

    def _known_stays(self) -> int:
        """Return how many people there are at least whose stays are known."""
        return max((count.persons for count in self._found.stays.ranges.values()), default=0)

    def _hides(self, persons: int) -> bool:
        return self._handout and persons < LEAST

    def _parts(self) -> list[Tree]:
        found, words, dates = self._found, self._words, self._dates
        names = self._figures.names
        parts = [
            self._part("why", found.whys, lambda why: words(why.word)),
            self._part("months", self._months(), dates.month),
            self._part("stay", found.stays.ranges, lambda one: words(f"stay_range.{one.value}")),
        ]
        if not self._figures.group_id:
            groups = {group.group_id: group.count for group in found.groups}
            parts.append(self._part("groups", groups, lambda ident: names.get(ident, "")))
        return [part for part in parts if part is not None]

    def _months(self) -> Mapping[date, Count]:
        """Return all months, of a long time only those in which somebody left."""
        months = self._found.months
        if len(months) <= _MOST_MONTHS:
            return months
        return {month: count for month, count in months.items() if count.exits}

    def _part(self, title: str, counts: Mapping[_Key, Count], name: Callable[[_Key], str]) -> Tree:
        """Return one breakdown: a bar and a line of numbers for each; None for an empty one."""
        words = self._words
        whole = sum(count.exits for count in counts.values())
        if not whole:
            return None
        told, hidden = sheltered(counts) if self._handout else (dict(counts), ())
        rows: list[Tree] = [
            [
                name(key),
                count.exits / whole,
                str(count.exits),
                str(count.persons),
                f"{100 * count.exits / whole:.0f} %",
            ]
            for key, count in told.items()
        ]
        if hidden:
            exits = sum(counts[key].exits for key in hidden)
            together = words("exit_report.together", count=len(hidden))
            rows.append([together, exits / whole, str(exits), "", f"{100 * exits / whole:.0f} %"])
        heads = ("", "", *(words(f"exit_report.{key}") for key in ("exits", "persons", "share")))
        return {"title": words(f"exit_report.{title}"), "heads": list(heads), "rows": rows}

    def _notes(self) -> list[Tree]:
        found, words = self._found, self._words
        notes: list[Tree] = [words("exit_report.note")]
        if self._few and found.total.exits:
            notes.append(words("exit_report.too_few"))
        if found.stays.unknown:
            notes.append(words("exit_report.unknown_joined", count=found.stays.unknown))
        if found.day_unknown:
            notes.append(words("exit_report.unknown_day", count=found.day_unknown))
        return notes
