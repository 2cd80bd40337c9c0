# SPDX-License-Identifier: MIT
"""Which commands there are and what they take; help and complaints in the person's language."""

import argparse
import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import NoReturn, cast

from groupdesk import __version__
from groupdesk.domain.enums import Language, MemberRole, Platform
from groupdesk.domain.export_records import ExportFormat
from groupdesk.domain.import_records import DateOrder, ImportField
from groupdesk.domain.member_filter import STANDINGS, STATES
from groupdesk.words import Words

Command = Callable[..., int]
_COMPLAINTS = (
    (r"the following arguments are required: (.*)", "needs"),
    (r"unrecognized arguments: (.*)", "unknown"),
    (r"argument (.*?): invalid choice: '?(.*?)'? \(choose from (.*)\)", "choice"),
    (r"argument (.*?): expected .*", "expected"),
    (r"argument (.*?): invalid .* value: '?(.*?)'?", "invalid"),
)


class WrongUseError(Exception):
    """The command line cannot be understood; the message says why."""


class _Formatter(argparse.HelpFormatter):
    def __init__(self, usage_word: str, prog: str) -> None:
        super().__init__(prog)
        self._usage_word = usage_word

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, self._usage_word if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """A parser that speaks the person's language and raises instead of leaving."""

    def __init__(self, words: Words, prog: str, description: str) -> None:
        super().__init__(
            prog=prog,
            description=description,
            add_help=False,
            allow_abbrev=False,
            formatter_class=partial(_Formatter, words("cli.usage")),
        )
        self.words = words
        self.options = self.add_argument_group(words("cli.options"))
        self.options.add_argument("-h", "--help", action="help", help=words("cli.help.help"))

    def branch(self, metavar: str) -> Callable[[str, str, str], "_Parser"]:
        """Return what adds a command below this one: name, help's key, place of its function."""
        parsers = self.add_subparsers(
            title=self.words("cli.commands"),
            metavar=metavar,
            required=True,
            parser_class=cast("type[_Parser]", partial(_Parser, self.words)),
        )

        def add(name: str, key: str, place: str) -> _Parser:
            text = self.words(f"cli.help.{key}")
            made = parsers.add_parser(name, help=text, description=text)
            made.set_defaults(command=_late(place))
            return made

        return add

    def error(self, message: str) -> NoReturn:
        """Raise WrongUseError with the complaint in the person's language."""
        text = message
        for pattern, key in _COMPLAINTS:
            found = re.fullmatch(pattern, message, re.DOTALL)
            if found:
                told = dict(zip(("name", "value", "choices"), found.groups(), strict=False))
                text = self.words(f"cli.wrong.{key}", **told)
                break
        raise WrongUseError(self.words("cli.wrong_use", detail=text, prog=self.prog))


def build_parser(words: Words) -> argparse.ArgumentParser:
    """Return the parser of all commands; `command` of what it parses is to be called."""
    about = words("cli.about")
    parser = _Parser(words, "groupdesk", about)
    options = parser.options
    options.add_argument(
        "--version",
        action="version",
        version=f"GroupDesk {__version__}",
        help=words("cli.help.version"),
    )
    options.add_argument("--demo", action="store_true", help=words("cli.help.demo"))
    _workspace(parser, None)
    add = parser.branch(words("cli.command"))
    _init(add("init", "init", "workspaces:init"), words)
    _import(add("import", "import", "lists:take_list"), words)
    _diff(add("diff", "diff", "lists:diff"), words)
    _members(add("members", "members", "registers:members"), words)
    _export(add("export", "export", "registers:export"), words)
    _groups(add, words)
    todo = add("todo", "todo", "todo:todo")
    todo.options.add_argument("--all", action="store_true", help=words("cli.help.todo_all"))
    _workspace(todo)
    _operator(todo)
    _json(todo)
    _report(add("report", "report", "reports:case"), words)
    _checks(add, words)
    reset = add("operator", "operator_turn", "operators:reset_pin").branch("reset-pin")(
        "reset-pin", "operator_reset_pin", "operators:reset_pin"
    )
    reset.options.add_argument("name", metavar="NAME", help=words("cli.help.owner"))
    _workspace(reset)
    verify = add("verify", "verify", "workspaces:verify")
    _workspace(verify)
    _json(verify)
    backup = add("backup", "backup", "workspaces:backup")
    backup.options.add_argument(
        "folder", metavar="DIR", type=Path, help=words("cli.help.backup_dir")
    )
    _workspace(backup)
    _operator(backup)
    restore = add("restore", "restore", "workspaces:restore_backup")
    restore.options.add_argument(
        "backup", metavar="BACKUP", type=Path, help=words("cli.help.restore_backup")
    )
    restore.options.add_argument(
        "folder", metavar="DIR", type=Path, help=words("cli.help.restore_dir")
    )
    _json(restore)
    return parser


