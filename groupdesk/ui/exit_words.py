# SPDX-License-Identifier: MIT
"""Says in words where a request to leave stands, what is next, and what its letters name."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from groupdesk.domain.enums import Language, Platform
from groupdesk.domain.exit_records import (
    ExitCustomer,
    ExitEntryRecord,
    ExitItemRecord,
    ExitRecord,
    ExitRow,
)
from groupdesk.domain.exits import IN_FORCE
from groupdesk.domain.leaving import is_own
from groupdesk.domain.leaving_enums import (
    CustomerTold,
    ExitConcern,
    ExitItem,
    ExitState,
)
from groupdesk.domain.talk_enums import TaskState
from groupdesk.domain.templates import fill
from groupdesk.ui.context import UiContext
from groupdesk.ui.dates import Dates
from groupdesk.ui.message_values import message_fallbacks
from groupdesk.ui.spoken_days import SpokenDays
from groupdesk.ui.theme_tokens import ToneName
from groupdesk.words import Words

_TONES: dict[ExitState, ToneName] = {
    ExitState.OPEN: "accent",
    ExitState.STAYING: "accent",
    ExitState.APPROVED: "accent",
    ExitState.LEFT: "ok",
    ExitState.WITHDRAWN: "muted",
    ExitState.MISTAKEN: "muted",
    ExitState.ENDED: "muted",
}


class ExitWords(SpokenDays):
    """The words of one language at one moment."""

    def state(self, row: ExitRow) -> tuple[str, ToneName]:
        """Return where a request stands, and its tone; red for an answer that is late."""
        late = self.days_over(row)
        if row.state is ExitState.OPEN and late > 0:
            return self._words("exit_due.late", days=late), "danger"
        if self.check_late(row) > 0:
            return self._words("exit_due.late", days=self.check_late(row)), "danger"
        if row.state is ExitState.STAYING and late > 0:
            return self._words("exit_due.stay_over"), "warning"
        return self._words(f"exit_state.{row.state.value}"), _TONES[row.state]

    def days_over(self, row: ExitRow) -> int:
        """Return how many days ago the answer was due, or the stay was over; below 1: not yet."""
        due = row.answer_by if row.state is ExitState.OPEN else row.until
        return (self._now.date() - date.fromisoformat(due)).days if due else 0

    def check_late(self, row: ExitRow) -> int:
        """Return how many days ago it was due to ask about messages; below 1: not yet."""
        asked = date.fromisoformat(row.check_on) if row.check_on else self._now.date()
        return (self._now.date() - asked).days

    def reason(self, row: ExitRow) -> str:
        """Return why they want to leave, in short."""
        return self._words(f"exit_reason.{row.reason.value}")

    def next_day(self, row: ExitRow) -> str:
        """Return the day that comes next for a line of the list, as it is said."""
        if row.state is ExitState.OPEN:
            return self.day(row.answer_by)
        if row.state in IN_FORCE:
            return self.day(row.until or row.wish_on)
        return self.day(row.check_on) if row.check_on else self.day_of(row.left_at)

    def next(self, record: ExitRecord) -> str:
        """Return what is to be done next about a request, in one to three sentences."""
        said = self._next(record)
        if record.row.letter_waits and not record.row.archived and not record.row.back:
            said = f"{self._words('exit_next.letter')}{self._words('exit_next.and')}{said}"
        return said

    def _next(self, record: ExitRecord) -> str:
        row, words = record.row, self._words
        if row.archived:
            return words("exit_next.archived")
        if row.state is ExitState.OPEN:
            return words("exit_next.answer", date=self.day(row.answer_by))
        if row.state not in IN_FORCE:
            return self._after(row)
        if record.only_owner:
            return words("exit_next.owner", group=row.group_name)
        staying = row.state is ExitState.STAYING
        key = "stay" if staying else "leave_on" if row.until else "leave"
        if staying and self.days_over(row) > 0:
            key = "stay_over"
        return words(f"exit_next.{key}", date=self.day(row.until), name=row.replacement_name)

    def _after(self, row: ExitRow) -> str:
        words = self._words
        if row.state is not ExitState.LEFT:
            return words(f"exit_next.{row.state.value}")
        if row.back:
            return words("exit_next.back")
        said = []
        if row.items_done < row.items:
            said.append(words("exit_next.items", count=row.items - row.items_done))
        if row.customers_waiting:
            said.append(words("exit_next.customers", count=row.customers_waiting))
        if row.check_on:
            late = row.check_on < self._now.date().isoformat()
            key = "check_late" if late else "check"
            said.append(words(f"exit_next.{key}", date=self.day(row.check_on)))
        return words("exit_next.and").join(said) if said else words("exit_next.over")

    # ---- the checklist

    def item(self, item: ExitItemRecord, language: str = "") -> str:
        """Return what a line of the checklist is called, by its own words where it has some."""
        if not is_own(item.code):
            return self._words(f"exit_item.{item.code}")
        return own_text(item.texts, language or self._words.language)

    def item_name(self, item: ExitItem) -> str:
        """Return what a built-in line is called."""
        return self._words(f"exit_item.{item.value}")

    def item_done(self, item: ExitItemRecord) -> str:
        """Return when and by whom a line was ticked and what was said, or why it is still open."""
        if not item.done_at:
            return self._still_open(item)
        key = "not_needed" if item.state is TaskState.NOT_NEEDED else "done"
        said = self._words(
            f"exit_item_told.{key}", date=self.moment(item.done_at), name=item.done_by
        )
        return f"{said} · {item.result}" if item.result else said

    def _still_open(self, item: ExitItemRecord) -> str:
        tried = []
        if item.state is TaskState.COULD_NOT:
            last = item.turns[-1]
            key = "still_come" if item.code == ExitItem.NOTIFICATIONS else "could_not"
            tried = [self._words(f"exit_item_told.{key}", date=self.moment(last.at)), last.text]
        due = self._words("exit_item_told.due", date=self.day(item.due_on)) if item.due_on else ""
        return " · ".join(filter(None, (*tried, due)))

    def item_known(self, item: ExitItemRecord, record: ExitRecord) -> str:
        """Return what the records know of an open line; whether that is all, a person says."""
        if item.done_at:
            return ""
        if item.code == ExitItem.CUSTOMERS_TOLD and record.customers:
            told = sum(one.told is CustomerTold.TOLD for one in record.customers)
            return self._words("exit_item_known.told", done=told, all=len(record.customers))
        if item.code == ExitItem.CONTACT_NAMED:
            moved = (one for one in record.customers if ExitConcern.MOVED in one.concerns)
            known = (record.row.replacement_name, *(one.account_owner for one in moved))
            named = self.listed(dict.fromkeys(filter(None, known)))
            return self._words("exit_item_known.contact", name=named) if named else ""
        if item.code == ExitItem.FILES_SAVED and record.saved_at:
            return self._words("exit_item_known.saved", date=self.moment(record.saved_at))
        if item.code == ExitItem.OWNER_NAMED and record.owners:
            names = self.listed(one.name for one in record.owners)
            return self._words("exit_item_known.owner", name=names)
        return ""

    def item_elsewhere(self, item: ExitItemRecord) -> str:
        """Return where the same line stands otherwise than here, in the request's other groups."""
        done = bool(item.done_at)
        others = [one.group_name for one in item.elsewhere if bool(one.done_at) is not done]
        if not others:
            return ""
        key = "open_in" if item.done_at else "done_in"
        return self._words(f"exit_item_told.{key}", groups=self.listed(others))

    def listed(self, names: Iterable[str]) -> str:
        """Return names one after the other."""
        return self._words("ladder.comma").join(names)

    # ---- customers

    def customer(self, one: ExitCustomer) -> tuple[str, ToneName]:
        """Return whether a customer was told, and the tone of that."""
        if one.gone:
            return self._words("exit_customer.gone"), "muted"
        if one.told is None:
            return self._words("exit_customer.waits"), "warning"
        tones: dict[CustomerTold, ToneName] = {
            CustomerTold.PREPARED: "accent",
            CustomerTold.TOLD: "ok",
            CustomerTold.COULD_NOT: "danger",
            CustomerTold.NOT_NEEDED: "muted",
        }
        return self._words(f"customer_told.{one.told.value}"), tones[one.told]

    def customer_about(self, one: ExitCustomer) -> str:
        """Return company, why they are listed, and what was recorded."""
        why = self.listed(self._words(f"exit_concern.{why.value}") for why in sorted(one.concerns))
        when = self.moment(one.at)
        told = self._words("exit_customer.by", date=when, name=one.operator) if when else ""
        there = self._words("exit_customer.elsewhere", group=one.elsewhere) if one.elsewhere else ""
        contact = self._words("exit_customer.contact", name=one.contact) if one.contact else ""
        return " · ".join(filter(None, (one.company, why, contact, told, there, one.note)))

    # ---- what was said and done

    def entry(self, entry: ExitEntryRecord) -> str:
        """Return what an entry of the history is, with whoever takes over and until when."""
        said = [self._words(f"exit_entry_kind.{entry.kind.value}")]
        if entry.reason is not None:
            said += [self._words(f"exit_reason.{entry.reason.value}"), entry.reason_text]
        if entry.until:
            said.append(self._words("exit_told.until", date=self.day(entry.until)))
        if entry.replacement_name:
            said.append(self._words("exit_told.replacement", name=entry.replacement_name))
        if entry.snapshot_id:
            said.append(self._words("exit_told.by_list"))
        if not entry.holds:
            said.append(self._words("exit_told.taken_back"))
        return " · ".join(filter(None, said))


