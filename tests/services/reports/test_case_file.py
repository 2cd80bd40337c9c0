# SPDX-License-Identifier: MIT
"""The case file: what is on it, what is inside it, and what a handout keeps back."""

import hashlib
import re
import zlib
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from groupdesk.domain import report_records as r
from groupdesk.domain.case_enums import NoticedHow
from groupdesk.domain.enums import Edition, FairItem, Language
from groupdesk.services.reports.case_file import case_file_pdf
from groupdesk.services.reports.pages import PdfPages
from groupdesk.services.reports.paper_stamp import grouped
from tests.services.reports import papers

NASTY = (
    "\ue403\ue056 李伟",  # emoji of old WeChat versions
    "a\ufffeb",
    "a\x00\x07\x1b[31mb",
    "\ud83d alone",
    "\u202egnp.exe\u202c \u2066x\u2069",
    "x" * 20_000,
    "<b>bold</b><script>alert(1)</script>&amp;<img src=/etc/passwd>",
    '#let x = 1 #read("/etc/passwd") $ x^2 $ \\ @ref <label> _a_ *b* = head `raw` // no',
    "👨‍👩‍👧 ❤️ 🇨🇳 🌸 1️⃣",
    "محمد علی‌رضا שלום Ελλάς Привет ไทย हिन्दी",
    "e\u0301\u0302\u0303" * 40 + "\u0e31\u0e31",
    "一" * 5_000,
    "line\r\nline\u2028line\u0085line\tend",
    "\u200b\ufeff\u2060\u00ad\u180e",
)


def text_of(pdf: bytes) -> str:
    with PdfPages(pdf) as pages:
        return "\n".join(pages.text(index) for index in range(len(pages)))


def flat(text: str) -> str:
    """Return text without spaces, line breaks and break marks, to look for what may be wrapped."""
    return "".join(text.replace("\u200b", "").replace("\ufffe", "").split())


def unpacked(pdf: bytes) -> bytes:
    """Return the PDF with its compressed streams opened: names of files, outlines, descriptions."""
    parts = [pdf]
    for match in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        with suppress(zlib.error):
            parts.append(zlib.decompress(match[1]))
    return b"".join(parts)


def encodings(name: str) -> tuple[bytes, ...]:
    """Return the ways in which a PDF may spell a name outside the pages."""
    wide = name.encode("utf-16-be")
    return name.encode(), wide, wide.hex().encode(), wide.hex().upper().encode()


def attachments(pdf: bytes) -> Iterator[tuple[str, bytes]]:
    pdfium: Any = pypdfium2  # it has no types
    document = pdfium.PdfDocument(pdf)
    with closing(document):
        for index in range(document.count_attachments()):
            attachment = document.get_attachment(index)
            yield attachment.get_name(), bytes(attachment.get_data())


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("edition", list(Edition))
@pytest.mark.parametrize("paper", ["a4", "us-letter"])
def test_each_page_says_where_it_stands_in_the_log(
    tmp_path: Path, language: Language, edition: Edition, paper: str
) -> None:
    content = papers.case(tmp_path, language)
    pdf = case_file_pdf(
        content, papers.stamp(language), edition, paper="us-letter" if paper != "a4" else "a4"
    )
    internal = "File copy – internal" if language is Language.EN else "内部存档"
    with PdfPages(pdf) as pages:
        assert pages.size(0) == pytest.approx((595, 842) if paper == "a4" else (612, 792), abs=1)
        for index in range(len(pages)):
            text = flat(pages.text(index))
            assert "1284" in text
            assert flat(grouped(papers.HEAD[:32])) in text
            assert f"{index + 1}/{len(pages)}" in text
            assert (flat(internal) in text) == (edition is Edition.FILE)
    assert flat(grouped(papers.HEAD)) in flat(text_of(pdf))


def test_chinese_can_be_searched(tmp_path: Path) -> None:
    text = text_of(
        case_file_pdf(papers.case(tmp_path, Language.ZH), papers.stamp(Language.ZH), Edition.FILE)
    )
    assert "极光客户群" in text
    assert "移出成员：李伟" in text
    assert "告知成员的理由" in text
    assert flat("第 2 次警告，") in flat(text)  # as the window and the message say it


