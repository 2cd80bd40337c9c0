# SPDX-License-Identifier: MIT
"""When two e-mail addresses or phone numbers are the same one, however they are written."""

import re

PHONE_TAIL = 8
"""So many digits at the end are compared first; the rest may be a country or an area."""
_NOT_DIGITS = re.compile(r"\D+")
_SHORTEST = 7
_CHINA = re.compile(r"^(?:00)?86(?=1\d{10}$)")


def email_key(text: str) -> str:
    """Return an address as it is compared: without case and blanks, "" for none."""
    key = text.strip().lower()
    return key if "@" in key else ""


def phone_key(text: str) -> str:
    """Return a number's digits as they are compared, "" for what is too short to tell.

    +86 138 0013 8000, 0086-13800138000 and 13800138000 are one number.
    """
    digits = _NOT_DIGITS.sub("", text)
    digits = _CHINA.sub("", digits).lstrip("0")
    return digits if len(digits) >= _SHORTEST else ""


def phone_tail(text: str) -> str:
    """Return the end of a number, by which the register is searched; "" as for `phone_key`."""
    return phone_key(text)[-PHONE_TAIL:]


def same_phone(one: str, other: str) -> bool:
    """Say whether two numbers may be one: equal, or equal but for a country or an area in front."""
    short, long = sorted((phone_key(one), phone_key(other)), key=len)
    if not short or len(short) < PHONE_TAIL:
        return bool(short) and short == long
    return long.endswith(short)
