# SPDX-License-Identifier: MIT
"""Where files are."""

from groupdesk import paths


def test_resources_are_found_and_places_differ() -> None:
    assert paths.resource("words", "en", "errors.toml").is_file()
    places = {
        paths.default_workspace(),
        paths.sample_workspace(),
        paths.settings_file(),
        paths.log_folder(),
    }
    assert len(places) == 4
    assert all(paths.APP_NAME in str(place) for place in places)
