# SPDX-License-Identifier: MIT
"""PINs of operators: what one has to be, how it is kept, and how long a wrong one makes wait.

A PIN keeps colleagues at one desk apart. It is no encryption: whoever has the file has its content.
"""

import hashlib
import hmac
import unicodedata
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from groupdesk.domain.errors import ValidationError

SAMPLE_PIN: Final = "2468"
"""Of the colleagues in the sample, where everybody is told it."""
LEAST: Final = 4
MOST: Final = 64
_FREE: Final = 2  # wrong ones that cost nothing: a slip of the finger
_FIRST_WAIT: Final = 5  # seconds, doubled with each further one
_LONGEST_WAIT: Final = 900
_NAME: Final = "scrypt"
_BYTES: Final = 32


class Cost(NamedTuple):
    """What one try costs: scrypt's N, r and p; 128 · N · r bytes of memory."""

    n: int
    r: int
    p: int


STRONG: Final = Cost(2**16, 8, 1)  # 64 MB and some 0.15 s on two cores of 2020
_MOST_MEMORY: Final = 2**28  # what a stored text may ask for; it may have been edited


def require_fit(field: str, pin: str) -> None:
    """Raise ValidationError for a PIN that is too short, too long, or cannot be typed again."""
    typed = _as_typed(pin)
    if any(unicodedata.category(char) in {"Cc", "Cf", "Cs", "Cn"} for char in typed):
        raise ValidationError(field, "pin_characters")
    if len(typed) < LEAST:
        raise ValidationError(field, "pin_too_short", least=LEAST)
    if len(typed) > MOST:
        raise ValidationError(field, "pin_too_long", most=MOST)


def hashed(pin: str, salt: bytes, cost: Cost = STRONG) -> str:
    """Return what is kept of a PIN: `scrypt$N$r$p$salt$hash`, the last two in hexadecimal."""
    found = _scrypt(pin, salt, cost)
    return "$".join((_NAME, *map(str, cost), salt.hex(), found.hex()))


def matches(pin: str, kept: str) -> bool:
    """Say whether `kept` was made of this PIN; nothing matches what cannot be read."""
    try:
        name, n, r, p, salt, known = kept.split("$")
        cost = Cost(int(n), int(r), int(p))
        if name != _NAME or min(cost) < 1 or 128 * cost.n * cost.r * cost.p > _MOST_MEMORY:
            return False
        found = _scrypt(pin, bytes.fromhex(salt), cost)
        return hmac.compare_digest(found, bytes.fromhex(known))
    except ValueError:
        return False


def wait_after(failures: int) -> timedelta:
    """Return how long after so many wrong PINs in a row the next one is not looked at."""
    beyond = failures - _FREE
    if beyond <= 0:
        return timedelta(0)
    return timedelta(seconds=min(_FIRST_WAIT * 2 ** min(beyond - 1, 16), _LONGEST_WAIT))


def seconds_left(failures: int, last: datetime, now: datetime) -> int:
    """Return how many seconds are still to wait; a clock that was set back adds none."""
    wait = wait_after(failures)
    left = min(last + wait - now, wait)
    return max(0, -(-left // timedelta(seconds=1)))


def _as_typed(pin: str) -> str:
    """Return the PIN with full-width digits and letters as plain ones: keyboards differ.

    Blanks around it come along when it is pasted, and are not seen.
    """
    return unicodedata.normalize("NFKC", pin).strip()


def _scrypt(pin: str, salt: bytes, cost: Cost) -> bytes:
    return hashlib.scrypt(
        _as_typed(pin).encode("utf-8"),
        salt=salt,
        n=cost.n,
        r=cost.r,
        p=cost.p,
        maxmem=_MOST_MEMORY + 2**20,
        dklen=_BYTES,
    )
