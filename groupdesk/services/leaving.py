# SPDX-License-Identifier: MIT
"""The services of a desk around leaving, coming back and handing over, put together.

Each is imported and made when it is first asked for, as those of `Desk` are.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from groupdesk.services.ledger import Ledger

if TYPE_CHECKING:
    from groupdesk.services.exit_customers import ExitCustomers
    from groupdesk.services.exit_folder import ExitFolders
    from groupdesk.services.exit_items import ExitItems
    from groupdesk.services.exit_query import ExitList
    from groupdesk.services.exit_reasons import ExitReasons
    from groupdesk.services.exit_statistics import ExitNumbers
    from groupdesk.services.exits import Exits
    from groupdesk.services.handovers import HandoverActs
    from groupdesk.services.leaving_ways import LeavingWays
    from groupdesk.services.rejoin_query import RejoinList
    from groupdesk.services.rejoin_requests import RejoinRequests
    from groupdesk.services.successors import Successors


class LeavingServices:
    """Leaving well and coming back, in one workspace."""

    def __init__(self, ledger: Ledger) -> None:
        """Work through `ledger`."""
        self._ledger = ledger

    @cached_property
    def ways(self) -> "LeavingWays":
        """How groups are left."""
        from groupdesk.services.leaving_ways import LeavingWays  # noqa: PLC0415

        return LeavingWays(self._ledger)

    @cached_property
    def exits(self) -> "Exits":
        """Who wants to leave."""
        from groupdesk.services.exits import Exits  # noqa: PLC0415

        return Exits(self._ledger)

    @cached_property
    def exit_list(self) -> "ExitList":
        """Lists of requests to leave."""
        from groupdesk.services.exit_query import ExitList  # noqa: PLC0415

        return ExitList(self._ledger)

    @cached_property
    def exit_reasons(self) -> "ExitReasons":
        """Why they leave, put right."""
        from groupdesk.services.exit_reasons import ExitReasons  # noqa: PLC0415

        return ExitReasons(self._ledger)

    @cached_property
    def exit_items(self) -> "ExitItems":
        """The checklists of leaving."""
        from groupdesk.services.exit_items import ExitItems  # noqa: PLC0415

        return ExitItems(self._ledger)

    @cached_property
    def exit_customers(self) -> "ExitCustomers":
        """Whom it concerns that somebody leaves."""
        from groupdesk.services.exit_customers import ExitCustomers  # noqa: PLC0415

        return ExitCustomers(self._ledger)

    @cached_property
    def successors(self) -> "Successors":
        """Who may take over."""
        from groupdesk.services.successors import Successors  # noqa: PLC0415

        return Successors(self._ledger)

    @cached_property
    def rejoin_requests(self) -> "RejoinRequests":
        """Who wants to come back."""
        from groupdesk.services.rejoin_requests import RejoinRequests  # noqa: PLC0415

        return RejoinRequests(self._ledger)

    @cached_property
    def rejoin_list(self) -> "RejoinList":
        """Lists of requests to come back."""
        from groupdesk.services.rejoin_query import RejoinList  # noqa: PLC0415

        return RejoinList(self._ledger)

    @cached_property
    def exit_folder(self) -> "ExitFolders":
        """What is saved before somebody leaves."""
        from groupdesk.services.exit_folder import ExitFolders  # noqa: PLC0415

        return ExitFolders(self._ledger)

    @cached_property
    def handovers(self) -> "HandoverActs":
        """Work that goes from one hand to another."""
        from groupdesk.services.handovers import HandoverActs  # noqa: PLC0415

        return HandoverActs(self._ledger)

    @cached_property
    def exit_statistics(self) -> "ExitNumbers":
        """Why people left."""
        from groupdesk.services.exit_statistics import ExitNumbers  # noqa: PLC0415

        return ExitNumbers(self._ledger)
