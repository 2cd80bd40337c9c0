# SPDX-License-Identifier: MIT
"""Every code that can be raised or found has words in both languages."""

import ast
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

from groupdesk.domain.enums import FairItem
from groupdesk.domain.fairness import FairState
from groupdesk.domain.findings import Finding
from groupdesk.models import storage_errors
from groupdesk.paths import resource
from groupdesk.services.evidence_store import FileState
from groupdesk.words import Words

SOURCE = Path(__file__).parent.parent / "groupdesk"
# Where the code stands among the arguments of each error.
PLACES = {
    "GroupDeskError": 0,
    "ValidationError": 1,
    "FileRefusedError": 1,
    "RefusedError": 0,
    "StorageError": 0,
    "StateChangedError": 0,
    "PermissionDeniedError": 0,
}


@cache
def nodes() -> list[tuple[Path, ast.AST]]:
    return [
        (path, node)
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call | ast.Constant)
    ]


@pytest.fixture(scope="module", autouse=True)
def _trees_are_let_go() -> Iterator[None]:
    """They are millions of objects: each later collection of garbage would take a second."""
    yield
    nodes.cache_clear()


def calls() -> Iterator[tuple[Path, ast.Call, str]]:
    for path, node in nodes():
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            yield path, node, name


def literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def raised() -> dict[str, set[str]]:
    """Return the literal codes of all errors, with the placeholders that they can fill."""
    found: dict[str, set[str]] = {}
    for path, call, name in calls():
        codes = []
        if name in PLACES and len(call.args) > PLACES[name]:
            codes.append(literal(call.args[PLACES[name]]))
        codes += [literal(word.value) for word in call.keywords if word.arg == "code"]
        values = {word.arg or "**" for word in call.keywords}
        if name == "FileRefusedError":
            values.add("name")
        for code in filter(None, codes):
            if path.parent.name != "ui":
                found[code] = found.get(code, values) & values
    return found


def findings() -> set[str]:
    codes = {
        code
        for path, call, name in calls()
        if name == Finding.__name__ and path.parent.name == "services" and call.args
        for code in [literal(call.args[0])]
        if code
    }
    return (
        codes
        | {"damaged", "references_broken", "payload_missing", "payload_changed"}
        | {f"evidence_{state}" for state in FileState if state is not FileState.OK}
    )


def test_the_walk_finds_what_is_raised() -> None:
    assert {"disk_full", "reason_missing", "screenshot_missing"} - raised().keys() == {"disk_full"}
    assert len(raised()) > 80
    assert len(findings()) > 14


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_error_has_words_that_it_can_fill(language: str) -> None:
    words = Words(language)
    codes = raised()
    missing = {code for code in codes if f"error.{code}" not in words}
    assert missing == set()
    for code, values in codes.items():
        wanted = placeholders(language, f"error.{code}")
        # A code that comes from two kinds of error may lack a value in one of them.
        assert wanted <= values or "**" in values or code == "reason_missing", (code, wanted)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_storage_reports_has_words(language: str) -> None:
    codes = {*storage_errors._BY_NAME.values(), *storage_errors._BY_ERRNO.values()}
    codes |= {f"evidence_file_{state}" for state in FileState if state is not FileState.OK}
    for code in codes - {"evidence_file_ok"}:
        wanted = {"name"} if code.startswith("evidence_file_") else set()
        assert placeholders(language, f"error.{code}") == wanted


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_finding_has_words(language: str) -> None:
    for code in findings():
        assert placeholders(language, f"finding.{code}") <= {"seq", "subject"}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_fair_process_list_has_words(language: str) -> None:
    words = Words(language)
    assert all(words(f"fair_state.{state}") for state in FairState)
    for item in FairItem:
        assert placeholders(language, f"fair_found.{item}") <= {"count", "date"}
        assert placeholders(language, f"fair_missing.{item}") == set()