def test_the_file_copy_holds_the_whole_record(tmp_path: Path) -> None:
    text = flat(text_of(case_file_pdf(papers.case(tmp_path), papers.stamp(), Edition.FILE)))
    for expected in (
        "Removal of 李伟 Li Wei",
        "from Aurora customers (WeCom)",
        "decided 21 November 2026 by Mei, approved by Arun",
        "R1 No advertising, version 4 of 12 Nov 2026",
        "Minor, third breach that counts",
        "Removed until 21 May 2027",
        "限时拼团！新客首单立减 50",
        "Please do not post adverts",
        "王芳 complained twice by phone",
        "case 1031",
        "Counts until 17 Feb 2027",
        "Lifted on 15 Nov 2026 by Mei: the list was public that week",
        "override by Mei: repeated within 24 h of warning 2",
        "12 hours 50 minutes before this decision was recorded",
        "Take back the invitation link he had To do",
        "Agreed, the history is clear.",
        "Link posted, 王芳 answers",
        "WeCom 截图 1 王芳.png",
        "made by Olivia Park on 21 Nov 2026, 09:30 · Phone number hidden",
        "shown as a redacted copy with SHA-256",
        "Received by the member",
    ):
        assert flat(expected) in text, expected


def test_the_file_copy_embeds_the_originals_byte_for_byte(tmp_path: Path) -> None:
    content = papers.case(tmp_path, pictures=3)
    inside = dict(attachments(case_file_pdf(content, papers.stamp(), Edition.FILE)))
    assert [hashlib.sha256(data).hexdigest() for data in inside.values()] == [
        item.sha256 for item in content.evidence
    ]
    assert all(name.isascii() and name.endswith(".png") for name in inside)


def test_a_large_file_stays_out_so_that_the_paper_can_be_sent(tmp_path: Path) -> None:
    content = papers.case(tmp_path, pictures=3)
    first, second, third = content.evidence
    video = replace(
        first, file_name="call.mp4", media_type="video/mp4", display_path=None, size=14_999_000
    )
    content = replace(content, evidence=(video, second, replace(third, size=20_000_000)))
    pdf = case_file_pdf(content, papers.stamp(), Edition.FILE)
    inside = [hashlib.sha256(data).hexdigest() for _name, data in attachments(pdf)]
    assert inside == [second.sha256], "pictures come first, as long as there is room"
    text = flat(text_of(pdf))
    for item, size in ((video, "14.3 MB"), (third, "19.1 MB")):
        place = f"evidence/{item.sha256[:2]}"
        assert flat(
            f"{size} · too large to be embedded; it lies in the workspace under {place}"
        ) in (text)
    assert "call.mp4" in text


def test_names_inside_a_file_would_be_found(tmp_path: Path) -> None:
    pdf = unpacked(case_file_pdf(papers.case(tmp_path), papers.stamp(), Edition.FILE))
    assert any(encoded in pdf for encoded in encodings("王芳"))


@pytest.mark.parametrize("language", list(Language))
def test_the_handout_embeds_nothing_and_names_nobody_else(
    tmp_path: Path, language: Language
) -> None:
    content = papers.case(tmp_path, language)
    pdf = case_file_pdf(content, papers.stamp(language), Edition.HANDOUT)
    assert list(attachments(pdf)) == []
    assert b"/EmbeddedFile" not in pdf
    text = text_of(pdf)
    inside = unpacked(pdf)
    for name in papers.OTHERS:
        assert flat(name) not in flat(text)
        for encoded in encodings(name):
            assert encoded not in inside
    for kept_back in (
        "complained twice",
        "两次来电投诉",
        "截图",
        "Link posted",
        "发布链接，",
        "Said in public",
        "当时三人",
        "history is clear",
        "Phone number hidden",
        "过程清楚",
    ):
        assert flat(kept_back) not in flat(text)
    assert "李伟" in text
    assert flat(grouped(content.evidence[0].sha256)) in flat(text)
    masked = ("[member A]", "[member B]") if language is Language.EN else ("成员甲", "成员乙")
    for label in masked:
        assert flat(label) in flat(text)


def test_it_claims_to_be_an_archive_file_with_title_and_language(tmp_path: Path) -> None:
    for language, tag in (
        (Language.EN, b"<rdf:li>en-GB</rdf:li>"),
        (Language.ZH, b"<rdf:li>zh-CN</rdf:li>"),
    ):
        pdf = case_file_pdf(papers.case(tmp_path, language), papers.stamp(language), Edition.FILE)
        assert b"<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in pdf
        assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
        assert b"/MarkInfo" in pdf
        assert tag in pdf
        assert "李伟".encode() in pdf  # the title, in the readable metadata


