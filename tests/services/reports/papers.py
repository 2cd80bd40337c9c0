# SPDX-License-Identifier: MIT
"""Content to print in tests: one removal as in real life, and a group's audit."""

import hashlib
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from PIL import Image, ImageDraw

from groupdesk.domain import report_records as r
from groupdesk.domain.case_enums import NoticedHow
from groupdesk.domain.enums import (
    Channel,
    Edition,
    EvidenceSource,
    FairItem,
    Ground,
    JoinedHow,
    Language,
    Platform,
    Severity,
    Term,
    WarningState,
)

ZONE = timezone(timedelta(hours=8))
HEAD = hashlib.sha256(b"head").hexdigest()
OTHERS = ("王芳", "Zhang Xiaoming", "小明同学")


def at(month: int, day: int, hour: int = 9, minute: int = 41, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=ZONE)


def stamp(language: Language = Language.EN, edition: Edition = Edition.FILE) -> r.Stamp:
    return r.Stamp(
        log_seq=1284,
        log_head=HEAD,
        branch=1,
        printed_at=at(11, 21, 16, 20),
        printed_by="Mei",
        workspace_name="Aurora",
        edition=edition,
        language=language,
    )


def screenshot(path: Path, *, width: int = 540, height: int = 620, shade: int = 0) -> Path:
    image = Image.new("RGB", (width, height), "#ededed")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, width, 60), fill="#f7f7f7")
    draw.text((width // 2 - 60, 22), "Aurora customers (486)", fill="#222222")
    for number, top in enumerate(range(80, height - 80, 90)):
        right = number % 3 == 2
        left = width - 360 if right else 80
        avatar = "#7a5af8" if right else "#0f6cbd"
        corner = width - 60 if right else 20
        draw.rounded_rectangle((corner, top, corner + 40, top + 40), 6, fill=avatar)
        draw.rounded_rectangle(
            (left, top, left + 270, top + 60), 6, fill="#95ec69" if right else "#ffffff"
        )
        draw.text((left + 14, top + 24), f"message {number} {shade} shop.example/8812", fill="#111")
    image.save(path)
    return path


def evidence(folder: Path, number: int, **changes: object) -> r.EvidenceItem:
    original = screenshot(folder / f"original-{number}.png", shade=number)
    display = screenshot(folder / f"display-{number}.png", shade=number + 50)
    data = original.read_bytes()
    item = r.EvidenceItem(
        sha256=hashlib.sha256(data).hexdigest(),
        file_name=f"WeCom 截图 {number} 王芳.png",
        media_type="image/png",
        size=len(data),
        source=EvidenceSource.DROP,
        added_at=at(11, 21, 10, 5),
        added_by="Mei",
        caption="Link posted, 王芳 answers",
        taken_at=at(11, 20, 21, 10 + number),
        original_path=original,
        display_path=display,
        redacted=r.RedactedCopy("cd" * 32, "Olivia Park", at(11, 21, 9, 30), "Phone number hidden")
        if number == 1
        else None,
    )
    return replace(item, **changes)  # type: ignore[arg-type]  # test's own field names


def case(folder: Path, language: Language = Language.EN, pictures: int = 2) -> r.CaseFileContent:
    return (_chinese if language is Language.ZH else _english)(folder, pictures)


def _masked() -> r.MaskedNames:
    return r.MaskedNames(
        others=(
            r.MaskedPerson(("王芳", "wangfang_77")),
            r.MaskedPerson(("Zhang Xiaoming", "小明同学")),
        ),
        own=("李伟 Li Wei", "李伟", "Li Wei", "wxid_liwei88"),
    )


def _english(folder: Path, pictures: int) -> r.CaseFileContent:
    warning = (
        "您好，感谢您一直以来对群的支持。您今天发布的推广链接违反了群规第 1 条（禁止广告），"
        "请不要继续发布。如需推广，欢迎先联系管理员。感谢理解！"
    )
    return r.CaseFileContent(
        case_number=1042,
        group_name="Aurora customers",
        platform=Platform.WECOM,
        member=r.MemberCard(
            "李伟 Li Wei",
            "wxid_liwei88",
            "",
            joined_on=date(2025, 3, 3),
            joined_how=JoinedHow.INVITED,
            invited_by="王芳",
        ),
        rule=r.RuleOfTheDay(
            "R1",
            "No advertising",
            "Please do not post adverts, reseller offers or links to other shops. If you would "
            "like to show something to the group, ask an admin first; we will find a place for it.",
            Severity.MINOR,
            4,
            at(11, 12),
        ),
        breach_number=3,
        noticed_how=NoticedHow.MEMBER,
        noticed_at=at(11, 20, 21, 14),
        happened_at=at(11, 20, 21, 10),
        description="Two reseller links within two minutes, after 王芳 had asked him to stop.",
        quoted_text="限时拼团！新客首单立减 50，链接 shop.example/8812 手慢无～",
        opened_at=at(11, 20, 21, 30),
        opened_by="Mei",
        closed_at=at(11, 21, 11, 0),
        removal=r.Removal(
            ground=Ground.BREACH,
            decided_at=at(11, 21, 10, 30),
            decided_by="Mei",
            reason_told="Posted three reseller links after two private warnings (7 and 19 "
            "November) and a talk on 8 November; did not reply to the final reminder.",
            term=Term.UNTIL,
            until=date(2027, 5, 21),
            internal_comment="王芳 complained twice by phone. Keep an eye on his second account.",
            removed_at=at(11, 20, 21, 40),
            approvals=(r.Approval("Arun", at(11, 21, 10, 42), "Agreed, the history is clear."),),
            fair_process=(
                r.FairLine(FairItem.RULE_PUBLISHED, True, 1, at(11, 12)),
                r.FairLine(FairItem.REMINDED, True, 1, at(11, 2)),
                r.FairLine(FairItem.WARNED, True, 2, at(11, 19)),
                r.FairLine(FairItem.TALKED, True, 1, at(11, 8)),
                r.FairLine(
                    FairItem.FINAL_WARNED,
                    False,
                    override_reason="repeated within 24 h of warning 2",
                    override_by="Mei",
                ),
                r.FairLine(FairItem.EVIDENCE, True, 2, at(11, 21)),
            ),
            notice="Hello Li Wei, thank you for the time you spent with us. Because of the "
            "reseller links on 20 November, after two warnings, we have removed you from "
            "Aurora customers until 21 May 2027.\nIf you see it differently, write to Arun at "
            "support@aurora.example. You are welcome to ask to return after that day.",
            notice_channel=Channel.PRIVATE,
            notice_sent_at=at(11, 21, 10, 50),
            steps=(
                r.CarriedStep(
                    "Open the group in WeCom and choose its members",
                    at(11, 20, 21, 39),
                    "Mei",
                    "done",
                ),
                r.CarriedStep(
                    "Remove the member and tick “may not be invited again”",
                    at(11, 20, 21, 40),
                    "Mei",
                    "done",
                ),
                r.CarriedStep("Take back the invitation link he had"),
            ),
        ),
        timeline=(
            r.TimelineAct(
                r.ActKind.REMINDER,
                at(11, 2, 18, 3),
                "Arun",
                1019,
                ordinal=1,
                text="Asked in the group to keep offers to the partner group.",
                rule_code="R1",
                channel=Channel.GROUP,
                state=WarningState.SENT,
                internal="Said in public because three people posted at once.",
            ),
            r.TimelineAct(
                r.ActKind.WARNING,
                at(11, 7),
                "Arun",
                1031,
                ordinal=1,
                rule_code="R1",
                channel=Channel.PRIVATE,
                state=WarningState.SENT,
                counts_until=date(2027, 2, 5),
            ),
            r.TimelineAct(
                r.ActKind.TALK,
                at(11, 8, 10, 20),
                "Mei",
                1031,
                text="Wants to reach resellers; agreed to stop; pointed to the partner "
                "group. Zhang Xiaoming joined the call.",
                follow_up_on=date(2026, 11, 15),
                follow_up_done_on=date(2026, 11, 15),
            ),
            r.TimelineAct(
                r.ActKind.WARNING,
                at(11, 14, 8, 2),
                "Arun",
                1036,
                ordinal=2,
                rule_code="R3",
                channel=Channel.PRIVATE,
                state=WarningState.SENT,
                message="Please do not forward the price list.",
                reversed_by=r.ReversedBy(at(11, 15), "Mei", "the list was public that week"),
            ),
            r.TimelineAct(
                r.ActKind.WARNING,
                at(11, 19, 16, 2),
                "Mei",
                1042,
                ordinal=2,
                message=warning,
                rule_code="R1",
                channel=Channel.PRIVATE,
                state=WarningState.ACKNOWLEDGED,
                counts_until=date(2027, 2, 17),
                reply="好的，小明同学也提醒我了",
            ),
        ),
        evidence=tuple(evidence(folder, number) for number in range(1, pictures + 1)),
        signatures=(
            r.SignatureLine(r.SignatureRole.DECIDED, "Mei"),
            r.SignatureLine(r.SignatureRole.APPROVED, "Arun"),
            r.SignatureLine(r.SignatureRole.RECEIVED),
        ),
        masked=_masked(),
    )


def _chinese(folder: Path, pictures: int) -> r.CaseFileContent:
    content = _english(folder, pictures)
    assert content.removal is not None
    assert content.rule is not None
    acts = content.timeline
    return replace(
        content,
        group_name="极光客户群",
        member=replace(content.member, name="李伟", group_nickname="李伟-极光老客户"),
        rule=replace(
            content.rule,
            title="禁止广告",
            text="请勿在群内发布广告、代理招募或其他店铺的链接。如有内容想与大家分享，"
            "请先联系管理员，我们会为您安排合适的位置。",
        ),
        description="两分钟内连发两条代理链接，此前王芳已当面请他停止。",
        removal=replace(
            content.removal,
            reason_told="在两次私下警告（11 月 7 日、19 日）和一次沟通（11 月 8 日）之后，"
            "又连续发布三条代理推广链接，且未回复最后一次提醒。",
            internal_comment="王芳两次来电投诉。请留意他的另一个账号。",
            fair_process=tuple(
                replace(line, override_reason="第二次警告后 24 小时内再犯")
                if line.override_reason
                else line
                for line in content.removal.fair_process
            ),
            notice="李伟您好，感谢您一直以来的支持。因您在两次提醒后仍于 11 月 20 日发布代理链接，"
            "我们将您移出极光客户群，2027 年 5 月 21 日后可申请重新入群。\n如有不同意见，"
            "请联系 Arun：support@aurora.example。",
            approvals=(r.Approval("Arun", at(11, 21, 10, 42), "同意，过程清楚。"),),
            steps=(
                r.CarriedStep(
                    "在企业微信中打开群聊，进入成员列表", at(11, 20, 21, 39), "Mei", "完成"
                ),
                r.CarriedStep(
                    "移出该成员，并勾选“不再允许邀请”", at(11, 20, 21, 40), "Mei", "完成"
                ),
                r.CarriedStep("收回他持有的邀请链接"),
            ),
        ),
        timeline=(
            replace(
                acts[0],
                text="在群内请大家把优惠信息发到合作伙伴群。",
                internal="当时三人同时发布，故在群内提醒。",
            ),
            acts[1],
            replace(
                acts[2], text="希望联系更多代理；同意停止；已告知合作伙伴群。小明同学也参加了通话。"
            ),
            replace(
                acts[3],
                message="请不要转发价目表。",
                reversed_by=r.ReversedBy(at(11, 15), "Mei", "该周价目表本就公开"),
            ),
            acts[4],
        ),
        evidence=tuple(replace(item, caption="发布链接，王芳回应") for item in content.evidence),
    )


def audit(acts: int = 60, language: Language = Language.EN) -> r.GroupAuditContent:
    members = ("李伟 Li Wei", "王芳", "Zhang Xiaoming", "Olena", "陈晓", "Tomás", "محمد")
    kinds = (
        r.ActKind.REMINDER,
        r.ActKind.TALK,
        r.ActKind.WARNING,
        r.ActKind.REMINDER,
        r.ActKind.FINAL_WARNING,
        r.ActKind.WARNING,
        r.ActKind.REMOVAL,
    )
    first = at(7, 1)
    rows = tuple(
        r.AuditAct(
            kind=kinds[number * 5 % 7],
            at=first + timedelta(hours=number * 180 * 24 / acts),
            case_number=1000 + number // 3,
            member=members[number * 3 % 7],
            operator=("Mei", "Arun")[number % 2],
            rule_code=("R1", "R3", "R7")[number % 3],
            state=WarningState.SENT if "warning" in kinds[number * 5 % 7] else None,
            reversed=number % 17 == 5,
        )
        for number in range(acts)
    )

    def counts(chosen: list[r.AuditAct]) -> tuple[r.KindCount, ...]:
        return tuple(
            r.KindCount(kind, sum(act.kind is kind for act in chosen)) for kind in r.ActKind
        )

    chinese = language is Language.ZH
    titles = (
        ("禁止广告", "尊重他人", "保护隐私")
        if chinese
        else ("No advertising", "Respect each other", "Keep private things private")
    )
    return r.GroupAuditContent(
        group_name="极光客户群" if chinese else "Aurora customers",
        platform=Platform.WECOM,
        first_day=date(2026, 7, 1),
        last_day=date(2026, 12, 31),
        flow=r.MemberFlow(471, 38, 12, 11, 486),
        totals=counts(list(rows)),
        series=tuple(
            r.PeriodCount(date(2026, month, 1), counts([a for a in rows if a.at.month == month]))
            for month in range(7, 13)
        ),
        per_rule=tuple(
            r.RuleCount(code, title, counts([a for a in rows if a.rule_code == code]))
            for code, title in zip(("R1", "R3", "R7"), titles, strict=True)
        ),
        per_operator=tuple(
            r.OperatorCount(who, counts([a for a in rows if a.operator == who]))
            for who in ("Mei", "Arun")
        ),
        overturned=(
            r.Overturned(
                r.ActKind.WARNING,
                1036,
                "李伟 Li Wei",
                at(11, 14),
                "Arun",
                r.ReversedBy(at(11, 15), "Mei", "王芳 said the list was public"),
            ),
        ),
        acts=rows,
        versions=(r.PublishedVersion(4, at(11, 12), "Mei", 9, "R7 names phone numbers now"),),
        signatures=(r.SignatureLine(r.SignatureRole.PRINTED, "Mei"),),
        masked=_masked(),
    )
