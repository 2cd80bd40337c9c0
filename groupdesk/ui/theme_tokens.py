# SPDX-License-Identifier: MIT
"""The one table of colours and sizes; nothing else in the program names a colour or a size."""

from typing import Final, Literal, get_args

ToneName = Literal["ok", "warning", "danger", "accent", "muted"]
"""What a colour means: fine, counts against, harms, informs, is quiet."""

TONES: Final[tuple[ToneName, ...]] = get_args(ToneName)

COLOURS: Final[dict[str, tuple[str, str]]] = {
    "background": ("#F5F6F8", "#16181D"),
    "side": ("#ECEEF2", "#1B1E24"),
    "side_hover": ("#E2E5EB", "#24282F"),
    "surface": ("#FFFFFF", "#21252C"),
    "line": ("#E1E4EA", "#343A44"),
    "line_strong": ("#C5CBD5", "#4A5260"),  # frame of what can be filled in or pressed
    "text": ("#1A1E26", "#E8EAED"),
    "muted": ("#5A6677", "#9BA6B5"),
    "muted_soft": ("#EEF0F4", "#2C313A"),
    "disabled": ("#9AA3B0", "#667080"),
    "hover": ("#F0F2F5", "#2A2F38"),
    "pressed": ("#E4E7EC", "#323843"),
    "accent": ("#0F6CBD", "#5CACEE"),
    "accent_soft": ("#E3EFFA", "#1E3448"),
    "accent_hover": ("#0D5FA8", "#78BBF2"),
    "accent_pressed": ("#0B5190", "#93C9F5"),
    "on_accent": ("#FFFFFF", "#10151C"),
    "selection": ("#DCEAF8", "#26384A"),
    "ok": ("#187846", "#6CCB95"),
    "ok_soft": ("#E2F4EA", "#1D3528"),
    "warning": ("#9A5B00", "#E6B35A"),
    "warning_soft": ("#FDF0D9", "#3A2E17"),
    "danger": ("#B3261E", "#F2938C"),
    "danger_soft": ("#FBE5E3", "#412422"),
    "danger_hover": ("#9C1F18", "#F5A8A2"),
    "danger_pressed": ("#851913", "#F8BDB9"),
    "on_danger": ("#FFFFFF", "#1F1110"),
    "thumb": ("#C3C9D3", "#454D5A"),
    "thumb_hover": ("#9CA5B3", "#5C6675"),
    "tooltip": ("#1A1E26", "#E8EAED"),
    "on_tooltip": ("#FFFFFF", "#16181D"),
    "on_avatar": ("#FFFFFF", "#FFFFFF"),
    "bubble": ("#FFFFFF", "#2B313A"),
}
"""Colours by meaning, each for light and for dark.

In the light scheme `muted` and `ok` are just dark enough to keep 4.5:1 on
`selection` and `ok_soft`."""

AVATARS: Final[tuple[str, ...]] = (
    "#0F6CBD",
    "#7048E8",
    "#B8501F",
    "#1B7F4B",
    "#B3261E",
    "#5A6677",
    "#0B7285",
    "#A61E6E",
)
"""Backgrounds of avatars, the same in both schemes; `on_avatar` is written on them."""

TEXT_PAIRS: Final[tuple[tuple[str, str], ...]] = (
    *(
        (text, ground)
        for text in ("text", "muted")
        for ground in ("background", "side", "surface", "hover", "selection", "muted_soft")
    ),
    *(
        (tone, ground)
        for tone in ("accent", "ok", "warning", "danger")
        for ground in (f"{tone}_soft", "surface", "background")
    ),
    ("text", "accent_soft"),
    ("text", "ok_soft"),
    ("text", "warning_soft"),
    ("text", "danger_soft"),
    ("text", "pressed"),
    ("text", "bubble"),
    ("accent", "side"),
    ("text", "side_hover"),
    ("muted", "side_hover"),
    ("danger", "hover"),
    ("accent", "hover"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_accent", "accent_pressed"),
    ("on_danger", "danger"),
    ("on_danger", "danger_hover"),
    ("on_danger", "danger_pressed"),
    ("on_tooltip", "tooltip"),
)
"""Each (text, background) that the window uses; a test computes its contrast."""

SIZES: Final[dict[str, int]] = {
    # pixels at the usual font of 13 px; a larger system font makes all of them larger
    "space_xs": 4,
    "space_s": 8,
    "space_m": 12,
    "space_l": 16,
    "space_xl": 24,
    "radius": 6,
    "radius_card": 8,
    "control": 32,
    "row": 38,
    "nav_row": 34,
    "nav_row_low": 28,
    "icon": 16,
    "icon_large": 20,
    "icon_head": 32,
    "icon_empty": 40,
    "avatar_row": 26,
    "avatar": 32,
    "avatar_head": 48,
    "side_width": 216,
    "first_row": 205,  # from the top of the members page to the first row of its list
    "place_banner": 38,
    "name_column": 140,  # the least that a list leaves to the names
    "found_column": 220,  # and to what a search matched beside them
    "narrow": 800,  # below it a detail takes the place of its list
    "thumbnail_width": 132,
    "thumbnail_height": 80,
    "scroll_bar": 10,
    "dot": 13,
    # inner distances of controls; `_focus` is one less, for the ring is one pixel thicker
    "pad": 12,
    "pad_focus": 11,
    "pad_chip": 9,
    "pad_chip_focus": 8,
    "pad_small": 5,
    "pad_small_focus": 4,
    "pad_text": 7,
    "pad_text_focus": 6,
    "control_inner": 20,
    "control_popup": 28,
    "control_spin": 17,
    "indicator": 16,
    "indicator_inner": 8,
    "arrow": 14,
    "arrow_small": 10,
    "radius_small": 4,
    "radius_indicator": 9,
    "radius_chip": 13,
    "radius_pill": 10,
}

FONT_ROLES: Final[dict[str, tuple[int, int]]] = {
    # role: (pixels at the usual font, weight)
    "body": (13, 400),
    "strong": (13, 600),
    "secondary": (12, 400),
    "label": (11, 600),
    "label_chinese": (12, 600),
    "pill": (12, 600),
    "section": (15, 600),
    "title": (20, 600),
}

BODY_PIXELS: Final = 13
CJK_FAMILIES: Final = (
    "Microsoft YaHei UI",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
)
UI_FAMILIES: Final = (
    "Inter",
    "Noto Sans",
    "Cantarell",
    "Ubuntu",
    "Open Sans",
    "Liberation Sans",
    "DejaVu Sans",
)
"""Taken, in this order, where the desktop names no font of its own ("Sans Serif")."""