def test_a_changed_or_missing_original_is_said_and_not_embedded(tmp_path: Path) -> None:
    content = papers.case(tmp_path, pictures=3)
    first, second, _third = content.evidence
    assert first.original_path is not None
    first.original_path.write_bytes(b"something else")
    content = replace(
        content,
        evidence=(first, replace(second, original_path=tmp_path / "gone.png"), _third),
    )
    pdf = case_file_pdf(content, papers.stamp(), Edition.FILE)
    assert len(list(attachments(pdf))) == 1
    text = flat(text_of(pdf))
    assert flat("no longer matches its fingerprint, so it is not embedded") in text
    assert flat("the original is not in its place") in text


def test_a_damaged_or_missing_display_copy_leaves_a_note(tmp_path: Path) -> None:
    content = papers.case(tmp_path, pictures=3)
    first, second, third = content.evidence
    assert first.display_path is not None
    first.display_path.write_bytes(first.display_path.read_bytes()[:200])
    content = replace(
        content,
        evidence=(
            first,
            replace(second, display_path=tmp_path / "gone.png"),
            replace(third, display_path=None),
        ),
    )
    text = flat(text_of(case_file_pdf(content, papers.stamp(), Edition.FILE)))
    assert text.count(flat("This picture cannot be shown here.")) == 2
    assert flat("Kept unopened, not shown on paper") in text


def test_a_long_scrolled_chat_comes_in_parts(tmp_path: Path) -> None:
    content = papers.case(tmp_path, pictures=1)
    tall = papers.screenshot(tmp_path / "tall.png", width=400, height=6000)
    content = replace(content, evidence=(replace(content.evidence[0], display_path=tall),))
    text = flat(text_of(case_file_pdf(content, papers.stamp(), Edition.FILE)))
    assert flat("Fig. 1, part 1 of 6") in text
    assert flat("Fig. 1, part 6 of 6") in text


def test_no_reminder_is_claimed_where_a_warning_took_its_place(tmp_path: Path) -> None:
    content = papers.case(tmp_path)
    assert content.removal is not None
    told = (r.FairLine(FairItem.REMINDED, met=True, count=0, last_at=content.removal.decided_at),)
    removal = replace(content.removal, fair_process=told)
    text = text_of(case_file_pdf(replace(content, removal=removal), papers.stamp(), Edition.FILE))
    assert "Told before, by a warning or a talk" in text
    assert "Reminded" not in text


def test_the_paper_says_that_the_removal_was_carried_out(tmp_path: Path) -> None:
    content = papers.case(tmp_path)
    assert content.removal is not None
    done = tuple(
        replace(step, done_at=content.removal.decided_at) for step in content.removal.steps
    )
    removal = replace(content.removal, steps=done)
    carried = replace(content, removal=removal, closed_at=None)
    text = text_of(case_file_pdf(carried, papers.stamp(), Edition.FILE))
    assert "Removal carried out" in text


def test_two_hundred_acts_flow_over_pages_in_order(tmp_path: Path) -> None:
    content = papers.case(tmp_path)
    act = content.timeline[4]
    acts = tuple(
        replace(act, at=act.at - timedelta(days=200 - number), text=f"entry-{number:03d}.")
        for number in range(200)
    )
    pdf = case_file_pdf(replace(content, timeline=acts), papers.stamp(), Edition.FILE)
    with PdfPages(pdf) as pages:
        texts = [pages.text(index) for index in range(len(pages))]
    assert 15 < len(texts) < 45
    found = [text.find(f"entry-{number:03d}.") >= 0 for number in range(200) for text in texts]
    assert sum(found) == 200
    whole = "".join(texts)
    places = [whole.index(f"entry-{number:03d}.") for number in range(200)]
    assert places == sorted(places)


def test_the_stamp_does_not_stand_alone_on_the_last_page(tmp_path: Path) -> None:
    content = papers.case(tmp_path, pictures=0)
    for lines in range(0, 60, 6):
        longer = replace(content, description="line\n" * lines)
        with PdfPages(case_file_pdf(longer, papers.stamp(), Edition.FILE)) as pages:
            texts = [flat(pages.text(index)) for index in range(len(pages))]
        (last,) = [text for text in texts if "Wherethispaperstands" in text]
        assert "Signatures" in last, lines


def test_a_case_without_removal_is_a_case_file_too(tmp_path: Path) -> None:
    content = replace(
        papers.case(tmp_path),
        removal=None,
        closed_at=None,
        rule=None,
        timeline=(),
        evidence=(),
        signatures=(),
    )
    text = flat(text_of(case_file_pdf(content, papers.stamp(), Edition.FILE)))
    assert flat("Case 1042: 李伟 Li Wei") in text
    assert flat("opened 20 November 2026 by Mei") in text
    assert flat("No evidence is attached to this case.") in text


