# SPDX-License-Identifier: MIT
"""The sample workspace: four groups and a year of cases, made through the services themselves."""

import random
import shutil
import tempfile
import uuid
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any, Final

from groupdesk.domain.clock import Clock
from groupdesk.domain.enums import Language, OperatorRole, Platform, Severity
from groupdesk.domain.errors import FileRefusedError, StorageError
from groupdesk.domain.import_records import ImportRow
from groupdesk.domain.records import GroupFields
from groupdesk.domain.rulebook import RuleDraft
from groupdesk.domain.text import clean_line
from groupdesk.models.storage_errors import classify
from groupdesk.services.desk import compose
from groupdesk.services.first_look import exists
from groupdesk.services.sample.casework import put_casework
from groupdesk.services.sample.disputes import put_pins, put_processes
from groupdesk.services.sample.filters import put_filters
from groupdesk.services.sample.ladders import put_ladders
from groupdesk.services.sample.leaving import let_leave, named_in, put_leaving
from groupdesk.services.sample.lists import put_lists, take_list
from groupdesk.services.sample.people import FIRST_LIST, list_days, make_cast
from groupdesk.services.sample.persons import put_persons
from groupdesk.services.sample.stage import (
    DRAWN,
    MovingClock,
    Picture,
    Stage,
    midnight,
    read,
    seeded_uuid,
)
from groupdesk.services.sample.story import Story, everyday_stories, put_on, written_stories
from groupdesk.services.sample.templates import put_templates
from groupdesk.services.sample.told import put_told
from groupdesk.services.sample.upkeep import put_upkeep
from groupdesk.services.standings import refresh_due
from groupdesk.services.starter_rules import starter_rules
from groupdesk.services.workspace import add_operator, create_workspace, open_workspace

_OPERATORS = (("Arun", OperatorRole.ADMIN), ("林晓", OperatorRole.MODERATOR))
_OPENED = 396
WRITTEN: Final = ("stories_zh", "stories_en", "disputes_zh", "disputes_en")
"""The files of the cases that are written step by step."""


def make_sample(folder: Path, clock: Clock, language: Language, operator: str = "") -> None:
    """Make the sample workspace in `folder`, with dates relative to today.

    Each day gives the same content. `operator` is one more owner, beside the three who did
    the work so far. The folder is complete or not there at all. Raises StorageError as
    `create_workspace` does.
    """
    if exists(folder):
        raise StorageError("workspace_exists", path=str(folder))
    unfinished = folder.with_name(f"{folder.name}.unfinished-{uuid.uuid4().hex[:8]}")
    try:
        _make(unfinished, clock, language, clean_line(operator))
        if folder.is_dir():
            folder.rmdir()
        unfinished.rename(folder)
    except OSError as error:
        raise classify(error) or StorageError("cannot_create", path=str(folder)) from error
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _make(folder: Path, clock: Clock, language: Language, operator: str) -> None:
    today = midnight(clock)
    moving = MovingClock(today - timedelta(days=_OPENED) + timedelta(hours=9))
    create_workspace(folder, "Mei", language, moving, sample=True)
    workspace = open_workspace(folder)
    rng = random.Random(DRAWN)  # noqa: S311  # sample data, no secrets
    owner = workspace.operators()[0]
    ledger = compose(workspace, owner, moving, None).ledger
    try:
        for name, role in _OPERATORS:
            add_operator(ledger, seeded_uuid(rng), name, role)
        desks = {
            operator.name: compose(workspace, operator, moving, None)
            for operator in workspace.operators()
        }
        groups = read("groups")
        stage = Stage(desks, moving, today, rng, {g["key"]: g for g in groups["group"]})
        _fill(stage, groups["version"], groups["milder"])
        moving.now = clock()
        if operator and operator.casefold() not in {name.casefold() for name in desks}:
            add_operator(ledger, seeded_uuid(rng), operator, OperatorRole.OWNER)
        with ledger.writing():
            refresh_due(ledger.database, moving.now)
    finally:
        workspace.close()


def _fill(
    stage: Stage, versions: list[Mapping[str, Any]], milder: Mapping[str, Mapping[str, str]]
) -> None:
    written = [case for name in WRITTEN for case in read(name)["case"]]
    leaving = read("leaving")
    _make_casts(stage, written, leaving)
    lists = read("lists")
    rules: dict[str, list[tuple[float, set[str]]]] = {key: [] for key in stage.groups}
    for key in stage.groups:
        _put_group(stage, key, lists)
    for version in versions:
        drafts = _drafts(version, milder)
        rules[version["group"]].append((version["ago"], {draft.code for draft in drafts}))
        number = len(rules[version["group"]]) - 1
        moment = stage.at(version["ago"], 10.5)
        stage.add(moment, partial(_publish, stage, version, drafts, number))
    incidents = {name: read(f"incidents_{name}") for name in ("zh", "en")}
    stories = [
        *written_stories(stage, written),
        *everyday_stories(stage, incidents, rules),
    ]
    _store_pictures(stage, stories)
    for story in stories:
        put_on(stage, story)
    put_pins(stage)
    put_processes(stage, read("processes")["process"])
    put_persons(stage, read("persons"))
    put_lists(stage, lists)
    put_ladders(stage, read("groups")["ladder"], _OPENED)
    put_told(stage, versions)
    put_casework(stage, read("casework"))
    put_filters(stage)
    put_templates(stage)
    put_leaving(stage, leaving)
    put_upkeep(stage, read("upkeep"))
    stage.play()