def _groups(add: Callable[[str, str, str], _Parser], words: Words) -> None:
    listed = add("groups", "groups", "groups:groups")
    listed.options.add_argument("--archived", action="store_true", help=words("cli.help.archived"))
    _workspace(listed)
    _json(listed)
    turn = add("group", "group_turn", "groups:archive").branch("archive|restore")
    for name in ("archive", "restore"):
        made = turn(name, f"group_{name}", f"groups:{name}")
        made.options.add_argument("name", metavar="NAME", help=words("cli.help.group"))
        if name == "archive":
            made.options.add_argument(
                "--reason", metavar="TEXT", required=True, help=words("cli.help.archive_reason")
            )
        _workspace(made)
        _operator(made)


def _checks(add: Callable[[str, str, str], _Parser], words: Words) -> None:
    evidence = add("evidence", "evidence", "checks:evidence")
    check = evidence.branch("check")("check", "evidence", "checks:evidence")
    check.options.add_argument(
        "files", metavar="FILE", nargs="+", type=Path, help=words("cli.help.file")
    )
    _json(check)
    courtesy = add("courtesy", "courtesy", "checks:courtesy")
    courtesy.options.add_argument("--lang", choices=list(Language), help=words("cli.help.lang"))
    courtesy.options.add_argument("--lines", action="store_true", help=words("cli.help.lines"))
    _json(courtesy)


def _init(parser: _Parser, words: Words) -> None:
    options = parser.options
    options.add_argument("folder", metavar="DIR", type=Path, help=words("cli.help.init_dir"))
    options.add_argument(
        "--operator", metavar="NAME", required=True, help=words("cli.help.operator")
    )
    options.add_argument("--sample", action="store_true", help=words("cli.help.sample"))
    options.add_argument("--language", choices=list(Language), help=words("cli.help.language"))


def _import(parser: _Parser, words: Words) -> None:
    options = parser.options
    options.add_argument("file", metavar="FILE", help=words("cli.help.import_file"))
    options.add_argument("--group", metavar="NAME", required=True, help=words("cli.help.group"))
    options.add_argument("--create", action="store_true", help=words("cli.help.create"))
    options.add_argument("--platform", choices=list(Platform), help=words("cli.help.platform"))
    options.add_argument("--dry-run", action="store_true", help=words("cli.help.dry_run"))
    options.add_argument("--compare", action="store_true", help=words("cli.help.compare"))
    options.add_argument(
        "--renamed",
        metavar=words("cli.renamed_form"),
        action="append",
        default=[],
        type=_two_names,
        help=words("cli.help.renamed"),
    )
    options.add_argument(
        "--left", metavar="NAME", action="append", default=[], help=words("cli.help.left")
    )
    _reading(parser, words)
    _workspace(parser)
    _operator(parser)
    _json(parser)


def _diff(parser: _Parser, words: Words) -> None:
    options = parser.options
    options.add_argument("file", metavar="FILE", help=words("cli.help.import_file"))
    options.add_argument("--group", metavar="NAME", required=True, help=words("cli.help.group"))
    _reading(parser, words)
    _workspace(parser)
    _json(parser)


def _members(parser: _Parser, words: Words) -> None:
    options = parser.options
    options.add_argument("--group", metavar="NAME", required=True, help=words("cli.help.group"))
    options.add_argument(
        "--state",
        choices=["active", *filter(None, STATES)],
        default="active",
        help=words("cli.help.state"),
    )
    options.add_argument("--find", metavar="TEXT", default="", help=words("cli.help.find"))
    options.add_argument(
        "--standing",
        choices=STANDINGS,
        action="append",
        default=[],
        help=words("cli.help.standing"),
    )
    options.add_argument("--tag", metavar="TAG", default="", help=words("cli.help.tag"))
    options.add_argument(
        "--role", choices=list(MemberRole), type=MemberRole, help=words("cli.help.role")
    )
    options.add_argument(
        "--inactive", metavar="DAYS", type=int, default=0, help=words("cli.help.inactive")
    )
    _workspace(parser)
    _json(parser)


