# SPDX-License-Identifier: MIT
"""The main job, step by step: import a list, warn, remove with a screenshot, print, verify."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import WarningState
from groupdesk.domain.records import GroupRecord, MemberFilter, TimelineEntry
from groupdesk.paths import resource
from groupdesk.services.sample.screenshots import ChatLine, draw_chat
from groupdesk.ui.dialogs.carry_out_dialog import CarryOutDialog
from groupdesk.ui.dialogs.import_dialog import ImportDialog
from groupdesk.ui.dialogs.removal_dialog import RemovalDialog
from groupdesk.ui.dialogs.report_dialog import ReportDialog
from groupdesk.ui.dialogs.warning_dialog import WarningDialog
from groupdesk.ui.pages.audit_page import AuditPage
from groupdesk.ui.pages.members_page import MembersPage
from groupdesk.ui.pages.reports_page import ReportsPage
from groupdesk.ui.tour.album import Album
from groupdesk.ui.tour.hands import Hands, Steps
from groupdesk.ui.tour.player import TourError
from groupdesk.ui.widgets.step_row import StepRow
from groupdesk.words import Words

GROUP = "Aurora customers"
LIST = "slack-members.csv"
WARNED = "Bruno Ruiz"
"""Comes with the list."""
REMOVED = "Jonas Weber"
"""Is on the last step of the ladder in the sample."""

_REASON = (
    "After the final warning you again offered cartridges for sale in the group and in private"
    " messages. The other members asked us to keep this a place for help."
)


class Job:
    """Does the job as a person would and checks after each step what the records say."""

    def __init__(
        self,
        folder: Path,
        hands: Hands,
        album: Album,
        words: Words,
        say: Callable[[str], object],
    ) -> None:
        """Leave screenshots and reports in `folder`; `say` is told each finished step."""
        self._folder = folder
        self._hands = hands
        self._album = album
        self._words = words
        self._say = say

    def do(self) -> Steps[None]:
        """Do it all."""
        group = self._group()
        self._hands.workbench.show_group(group.id)
        yield from self._import(group)
        yield from self._warn(group)
        case = yield from self._remove(group)
        yield from self._print_case(group, case)
        yield from self._print_audit()
        yield from self._verify()

    def show_somebody(self) -> Steps[None]:
        """Show the whole group, with somebody in front who has a history."""
        hands = self._hands
        group = self._group()
        hands.workbench.show_group(group.id)
        page = yield from hands.page("members", MembersPage)
        found = hands.context.desk.members.ids(MemberFilter(group.id, "all", REMOVED))
        self._require(REMOVED, len(found) == 1)
        page.show_member(found[0])
        yield from hands.rest()

    # ---- the steps

    def _import(self, group: GroupRecord) -> Steps[None]:
        hands, desk = self._hands, self._hands.context.desk
        yield from hands.page("members", MembersPage)
        hands.act("member.import")
        dialog = yield from hands.dialog(ImportDialog)
        yield from self._album.take("import-choose", dialog)
        hands.drop(dialog.choose.area, [resource("sample", "exports", LIST)])
        yield from hands.until(
            "import preview", lambda: dialog.steps.currentWidget() is dialog.preview
        )
        yield from hands.rest()
        yield from self._album.take("import-preview", dialog)
        new, _changed, _left = dialog.preview.taken()
        hands.press("Ctrl+Return", dialog)
        yield from hands.gone(ImportDialog)
        members = desk.groups.get(group.id).members  # bots and closed accounts do not count
        self._require("import", group.members < members <= group.members + new)
        self._done("imported", count=new, file=LIST, group=group.name)

    def _warn(self, group: GroupRecord) -> Steps[None]:
        hands, desk = self._hands, self._hands.context.desk
        member = yield from self._find(group, WARNED)
        hands.act("warning.compose")
        dialog = yield from hands.dialog(WarningDialog)
        form = dialog.warning
        hands.choose(form.rule, 0)
        hands.choose(form.step, 1)  # the ladder proposes a reminder; nothing is forced
        yield from hands.rest()
        yield from self._album.take("warning", dialog)
        hands.click(dialog.copy_button)
        yield from hands.until("prepared", lambda: self._warnings(member, WarningState.PREPARED))
        yield from hands.rest()
        hands.press("Ctrl+Return", dialog)
        yield from hands.gone(WarningDialog)
        standing = desk.members.standing(member)
        sent = self._warnings(member, WarningState.SENT)
        self._require("warning", bool(sent) and standing.position > 0)
        yield from self._album.take("warned", hands.window)
        self._done("warned", name=WARNED)

    def _warnings(self, member: int, state: WarningState) -> list[TimelineEntry]:
        entries = self._hands.context.desk.timeline.of_member(member)
        return [found for found in entries if found.kind == "warning" and found.state == state]

    def _remove(self, group: GroupRecord) -> Steps[int]:
        hands, desk = self._hands, self._hands.context.desk
        member = yield from self._find(group, REMOVED)
        yield from self._album.take("member", hands.window)
        hands.act("member.remove")
        dialog = yield from hands.dialog(RemovalDialog)
        form = dialog.removal
        hands.choose(form.decision.rule, 0)
        hands.write(form.reason, _REASON)
        hands.write(form.comment, "The fourth offer in two months.")
        hands.drop(form.evidence, [self._screenshot()])
        yield from hands.until("screenshot", form.evidence.uses)
        yield from self._give_override_reasons(dialog)
        yield from hands.rest()
        yield from self._album.take("removal", dialog)
        hands.press("Ctrl+Return", dialog)
        steps = yield from hands.dialog(CarryOutDialog)
        self._done("removed", name=REMOVED, screenshots=1)
        yield from self._album.take("carry-out", steps)
        for row in tuple(steps.rows.values()):
            hands.click(row.button)
            yield from hands.until("step", partial(_is_done, row))
            yield from hands.rest()
        yield from self._album.take("carried-out", steps)
        hands.press("Ctrl+Return", steps)
        yield from hands.gone(CarryOutDialog)
        found = [e for e in desk.timeline.of_member(member) if e.kind == "removal"]
        self._require("removal", bool(found))
        removal = desk.removals.get(found[0].id)
        self._require("screenshot", bool(found[0].evidence))
        self._require("steps", all(step.done_at for step in removal.steps))
        self._done("carried_out", count=len(removal.steps))
        return removal.case_number

    def _give_override_reasons(self, dialog: RemovalDialog) -> Steps[None]:
        """Answer what the fair-process list asks for, as far as it asks."""
        yield from self._hands.rest()
        for key, text in dialog.fair.list.answers().items():
            field = dialog.fair.list.field(key)
            if not text and field.isVisible():
                self._hands.write(field, "Done in the group chat before this desk was in use.")

    def _print_case(self, group: GroupRecord, number: int) -> Steps[None]:
        hands = self._hands
        yield from self._find(group, REMOVED, chip="former")
        yield from self._album.take("former-member", hands.window)
        hands.act("report.case")
        dialog = yield from hands.dialog(ReportDialog)
        yield from hands.until("case file", lambda: dialog.printed)
        yield from hands.rest()
        yield from self._album.take("case-file", dialog)
        yield from self._save(dialog, f"case-{number}.pdf")
        self._done("case_printed", number=number)

    def _print_audit(self) -> Steps[None]:
        hands = self._hands
        yield from hands.page("reports", ReportsPage)
        hands.context.acts.trigger("report.group")
        dialog = yield from hands.dialog(ReportDialog)
        yield from hands.until("group audit", lambda: dialog.printed)
        yield from hands.rest()
        yield from self._album.take("group-audit", dialog)
        yield from self._save(dialog, "group-audit.pdf")
        self._done("audit_printed", group=GROUP)

    def _save(self, dialog: ReportDialog, name: str) -> Steps[None]:
        path = self._folder / "reports" / name
        self._hands.click(dialog.main_button)
        yield from self._hands.save_as(path)
        yield from self._hands.until(name, lambda: dialog.banner.text)
        self._hands.press("Escape", dialog)
        yield from self._hands.gone(ReportDialog)
        self._require(name, path.read_bytes().startswith(b"%PDF"))

    def _verify(self) -> Steps[None]:
        hands = self._hands
        yield from hands.page("audit", AuditPage)
        status = hands.workbench.status
        before = status.log_text
        hands.context.acts.trigger("audit.verify")
        yield from hands.until("verify", lambda: status.log_text != before)
        checking = status.log_text
        yield from hands.until("verify", lambda: status.log_text != checking)
        self._require("verify", hands.context.desk.ledger.stopped is None)
        self._done("verified")

    # ---- parts of steps

    def _group(self) -> GroupRecord:
        group = self._hands.context.desk.groups.named(GROUP)
        if group is None:
            raise TourError(GROUP)
        return group

    def _find(self, group: GroupRecord, name: str, *, chip: str = "all") -> Steps[int]:
        """Search a member under a chip and choose them; return the membership."""
        hands = self._hands
        page = yield from hands.page("members", MembersPage)
        hands.click(page.chips.button(chip))
        hands.act("member.find")
        page.search.selectAll()
        hands.write(page.search, name)
        ids = hands.context.desk.members.ids(MemberFilter(group.id, chip, name))
        self._require(name, len(ids) == 1)
        yield from hands.until(
            name, lambda: page.detail.detail is not None and page.detail.detail.row.id == ids[0]
        )
        yield from hands.rest()
        return ids[0]

    def _screenshot(self) -> Path:
        now = self._hands.context.desk.clock()
        lines = [
            ChatLine("Priya Nair", "Is the new tap adapter out already?", f"{now:%H:%M}"),
            ChatLine(REMOVED, "Cartridges at half price, no invoice, message me today"),
            ChatLine("Arun", "Jonas, we agreed on this last week.", own=True),
        ]
        path = self._folder / "screenshots" / f"chat-{to_text(now)[:10]}.png"
        path.write_bytes(draw_chat(GROUP, lines, f"{now:%H:%M}", desktop=False))
        return path

    def _done(self, step: str, **values: object) -> None:
        self._say(self._words(f"tour.{step}", **values))

    @staticmethod
    def _require(what: str, held: bool) -> None:  # noqa: FBT001  # the claim itself
        if not held:
            raise TourError(what)


def _is_done(row: StepRow) -> bool:
    return bool(row.done_text)