def _make_casts(stage: Stage, written: list[Mapping[str, Any]], leaving: Mapping[str, Any]) -> None:
    people = read("people")
    for key, group in stage.groups.items():
        named = {
            case["member"]: max(float(act["ago"]) for act in case["act"])
            for case in written
            if case["group"] == key
        } | named_in(leaving, key)
        known: list[ImportRow] = []
        for other, cast in stage.casts.items():
            if stage.groups[other]["platform"] == group["platform"]:
                known += [member.row for member in cast.members.values()]
        stage.casts[key] = make_cast(group, people, named, stage.rng, known)
    _let_go(stage, written)
    let_leave(stage, leaving)


def _let_go(stage: Stage, written: list[Mapping[str, Any]]) -> None:
    """Take those out of later lists who were removed and did not come back."""
    for case in written:
        members = stage.casts[case["group"]].members
        acts = case["act"]
        for everywhere in (a for a in acts if a["do"] == "everywhere"):
            for key in everywhere["groups"]:
                here = stage.casts[key].members
                left = replace(here[case["member"]], left=float(everywhere["ago"]))
                here[case["member"]] = left
        removed = next((a for a in acts if a["do"] == "removal" and a["steps"] >= 3), None)
        lifted = next((a for a in acts if a["do"] == "lift"), None)
        member = members[case["member"]]
        if removed is not None and lifted is not None:
            members[case["member"]] = replace(member, last_active=1.5)
        elif removed is not None:
            # Further back than any list looks: the platform no longer names them.
            members[case["member"]] = replace(member, left=float(removed["ago"]))


def _put_group(stage: Stage, key: str, lists: Mapping[str, Any]) -> None:
    group = stage.groups[key]
    founded = int(group["founded"])
    stage.add(stage.at(founded, 9.5), partial(_make_group, stage, key))
    for ago in list_days(founded - FIRST_LIST):
        stage.add(stage.at(ago, 8.8), partial(take_list, stage, key, ago, lists))
    stage.add(stage.at(founded - 13, 11), partial(_mark_key_customers, stage, key))


def _make_group(stage: Stage, key: str) -> None:
    group = stage.groups[key]
    fields = GroupFields(
        name=group["name"],
        platform=Platform(group["platform"]),
        language=Language(group["language"]),
        purpose=group["purpose"],
        belongs=group["belongs"],
        size_limit=group["size_limit"],
        owner_name=group["owner"],
        external_id=group["external_id"],
        policy=group["policy"],
    )
    receipt = stage.owner.groups.create(stage.operation(), fields)
    stage.group_ids[key] = receipt.subject_id


def _mark_key_customers(stage: Stage, key: str) -> None:
    """Mark some members as key customers, and protect one, as a lead would by hand."""
    desk = stage.owner
    present = stage.casts[key].present(float(stage.groups[key]["founded"]) - 13)
    # whoever has a story in any group is not protected: some stories end with a removal
    told = {name for cast in stage.casts.values() for name, who in cast.members.items() if who.cast}
    names = stage.rng.sample([name for name in present if name not in told], 4)
    for place, name in enumerate(names):
        member = stage.members[key, name]
        fields = desk.members.detail(member).fields
        changed = replace(fields, key_customer=True, protected=place == 0)
        desk.members.edit(stage.operation(), member, changed)


def _publish(
    stage: Stage, version: Mapping[str, Any], drafts: tuple[RuleDraft, ...], number: int
) -> None:
    stage.owner.rules.publish(
        stage.operation(),
        stage.group_ids[version["group"]],
        drafts,
        note=version["note"],
        based_on=number,
    )
    stage.books.pop(version["group"], None)


def _drafts(
    version: Mapping[str, Any], milder: Mapping[str, Mapping[str, str]]
) -> tuple[RuleDraft, ...]:
    """Return the rules of a version; `milder` says what follows a breach where one is minor."""
    found = []
    for rule in starter_rules():
        texts = {**rule.texts, **version.get("text", {}).get(rule.code, {})}
        if rule.code in version["minor"]:
            said = milder[rule.code]
            rule = replace(rule, severity=Severity.MINOR, consequences=said)  # noqa: PLW2901
        if rule.code not in version["without"]:
            found.append(replace(rule, texts=texts))
    return tuple(found)


def _store_pictures(stage: Stage, stories: list[Story]) -> None:
    """Check and store all screenshots at once: a child process for each would take a minute."""
    drawings = [act.drawing for story in stories for act in story.acts if act.drawing]
    store = stage.owner.evidence.store
    with tempfile.TemporaryDirectory(prefix="groupdesk-sample-") as name:
        paths = []
        for number, drawing in enumerate(drawings):
            path = Path(name) / f"{number}.png"
            path.write_bytes(drawing.png)
            paths.append(path)
        answers = store.take_many(paths, [drawing.name for drawing in drawings])
    for drawing, answer in zip(drawings, answers, strict=True):
        if isinstance(answer, FileRefusedError):
            raise answer
        drawing.picture = Picture(answer, drawing.caption)