def placeholders(language: str, key: str) -> set[str]:
    text = Words(language).template(key)
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_both_languages_have_the_same_keys_and_placeholders() -> None:
    # Chinese says one and many alike.
    english = Words("en").keys()
    keys = {key for key in english if not key.endswith("_one")}
    assert keys == Words("zh").keys()
    differing = {key for key in keys if placeholders("en", key) != placeholders("zh", key)}
    assert differing == set()


def test_numbers_stand_apart_from_chinese_characters() -> None:
    """On screen and in lists; on paper the typesetter keeps that distance itself."""
    number = r"(?:%n|[0-9]+|\{(?:days|count|done|all|whole|others)\})"
    glued = re.compile(rf"[一-鿿]{number}|{number}(?![月日年])[一-鿿]")
    days = re.compile(r"[0-9]+月[0-9]+日")
    words = Words("zh")
    everything = words.keys()
    keys = sorted(key for key in everything if not key.startswith("report."))
    assert [key for key in keys if glued.search(days.sub("", words.template(key)))] == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_key_stands_in_two_files(language: str) -> None:
    def flat(prefix: str, table: dict[str, object]) -> Iterator[str]:
        for key, value in table.items():
            if isinstance(value, dict):
                yield from flat(f"{prefix}{key}.", value)
            else:
                yield prefix + key

    count = Counter(
        key
        for path in resource("words", language).glob("*.toml")
        for key in flat("", tomllib.loads(path.read_text(encoding="utf-8")))
    )
    assert [key for key, times in count.items() if times > 1] == []


def test_values_are_inserted_once_and_as_they_are() -> None:
    words = Words("en")
    said = words("error.group_name_taken", name="{name} {0.__class__}")
    assert "{name} {0.__class__}" in said
    with pytest.raises(KeyError):
        words("error.never_heard_of")


def test_each_key_that_is_spelt_out_exists() -> None:
    tables = "error|finding|fair_found|fair_missing|fair_state|step_title|platform_step"
    keys = {
        node.value
        for _, node in nodes()
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.fullmatch(rf"({tables})(\.[a-z_]+)+", node.value)
    }
    assert {key for key in keys if key not in Words("en")} == set()


def test_one_of_a_thing_is_said_as_one() -> None:
    words, chinese = Words("en"), Words("zh")
    for count, said, on_paper in ((1, "broken once", "1 rule"), (2, "broken 2 times", "2 rules")):
        assert words("rule_note.broken", count=count) == said
        assert words("report.audit.rules", count=str(count)) == on_paper
    step = {"count": 3, "step": "warning 2"}
    assert "within a day: warning 2" in words("ladder.later_breach", days=1, **step)
    assert "3 minor breaches within 90 days" in words("ladder.later_breach", days=90, **step)
    assert chinese("report.audit.rules", count=1) == "1条群规"


# What a count cannot be 1 for, or says of a number in general.
NEVER_ONE = {
    "error.put_off_far",  # a year
    "courtesy.length.missing",  # 1 is enough
    "error.pasted_too_long",
    "error.period_too_long",
    "error.text_too_long",
    "error.too_many_rows",
    "import_note.over_limit",  # more than a limit of at least 1
    "import_rejected.name_too_long",
    "import_rejected.row_too_long",
    "ladder_problem.long",  # more than two years
    "tour.carried_out",  # the sample's own list and steps
    "tour.imported",
    "fair_counted.reminded.times",  # "once" stands beside each
    "fair_counted.warned.times",
    "fair_counted.talked.times",
    "fair_counted.evidence.times",
    "report.fair.times",
    "report.characters.times",
}


def test_english_has_a_singular_wherever_a_number_comes_before_a_thing() -> None:
    words = Words("en")
    keys, numbers = words.keys(), "count|days|found|length|limit|members|years"
    counted = {
        key
        for key in keys
        if re.search(rf"(?<!of )\{{({numbers})\}} ([a-z]+ )?[a-z]+s\b", words.template(key))
    }
    alone = {key for key in counted if f"{key}_one" not in words and not key.endswith("_one")}
    assert alone == NEVER_ONE
