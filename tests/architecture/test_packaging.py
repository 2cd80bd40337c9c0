# SPDX-License-Identifier: MIT
"""What is said about the project in several places says the same."""

import configparser
import re
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from groupdesk import __version__

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PAGES = sorted(path for path in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")))


def test_each_version_has_its_paragraph_and_its_release() -> None:
    component = ET.parse(ROOT / "resources" / "desktop" / "groupdesk.metainfo.xml")
    releases = [release.get("version") for release in component.iter("release")]
    assert releases[0] == __version__
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## {re.escape(__version__)}\b", changes, re.MULTILINE)


def test_the_menu_entry_starts_a_program_that_is_installed() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]  # keys keep their capitals
    entry.read(ROOT / "resources" / "desktop" / "groupdesk.desktop", encoding="utf-8")
    main = entry["Desktop Entry"]
    assert main["Exec"] in PROJECT["gui-scripts"]
    assert (ROOT / "resources" / "icons" / f"{main['Icon']}.svg").is_file()
    assert main["Name[zh_CN]" if "Name[zh_CN]" in main else "Comment[zh_CN]"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_the_pages_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)#\s]+)", text) + re.findall(r'src(?:set)?="([^"]+)"', text)
    lost = [t for t in targets if "://" not in t and not (page.parent / t).exists()]
    assert not lost, f"{page.name} points to {lost}"


def test_no_registry_is_named_and_nothing_is_locked_to_one() -> None:
    hosts = ("pypi" + ".org", "python" + "hosted", "npm" + "js", "mirror" + "s.")
    for path in (ROOT / "pyproject.toml", ROOT / ".ci" / "run", *PAGES):
        text = path.read_text(encoding="utf-8").lower()
        assert not [host for host in hosts if host in text], path.name