def spoken(context: UiContext) -> ExitWords:
    """Return the words about leaving, of this moment."""
    return ExitWords(context.translations.words, context.dates, context.desk.clock())


def ticked_with(item: ExitItemRecord) -> tuple[int, ...]:
    """Return the lines that were ticked in one act with this one, itself first."""
    with_it = (one.task_id for one in item.elsewhere if one.done_at == item.done_at)
    return (item.task_id, *with_it) if item.done_at else (item.task_id,)


def next_act(record: ExitRecord, today: date) -> str:
    """Return the act that comes next for a request, empty where the checklist or nothing is."""
    row, day = record.row, today.isoformat()
    if row.archived or row.back:
        return ""
    if row.state is ExitState.OPEN:
        return "exit.answer"
    if row.letter_waits and row.state is not ExitState.ENDED:
        return "exit.letter"
    gone = row.state is ExitState.LEFT
    stays = row.until > day
    if row.customers_waiting and (gone or stays):
        return "exit.customers"
    if gone:
        return "exit.check" if row.check_on and row.check_on <= day else ""
    return _while_there(record, stays=stays)


def _while_there(record: ExitRecord, *, stays: bool) -> str:
    if stays and record.row.state is ExitState.STAYING:
        return "exit.hand_over" if record.hands_over and not record.handed_over else ""
    return "exit.left" if record.row.state in IN_FORCE else ""


