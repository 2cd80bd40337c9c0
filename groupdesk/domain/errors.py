# SPDX-License-Identifier: MIT
"""What can go wrong, as codes; the words for each code live in resources/words.

The code of an error is a key `error.<code>` of the word lists; `values` fill its placeholders.
"""


class GroupDeskError(Exception):
    """Base of all errors with words for the person at the desk."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values

    def __reduce__(self) -> tuple[object, ...]:
        """Travel between processes whole: the constructors of the kinds differ."""
        return _rebuilt, (type(self), self.args, self.__dict__)


class ValidationError(GroupDeskError):
    """Wrong or missing input; `field` names the field of the request it belongs to."""

    def __init__(self, field: str, code: str, **values: object) -> None:
        super().__init__(code, **values)
        self.field = field


class StateChangedError(GroupDeskError):
    """The record is no longer as the person saw it; the list must be loaded again."""


class RefusedError(GroupDeskError):
    """A rule of the house forbids the act, whoever asks for it."""


class PermissionDeniedError(GroupDeskError):
    """The operator's role does not allow the act."""


class StorageError(GroupDeskError):
    """The disk, the database file or its lock stands in the way; nothing was half saved."""


class FileRefusedError(GroupDeskError):
    """A file from outside is not taken in; `name` is the file's own name, for display only."""

    def __init__(self, name: str, code: str, **values: object) -> None:
        super().__init__(code, name=name, **values)
        self.name = name


class CancelledError(GroupDeskError):
    """The person stopped the work; nothing was written."""

    def __init__(self) -> None:
        super().__init__("cancelled")


class WorkStoppedError(GroupDeskError):
    """A process that worked for the window ended before it answered; what it began was undone."""


def _rebuilt(
    kind: type[GroupDeskError], args: tuple[object, ...], state: dict[str, object]
) -> GroupDeskError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    return error
