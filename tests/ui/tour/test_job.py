# SPDX-License-Identifier: MIT
import csv

from groupdesk.paths import resource
from groupdesk.services.sample.stage import read
from groupdesk.ui.tour import job
from groupdesk.words import Words


def test_the_job_finds_its_group_and_its_people_in_the_sample() -> None:
    groups = {group["name"]: group["key"] for group in read("groups")["group"]}
    story = next(case for case in read("stories_en")["case"] if case["member"] == job.REMOVED)
    assert story["group"] == groups[job.GROUP]
    assert "final_warning" in [act["do"] for act in story["act"]]
    with resource("sample", "exports", job.LIST).open(encoding="utf-8", newline="") as stream:
        assert job.WARNED in [row["fullname"] for row in csv.DictReader(stream)]


def test_each_step_can_be_told_in_both_languages() -> None:
    steps = {"imported", "warned", "removed", "carried_out", "case_printed", "audit_printed"}
    for language in ("en", "zh"):
        words = Words(language)
        told = {words(f"tour.{step}", name="Ana", count=3, number=7) for step in steps}
        assert len(told) == len(steps)
        assert "7" in words("tour.case_printed", number=7)
