# SPDX-License-Identifier: MIT
"""What pages and dialogs are given by the window that composes them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from groupdesk.domain.enums import SubjectKind
from groupdesk.domain.errors import GroupDeskError
from groupdesk.domain.records import Receipt
from groupdesk.services.desk import Desk
from groupdesk.settings import SettingsFile
from groupdesk.ui.acts import Acts
from groupdesk.ui.data_events import DataEvents
from groupdesk.ui.dates import Dates
from groupdesk.ui.tasks import Runner
from groupdesk.ui.theme import Theme
from groupdesk.ui.thumbnails import Thumbnails
from groupdesk.ui.translations import Translations

if TYPE_CHECKING:
    from groupdesk.domain.case_records import CaseFilter
    from groupdesk.ui.jobs import Jobs


@dataclass(frozen=True)
class UiContext:
    """The open desk and the machinery of the window around it."""

    desk: Desk
    runner: Runner
    jobs: "Jobs"
    theme: Theme
    translations: Translations
    events: DataEvents
    settings: SettingsFile
    acts: Acts
    thumbnails: Thumbnails
    notify: Callable[..., None]
    """Show a banner on the window: text, tone, action_text=, action=, seconds=."""
    report_bug: Callable[[BaseException], None]
    """Show the crash dialog for what is no error with words."""
    go_to: Callable[[int, int], object] = lambda _group_id, _membership_id: None
    """Show the members of a group, and one of them unless the second number is 0."""
    go_to_cases: "Callable[[CaseFilter], object]" = lambda _which: None
    """Show the cases that a filter finds."""
    go_to_request: Callable[[SubjectKind, int], object] = lambda _kind, _request_id: None
    """Show a request: an objection, one to leave or to come back, a handover."""
    go_to_review: Callable[[int], object] = lambda _review_id: None
    """Show a review."""
    notices_chosen: Callable[[], object] = lambda: None
    """Follow what was chosen about notifications."""
    lock_after: Callable[[int], object] = lambda _minutes: None
    """Lock the window after so many minutes in which nobody touched it; 0: never."""

    @property
    def dates(self) -> Dates:
        """Dates in the window's language."""
        return Dates(self.translations.language)

    def error_text(self, error: BaseException) -> str:
        """Return the words for an error, and hand what has none to the crash dialog."""
        if isinstance(error, GroupDeskError):
            words = self.translations.words
            key = f"error.{error.code}"
            values = {
                name: words(f"{name}.{value}") if f"{name}.{value}" in words else value
                for name, value in error.values.items()
            }
            return words(key, **values)
        self.report_bug(error)
        return self.translations.words("error.unexpected")

    def done(self, receipt: Receipt) -> None:
        """Tell the pages what a command changed."""
        self.events.acted.emit()
        self.events.publish(receipt.topics)