def _export(parser: _Parser, words: Words) -> None:
    options = parser.options
    which = options.add_mutually_exclusive_group(required=True)
    which.add_argument("--group", metavar="NAME", help=words("cli.help.group"))
    which.add_argument("--all", action="store_true", help=words("cli.help.all"))
    options.add_argument(
        "--format",
        choices=list(ExportFormat),
        type=ExportFormat,
        required=True,
        help=words("cli.help.format"),
    )
    options.add_argument(
        "--out", metavar="FILE", type=Path, required=True, help=words("cli.help.export_out")
    )
    options.add_argument("--overwrite", action="store_true", help=words("cli.help.overwrite"))
    options.add_argument("--language", choices=list(Language), help=words("cli.help.headings"))
    _workspace(parser)
    _operator(parser)
    _json(parser)


def _reading(parser: _Parser, words: Words) -> None:
    """Add what tells how a list is to be read."""
    options = parser.options
    options.add_argument(
        "--map",
        metavar=words("cli.map_form"),
        action="append",
        default=[],
        type=_pair,
        help=words("cli.help.map", fields=", ".join(ImportField)),
    )
    options.add_argument("--take-guess", action="store_true", help=words("cli.help.take_guess"))
    options.add_argument(
        "--encoding", metavar="NAME", type=_encoding, help=words("cli.help.encoding")
    )
    options.add_argument(
        "--delimiter", metavar="C", type=_delimiter, help=words("cli.help.delimiter")
    )
    options.add_argument("--sheet", metavar="NAME", help=words("cli.help.sheet"))
    options.add_argument("--chat", metavar="NAME", help=words("cli.help.chat"))
    options.add_argument("--dates", choices=list(DateOrder), help=words("cli.help.dates"))


def _report(parser: _Parser, words: Words) -> None:
    add = parser.branch("case|group|exits")
    for kind in ("case", "group", "exits"):
        made = add(kind, f"report_{kind}", f"reports:{kind}")
        options = made.options
        if kind == "case":
            options.add_argument("number", metavar="N", type=_case, help=words("cli.help.case"))
        elif kind == "group":
            options.add_argument("name", metavar="NAME", help=words("cli.help.group"))
        else:
            options.add_argument("--group", metavar="NAME", help=words("cli.help.exits_group"))
        if kind != "case":
            for option, name in (("--from", "since"), ("--to", "until")):
                options.add_argument(
                    option,
                    dest=name,
                    metavar="DATE",
                    type=date.fromisoformat,
                    required=True,
                    help=words(f"cli.help.{name}"),
                )
        options.add_argument("--handout", action="store_true", help=words("cli.help.handout"))
        options.add_argument(
            "--out", metavar="FILE", type=Path, required=True, help=words("cli.help.out")
        )
        options.add_argument("--language", choices=list(Language), help=words("cli.help.language"))
        options.add_argument("--paper", choices=["a4", "us-letter"], help=words("cli.help.paper"))
        _workspace(made)
        _operator(made)
        _json(made)


def _workspace(parser: _Parser, default: object = argparse.SUPPRESS) -> None:
    parser.options.add_argument(
        "--workspace",
        metavar="DIR",
        type=Path,
        default=default,
        help=parser.words("cli.help.workspace"),
    )


def _operator(parser: _Parser) -> None:
    parser.options.add_argument("--operator", metavar="NAME", help=parser.words("cli.help.seat"))


def _json(parser: _Parser) -> None:
    parser.options.add_argument("--json", action="store_true", help=parser.words("cli.help.json"))


def _pair(text: str) -> tuple[ImportField, str]:
    field, _, column = text.partition("=")
    return ImportField(field), column


def _two_names(text: str) -> tuple[str, str]:
    old, sign, new = text.partition("=")
    if not (old.strip() and sign and new.strip()):
        raise ValueError("not two names")
    return old.strip(), new.strip()


def _case(text: str) -> int:
    number = int(text)
    if number.bit_length() > 63:
        raise ValueError("no database counts that far")
    return number


def _encoding(text: str) -> str:
    try:
        "a".encode(text)
    except LookupError as error:  # also for codecs that are no encodings: "zip", "rot13"
        raise ValueError("no encoding of text") from error
    return text


def _delimiter(text: str) -> str:
    if len(text) != 1 or text in '"\r\n':
        raise ValueError("not one character that can divide columns")
    return text


def _late(place: str) -> Command:
    """Return what imports the command's module when it is called; each needs only its own."""
    module, _, name = place.partition(":")

    def command(*arguments: object) -> int:
        return int(getattr(import_module(f"groupdesk.cli.{module}"), name)(*arguments))

    return command