def own_text(texts: Mapping[Language, str], language: str) -> str:
    """Return a text in a language, or in whichever one it is written in."""
    found = {one.value: text for one, text in texts.items()}
    return found.get(language) or next(filter(None, found.values()), "")


def reminder(record: ExitRecord, language: Language) -> str:
    """Return what a member is reminded of, in their language: the group's words, or ours."""
    own = record.way.confidentiality.get(language, "").strip()
    return own or Words(language.value)("exit_text.confidentiality", group=record.row.group_name)


def way_out(platform: Platform, words: Words) -> str:
    """Return how one finds the way to leave on a platform; general words where it has none."""
    key = f"exit_way.{platform.value}"
    return words(key if key in words else "exit_way.other")


def letter_values(
    record: ExitRecord,
    language: Language,
    *,
    until: str,
    replacement: str,
    reason: str,
    manager: str,
) -> dict[str, str]:
    """Return what only a letter about leaving has, in its own language; `until` is a local day."""
    dates, words = Dates(language.value), Words(language)
    day = dates.full_day(date.fromisoformat(until)) if until else ""
    wish = record.row.wish_on
    leave = day or (dates.full_day(date.fromisoformat(wish)) if wish else "")
    successor = replacement.strip()
    taker = successor or message_fallbacks(language)["successor_name"]
    values = {
        "leave_date": leave or words("exit_text.any_day"),
        "leave_note": words("leave_note.on", date=leave) if leave else words("leave_note.any_day"),
        "until_date": day,
        "successor_name": successor,
        "handover_note": words("handover_note.to", name=taker)
        if record.hands_over
        else words("handover_note.nothing"),
        "reason": reason.strip(),
    }
    helper = record.way.helper.strip()
    if record.colleague and not helper:  # who works here is not sent to the customer service
        owner = record.group_owner.strip()
        helper = owner if owner and owner != record.row.member_name else manager
    return values | ({"helper_contact": helper} if helper else {})


def customer_letter(
    body: str,
    record: ExitRecord,
    one: ExitCustomer,
    contact: str,
    manager: str,
    language: Language,
) -> str:
    """Return the letter, a template's `body`, that names who looks after a customer from now on."""
    row, owner = record.row, record.group_owner
    values = {
        "member_name": one.name,
        "group_name": row.group_name,
        "leaver_name": row.member_name,
        "successor_name": contact.strip() or Words(language.value)("exit_letter.nobody"),
        "manager_name": manager,
        "helper_contact": owner if owner not in {manager, row.member_name} else "",
    }
    return fill(body, values, message_fallbacks(language)).text


def still_come_letter(record: ExitRecord, manager: str) -> str:
    """Return what somebody may try whom messages of the group still reach, in their language.

    At first also how one leaves on the platform, for most have not left at all.
    """
    words, row = Words(record.language.value), record.row
    parts = [words(f"exit_advice.{record.advice.value}")]
    if not record.tried:
        parts.append(way_out(row.platform, words))
    return words(
        "exit_letter.still_come",
        name=row.member_name,
        group=row.group_name,
        advice="\n\n".join(parts),
        manager=manager,
    )


def language_of(one: ExitCustomer, otherwise: Language) -> Language:
    """Return the language to write to a customer in."""
    return Language(one.language) if one.language in set(Language) else otherwise


def last_letter(entries: Sequence[ExitEntryRecord]) -> ExitEntryRecord | None:
    """Return the entry with the letter that was written last."""
    return next((one for one in reversed(entries) if one.letter), None)
