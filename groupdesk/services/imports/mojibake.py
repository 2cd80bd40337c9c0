# SPDX-License-Identifier: MIT
"""Names that were read in a wrong encoding before they came here, as "æŽä¼Ÿ" or "鏉庝紵"."""

import re

# First letters of Chinese UTF-8 that was read as GBK: two of its three bytes in one character.
_AS_GBK = "".join(
    bytes((lead, trail)).decode("gbk", "ignore")
    for lead in range(0xE4, 0xEA)
    for trail in range(0x80, 0xC0)
)
SUSPECT = re.compile(
    f"[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u2122]|锟斤拷|^[{re.escape(_AS_GBK)}].", re.MULTILINE
)
"""What such names hold; `was_utf8` tells for sure."""


def was_utf8(name: str) -> bool:
    """Say whether a name is UTF-8 once its letters are turned back into the bytes they were."""
    if "锟斤拷" in name:  # what is left of U+FFFD
        return True
    for wrong in ("windows-1252", "latin-1", "gb18030"):
        try:
            right = name.encode(wrong).decode()
        except UnicodeError:
            continue
        # by chance the bytes of two Chinese characters may be Greek or Cyrillic in UTF-8
        if wrong != "gb18030" or all("一" <= one <= "鿿" for one in right):
            return True
    return False
