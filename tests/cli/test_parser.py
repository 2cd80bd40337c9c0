# SPDX-License-Identifier: MIT
import pytest

from tests.cli.conftest import Call


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("import", "list.csv"), "Missing: --group."),
        (("frobnicate",), "cannot be “frobnicate”"),
        (("members", "--group"), "--group needs a value."),
        (("verify", "--fast"), "Not understood: --fast."),
        (("report", "case", "one", "--out", "x.pdf"), "N cannot be “one”."),
        (("import", "x", "--group", "g", "--map", "colour=A"), "cannot be “colour=A”"),
    ],
)
def test_wrong_use_is_explained(call: Call, arguments: tuple[str, ...], said: str) -> None:
    told = call(*arguments)
    assert told.code == 2
    assert said in told.complaints
    assert "--help" in told.complaints


def test_complaints_and_help_are_in_chinese_on_a_chinese_system(
    call: Call, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "缺少：--operator" in call("init", "x", lang="zh_CN.UTF-8").complaints
    with pytest.raises(SystemExit) as left:
        call("--help", lang="zh_CN.UTF-8")
    assert left.value.code == 0
    assert "将成员名单导入某个群" in capsys.readouterr().out