@pytest.mark.parametrize(
    ("language", "assumed", "unknown"),
    [
        (Language.EN, "(time assumed: when the message was written)", "NoticedNot recorded"),
        (Language.ZH, "（推定，以撰写消息的时间为准）", "发现方式未记录"),
    ],
)
def test_what_nobody_said_is_not_printed_as_known(
    tmp_path: Path, language: Language, assumed: str, unknown: str
) -> None:
    said, stamp = papers.case(tmp_path, language), papers.stamp(language)
    known = flat(text_of(case_file_pdf(said, stamp, Edition.FILE)))
    assert flat(assumed) not in known
    assert flat(unknown) not in known
    bare = replace(said, noticed_how=NoticedHow.UNKNOWN, noticed_at=None, happened_assumed=True)
    paper = flat(text_of(case_file_pdf(bare, stamp, Edition.FILE)))
    assert flat(assumed) in paper
    assert flat(unknown) in paper


def test_a_print_that_is_not_in_the_log_says_so(tmp_path: Path) -> None:
    stamp = replace(papers.stamp(), not_logged=True)
    with PdfPages(case_file_pdf(papers.case(tmp_path), stamp, Edition.FILE)) as pages:
        for index in range(len(pages)):
            assert flat("Not logged: nothing could be written") in flat(pages.text(index))


def everywhere(content: r.CaseFileContent, text: str) -> r.CaseFileContent:
    """Return the content with `text` in each place that a person writes."""
    assert content.removal is not None
    assert content.rule is not None
    removal = content.removal
    return replace(
        content,
        group_name=text,
        member=replace(
            content.member, name=text, platform_id=text, group_nickname=text + "x", invited_by=text
        ),
        rule=replace(content.rule, code=text, title=text, text=text),
        description=text,
        quoted_text=text,
        removal=replace(
            removal,
            decided_by=text,
            reason_told=text,
            internal_comment=text,
            notice=text,
            approvals=(r.Approval(text, removal.decided_at, text),),
            fair_process=tuple(
                replace(line, override_reason=text) for line in removal.fair_process
            ),
            steps=tuple(
                replace(step, text=text, done_by=text, result=text) for step in removal.steps
            ),
        ),
        timeline=tuple(
            replace(
                act,
                operator=text,
                text=text,
                message=text,
                internal=text,
                reply=text,
                rule_code=text,
            )
            for act in content.timeline[:1]
        ),
        evidence=tuple(
            replace(item, file_name=text, caption=text, added_by=text) for item in content.evidence
        ),
        signatures=(r.SignatureLine(r.SignatureRole.DECIDED, text),),
    )


@pytest.mark.parametrize("edition", list(Edition))
@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_nothing_that_somebody_wrote_stops_the_report(
    tmp_path: Path, text: str, edition: Edition
) -> None:
    content = everywhere(papers.case(tmp_path, pictures=1), text[:3_000])
    content = replace(content, description=text)
    assert case_file_pdf(content, papers.stamp(), edition).startswith(b"%PDF-1.7")


def test_what_looks_like_markup_stands_on_paper_as_it_was_written(tmp_path: Path) -> None:
    written = '#read("/etc/passwd") $x^2$ @ref <b>bold</b> \\ *b* `raw` _a_ // no'
    content = replace(papers.case(tmp_path), description=written)
    text = flat(text_of(case_file_pdf(content, papers.stamp(), Edition.FILE)))
    assert flat(written) in text


def test_characters_without_a_glyph_are_shown_by_number_and_counted(tmp_path: Path) -> None:
    content = papers.case(tmp_path, pictures=0)
    content = replace(content, member=replace(content.member, name="花\ue403花\U0001f338"))
    text = flat(text_of(case_file_pdf(content, papers.stamp(), Edition.FILE)))
    assert flat("Removal of 花‹U+E403›花‹U+1F338›") in text
    assert flat("‹U+1F338› cherry blossom · 2 times") in text
    assert flat("private use, for instance an emoji of an old WeChat version") in text


@pytest.fixture(scope="module")
def plain_case(tmp_path_factory: pytest.TempPathFactory) -> r.CaseFileContent:
    return papers.case(tmp_path_factory.mktemp("evidence"), pictures=1)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(st.characters(exclude_categories=[]), max_size=60))
def test_any_text_at_all_can_be_printed(plain_case: r.CaseFileContent, text: str) -> None:
    pdf = case_file_pdf(everywhere(plain_case, text), papers.stamp(), Edition.FILE)
    assert pdf.startswith(b"%PDF-1.7")
