<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ActDraftFrame</name>
    <message>
        <source>Kept as a draft.</source>
        <translation>已存为草稿。</translation>
    </message>
    <message>
        <source>The draft is discarded.</source>
        <translation>草稿已丢弃。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Acts</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>群规</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>个案</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>成员梳理</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>审计日志</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>New group…</source>
        <translation>新建群…</translation>
    </message>
    <message>
        <source>About the group</source>
        <translation>群概况</translation>
    </message>
    <message>
        <source>Edit group…</source>
        <translation>修改群资料…</translation>
    </message>
    <message>
        <source>How decisions are made…</source>
        <translation>决定方式…</translation>
    </message>
    <message>
        <source>How members leave…</source>
        <translation>如何办理退群…</translation>
    </message>
    <message>
        <source>Imported lists…</source>
        <translation>导入过的名单…</translation>
    </message>
    <message>
        <source>I am going to join…</source>
        <translation>准备加入…</translation>
    </message>
    <message>
        <source>Clean up groups…</source>
        <translation>清理群…</translation>
    </message>
    <message>
        <source>Archive group…</source>
        <translation>归档群…</translation>
    </message>
    <message>
        <source>Restore group</source>
        <translation>重新启用</translation>
    </message>
    <message>
        <source>Add member</source>
        <translation>添加成员</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Edit member…</source>
        <translation>修改成员资料…</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Filter…</source>
        <translation>筛选…</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>批量修改…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Save filter…</source>
        <translation>保存筛选…</translation>
    </message>
    <message>
        <source>Person…</source>
        <translation>人员资料…</translation>
    </message>
    <message>
        <source>Same person…</source>
        <translation>同一个人…</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>不是同一个人</translation>
    </message>
    <message>
        <source>Take off the blocklist…</source>
        <translation>移出黑名单…</translation>
    </message>
    <message>
        <source>Log private talk</source>
        <translation>记录私下沟通</translation>
    </message>
    <message>
        <source>Plan a talk…</source>
        <translation>安排沟通…</translation>
    </message>
    <message>
        <source>Redact and mark…</source>
        <translation>遮挡和标注…</translation>
    </message>
    <message>
        <source>Note something good…</source>
        <translation>记录表扬…</translation>
    </message>
    <message>
        <source>Warn…</source>
        <translation>警告…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移出…</translation>
    </message>
    <message>
        <source>Remove from all groups…</source>
        <translation>从所有群移出…</translation>
    </message>
    <message>
        <source>Answer the request…</source>
        <translation>答复申请…</translation>
    </message>
    <message>
        <source>Carry out…</source>
        <translation>执行移出…</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>发布…</translation>
    </message>
    <message>
        <source>Copy rules</source>
        <translation>复制群规</translation>
    </message>
    <message>
        <source>Announce…</source>
        <translation>发布公告…</translation>
    </message>
    <message>
        <source>Who was told…</source>
        <translation>告知情况…</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>比较…</translation>
    </message>
    <message>
        <source>Copy to other groups…</source>
        <translation>复制到其他群…</translation>
    </message>
    <message>
        <source>From a starter set…</source>
        <translation>使用初始群规…</translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation>添加群规</translation>
    </message>
    <message>
        <source>Insert rule above</source>
        <translation>在上方插入群规</translation>
    </message>
    <message>
        <source>Duplicate rule</source>
        <translation>复制这条群规</translation>
    </message>
    <message>
        <source>Move to the top</source>
        <translation>移到最前</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Move to the end</source>
        <translation>移到最后</translation>
    </message>
    <message>
        <source>Undo in the draft</source>
        <translation>撤销草稿中的上一步</translation>
    </message>
    <message>
        <source>Redo in the draft</source>
        <translation>重做草稿中的上一步</translation>
    </message>
    <message>
        <source>Renumber…</source>
        <translation>重新编号…</translation>
    </message>
    <message>
        <source>Remove from draft</source>
        <translation>从草稿中删除</translation>
    </message>
    <message>
        <source>Edit ladder…</source>
        <translation>编辑处理阶梯…</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>放弃草稿</translation>
    </message>
    <message>
        <source>New template</source>
        <translation>新建模板</translation>
    </message>
    <message>
        <source>Save template</source>
        <translation>保存模板</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>Copy template</source>
        <translation>复制模板</translation>
    </message>
    <message>
        <source>Stop offering</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Offer again</source>
        <translation>重新启用</translation>
    </message>
    <message>
        <source>Original words</source>
        <translation>恢复原文</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>放弃修改</translation>
    </message>
    <message>
        <source>Import templates…</source>
        <translation>导入模板…</translation>
    </message>
    <message>
        <source>Export templates…</source>
        <translation>导出模板…</translation>
    </message>
    <message>
        <source>New case…</source>
        <translation>新建个案…</translation>
    </message>
    <message>
        <source>Take on</source>
        <translation>认领</translation>
    </message>
    <message>
        <source>Hand case over…</source>
        <translation>转交个案…</translation>
    </message>
    <message>
        <source>Give case back…</source>
        <translation>交回个案…</translation>
    </message>
    <message>
        <source>New handover book…</source>
        <translation>新建交接册…</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>移交…</translation>
    </message>
    <message>
        <source>Give back…</source>
        <translation>交还…</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>写留言</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>更正…</translation>
    </message>
    <message>
        <source>Wrong person…</source>
        <translation>认错了人…</translation>
    </message>
    <message>
        <source>Put together…</source>
        <translation>关联个案…</translation>
    </message>
    <message>
        <source>Close case…</source>
        <translation>结案…</translation>
    </message>
    <message>
        <source>Open again…</source>
        <translation>重新打开…</translation>
    </message>
    <message>
        <source>Record objection…</source>
        <translation>登记申诉…</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>补充…</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>裁定…</translation>
    </message>
    <message>
        <source>Withdrawn…</source>
        <translation>撤回申诉…</translation>
    </message>
    <message>
        <source>Letter…</source>
        <translation>信函…</translation>
    </message>
    <message>
        <source>Wants to leave…</source>
        <translation>登记退群…</translation>
    </message>
    <message>
        <source>Answer…</source>
        <translation>答复…</translation>
    </message>
    <message>
        <source>Has left…</source>
        <translation>已退群…</translation>
    </message>
    <message>
        <source>Tell customers…</source>
        <translation>告知客户…</translation>
    </message>
    <message>
        <source>Do messages still come…</source>
        <translation>还会收到消息吗…</translation>
    </message>
    <message>
        <source>Save folder…</source>
        <translation>保存资料…</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>备注…</translation>
    </message>
    <message>
        <source>Handover book…</source>
        <translation>交接册…</translation>
    </message>
    <message>
        <source>Correct the reason…</source>
        <translation>更正原因…</translation>
    </message>
    <message>
        <source>Open the book…</source>
        <translation>打开交接册…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Call off…</source>
        <translation>取消交接…</translation>
    </message>
    <message>
        <source>Wants to come back…</source>
        <translation>登记回群申请…</translation>
    </message>
    <message>
        <source>Is back</source>
        <translation>已回群</translation>
    </message>
    <message>
        <source>End of trial…</source>
        <translation>观察期结束…</translation>
    </message>
    <message>
        <source>Start a review…</source>
        <translation>开始梳理…</translation>
    </message>
    <message>
        <source>Lift…</source>
        <translation>撤销…</translation>
    </message>
    <message>
        <source>Print case file…</source>
        <translation>打印个案档案…</translation>
    </message>
    <message>
        <source>Print group audit…</source>
        <translation>打印群审计报告…</translation>
    </message>
    <message>
        <source>Why people leave…</source>
        <translation>退群统计…</translation>
    </message>
    <message>
        <source>Verify now</source>
        <translation>立即校验</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Leave the sample</source>
        <translation>退出示例</translation>
    </message>
    <message>
        <source>Switch operator…</source>
        <translation>切换操作员…</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>My PIN…</source>
        <translation>我的 PIN 码…</translation>
    </message>
    <message>
        <source>Add operator…</source>
        <translation>添加操作员…</translation>
    </message>
    <message>
        <source>Go to anything…</source>
        <translation>查找并前往…</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>AlsoIn</name>
    <message>
        <source>also in {0}</source>
        <translation>也在 {0}</translation>
    </message>
    <message>
        <source>also in {0} as {1}</source>
        <translation>还以“{1}”在{0}</translation>
    </message>
</context>
<context>
    <name>AnnounceDialog</name>
    <message>
        <source>Copied. Paste it into the group; GroupDesk posts nothing.</source>
        <translation>已复制。请自行粘贴到群里，GroupDesk 不会代为发送。</translation>
    </message>
    <message>
        <source>Copied. Send it to {0}; GroupDesk sends nothing.</source>
        <translation>已复制。请自行发给{0}，GroupDesk 不会代为发送。</translation>
    </message>
    <message>
        <source>Message {0} of {1} is copied: it is the last one.</source>
        <translation>已复制第 {0} 条（共 {1} 条），这是最后一条。</translation>
    </message>
    <message>
        <source>Message {0} of {1} is copied. Paste it, then copy the next one.</source>
        <translation>已复制第 {0} 条（共 {1} 条）。粘贴后再复制下一条。</translation>
    </message>
    <message>
        <source>Record who was told…</source>
        <translation>登记告知情况…</translation>
    </message>
    <message>
        <source>Saved as {0}.</source>
        <translation>已保存为 {0}。</translation>
    </message>
    <message>
        <source>Announce the rules of {0}</source>
        <translation>公告群规：{0}</translation>
    </message>
    <message>
        <source>Look the text over, copy it and post it in the group yourself.</source>
        <translation>请过目后复制，并自行发到群里。</translation>
    </message>
    <message>
        <source>Welcome {0}</source>
        <translation>欢迎{0}</translation>
    </message>
    <message>
        <source>A private message with the rules of {0}</source>
        <translation>附有“{0}”群规的私信</translation>
    </message>
    <message>
        <source>v{0} · {1}</source>
        <translation>第 {0} 版 · {1}</translation>
    </message>
    <message>
        <source>Both languages</source>
        <translation>两种语言</translation>
    </message>
    <message>
        <source>How much of the rules</source>
        <translation>公告内容</translation>
    </message>
    <message>
        <source>Say &amp;what follows a breach</source>
        <translation>写明违反后怎么处理(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Version</source>
        <translation>版本(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>W&amp;ording</source>
        <translation>措辞(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>正文(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Poster…</source>
        <translation>海报(&amp;P)…</translation>
    </message>
    <message>
        <source>W&amp;ho was told…</source>
        <translation>告知情况(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Save as text…</source>
        <translation>保存为文本(&amp;S)…</translation>
    </message>
    <message>
        <source>Copy message {0} of {1}</source>
        <translation>复制第 {0} 条（共 {1} 条）</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>复制正文</translation>
    </message>
    <message>
        <source>The text was made anew; your changes to it can be had back.</source>
        <translation>正文已重新生成；您的修改可以找回。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>This group has no published rules yet: publish them on the Rules page.</source>
        <translation>本群还没有发布群规：请先在“群规”页发布。</translation>
    </message>
    <message>
        <source>No wording for announcements is offered: put one back under Templates.</source>
        <translation>没有可用的公告措辞：请在“模板”页重新启用一个。</translation>
    </message>
    <message>
        <source>the text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Save as text</source>
        <translation>保存为文本</translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation>文本文件 (*.txt)</translation>
    </message>
</context>
<context>
    <name>AnnouncementPreview</name>
    <message>
        <source>As the group sees it</source>
        <translation>群里看到的样子</translation>
    </message>
    <message>
        <source>As {0} shows it</source>
        <translation>{0}里的样子</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more message(s)</source>
        <translation>
            <numerusform>……另有 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} takes {1} around words for formatting; the message will look as above.</source>
        <translation>{0}会把文字两侧的 {1} 当作格式符号，消息将如上显示。</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n 条消息</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n 个字符</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} takes up to {1} at once</source>
        <translation>{0}每条最多 {1} 个字符</translation>
    </message>
    <message>
        <source>{0} names no limit; {1} at once is a cautious one</source>
        <translation>{0}没有公布上限，这里稳妥起见按每条 {1} 个字符</translation>
    </message>
</context>
<context>
    <name>AnswerDialog</name>
    <message>
        <source>What the &amp;member answered</source>
        <translation>对方的回复(&amp;M)</translation>
    </message>
    <message>
        <source>Word for word; may stay empty.</source>
        <translation>请照原话记录，可以留空。</translation>
    </message>
    <message>
        <source>The member acknowledged it</source>
        <translation>对方已确认</translation>
    </message>
    <message>
        <source>Record answer</source>
        <translation>记录回复</translation>
    </message>
    <message>
        <source>The answer is recorded.</source>
        <translation>已记录对方的回复。</translation>
    </message>
</context>
<context>
    <name>AppealChoiceDialog</name>
    <message>
        <source>Objection of {0}</source>
        <translation>{0}的申诉</translation>
    </message>
    <message>
        <source>To which decision?</source>
        <translation>针对哪项决定？</translation>
    </message>
    <message>
        <source>&amp;Decisions</source>
        <translation>决定(&amp;D)</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>AppealDecisionDialog</name>
    <message>
        <source>How the appeal ends</source>
        <translation>申诉结果</translation>
    </message>
    <message>
        <source>Decide on the objection of {0}</source>
        <translation>裁定{0}的申诉</translation>
    </message>
    <message>
        <source>answer by {0}</source>
        <translation>最迟{0}答复</translation>
    </message>
    <message>
        <source>From now on the member is</source>
        <translation>今后该成员</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>截至(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Reason, shown to the member</source>
        <translation>理由（成员可见）(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Why you decide all the same</source>
        <translation>为何仍由您裁定(&amp;W)</translation>
    </message>
    <message>
        <source>It is printed with the decision.</source>
        <translation>会随裁定一并打印。</translation>
    </message>
    <message>
        <source>Take them off the &amp;blocklist as well</source>
        <translation>同时移出黑名单(&amp;B)</translation>
    </message>
    <message>
        <source>Blocked for: {0}</source>
        <translation>列入黑名单的原因：{0}</translation>
    </message>
    <message>
        <source>{0} Somebody else should decide on the objection.</source>
        <translation>{0}申诉应由他人裁定。</translation>
    </message>
    <message>
        <source>Record decision</source>
        <translation>登记裁定</translation>
    </message>
    <message>
        <source>It was lifted already while the appeal was open.</source>
        <translation>申诉期间，原决定已被撤销。</translation>
    </message>
    <message>
        <source>Nothing else changes.</source>
        <translation>其他一切不变。</translation>
    </message>
    <message>
        <source>The removal stays on record with its first term; now: {0}.</source>
        <translation>移出及其原期限保留在记录中；当前：{0}。</translation>
    </message>
    <message>
        <source>The message stays on record, struck through, and no longer counts.</source>
        <translation>消息保留在记录中并划去，不再计入。</translation>
    </message>
    <message>
        <source>The removal stays on record, struck through. Letting the member back in becomes a task on Today.</source>
        <translation>移出保留在记录中并划去；重新邀请成员进群会成为“今日”中的待办。</translation>
    </message>
    <message>
        <source>The removal stays on record, struck through. Steps that are open are called off.</source>
        <translation>移出保留在记录中并划去，尚未完成的步骤随之取消。</translation>
    </message>
    <message>
        <source>Copied. Record the decision before you send the letter.</source>
        <translation>已复制。请先登记裁定，再发送裁定书。</translation>
    </message>
    <message>
        <source>why you decide</source>
        <translation>由您裁定的原因</translation>
    </message>
    <message>
        <source>a reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>a shorter term</source>
        <translation>更短的期限</translation>
    </message>
</context>
<context>
    <name>AppealDetail</name>
    <message>
        <source>Open the case</source>
        <translation>查看个案</translation>
    </message>
    <message>
        <source>Open the member</source>
        <translation>查看成员</translation>
    </message>
    <message>
        <source>Objection</source>
        <translation>申诉</translation>
    </message>
    <message>
        <source>Objection of {0}</source>
        <translation>{0}的申诉</translation>
    </message>
    <message>
        <source>Case {0}</source>
        <translation>个案 {0}</translation>
    </message>
    <message>
        <source>To be answered by {0}</source>
        <translation>最迟{0}答复</translation>
    </message>
</context>
<context>
    <name>AppealDialog</name>
    <message>
        <source>Objection of {0}</source>
        <translation>{0}的申诉</translation>
    </message>
    <message>
        <source>It came &amp;in</source>
        <translation>收到时间(&amp;I)</translation>
    </message>
    <message>
        <source>It came in</source>
        <translation>收到时间</translation>
    </message>
    <message>
        <source>&amp;How</source>
        <translation>方式(&amp;H)</translation>
    </message>
    <message>
        <source>What the &amp;member says</source>
        <translation>成员的说法(&amp;M)</translation>
    </message>
    <message>
        <source>Word for word where you can.</source>
        <translation>请尽量使用原话。</translation>
    </message>
    <message>
        <source>Why it is heard although it came &amp;late</source>
        <translation>逾期仍予受理的原因(&amp;L)</translation>
    </message>
    <message>
        <source>What is &amp;new since the first decision on it</source>
        <translation>上次裁定后的新情况(&amp;N)</translation>
    </message>
    <message>
        <source>Copy questions</source>
        <translation>复制问题</translation>
    </message>
    <message>
        <source>Copy all questions, to send them to the member</source>
        <translation>复制全部问题，以便发给成员</translation>
    </message>
    <message>
        <source>Record objection</source>
        <translation>登记申诉</translation>
    </message>
    <message numerus="yes">
        <source>The window ended {0}; this is %n day(s) later.</source>
        <translation>
            <numerusform>申诉期限已于{0}截止，逾期 %n 天。</numerusform>
        </translation>
    </message>
    <message>
        <source>a time that has passed</source>
        <translation>已经过去的时间</translation>
    </message>
    <message>
        <source>a time after the decision</source>
        <translation>决定之后的时间</translation>
    </message>
    <message>
        <source>why it is heard although late</source>
        <translation>逾期仍予受理的原因</translation>
    </message>
    <message>
        <source>what is new</source>
        <translation>新情况</translation>
    </message>
    <message>
        <source>what the member says</source>
        <translation>成员的说法</translation>
    </message>
    <message>
        <source>screenshots on their way</source>
        <translation>正在导入的截图</translation>
    </message>
    <message>
        <source>Copied. The member has not been asked: send the questions in {0}.</source>
        <translation>已复制，但尚未询问成员：请在{0}中发送这些问题。</translation>
    </message>
</context>
<context>
    <name>AppealEnd</name>
    <message>
        <source>Decision on the appeal</source>
        <translation>申诉裁定</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>决定人</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>已裁定</translation>
    </message>
    <message>
        <source>From now on</source>
        <translation>今后</translation>
    </message>
    <message>
        <source>Why the same person</source>
        <translation>由原经办人裁定的原因</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>尚未发送</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>裁定书</translation>
    </message>
    <message>
        <source>Note on the letter</source>
        <translation>裁定书说明</translation>
    </message>
</context>
<context>
    <name>AppealEntryDialog</name>
    <message>
        <source>What is added</source>
        <translation>补充的内容</translation>
    </message>
    <message>
        <source>Objection of {0}</source>
        <translation>{0}的申诉</translation>
    </message>
    <message>
        <source>Case {0} · {1}</source>
        <translation>个案 {0} · {1}</translation>
    </message>
    <message>
        <source>&amp;When</source>
        <translation>时间(&amp;W)</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What we &amp;asked</source>
        <translation>我方的询问(&amp;A)</translation>
    </message>
    <message>
        <source>What the member &amp;answered</source>
        <translation>成员的答复(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>留言(&amp;N)</translation>
    </message>
    <message>
        <source>What the member s&amp;aid, if anything</source>
        <translation>成员的说法（如有）(&amp;A)</translation>
    </message>
    <message>
        <source>GroupDesk does not ask the member: copy the question and send it.</source>
        <translation>GroupDesk 不会代您询问成员：请复制问题后自行发送。</translation>
    </message>
    <message>
        <source>Word for word where you can.</source>
        <translation>请尽量使用原话。</translation>
    </message>
    <message>
        <source>For the operators; the member does not see it.</source>
        <translation>仅供操作员查看，成员看不到。</translation>
    </message>
    <message>
        <source>This ends the appeal; the first decision stays as it is.</source>
        <translation>申诉就此结束，原决定不变。</translation>
    </message>
    <message>
        <source>Copy question</source>
        <translation>复制问题</translation>
    </message>
    <message>
        <source>Record withdrawal</source>
        <translation>登记撤回</translation>
    </message>
    <message>
        <source>Add to the appeal</source>
        <translation>补充到申诉</translation>
    </message>
    <message>
        <source>a time that has passed</source>
        <translation>已经过去的时间</translation>
    </message>
    <message>
        <source>what was said</source>
        <translation>说了什么</translation>
    </message>
    <message>
        <source>screenshots on their way</source>
        <translation>正在导入的截图</translation>
    </message>
    <message>
        <source>Copied. The member has not been asked: send the question in {0}.</source>
        <translation>已复制，但尚未询问成员：请在{0}中发送这个问题。</translation>
    </message>
</context>
<context>
    <name>AppealLetterDialog</name>
    <message>
        <source>Case {0} · {1}</source>
        <translation>个案 {0} · {1}</translation>
    </message>
    <message>
        <source>Print letter…</source>
        <translation>打印裁定书…</translation>
    </message>
</context>
<context>
    <name>AppealList</name>
    <message>
        <source>Objections of members, decided by somebody else than before.</source>
        <translation>成员的申诉，由未参与原决定的人裁定。</translation>
    </message>
    <message>
        <source>Name, pinyin, nickname, group or case number</source>
        <translation>姓名、拼音、群昵称、群名或个案编号</translation>
    </message>
    <message>
        <source>Which objections</source>
        <translation>哪些申诉</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>待裁定</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>已裁定</translation>
    </message>
    <message>
        <source>Letter to send</source>
        <translation>待发裁定书</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Objects to</source>
        <translation>针对</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>群</translation>
    </message>
    <message>
        <source>Due, or decided</source>
        <translation>截止或裁定</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Nobody objects</source>
        <translation>还没有申诉</translation>
    </message>
    <message>
        <source>When a member objects to a removal or a warning, record it here. How long they have for it and what they are asked is said for each group.</source>
        <translation>成员对移出或警告有异议时，请登记在这里。申诉期限和要问的问题可按群设置。</translation>
    </message>
    <message>
        <source>No objection fits</source>
        <translation>没有符合条件的申诉</translation>
    </message>
    <message>
        <source>Take a filter away, or look in all groups.</source>
        <translation>请去掉一个筛选条件，或在全部群中查找。</translation>
    </message>
    <message>
        <source>Show all objections</source>
        <translation>显示全部申诉</translation>
    </message>
</context>
<context>
    <name>AppealSaid</name>
    <message>
        <source>What the member says</source>
        <translation>成员的说法</translation>
    </message>
    <message>
        <source>{0} · {1} · recorded by {2}</source>
        <translation>{0} · {1} · 由{2}登记</translation>
    </message>
    <message numerus="yes">
        <source>Heard although it came %n day(s) late: {0}</source>
        <translation>
            <numerusform>逾期 %n 天仍予受理：{0}</numerusform>
        </translation>
    </message>
    <message>
        <source>Heard once more: {0}</source>
        <translation>再次受理：{0}</translation>
    </message>
    <message>
        <source>Questions and answers</source>
        <translation>问答</translation>
    </message>
    <message>
        <source>What the member shows</source>
        <translation>成员提供的材料</translation>
    </message>
    <message>
        <source>Since then</source>
        <translation>后续往来</translation>
    </message>
    <message>
        <source>{0} · {1} · {2}</source>
        <translation>{0} · {1} · {2}</translation>
    </message>
</context>
<context>
    <name>AppealTodo</name>
    <message>
        <source>Answer the objection of {0}</source>
        <translation>答复{0}的申诉</translation>
    </message>
    <message>
        <source>Send {0} the decision on the objection</source>
        <translation>向{0}发送申诉裁定书</translation>
    </message>
    <message>
        <source>The letter to {0} did not arrive</source>
        <translation>给{0}的裁定书未能送达</translation>
    </message>
    <message>
        <source>Let {0} back in</source>
        <translation>请{0}回群</translation>
    </message>
    <message>
        <source>Came in {0} · {1}</source>
        <translation>{0} 收到 · {1}</translation>
    </message>
    <message>
        <source>Decided {0} · {1}</source>
        <translation>{0} 裁定 · {1}</translation>
    </message>
    <message>
        <source>Noted {0} · {1}</source>
        <translation>{0} 记录 · {1}</translation>
    </message>
    <message>
        <source>The removal was lifted {0} · {1}</source>
        <translation>移出已于 {0} 撤销 · {1}</translation>
    </message>
    <message>
        <source>Open the objection</source>
        <translation>查看申诉</translation>
    </message>
    <message>
        <source>Wants to come back…</source>
        <translation>登记回群申请…</translation>
    </message>
    <message>
        <source>Stays away…</source>
        <translation>不再回群…</translation>
    </message>
    <message>
        <source>Letter…</source>
        <translation>裁定书…</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>裁定…</translation>
    </message>
</context>
<context>
    <name>ApprovalDialog</name>
    <message>
        <source>Approve the removal of {0}?</source>
        <translation>批准移出{0}吗？</translation>
    </message>
    <message numerus="yes">
        <source>Approve the removal of %n members?</source>
        <translation>
            <numerusform>批准移出这 %n 名成员吗？</numerusform>
        </translation>
    </message>
    <message>
        <source>Asked for by {0}, {1}</source>
        <translation>{0}于 {1} 提请</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>&amp;Look at</source>
        <translation>查看(&amp;L)</translation>
    </message>
    <message>
        <source>Answer about this &amp;one only; the others go on waiting</source>
        <translation>只答复这一项，其余继续等待(&amp;O)</translation>
    </message>
    <message>
        <source>Reason, as the member reads it</source>
        <translation>成员看到的理由</translation>
    </message>
    <message>
        <source>Internal comment</source>
        <translation>内部备注</translation>
    </message>
    <message>
        <source>What was written</source>
        <translation>原话</translation>
    </message>
    <message>
        <source>Notice to the member</source>
        <translation>给成员的通知</translation>
    </message>
    <message>
        <source>Screenshots</source>
        <translation>截图</translation>
    </message>
    <message numerus="yes">
        <source>Withdraw %n</source>
        <translation>
            <numerusform>撤回 %n 项申请</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Approve %n removals</source>
        <translation>
            <numerusform>批准移出 %n 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be approved any more</source>
        <translation>
            <numerusform>有 %n 项已不能批准</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. Nothing was answered.</source>
        <translation>已停止，未作任何答复。</translation>
    </message>
    <message>
        <source>Withdraw request</source>
        <translation>撤回申请</translation>
    </message>
    <message>
        <source>Once more to approve</source>
        <translation>再按一次即批准</translation>
    </message>
    <message>
        <source>Withdraw the request to remove {0}?</source>
        <translation>撤回移出{0}的申请吗？</translation>
    </message>
    <message numerus="yes">
        <source>Withdraw the request to remove %n members?</source>
        <translation>
            <numerusform>撤回移出这 %n 名成员的申请吗？</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Why you withdraw it</source>
        <translation>撤回的原因(&amp;W)</translation>
    </message>
    <message>
        <source>Approve removal</source>
        <translation>批准移出</translation>
    </message>
    <message>
        <source>&amp;Note, or the reason if you decline</source>
        <translation>备注；不批准时请写明原因(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Decline</source>
        <translation>不批准(&amp;D)</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Decline %n</source>
        <translation>
            <numerusform>不批准 %n 项(&amp;D)</numerusform>
        </translation>
    </message>
    <message>
        <source>Missing by now, although it was there when this was asked for: {0}. Say in the note why you approve all the same.</source>
        <translation>提请时具备、现已缺失：{0}。如仍要批准，请在备注中说明理由。</translation>
    </message>
    <message>
        <source>a reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>somebody who may approve</source>
        <translation>有权批准的人</translation>
    </message>
    <message>
        <source>somebody who can still be removed</source>
        <translation>仍可移出的人</translation>
    </message>
    <message>
        <source>a note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Somebody else has to answer this request.</source>
        <translation>这项申请须由他人答复。</translation>
    </message>
    <message>
        <source>To decline, write the reason first.</source>
        <translation>不批准时，请先写明原因。</translation>
    </message>
    <message>
        <source>Approved. It can be carried out now.</source>
        <translation>已批准，现在可以执行移出。</translation>
    </message>
    <message numerus="yes">
        <source>%n removals approved; they can be carried out now.</source>
        <translation>
            <numerusform>已批准移出 %n 人，现在可以执行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Declined: %n removal(s) never took effect.</source>
        <translation>
            <numerusform>未予批准：%n 项移出从未生效。</numerusform>
        </translation>
    </message>
    <message>
        <source>Declined. {0} stays a member.</source>
        <translation>未予批准，{0}仍是群成员。</translation>
    </message>
    <message numerus="yes">
        <source>Declined. All %n stay members.</source>
        <translation>
            <numerusform>未予批准，这 %n 人仍是群成员。</numerusform>
        </translation>
    </message>
    <message>
        <source>The request is withdrawn; nothing was carried out.</source>
        <translation>申请已撤回，未执行任何操作。</translation>
    </message>
</context>
<context>
    <name>ArchiveDialog</name>
    <message>
        <source>Archive {0}</source>
        <translation>归档“{0}”</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n 名成员</numerusform>
        </translation>
    </message>
    <message>
        <source>The group leaves the list of groups. Its members, cases and reports can still be looked at and printed, but nothing can be written in it until it is restored. Nothing changes on the platform, and no member is told.</source>
        <translation>归档后，这个群不再出现在群列表中。成员、个案和报告仍可查看和打印，但重新启用之前不能再写入任何内容。平台上的群不受影响，成员也不会收到通知。</translation>
    </message>
    <message>
        <source>The groups leave the list of groups. Their members, cases and reports can still be looked at and printed, but nothing can be written in them until they are restored. Nothing changes on the platform, and no member is told.</source>
        <translation>这些群会从群列表中移走。成员、个案和报告仍可查看和打印，但重新启用之前不能再写入。平台上不会有任何变化，也不会通知成员。</translation>
    </message>
    <message>
        <source>&amp;Save all that was kept in a folder, in the same step</source>
        <translation>同时把全部资料保存到文件夹(&amp;S)</translation>
    </message>
    <message>
        <source>Members, cases, rules, the audit as PDF, and a list of fingerprints.</source>
        <translation>包括成员、个案、群规、PDF 格式的审计报告，以及指纹清单。</translation>
    </message>
    <message>
        <source>C&amp;hoose the place…</source>
        <translation>选择位置(&amp;H)…</translation>
    </message>
    <message numerus="yes">
        <source>Archive %n group(s)</source>
        <translation>
            <numerusform>归档 %n 个群</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open case(s)</source>
        <translation>
            <numerusform>%n 个未结个案</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) still to do</source>
        <translation>
            <numerusform>%n 件待办事项</numerusform>
        </translation>
    </message>
    <message>
        <source> and </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Until then this rests: {0}.</source>
        <translation>在此之前暂停处理：{0}。</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>理由(&amp;R)</translation>
    </message>
    <message>
        <source>It stands in the log, and on the page of the group.</source>
        <translation>理由会写入日志，并显示在群的页面上。</translation>
    </message>
    <message>
        <source>Archive group</source>
        <translation>归档</translation>
    </message>
    <message numerus="yes">
        <source>%n removal(s) decided and not carried out: the member is still there on the platform. Better carry it out first.</source>
        <translation>
            <numerusform>有 %n 项移出决定尚未执行，对方在平台上仍在群里。建议先执行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Group</source>
        <translation>群</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation>未结个案</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Not carried out</source>
        <translation>移出未执行</translation>
    </message>
    <message>
        <source>What would rest</source>
        <translation>归档后搁置的事项</translation>
    </message>
    <message>
        <source>a reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>a place for the folder</source>
        <translation>文件夹的位置</translation>
    </message>
    <message>
        <source>Where the folder is made</source>
        <translation>文件夹保存在哪里</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) archived.</source>
        <translation>
            <numerusform>已归档 %n 个群。</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} is archived.</source>
        <translation>“{0}”已归档。</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>恢复</translation>
    </message>
</context>
<context>
    <name>AskBackButton</name>
    <message>
        <source>Wants to come back…</source>
        <translation>登记回群申请…</translation>
    </message>
</context>
<context>
    <name>AuditDetailPanel</name>
    <message>
        <source>Entry</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>群</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>指纹</translation>
    </message>
    <message>
        <source>Before it</source>
        <translation>上一条指纹</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>变动</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>记录内容</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>AuditPage</name>
    <message>
        <source>All groups</source>
        <translation>所有群</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>All acts</source>
        <translation>所有操作</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>群</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>从(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>到(&amp;T)</translation>
    </message>
    <message>
        <source>the start</source>
        <translation>最早</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>审计日志</translation>
    </message>
    <message numerus="yes">
        <source>%n entries · fingerprint of the last one {0} …</source>
        <translation>
            <numerusform>共 %n 条 · 最后一条的指纹 {0}…</numerusform>
        </translation>
    </message>
    <message>
        <source>No entry fits</source>
        <translation>没有符合的记录</translation>
    </message>
    <message>
        <source>Choose another group, person, act or time.</source>
        <translation>请换一个群、操作员、操作或时间段。</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>To whom or what</source>
        <translation>对象</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close this message</source>
        <translation>关闭这条消息</translation>
    </message>
</context>
<context>
    <name>BlockDialog</name>
    <message>
        <source>{0} is on the blocklist.</source>
        <translation>已把{0}列入黑名单。</translation>
    </message>
    <message>
        <source>Put {0} on the blocklist</source>
        <translation>把{0}列入黑名单</translation>
    </message>
    <message>
        <source>The blocklist holds for all groups. It removes nobody: groups that they are in now are named on Today. When they come with a list or are added again, you are told first.</source>
        <translation>黑名单对所有群有效，但不会移出任何人：对方目前所在的群会列在“今日”页，等您处理。以后名单里出现此人，或有人再次添加此人时，会先提醒您。</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>原因(&amp;W)</translation>
    </message>
    <message>
        <source>It is shown to whoever wants to add this person.</source>
        <translation>有人要添加此人时，会看到这里写的原因。</translation>
    </message>
    <message>
        <source>The &amp;case that led to it</source>
        <translation>相关个案(&amp;C)</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Case {0}: {1}</source>
        <translation>个案 {0}：{1}</translation>
    </message>
    <message>
        <source>Put on the blocklist</source>
        <translation>列入黑名单</translation>
    </message>
</context>
<context>
    <name>BulkDialog</name>
    <message numerus="yes">
        <source>Change %n member(s)</source>
        <translation>
            <numerusform>修改 %n 名成员</numerusform>
        </translation>
    </message>
    <message>
        <source>What you leave open stays as it is. What was before stays in the audit log.</source>
        <translation>未填写的项目保持不变。原来的内容保留在审计日志中。</translation>
    </message>
    <message>
        <source>Change members</source>
        <translation>修改成员</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>as the group</source>
        <translation>与群一致</translation>
    </message>
    <message>
        <source>&amp;Add tags, with commas</source>
        <translation>添加标签，用逗号分隔(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Take tags away, with commas</source>
        <translation>去掉标签，用逗号分隔(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Key customer</source>
        <translation>重点客户(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Protected</source>
        <translation>受保护(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Role in the group</source>
        <translation>群内身份(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>Looked after &amp;by, empty leaves it as it is</source>
        <translation>对接人（留空则不变）(&amp;B)</translation>
    </message>
    <message>
        <source>Add a line to the &amp;note</source>
        <translation>在备注中追加一行(&amp;N)</translation>
    </message>
    <message>
        <source>N&amp;obody looks after them any more</source>
        <translation>不再有对接人(&amp;O)</translation>
    </message>
    <message>
        <source>something to change</source>
        <translation>要修改的内容</translation>
    </message>
    <message>
        <source>Counting whom it changes: {0} of {1}…</source>
        <translation>正在统计会改动的成员：{0}/{1}…</translation>
    </message>
    <message>
        <source>Nothing would change: all of them are like that already.</source>
        <translation>不会有任何变化：所选成员已是如此。</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) would change.</source>
        <translation>
            <numerusform>将修改 %n 名成员。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay(s) as they are.</source>
        <translation>
            <numerusform>另有 %n 名保持不变。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These are %n person(s).</source>
        <translation>
            <numerusform>共涉及 %n 人。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) were changed.</source>
        <translation>
            <numerusform>已更改 %n 名成员。</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Stopped. Nobody was changed.</source>
        <translation>已停止，没有更改任何成员。</translation>
    </message>
    <message>
        <source>The members were changed.</source>
        <translation>成员资料已修改。</translation>
    </message>
</context>
<context>
    <name>BulkNoticeChoice</name>
    <message>
        <source>No notice</source>
        <translation>不发通知</translation>
    </message>
    <message numerus="yes">
        <source>Notice in {0}, to %n member(s)</source>
        <translation>
            <numerusform>{0}通知，发给 %n 位成员</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Notice in {0}, for %n group(s)</source>
        <translation>
            <numerusform>{0}通知，用于 %n 个群</numerusform>
        </translation>
    </message>
    <message>
        <source>Filled in with each member’s name, group and rule. GroupDesk tells nobody: the steps offer each notice to copy.</source>
        <translation>按每位成员的姓名、群和群规填写。GroupDesk 不会代为发送：在执行步骤中可逐份复制通知。</translation>
    </message>
</context>
<context>
    <name>BulkRemovalDialog</name>
    <message numerus="yes">
        <source>The removal of %n member(s) is kept as a draft.</source>
        <translation>
            <numerusform>移出 %n 名成员的草稿已保存。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The draft for %n member(s) was discarded.</source>
        <translation>
            <numerusform>已放弃关于 %n 名成员的草稿。</numerusform>
        </translation>
    </message>
    <message>
        <source>This goes on from a draft that was about other members.</source>
        <translation>已接着一份草稿继续，该草稿原为其他成员所拟。</translation>
    </message>
    <message>
        <source>Remove {0} from all groups</source>
        <translation>将{0}从所有群移出</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n member(s) from {0}</source>
        <translation>
            <numerusform>将 %n 位成员移出{0}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n member(s)</source>
        <translation>
            <numerusform>移出 %n 位成员</numerusform>
        </translation>
    </message>
    <message>
        <source>One decision; each has a case and a fair-process list of their own.</source>
        <translation>一次决定；每人各有自己的个案和公正流程清单。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{0}: one decision, a case and a fair-process list in each.</source>
        <translation>{0}：一次决定，每个群各有个案和公正流程清单。</translation>
    </message>
    <message>
        <source>somebody who can be removed</source>
        <translation>可以移出的成员</translation>
    </message>
    <message>
        <source>a notice without gaps</source>
        <translation>没有空缺的通知</translation>
    </message>
    <message>
        <source>a look at each of them</source>
        <translation>逐人检查的结果</translation>
    </message>
    <message numerus="yes">
        <source>Record %n removal(s)</source>
        <translation>
            <numerusform>记录 %n 项移出</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ask for approval of %n</source>
        <translation>
            <numerusform>提请审批 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Record {0}, ask for {1}</source>
        <translation>记录 {0} 项，提请审批 {1} 项</translation>
    </message>
    <message>
        <source>Keep draft</source>
        <translation>保存草稿</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>{0} and %n more</source>
        <translation>
            <numerusform>{0}和另外 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed while this was open: {0}. Nothing was recorded yet; look at the list once more.</source>
        <translation>填写期间有变化：{0}。尚未保存任何内容；请再看一遍名单。</translation>
    </message>
    <message>
        <source>Stopped. Nobody was removed.</source>
        <translation>已停止，没有移出任何人。</translation>
    </message>
</context>
<context>
    <name>BulkRemovalForm</name>
    <message>
        <source>a screenshot that is on its way in</source>
        <translation>正在添加的截图</translation>
    </message>
    <message>
        <source>R&amp;eason, shown to each of them</source>
        <translation>移出理由，各成员可见(&amp;E)</translation>
    </message>
    <message>
        <source>R&amp;eason, shown to the member</source>
        <translation>移出理由，成员可见(&amp;E)</translation>
    </message>
    <message>
        <source>I &amp;already removed them from all groups, at</source>
        <translation>我已将其从所有群移出，时间(&amp;A)</translation>
    </message>
    <message>
        <source>What is here is linked to the case in each group.</source>
        <translation>这里的证据会关联到各群的个案。</translation>
    </message>
    <message>
        <source>It stands as it is in letters of different languages: please write it so that each of them understands it.</source>
        <translation>这段原因会原样写进不同语言的信函，请写得让每位成员都能看懂。</translation>
    </message>
    <message>
        <source>Internal &amp;comment</source>
        <translation>内部备注(&amp;C)</translation>
    </message>
    <message>
        <source>I &amp;already removed them all, at</source>
        <translation>我已将他们全部移出，时间(&amp;A)</translation>
    </message>
    <message>
        <source>Put them on the &amp;blocklist of all groups as well</source>
        <translation>同时加入所有群的黑名单(&amp;B)</translation>
    </message>
    <message numerus="yes">
        <source>What is here serves all %n of them and is linked to each.</source>
        <translation>
            <numerusform>这里的内容供全部 %n 位共用，并分别关联到每一位。</numerusform>
        </translation>
    </message>
    <message>
        <source>Rule broken in {0}</source>
        <translation>在{0}违反的群规</translation>
    </message>
</context>
<context>
    <name>BulkRemovalModel</name>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>群</translation>
    </message>
    <message>
        <source>What would be</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Cannot be removed</source>
        <translation>不能移出</translation>
    </message>
</context>
<context>
    <name>BulkRemovalOne</name>
    <message>
        <source>Notice to {0}</source>
        <translation>给{0}的通知</translation>
    </message>
    <message>
        <source>Joins case {0}</source>
        <translation>并入个案 {0}</translation>
    </message>
    <message>
        <source>waits for another operator</source>
        <translation>须等待另一位操作员答复</translation>
    </message>
    <message>
        <source>“{0}”, or for this member alone:</source>
        <translation>“{0}”，或只对该成员另写：</translation>
    </message>
</context>
<context>
    <name>BulkRemovalSide</name>
    <message>
        <source>&amp;Whom it would remove</source>
        <translation>将移出哪些人(&amp;W)</translation>
    </message>
    <message>
        <source>Whom it would remove</source>
        <translation>将移出哪些人</translation>
    </message>
    <message>
        <source>From &amp;which groups</source>
        <translation>从哪些群移出(&amp;W)</translation>
    </message>
    <message>
        <source>From which groups</source>
        <translation>从哪些群移出</translation>
    </message>
    <message>
        <source>What is missing, and why you go on</source>
        <translation>欠缺的环节，以及为何继续</translation>
    </message>
    <message>
        <source>Looking at each of them…</source>
        <translation>正在逐人检查…</translation>
    </message>
    <message numerus="yes">
        <source>%n can be removed</source>
        <translation>
            <numerusform>%n 位可以移出</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Can be removed from %n group(s)</source>
        <translation>
            <numerusform>可从 %n 个群移出</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}，{1}</translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n 位不移出</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>BulkUndo</name>
    <message>
        <source>Undoing: {0} of {1} members…</source>
        <translation>正在还原：{0}/{1} 名成员…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) are as they were before.</source>
        <translation>
            <numerusform>已还原 %n 名成员。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay(s) as changed again since.</source>
        <translation>
            <numerusform>另有 %n 位此后又被改动，保持不变。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CallOffDialog</name>
    <message>
        <source>The talk with {0} is called off.</source>
        <translation>与{0}的沟通已取消。</translation>
    </message>
    <message>
        <source>Call the talk with {0} off</source>
        <translation>取消与{0}的沟通</translation>
    </message>
    <message>
        <source>That it was planned stays on record, with your reason. Did you ask and get no answer? Then hold the talk and say that it did not take place.</source>
        <translation>原先的安排和您写的原因都会留在记录里。如果已经问过而没有回复，请打开这次沟通，选择“没有谈成”。</translation>
    </message>
    <message>
        <source>&amp;Why it is called off</source>
        <translation>取消的原因(&amp;W)</translation>
    </message>
    <message>
        <source>The handover is called off. Everything stays where it is.</source>
        <translation>交接已取消，一切保持原样。</translation>
    </message>
    <message>
        <source>Call this handover off</source>
        <translation>取消这次交接</translation>
    </message>
    <message>
        <source>Nothing changes hands. Book and signatures stay to be read, and can be printed.</source>
        <translation>不移交任何事项。交接册和签字保留，仍可查看和打印。</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>原因(&amp;W)</translation>
    </message>
    <message>
        <source>Call off</source>
        <translation>取消交接</translation>
    </message>
</context>
<context>
    <name>CaptureButton</name>
    <message>
        <source>Alt+Print</source>
        <translation>Alt+PrtSc</translation>
    </message>
    <message>
        <source>Control+Shift+Command+4, then Space and a click</source>
        <translation>Control+Shift+Command+4，再按空格并点击窗口</translation>
    </message>
    <message>
        <source>For a single window, go to it and press {0}. Then come back and paste the picture here with Ctrl+V.</source>
        <translation>要截单个窗口，请切换到该窗口并按 {0}，然后回到这里按 Ctrl+V 粘贴。</translation>
    </message>
    <message>
        <source>This system lets no program look at the screen by itself. Take the picture with the system’s own key (Print, or Shift+Print for a part), then paste it here with Ctrl+V.</source>
        <translation>本系统不允许程序自行截取屏幕。请用系统的截图键截图（PrtSc，或 Shift+PrtSc 截取一部分），再回到这里按 Ctrl+V 粘贴。</translation>
    </message>
    <message>
        <source>Take a picture of the screen</source>
        <translation>截取屏幕</translation>
    </message>
    <message>
        <source>Take a picture of the screen. If only the desktop is seen on it, allow GroupDesk in System Settings › Privacy &amp; Security › Screen Recording.</source>
        <translation>截取屏幕。如果截到的只有桌面，请在“系统设置 › 隐私与安全性 › 屏幕录制”中允许 GroupDesk。</translation>
    </message>
    <message>
        <source>Part of the screen…</source>
        <translation>截取一部分…</translation>
    </message>
    <message>
        <source>Whole screen</source>
        <translation>截取整个屏幕</translation>
    </message>
    <message>
        <source>One window: how to…</source>
        <translation>单个窗口：怎么截…</translation>
    </message>
    <message numerus="yes">
        <source>After %n seconds</source>
        <translation>
            <numerusform>%n 秒后</numerusform>
        </translation>
    </message>
    <message>
        <source>At once</source>
        <translation>立即</translation>
    </message>
</context>
<context>
    <name>CarryOutDialog</name>
    <message>
        <source>Remove {0} in {1}</source>
        <translation>在{1}中移出{0}</translation>
    </message>
    <message>
        <source>Lift this removal…</source>
        <translation>撤销这次移出…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>For a minute, and as long as no step is ticked</source>
        <translation>一分钟内、尚未勾选任何步骤时可以撤销</translation>
    </message>
    <message>
        <source>Block in all groups…</source>
        <translation>列入黑名单（所有群）…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>One by one…</source>
        <translation>逐个发送…</translation>
    </message>
    <message>
        <source>Copy a notice, send it, record it, then the next</source>
        <translation>复制一份通知，发送后记录，再到下一位</translation>
    </message>
    <message>
        <source>Open the ways back for {0}</source>
        <translation>为{0}恢复进群途径</translation>
    </message>
    <message>
        <source>{0} · case {1}</source>
        <translation>{0} · 个案 {1}</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n member(s) in {0}</source>
        <translation>
            <numerusform>在{0}移出 %n 名成员</numerusform>
        </translation>
    </message>
    <message>
        <source>these members</source>
        <translation>这些成员</translation>
    </message>
    <message>
        <source>Recorded. Now remove {0} in {1} yourself and tick what you did.</source>
        <translation>已记录。接下来请您在{1}中移出{0}，做完一步勾一步。</translation>
    </message>
    <message>
        <source>Open the ways back for {0} in {1} yourself and tick what you did.</source>
        <translation>请您在{1}中为{0}恢复进群途径，做完请勾选。</translation>
    </message>
    <message>
        <source>{0} of {1} steps done</source>
        <translation>已完成 {0}/{1} 步</translation>
    </message>
    <message>
        <source>Copied. Tick the step once you did it.</source>
        <translation>已复制。完成后请勾选这一步。</translation>
    </message>
    <message>
        <source>All steps are done.</source>
        <translation>所有步骤均已完成。</translation>
    </message>
    <message>
        <source>Remove {0} in {1} yourself and tick what you did.</source>
        <translation>请您在{1}中移出{0}，做完一步勾一步。</translation>
    </message>
    <message>
        <source>Removal of {0}</source>
        <translation>移出：{0}</translation>
    </message>
</context>
<context>
    <name>CaseApartDialog</name>
    <message>
        <source>Cases {0} and {1} stand for themselves again.</source>
        <translation>个案 {0} 与 {1} 已不再关联。</translation>
    </message>
    <message>
        <source>Take cases {0} and {1} apart</source>
        <translation>取消个案 {0} 与 {1} 的关联</translation>
    </message>
    <message>
        <source>{0} put them together: {1}</source>
        <translation>{0}当时的关联理由：{1}</translation>
    </message>
    <message>
        <source>&amp;Why they do not belong together</source>
        <translation>为什么不相关(&amp;W)</translation>
    </message>
    <message>
        <source>Take apart</source>
        <translation>取消关联</translation>
    </message>
</context>
<context>
    <name>CaseCorrectDialog</name>
    <message>
        <source>Correct case {0}</source>
        <translation>更正个案 {0}</translation>
    </message>
    <message>
        <source>What was said before stays in the timeline, with your reason.</source>
        <translation>原来的内容连同您的理由都会留在处理经过中。</translation>
    </message>
    <message>
        <source>What &amp;happened</source>
        <translation>事情经过(&amp;H)</translation>
    </message>
    <message>
        <source>R&amp;ule it is about, if any</source>
        <translation>涉及的群规（如有）(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;When it happened</source>
        <translation>发生时间(&amp;W)</translation>
    </message>
    <message>
        <source>How it was &amp;noticed</source>
        <translation>如何发现(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Quoted text, word for word</source>
        <translation>原话摘录（逐字）(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Reason for the correction</source>
        <translation>更正理由(&amp;R)</translation>
    </message>
    <message>
        <source>It is known when</source>
        <translation>已知时间</translation>
    </message>
    <message>
        <source>Record correction</source>
        <translation>记录更正</translation>
    </message>
    <message>
        <source>a change</source>
        <translation>改动的内容</translation>
    </message>
    <message>
        <source>a reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Case {0} was corrected. What it said before stays visible.</source>
        <translation>个案 {0} 已更正，原来的内容仍可查看。</translation>
    </message>
</context>
<context>
    <name>CaseDetail</name>
    <message>
        <source>Open the member</source>
        <translation>查看成员</translation>
    </message>
    <message>
        <source>Case {0}: {1}</source>
        <translation>个案 {0}：{1}</translation>
    </message>
    <message>
        <source>opened {0}</source>
        <translation>{0} 新建</translation>
    </message>
    <message>
        <source>{0} looks after it</source>
        <translation>由{0}经办</translation>
    </message>
    <message>
        <source>Nobody looks after it</source>
        <translation>暂无经办人</translation>
    </message>
    <message>
        <source>Outcome: {0}</source>
        <translation>处理结果：{0}</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>“{0}”</translation>
    </message>
    <message>
        <source>Views of the case</source>
        <translation>个案的各个视图</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>处理经过</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>事情经过</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>留言</translation>
    </message>
    <message>
        <source>Related</source>
        <translation>相关</translation>
    </message>
</context>
<context>
    <name>CaseDialog</name>
    <message>
        <source>Close case {0}</source>
        <translation>结案：个案 {0}</translation>
    </message>
    <message>
        <source>&amp;Outcome</source>
        <translation>处理结果(&amp;O)</translation>
    </message>
    <message>
        <source>In your own words; the choices above only begin it.</source>
        <translation>请用自己的话写；上面的选项只是开个头。</translation>
    </message>
    <message>
        <source>&amp;What came of it</source>
        <translation>结果如何(&amp;W)</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>结果如何</translation>
    </message>
    <message>
        <source>Something in this case still waits: a message to confirm, a talk to follow up or a removal to carry out. It stays on Today.</source>
        <translation>这个个案还有待办事项：待确认的消息、待跟进的沟通或待执行的移出。结案后仍会显示在“今日”。</translation>
    </message>
    <message>
        <source>Close case</source>
        <translation>结案</translation>
    </message>
    <message>
        <source>Open case {0} again</source>
        <translation>重新打开个案 {0}</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>理由(&amp;R)</translation>
    </message>
    <message>
        <source>The earlier outcome stays in the case’s timeline.</source>
        <translation>之前的处理结果会留在个案的处理经过中。</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>the outcome</source>
        <translation>处理结果</translation>
    </message>
    <message>
        <source>a reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Case {0} was closed.</source>
        <translation>个案 {0} 已结案。</translation>
    </message>
    <message>
        <source>Case {0} is open.</source>
        <translation>个案 {0} 已重新打开。</translation>
    </message>
</context>
<context>
    <name>CaseFactsPanel</name>
    <message>
        <source>What happened</source>
        <translation>事情经过</translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of evidence in this case</source>
        <translation>
            <numerusform>本个案有 %n 份证据</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody has said so yet.</source>
        <translation>尚未有人写明。</translation>
    </message>
    <message>
        <source>{0} (assumed: when the message was written)</source>
        <translation>{0}（推定：写消息的时间）</translation>
    </message>
    <message>
        <source>{0}, by {1}, with the first act</source>
        <translation>{0}，由{1}在首次处理时建立</translation>
    </message>
    <message>
        <source>{0}, by {1}</source>
        <translation>{0}，由{1}手动新建</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>“{0}”</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>处理结果</translation>
    </message>
</context>
<context>
    <name>CaseFilterBar</name>
    <message>
        <source>This group</source>
        <translation>本群</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>全部群</translation>
    </message>
    <message>
        <source>All rules</source>
        <translation>全部群规</translation>
    </message>
    <message>
        <source>Of any age</source>
        <translation>不限时间</translation>
    </message>
    <message numerus="yes">
        <source>Older than %n day(s)</source>
        <translation>
            <numerusform>%n 天前新建</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>处理中</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已结案</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我经办</translation>
    </message>
    <message>
        <source>Unclaimed</source>
        <translation>无经办人</translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation>有经办人</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>With screenshots</source>
        <translation>有截图</translation>
    </message>
    <message>
        <source>Search number, member, rule, quoted text…</source>
        <translation>搜索编号、成员、群规、原话…</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序方式</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>群</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>群规</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>新建时间</translation>
    </message>
    <message>
        <source>A message to confirm, a talk to follow up or a removal to carry out</source>
        <translation>有待确认的消息、待跟进的沟通或待执行的移出</translation>
    </message>
</context>
<context>
    <name>CaseHandOverDialog</name>
    <message>
        <source>{0} (you)</source>
        <translation>{0}（您）</translation>
    </message>
    <message>
        <source>Nobody for now</source>
        <translation>暂时无人</translation>
    </message>
    <message>
        <source>Nobody else works here</source>
        <translation>没有其他操作员</translation>
    </message>
    <message>
        <source>Give case {0} back</source>
        <translation>交回个案 {0}</translation>
    </message>
    <message>
        <source>Hand case {0} over</source>
        <translation>转交个案 {0}</translation>
    </message>
    <message>
        <source>{0} looks after it now</source>
        <translation>目前由{0}经办</translation>
    </message>
    <message>
        <source>Nobody looks after it now</source>
        <translation>目前无经办人</translation>
    </message>
    <message>
        <source>&amp;Who looks after it from now on</source>
        <translation>今后由谁经办(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>留言(&amp;N)</translation>
    </message>
    <message>
        <source>Why, if you like. Only operators read it.</source>
        <translation>可以写明原因，只有操作员能看到。</translation>
    </message>
    <message>
        <source>What was done, what is promised, what is next. Only operators read it.</source>
        <translation>做了什么、答应过什么、接下来做什么。只有操作员能看到。</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>交回</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>转交</translation>
    </message>
    <message>
        <source>another operator</source>
        <translation>另一位操作员</translation>
    </message>
    <message>
        <source>a note</source>
        <translation>留言</translation>
    </message>
    <message>
        <source>Case {0}: nobody looks after it for now.</source>
        <translation>个案 {0} 暂时无人经办。</translation>
    </message>
    <message>
        <source>Case {0}: {1} looks after it now.</source>
        <translation>个案 {0} 现由{1}经办。</translation>
    </message>
</context>
<context>
    <name>CaseMoveDialog</name>
    <message>
        <source>No rule</source>
        <translation>未写明群规</translation>
    </message>
    <message>
        <source>Case {0}: {1} · {2}</source>
        <translation>个案 {0}：{1} · {2}</translation>
    </message>
    <message>
        <source>A new case</source>
        <translation>新建一个个案</translation>
    </message>
    <message>
        <source>Move out of case {0}</source>
        <translation>从个案 {0} 移走</translation>
    </message>
    <message>
        <source>Where it &amp;belongs</source>
        <translation>应归入(&amp;B)</translation>
    </message>
    <message>
        <source>What it says stays as it is, and it counts as before. Both cases tell this.</source>
        <translation>内容保持不变，是否计入也不变；两个个案都会写明这次移动。</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>理由(&amp;R)</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>a reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>It stands in case {0} now.</source>
        <translation>已移到个案 {0}。</translation>
    </message>
    <message>
        <source>Go to the case</source>
        <translation>查看个案</translation>
    </message>
</context>
<context>
    <name>CaseNotes</name>
    <message>
        <source>Only operators read this. It cannot be changed later.</source>
        <translation>只有操作员能看到，写下后不能修改。</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>留言</translation>
    </message>
    <message>
        <source>Nobody has written a note yet. Ask a colleague what they think.</source>
        <translation>还没有留言。可以问问同事的看法。</translation>
    </message>
    <message>
        <source>A note to the &amp;others</source>
        <translation>给同事留言(&amp;O)</translation>
    </message>
    <message>
        <source>Send note</source>
        <translation>发送留言</translation>
    </message>
</context>
<context>
    <name>CaseOpenDialog</name>
    <message>
        <source>The new case about {0} is kept as a draft.</source>
        <translation>关于{0}的新个案已存为草稿。</translation>
    </message>
    <message>
        <source>New case about {0}</source>
        <translation>新建关于{0}的个案</translation>
    </message>
    <message>
        <source>{0} · nothing is said to the member by this</source>
        <translation>{0} · 不会通知成员</translation>
    </message>
    <message>
        <source>What &amp;happened, in your words</source>
        <translation>发生了什么，请用您的话写(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Rule it is about, if any</source>
        <translation>涉及的群规（如有）(&amp;R)</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>个案</translation>
    </message>
    <message>
        <source>Open case</source>
        <translation>新建个案</translation>
    </message>
    <message>
        <source>Case {0} about this rule is open: add to that one instead.</source>
        <translation>关于这条群规的个案 {0} 还没有结案，请在那里补充。</translation>
    </message>
    <message>
        <source>what happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>a rule without an open case</source>
        <translation>另选一条群规，或不选</translation>
    </message>
    <message>
        <source>screenshots on their way</source>
        <translation>截图还在添加</translation>
    </message>
    <message>
        <source>Case {0} about {1} is open.</source>
        <translation>已新建关于{1}的个案 {0}。</translation>
    </message>
    <message>
        <source>Go to the case</source>
        <translation>查看个案</translation>
    </message>
</context>
<context>
    <name>CaseRelateDialog</name>
    <message>
        <source>What belongs with case {0}?</source>
        <translation>哪个个案与个案 {0} 相关？</translation>
    </message>
    <message>
        <source>Search number, member, rule, quoted text…</source>
        <translation>搜索编号、成员、群规、原话…</translation>
    </message>
    <message>
        <source>Cases found</source>
        <translation>找到的个案</translation>
    </message>
    <message>
        <source>The &amp;other case</source>
        <translation>另一个个案(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>理由(&amp;R)</translation>
    </message>
    <message>
        <source>Put together</source>
        <translation>关联</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>群规</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>群</translation>
    </message>
    <message>
        <source>the other case</source>
        <translation>另一个个案</translation>
    </message>
    <message>
        <source>a reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Cases {0} and {1} belong together.</source>
        <translation>个案 {0} 与 {1} 已关联。</translation>
    </message>
</context>
<context>
    <name>CaseRelated</name>
    <message>
        <source>Related cases</source>
        <translation>相关个案</translation>
    </message>
    <message>
        <source>No other case of this person, none on the same rule about the same time, and none put together with it by hand.</source>
        <translation>此人没有其他个案，没有时间相近的同一群规的个案，也没有手动关联的个案。</translation>
    </message>
    <message>
        <source>Case {0}: {1}</source>
        <translation>个案 {0}：{1}</translation>
    </message>
    <message>
        <source>Go to this case</source>
        <translation>查看这个个案</translation>
    </message>
    <message>
        <source>Take apart…</source>
        <translation>取消关联…</translation>
    </message>
    <message>
        <source>Take apart: {0}</source>
        <translation>取消关联：{0}</translation>
    </message>
    <message>
        <source>“{0}” ({1})</source>
        <translation>“{0}”（{1}）</translation>
    </message>
    <message>
        <source>Outcome: {0}</source>
        <translation>处理结果：{0}</translation>
    </message>
</context>
<context>
    <name>CaseTable</name>
    <message>
        <source>Cases</source>
        <translation>个案</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>群规</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Last act</source>
        <translation>最近处理</translation>
    </message>
</context>
<context>
    <name>CaseWrongPersonDialog</name>
    <message>
        <source>Case {0} is closed; it goes on about {1}.</source>
        <translation>个案 {0} 已结案，改在{1}名下继续处理。</translation>
    </message>
    <message>
        <source>Case {0} is about somebody else</source>
        <translation>个案 {0} 说的是另一个人</translation>
    </message>
    <message>
        <source>{0}, not {1}</source>
        <translation>是{0}，不是{1}</translation>
    </message>
    <message>
        <source>A new case about {0} takes what was said and shown. Case {1} is closed and leaves nothing in the timeline of {2}.</source>
        <translation>将为{0}新建个案，写过的内容和截图都会转过去。个案 {1} 随即结案，{2}的处理经过中不留任何记录。</translation>
    </message>
    <message>
        <source>&amp;How the mix-up came about</source>
        <translation>为什么认错了人(&amp;H)</translation>
    </message>
    <message>
        <source>Change the person</source>
        <translation>改到此人名下</translation>
    </message>
</context>
<context>
    <name>CasesPage</name>
    <message>
        <source>Cases of {0}</source>
        <translation>个案 · {0}</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>个案</translation>
    </message>
    <message>
        <source>A case opens by itself with the first act, or by hand.</source>
        <translation>首次处理时自动建立个案，也可以手动新建。</translation>
    </message>
    <message>
        <source>No rule</source>
        <translation>无群规</translation>
    </message>
    <message>
        <source>{0}, no longer in force</source>
        <translation>{0}，已不再生效</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0}（{1}）</translation>
    </message>
    <message>
        <source>No case fits</source>
        <translation>没有符合条件的个案</translation>
    </message>
    <message>
        <source>Warn or talk to a member: the case opens by itself. Or open one by hand.</source>
        <translation>警告成员或与成员沟通时会自动建立个案，也可以手动新建。</translation>
    </message>
    <message>
        <source>Take a filter away, or look in all groups.</source>
        <translation>请去掉一个筛选条件，或在全部群中查找。</translation>
    </message>
    <message>
        <source>Show all cases</source>
        <translation>显示全部个案</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>No case</source>
        <translation>没有个案</translation>
    </message>
</context>
<context>
    <name>ChooseStep</name>
    <message>
        <source>Choose a member list</source>
        <translation>选择成员名单</translation>
    </message>
    <message>
        <source>Member lists (*.csv *.tsv *.txt *.xlsx *.xls *.json *.jsonl *.vcf)</source>
        <translation>成员名单 (*.csv *.tsv *.txt *.xlsx *.xls *.json *.jsonl *.vcf)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Drop a member list here, or</source>
        <translation>将成员名单拖到这里，或</translation>
    </message>
    <message>
        <source>&amp;browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>CSV, XLSX, JSON or vCard as the platform exports it. You see what would change before anything is written, and the file stays as it is.</source>
        <translation>平台导出的 CSV、XLSX、JSON 或 vCard。写入之前您会看到将有哪些变化，文件本身不会改动。</translation>
    </message>
    <message>
        <source>Or &amp;paste names or a table</source>
        <translation>或粘贴姓名或表格(&amp;P)</translation>
    </message>
    <message>
        <source>One name on each line, or a table: cells of a spreadsheet, CSV or Markdown.</source>
        <translation>每行一个姓名；也可以是表格：电子表格的单元格、CSV 或 Markdown。</translation>
    </message>
</context>
<context>
    <name>CleanUpDialog</name>
    <message>
        <source>Clean up groups</source>
        <translation>清理群</translation>
    </message>
    <message>
        <source>Fewer groups, each with a purpose. Nothing here changes the platform.</source>
        <translation>群贵在精，每个群都该有定位。这里的操作不会改动平台。</translation>
    </message>
    <message>
        <source>Nothing happened for so many &amp;days</source>
        <translation>多少天没有动静(&amp;D)</translation>
    </message>
    <message>
        <source>Which groups</source>
        <translation>哪些群</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>群</translation>
    </message>
    <message>
        <source>Why it is there</source>
        <translation>为什么有这个群</translation>
    </message>
    <message>
        <source>&amp;Keep…</source>
        <translation>保留(&amp;K)…</translation>
    </message>
    <message>
        <source>Note that notifications are &amp;off…</source>
        <translation>记录已设免打扰(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Write down why…</source>
        <translation>写明理由(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;About the group</source>
        <translation>群资料(&amp;A)</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>待清理</translation>
    </message>
    <message>
        <source>Kept for now</source>
        <translation>暂时保留</translation>
    </message>
    <message>
        <source>All in use</source>
        <translation>全部在用</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>群</translation>
    </message>
    <message>
        <source>Why it is listed</source>
        <translation>列出原因</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Last sign</source>
        <translation>最近动静</translation>
    </message>
    <message>
        <source>No group was kept lately.</source>
        <translation>近期没有暂时保留的群。</translation>
    </message>
    <message>
        <source>There is no group in use.</source>
        <translation>没有使用中的群。</translation>
    </message>
    <message>
        <source>Every group has members, an owner and a purpose, and something happened in each.</source>
        <translation>每个群都有成员、群主和定位，近期也都有动静。</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) chosen</source>
        <translation>
            <numerusform>已选 %n 个群</numerusform>
        </translation>
    </message>
    <message>
        <source>Archive…</source>
        <translation>归档…</translation>
    </message>
    <message numerus="yes">
        <source>Archive %n group(s)…</source>
        <translation>
            <numerusform>归档 %n 个群…</numerusform>
        </translation>
    </message>
    <message>
        <source>a group</source>
        <translation>一个群</translation>
    </message>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
    <message numerus="yes">
        <source>{0}; of %n member(s) not known</source>
        <translation>
            <numerusform>{0}；另有 %n 名成员未知</numerusform>
        </translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>群主</translation>
    </message>
    <message>
        <source>Members last active</source>
        <translation>成员最近活跃</translation>
    </message>
    <message>
        <source>Last list</source>
        <translation>最近一次名单</translation>
    </message>
    <message>
        <source>Our last act</source>
        <translation>我们最近一次处理</translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation>未结个案</translation>
    </message>
    <message>
        <source>Still to do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Removals not carried out</source>
        <translation>未执行的移出</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Notifications off</source>
        <translation>免打扰</translation>
    </message>
    <message>
        <source>{0} ({1}, {2}): {3}</source>
        <translation>{0}（{1}，{2}）：{3}</translation>
    </message>
    <message>
        <source>Nothing happened since {0}</source>
        <translation>自{0}起没有动静</translation>
    </message>
    <message numerus="yes">
        <source>Of %n member(s) nobody knows when they were active</source>
        <translation>
            <numerusform>有 %n 名成员的活跃情况未知</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody wrote down why this group is there.</source>
        <translation>还没有人写明为什么有这个群。</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}，{1}</translation>
    </message>
</context>
<context>
    <name>ClockChoice</name>
    <message>
        <source>at a certain t&amp;ime</source>
        <translation>具体时间(&amp;I)</translation>
    </message>
    <message>
        <source>Time of the talk</source>
        <translation>沟通时间</translation>
    </message>
</context>
<context>
    <name>ColleaguesBanner</name>
    <message>
        <source>While you were writing, about {0}:</source>
        <translation>您撰写期间，同事对{0}有新的操作：</translation>
    </message>
    <message>
        <source>Nothing was recorded yet. Record once more if it is still right.</source>
        <translation>内容尚未记录。如仍然合适，请再记录一次。</translation>
    </message>
    <message>
        <source>Somebody else acted on {0} a moment ago:</source>
        <translation>同事刚刚对{0}有过操作：</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>查看</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>Columns of the list</source>
        <translation>列表的列</translation>
    </message>
    <message>
        <source>What is ticked is shown, in this order, after the member&apos;s name.</source>
        <translation>勾选的列按此顺序显示在成员名之后。</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation>恢复默认列</translation>
    </message>
    <message>
        <source>Show these columns</source>
        <translation>显示这些列</translation>
    </message>
</context>
<context>
    <name>CompareChoice</name>
    <message>
        <source>&amp;Add to the group</source>
        <translation>加入本群(&amp;A)</translation>
    </message>
    <message>
        <source>New people come in, known ones are updated. Nobody leaves.</source>
        <translation>新人加入，已有成员更新，不会有人离群。</translation>
    </message>
    <message>
        <source>Co&amp;mpare with the group</source>
        <translation>与本群比对(&amp;M)</translation>
    </message>
    <message>
        <source>Also shows who left, was renamed or has a new role.</source>
        <translation>还会列出谁离了群、改了名或角色有变。</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Compare versions</source>
        <translation>比较版本</translation>
    </message>
    <message>
        <source>{0} · what went is struck out, what came is underlined</source>
        <translation>{0} · 删去的加删除线，新增的加下划线</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>旧版本(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>新版本(&amp;T)</translation>
    </message>
    <message>
        <source>Swap the two</source>
        <translation>交换两者</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>改动内容</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Next change (F7)</source>
        <translation>下一处改动 (F7)</translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Previous change (Shift+F7)</source>
        <translation>上一处改动 (Shift+F7)</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>v{0} · {1}</source>
        <translation>第 {0} 版 · {1}</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>共 %n 处改动</numerusform>
        </translation>
    </message>
    <message>
        <source>Change {0} of {1}</source>
        <translation>第 {0} 处，共 {1} 处</translation>
    </message>
    <message>
        <source>Rules of {0}: {1} compared with {2}</source>
        <translation>群规 · {0}：{1} 与 {2} 比较</translation>
    </message>
    <message>
        <source>The comparison is copied as text.</source>
        <translation>比较结果已复制为文本。</translation>
    </message>
</context>
<context>
    <name>ComposerFrame</name>
    <message>
        <source>Beside the form</source>
        <translation>表单旁的内容</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>The draft for {0} was discarded.</source>
        <translation>已放弃关于{0}的草稿。</translation>
    </message>
</context>
<context>
    <name>ConcernChecks</name>
    <message>
        <source>{0} I mean it all the same.</source>
        <translation>{0}我确认仍要处理。</translation>
    </message>
</context>
<context>
    <name>CopyRulesDialog</name>
    <message>
        <source>Copy the rules to other groups</source>
        <translation>把群规复制到其他群</translation>
    </message>
    <message>
        <source>{0}, {1} · they land there as drafts; nothing is published</source>
        <translation>{0}，{1} · 只在对方群存为草稿，不会发布</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>群</translation>
    </message>
    <message>
        <source>Find a group</source>
        <translation>查找群</translation>
    </message>
    <message>
        <source>What happens to the rules there</source>
        <translation>对方群原有的群规</translation>
    </message>
    <message>
        <source>These take their &amp;place</source>
        <translation>由这些群规代替(&amp;P)</translation>
    </message>
    <message>
        <source>They &amp;stay, and these come after them</source>
        <translation>保留，这些群规排在后面(&amp;S)</translation>
    </message>
    <message>
        <source>Change these drafts, &amp;too</source>
        <translation>同时修改这些草稿(&amp;T)</translation>
    </message>
    <message>
        <source>What changes there</source>
        <translation>对方群的改动</translation>
    </message>
    <message>
        <source>no rules yet</source>
        <translation>尚无群规</translation>
    </message>
    <message>
        <source>version {0} of {1}</source>
        <translation>第 {0} 版，{1}发布</translation>
    </message>
    <message>
        <source>another ladder</source>
        <translation>处理阶梯不同</translation>
    </message>
    <message>
        <source>draft of yours open</source>
        <translation>您有未发布的草稿</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>You have a draft open in: {0}. It stays as it is, and the copy is left out.</source>
        <translation>您在以下群有未发布的草稿：{0}。草稿保持不变，这些群不复制。</translation>
    </message>
    <message>
        <source>Your draft is changed in: {0}. Undo brings it back.</source>
        <translation>将修改您在以下群的草稿：{0}。点击“恢复”可以还原。</translation>
    </message>
    <message numerus="yes">
        <source>Copy to %n group(s)</source>
        <translation>
            <numerusform>复制到 %n 个群</numerusform>
        </translation>
    </message>
    <message>
        <source>a group</source>
        <translation>选择群</translation>
    </message>
    <message>
        <source>There is no other group yet.</source>
        <translation>还没有其他群。</translation>
    </message>
    <message>
        <source>It has these rules already.</source>
        <translation>这个群已经是这些群规。</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>The ladder there is another one: {0}</source>
        <translation>对方群的处理阶梯不同：{0}</translation>
    </message>
</context>
<context>
    <name>CourtesyAdvice</name>
    <message>
        <source>{0}. {1}</source>
        <translation>{0}。{1}</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>“{0}”</translation>
    </message>
    <message>
        <source>…</source>
        <translation>……</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>CourtesyPanel</name>
    <message>
        <source>Courtesy check</source>
        <translation>礼貌检查</translation>
    </message>
    <message>
        <source>Write a message or choose a template first.</source>
        <translation>请先写好消息，或选择一个模板。</translation>
    </message>
    <message>
        <source>None found in the first {0} characters: insults, threats, mockery</source>
        <translation>前 {0} 字中未发现侮辱、威胁和讽刺的用词</translation>
    </message>
    <message>
        <source>No insults, threats, shouting or mockery found</source>
        <translation>未发现辱骂、威胁、嘲讽或过激语气</translation>
    </message>
</context>
<context>
    <name>CourtesySummary</name>
    <message numerus="yes">
        <source>Courtesy check: %n things could be better</source>
        <translation>
            <numerusform>礼貌检查：有 %n 处可以更好</numerusform>
        </translation>
    </message>
    <message>
        <source>Courtesy check: placeholders are wrong or not filled in</source>
        <translation>礼貌检查：有占位符写错或尚未填写</translation>
    </message>
    <message>
        <source>Courtesy check: nothing to improve</source>
        <translation>礼貌检查：未发现需要改进的地方</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong in GroupDesk</source>
        <translation>GroupDesk 出了点问题</translation>
    </message>
    <message>
        <source>What was saved before is safe. What you see in open dialogs is still there.</source>
        <translation>此前保存的内容都安全，打开的对话框里的内容也还在。</translation>
    </message>
    <message>
        <source>You can go on working. If it happens again, send the report below to the people who look after GroupDesk. It holds no names and no messages.</source>
        <translation>您可以继续工作。如果再次出现，请把下面的报告发给负责维护 GroupDesk 的人。报告中不含姓名和消息内容。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>DayChoice</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>In 3 days</source>
        <translation>3 天后</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>一周后</translation>
    </message>
    <message>
        <source>In a month</source>
        <translation>一个月后</translation>
    </message>
    <message>
        <source>No</source>
        <translation>不跟进</translation>
    </message>
    <message>
        <source>Another day</source>
        <translation>另选一天</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>{0}, a weekend</source>
        <translation>{0}，是周末</translation>
    </message>
    <message>
        <source>Take Monday, {0}</source>
        <translation>改到周一，{0}</translation>
    </message>
</context>
<context>
    <name>DecisionFields</name>
    <message>
        <source>&amp;Ground</source>
        <translation>移出依据(&amp;G)</translation>
    </message>
    <message>
        <source>R&amp;ule broken</source>
        <translation>违反的群规(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;For how long</source>
        <translation>移出期限(&amp;F)</translation>
    </message>
    <message>
        <source>Unt&amp;il</source>
        <translation>截止日期(&amp;I)</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>Choose the ground</source>
        <translation>请选择移出依据</translation>
    </message>
    <message>
        <source>Without published rules, none can have been broken.</source>
        <translation>本群尚未发布群规，不存在违反群规的情形。</translation>
    </message>
    <message>
        <source>Until another date…</source>
        <translation>至另选的日期…</translation>
    </message>
    <message>
        <source>Until {0}</source>
        <translation>至{0}</translation>
    </message>
</context>
<context>
    <name>DepartureDialog</name>
    <message>
        <source>How {0} left</source>
        <translation>{0} 如何离群</translation>
    </message>
    <message>
        <source>What was recorded stays, struck through, with your reason beside it.</source>
        <translation>原记录会保留并划去，旁边写明您的理由。</translation>
    </message>
    <message>
        <source>{0} (recorded now)</source>
        <translation>{0}（现有记录）</translation>
    </message>
    <message>
        <source>“Removed by us” needs a recorded removal with its reason and screenshot. Without one, choose “Did not leave” first and then record the removal.</source>
        <translation>“由我们移出”需要已登记的移出（含原因和截图）。如果没有，请先选“并未离群”，再登记移出。</translation>
    </message>
    <message>
        <source>&amp;How do you know?</source>
        <translation>您是怎么知道的(&amp;H)</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>what happened</source>
        <translation>实际情况</translation>
    </message>
    <message>
        <source>a reason</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>DialogFrame</name>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>What you entered is not saved, and it is kept nowhere else.</source>
        <translation>您输入的内容尚未保存，关闭后将无法找回。</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>不保存并关闭</translation>
    </message>
    <message>
        <source>GroupDesk is still at work here. Quit once it has finished.</source>
        <translation>GroupDesk 正在处理，请等完成后再退出。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>正在处理</translation>
    </message>
    <message>
        <source>Still missing: {0}</source>
        <translation>还缺：{0}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>DraftFrame</name>
    <message>
        <source>Taking screenshots in, then closing…</source>
        <translation>正在添加截图，完成后关闭…</translation>
    </message>
    <message>
        <source>&amp;Discard draft</source>
        <translation>放弃草稿(&amp;D)</translation>
    </message>
    <message>
        <source>Draft kept {0}</source>
        <translation>草稿保存于 {0}</translation>
    </message>
    <message>
        <source>Close without keeping it</source>
        <translation>不保存并关闭</translation>
    </message>
    <message>
        <source>Restore draft</source>
        <translation>恢复草稿</translation>
    </message>
</context>
<context>
    <name>DraftTodo</name>
    <message>
        <source>Finish the message to {0}</source>
        <translation>继续写给{0}的消息</translation>
    </message>
    <message>
        <source>Finish the note of the talk with {0}</source>
        <translation>继续填写与{0}的沟通记录</translation>
    </message>
    <message>
        <source>Finish the removal of {0}</source>
        <translation>继续填写移出决定：{0}</translation>
    </message>
    <message>
        <source>Finish the new case about {0}</source>
        <translation>继续新建关于{0}的个案</translation>
    </message>
    <message>
        <source>Finish the request of {0} to leave</source>
        <translation>继续登记{0}的退群申请</translation>
    </message>
    <message>
        <source>Finish the answer to {0}, who asks to leave</source>
        <translation>继续答复{0}的退群申请</translation>
    </message>
    <message>
        <source>Finish the request of {0} to come back</source>
        <translation>继续登记{0}的回群申请</translation>
    </message>
    <message>
        <source>Finish the answer to {0}, who asks to come back</source>
        <translation>继续答复{0}的回群申请</translation>
    </message>
    <message>
        <source>Finish recording how the trial of {0} went</source>
        <translation>继续登记{0}的观察期结果</translation>
    </message>
    <message>
        <source>Finish the request to come back</source>
        <translation>继续登记回群申请</translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>另外 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>Finish the removal of {0} and {1}</source>
        <translation>继续填写移出决定：{0}和{1}</translation>
    </message>
    <message>
        <source>Draft kept {0} · {1}</source>
        <translation>草稿保存于 {0} · {1}</translation>
    </message>
    <message>
        <source>Open the draft</source>
        <translation>打开草稿</translation>
    </message>
    <message>
        <source>Go on…</source>
        <translation>继续…</translation>
    </message>
</context>
<context>
    <name>DueList</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuePresenter</name>
    <message>
        <source>Open the member</source>
        <translation>查看成员</translation>
    </message>
</context>
<context>
    <name>EarlierEvidence</name>
    <message>
        <source>Used before for this person. Choose one to use it again.</source>
        <translation>以前对此人用过的截图。选一张即可再次使用。</translation>
    </message>
    <message>
        <source>Earlier evidence</source>
        <translation>此前的证据</translation>
    </message>
</context>
<context>
    <name>EncodingChoice</name>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Encoding of the list: choose another if names look wrong</source>
        <translation>名单的文字编码：如果姓名显示不对，请换一种</translation>
    </message>
</context>
<context>
    <name>EntryMaker</name>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n 名成员</numerusform>
        </translation>
    </message>
    <message>
        <source>Case {0}</source>
        <translation>个案 {0}</translation>
    </message>
    <message>
        <source>All members found by “{0}”</source>
        <translation>查看所有符合“{0}”的成员</translation>
    </message>
    <message>
        <source>On the page “{0}”</source>
        <translation>在“{0}”页面上操作</translation>
    </message>
    <message>
        <source>First choose a group.</source>
        <translation>请先选择一个群。</translation>
    </message>
    <message>
        <source>First choose what it is about.</source>
        <translation>请先选中要处理的对象。</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>群</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Objection</source>
        <translation>申诉</translation>
    </message>
    <message>
        <source>Leaving</source>
        <translation>退群</translation>
    </message>
    <message>
        <source>Coming back</source>
        <translation>回群</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>交接</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>个案</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Removal</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>All chosen members</source>
        <translation>所有选中的成员</translation>
    </message>
</context>
<context>
    <name>EvidenceActs</name>
    <message>
        <source>That you look at this is not logged.</source>
        <translation>这次查看没有记入日志。</translation>
    </message>
    <message>
        <source>The picture was copied.</source>
        <translation>图片已复制。</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>另存副本</translation>
    </message>
    <message>
        <source>Saved; its SHA-256 stands beside it in “{0}”.</source>
        <translation>已保存；SHA-256 写在旁边的“{0}”中。</translation>
    </message>
</context>
<context>
    <name>EvidenceArea</name>
    <message>
        <source>There is no picture on the clipboard. Copy one, then paste again.</source>
        <translation>剪贴板里没有图片。请先复制图片，再粘贴。</translation>
    </message>
    <message>
        <source>Choose evidence</source>
        <translation>选择证据</translation>
    </message>
    <message>
        <source>Screenshots (*.png *.jpg *.jpeg *.webp)</source>
        <translation>截图 (*.png *.jpg *.jpeg *.webp)</translation>
    </message>
    <message>
        <source>Choose screenshots</source>
        <translation>选择截图</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Drop screenshots here, paste with Ctrl+V, or</source>
        <translation>把截图拖到这里，按 Ctrl+V 粘贴，或</translation>
    </message>
    <message>
        <source>browse</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Paste a screenshot or copied files (Ctrl+V)</source>
        <translation>粘贴截图或已复制的文件（Ctrl+V）</translation>
    </message>
    <message>
        <source>Source, time, quote…</source>
        <translation>来源、时间、原话…</translation>
    </message>
    <message numerus="yes">
        <source>Taking in, %n to go…</source>
        <translation>
            <numerusform>正在添加，还剩 %n 份…</numerusform>
        </translation>
    </message>
    <message>
        <source>Taking in…</source>
        <translation>正在添加…</translation>
    </message>
    <message numerus="yes">
        <source>%n screenshots</source>
        <translation>
            <numerusform>%n 张截图</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>SHA-256 recorded</source>
        <translation>已记录 SHA-256</translation>
    </message>
    <message>
        <source>Earlier evidence ({0})</source>
        <translation>此前的证据（{0}）</translation>
    </message>
    <message>
        <source>{0} files are too many at once; take up to {1}. None was taken in.</source>
        <translation>一次最多添加 {1} 个文件，这次有 {0} 个，因此一个也没有添加。</translation>
    </message>
    <message>
        <source>This picture is on the web, and GroupDesk loads nothing from there. Copy the picture itself and paste it here.</source>
        <translation>这张图片在网页上，GroupDesk 不会从网上下载任何内容。请复制图片本身，再粘贴到这里。</translation>
    </message>
    <message>
        <source>“{0}” is attached already; it is kept once.</source>
        <translation>“{0}”已经附上，只保留一份。</translation>
    </message>
    <message>
        <source>”, “</source>
        <translation>”、“</translation>
    </message>
</context>
<context>
    <name>EvidenceDetails</name>
    <message>
        <source>About “{0}”</source>
        <translation>关于“{0}”</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Who sent it, or where it was seen</source>
        <translation>谁发来的，或在哪里看到的</translation>
    </message>
    <message>
        <source>Taken at</source>
        <translation>截取时间</translation>
    </message>
    <message>
        <source>What it says, word for word</source>
        <translation>图中原话，逐字摘录</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>EvidenceShelf</name>
    <message numerus="yes">
        <source>%n pieces of evidence attached here</source>
        <translation>
            <numerusform>此处已附 %n 份证据</numerusform>
        </translation>
    </message>
    <message>
        <source>No evidence attached here yet</source>
        <translation>此处还没有证据</translation>
    </message>
    <message>
        <source>From earlier acts</source>
        <translation>此前处理中用过的</translation>
    </message>
    <message>
        <source>No earlier act on this person used any evidence.</source>
        <translation>此前对此人的处理都没有用过证据。</translation>
    </message>
</context>
<context>
    <name>EvidenceStrip</name>
    <message>
        <source>Show large	Enter</source>
        <translation>放大查看	Enter</translation>
    </message>
    <message>
        <source>Edit caption	F2</source>
        <translation>编辑说明	F2</translation>
    </message>
    <message>
        <source>Source, time, quote…	Alt+Enter</source>
        <translation>来源、时间、原话…	Alt+Enter</translation>
    </message>
    <message>
        <source>Copy picture	Ctrl+C</source>
        <translation>复制图片	Ctrl+C</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>另存副本…</translation>
    </message>
    <message>
        <source>Move back	Alt+Left</source>
        <translation>前移	Alt+Left</translation>
    </message>
    <message>
        <source>Move on	Alt+Right</source>
        <translation>后移	Alt+Right</translation>
    </message>
    <message>
        <source>Take out	Del</source>
        <translation>移除	Del</translation>
    </message>
</context>
<context>
    <name>EvidenceThumbnail</name>
    <message>
        <source>File {0}, kept unopened</source>
        <translation>文件“{0}”，原样保存，未打开</translation>
    </message>
    <message>
        <source>Redacted screenshot {0}</source>
        <translation>已遮挡的截图“{0}”</translation>
    </message>
    <message>
        <source>Reports show this redacted copy; the original is kept.</source>
        <translation>报告中展示此遮挡副本，原图仍保留。</translation>
    </message>
</context>
<context>
    <name>EvidenceTile</name>
    <message>
        <source>Caption</source>
        <translation>图片说明</translation>
    </message>
    <message>
        <source>Enter shows it large, F2 edits the caption, Alt+Left and Alt+Right move it, Alt+Enter says more about it, Delete takes it out.</source>
        <translation>按 Enter 放大查看，F2 编辑说明，Alt+左 / Alt+右 调整顺序，Alt+Enter 填写来源、时间和原话，Delete 移除。</translation>
    </message>
</context>
<context>
    <name>ExitActs</name>
    <message>
        <source>Ticked in {0}.</source>
        <translation>已在{0}中勾选。</translation>
    </message>
</context>
<context>
    <name>ExitAnswerDialog</name>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>May leave</source>
        <translation>同意退群</translation>
    </message>
    <message>
        <source>Ask to stay for now</source>
        <translation>请暂时留下</translation>
    </message>
    <message>
        <source>Stays after all</source>
        <translation>决定留下</translation>
    </message>
    <message>
        <source>Answer {0}</source>
        <translation>答复{0}</translation>
    </message>
    <message>
        <source>{0} · asked {1}</source>
        <translation>{0} · {1}提出</translation>
    </message>
    <message>
        <source>Answered with it, asked at the same time</source>
        <translation>同时提出的申请，一并答复</translation>
    </message>
    <message>
        <source>&amp;Who takes over</source>
        <translation>谁来接手(&amp;W)</translation>
    </message>
    <message>
        <source>A las&amp;t day</source>
        <translation>最后一天(&amp;T)</translation>
    </message>
    <message>
        <source>Any day</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>A last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>&amp;Note, may stay empty</source>
        <translation>说明（可不填）(&amp;N)</translation>
    </message>
    <message>
        <source>For the records; the letter says it only if you do.</source>
        <translation>仅供存档；除非您写进信里，对方不会看到。</translation>
    </message>
    <message>
        <source>Record answer</source>
        <translation>记录答复</translation>
    </message>
    <message>
        <source>The last day may stay open: then any day is fine.</source>
        <translation>最后一天可以不定，那么哪天退都可以。</translation>
    </message>
    <message>
        <source>They stay until the person you name has taken over, at most through the day you set. They are free to leave sooner.</source>
        <translation>等指定的人接手，最晚留到约定的那天。对方随时可以提前退群。</translation>
    </message>
    <message>
        <source>The request ends; nothing else changes.</source>
        <translation>申请到此结束，其他一切不变。</translation>
    </message>
    <message>
        <source>who takes over</source>
        <translation>谁来接手</translation>
    </message>
    <message>
        <source>the last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>whether a customer takes over</source>
        <translation>是否由客户接手</translation>
    </message>
    <message>
        <source>Copied. Record the answer before you send the letter.</source>
        <translation>已复制。请先记录答复，再把信发出去。</translation>
    </message>
</context>
<context>
    <name>ExitCheckDialog</name>
    <message>
        <source>Messages of the group</source>
        <translation>群消息</translation>
    </message>
    <message>
        <source>Do messages still come?</source>
        <translation>还会收到消息吗？</translation>
    </message>
    <message>
        <source>{0} left {1}. Ask them whether the group is quiet now.</source>
        <translation>{0}已于{1}退群。请问问对方现在是否还收到群里的消息。</translation>
    </message>
    <message>
        <source>The same in these &amp;groups</source>
        <translation>以下群情况相同(&amp;G)</translation>
    </message>
    <message>
        <source>What they can try next</source>
        <translation>对方接下来可以试试</translation>
    </message>
    <message>
        <source>Copy advice</source>
        <translation>复制建议</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>W&amp;hy nobody can say</source>
        <translation>为什么无法得知(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Note, may stay empty</source>
        <translation>说明（可不填）(&amp;N)</translation>
    </message>
    <message>
        <source>why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Copied. Send it to the member yourself, then record it.</source>
        <translation>已复制。请自行发给对方，然后在这里记录。</translation>
    </message>
</context>
<context>
    <name>ExitChecklist</name>
    <message>
        <source>Checklist · {0} of {1}</source>
        <translation>清单 · {0}/{1}</translation>
    </message>
    <message>
        <source>Once for all groups: {0}</source>
        <translation>一次完成，适用于：{0}</translation>
    </message>
    <message>
        <source>Only for {0}</source>
        <translation>仅限“{0}”</translation>
    </message>
    <message>
        <source>Add a line…</source>
        <translation>添加一项…</translation>
    </message>
</context>
<context>
    <name>ExitCorrectDialog</name>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Correct the reason</source>
        <translation>更正退群原因</translation>
    </message>
    <message>
        <source>From now on the numbers and the list go by this reason. What was recorded before stays in the history.</source>
        <translation>今后统计和列表以更正后的原因为准，先前的记录仍保留在历史中。</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>原因(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Groups of the same request that it holds for as well</source>
        <translation>同一申请中一并更正的群(&amp;G)</translation>
    </message>
    <message>
        <source>Why it is &amp;corrected</source>
        <translation>为什么更正(&amp;C)</translation>
    </message>
    <message>
        <source>Correct reason</source>
        <translation>更正原因</translation>
    </message>
    <message>
        <source>In their &amp;own words</source>
        <translation>对方的原话(&amp;O)</translation>
    </message>
    <message>
        <source>In their &amp;own words, if any</source>
        <translation>对方的原话，可不填(&amp;O)</translation>
    </message>
    <message>
        <source>another reason</source>
        <translation>不同的原因</translation>
    </message>
    <message>
        <source>their words</source>
        <translation>对方的原话</translation>
    </message>
    <message>
        <source>why it is corrected</source>
        <translation>更正的理由</translation>
    </message>
</context>
<context>
    <name>ExitCustomerList</name>
    <message>
        <source>Customers · {0} of {1} told</source>
        <translation>客户 · 已告知{0}/{1}</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 位</numerusform>
        </translation>
    </message>
    <message>
        <source>Letter…</source>
        <translation>信函…</translation>
    </message>
    <message>
        <source>Letter to {0}</source>
        <translation>给{0}的信函</translation>
    </message>
</context>
<context>
    <name>ExitCustomersDialog</name>
    <message>
        <source>What became of it</source>
        <translation>结果如何</translation>
    </message>
    <message>
        <source>Tell customers who is there for them</source>
        <translation>告知客户由谁对接</translation>
    </message>
    <message>
        <source>{0} leaves {1}</source>
        <translation>{0}退出“{1}”</translation>
    </message>
    <message>
        <source>Who looks &amp;after them from now on</source>
        <translation>今后由谁对接(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Customers</source>
        <translation>客户(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;When</source>
        <translation>时间(&amp;W)</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>&amp;How</source>
        <translation>方式(&amp;H)</translation>
    </message>
    <message>
        <source>Language of the letter</source>
        <translation>信函语言</translation>
    </message>
    <message>
        <source>Wording of the letter</source>
        <translation>信函措辞</translation>
    </message>
    <message>
        <source>Copy letter</source>
        <translation>复制信函</translation>
    </message>
    <message>
        <source>Copy, go to the next</source>
        <translation>复制，转到下一位</translation>
    </message>
    <message>
        <source>Wh&amp;y</source>
        <translation>原因(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Note, may stay empty</source>
        <translation>说明（可不填）(&amp;N)</translation>
    </message>
    <message>
        <source>a customer</source>
        <translation>一位客户</translation>
    </message>
    <message>
        <source>who looks after them</source>
        <translation>由谁对接</translation>
    </message>
    <message>
        <source>whether a customer looks after them</source>
        <translation>是否由客户来对接</translation>
    </message>
    <message>
        <source>a time that has passed</source>
        <translation>已经过去的时间</translation>
    </message>
    <message>
        <source>why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Copied: the letter to {0}. Send it yourself.</source>
        <translation>已复制给{0}的信函，请自行发送。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Letter not copied: {0}</source>
        <translation>尚未复制信函：{0}</translation>
    </message>
    <message numerus="yes">
        <source>Record %n customer(s) as not reached</source>
        <translation>
            <numerusform>登记 %n 位客户未能告知</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Record %n customer(s) as not needing it</source>
        <translation>
            <numerusform>登记 %n 位客户无需告知</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Record %n customer(s) as told</source>
        <translation>
            <numerusform>登记 %n 位客户已告知</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Letter to {0}</source>
        <translation>给{0}的信函(&amp;L)</translation>
    </message>
</context>
<context>
    <name>ExitDetail</name>
    <message>
        <source>Open the member</source>
        <translation>查看成员</translation>
    </message>
    <message>
        <source>Recorded by mistake…</source>
        <translation>记错了…</translation>
    </message>
    <message>
        <source>Request to leave</source>
        <translation>退群申请</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>信函</translation>
    </message>
</context>
<context>
    <name>ExitDialog</name>
    <message>
        <source>{0} wants to leave</source>
        <translation>{0}想退群</translation>
    </message>
    <message>
        <source>Which &amp;groups</source>
        <translation>哪些群(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Asked</source>
        <translation>何时提出(&amp;A)</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>何时提出</translation>
    </message>
    <message>
        <source>&amp;How</source>
        <translation>方式(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>理由(&amp;R)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>By a &amp;certain day</source>
        <translation>希望最晚哪天退群(&amp;C)</translation>
    </message>
    <message>
        <source>Any day</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>By a certain day</source>
        <translation>希望最晚哪天退群</translation>
    </message>
    <message>
        <source>Already gone</source>
        <translation>已经退群</translation>
    </message>
    <message>
        <source>Has &amp;left already:</source>
        <translation>已经退群，时间(&amp;L)：</translation>
    </message>
    <message>
        <source>Everyone is free to leave. You can ask them to stay until somebody has taken over; you write the answer in the next step.</source>
        <translation>退群是每个人的自由。您可以请对方留到有人接手；答复在下一步填写。</translation>
    </message>
    <message>
        <source>Record request</source>
        <translation>记录申请</translation>
    </message>
    <message>
        <source>Record and answer…</source>
        <translation>记录并答复…</translation>
    </message>
    <message>
        <source>{0} – wants to leave already</source>
        <translation>{0} – 已有退群申请</translation>
    </message>
    <message>
        <source>{0} – the only owner</source>
        <translation>{0} – 唯一的群主</translation>
    </message>
    <message>
        <source>In their &amp;own words</source>
        <translation>对方的原话(&amp;O)</translation>
    </message>
    <message>
        <source>In their &amp;own words, if any</source>
        <translation>对方的原话，可不填(&amp;O)</translation>
    </message>
    <message>
        <source>a group</source>
        <translation>一个群</translation>
    </message>
    <message>
        <source>a time that has passed</source>
        <translation>已经过去的时间</translation>
    </message>
    <message>
        <source>the reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Answer now…</source>
        <translation>现在答复…</translation>
    </message>
</context>
<context>
    <name>ExitFacts</name>
    <message>
        <source>{0} (not in this group)</source>
        <translation>{0}（不在本群）</translation>
    </message>
    <message>
        <source>{0} (wants to leave, too)</source>
        <translation>{0}（也想退群）</translation>
    </message>
    <message>
        <source>written, not sent yet</source>
        <translation>已写好，尚未发送</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>In their words</source>
        <translation>对方的原话</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>何时提出</translation>
    </message>
    <message>
        <source>Recorded by</source>
        <translation>记录人</translation>
    </message>
    <message>
        <source>Would like to leave</source>
        <translation>希望退群日</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Takes over</source>
        <translation>接手人</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>信函</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>退群时间</translation>
    </message>
</context>
<context>
    <name>ExitFolderDialog</name>
    <message>
        <source>What {0} passes on</source>
        <translation>{0}移交的资料</translation>
    </message>
    <message>
        <source>One folder with the customers, the contacts in the group, what was agreed in talks, the rules and the checklist. It is made for {0} and for whoever takes over.</source>
        <translation>一个文件夹，包含客户、群内联系人、沟通中的约定、群规和清单，供{0}和接手的人使用。</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>With our internal &amp;notes</source>
        <translation>附上内部备注(&amp;N)</translation>
    </message>
    <message>
        <source>Choose place and save…</source>
        <translation>选择位置并保存…</translation>
    </message>
    <message>
        <source>Notes about people, and what talks were about, stay with us.</source>
        <translation>对人的备注和沟通的事由不会放进去。</translation>
    </message>
    <message>
        <source>The notes lie in a file of their own. Only those who look after this group may read it; take it out before {0} gets the folder. The log says that they are in it.</source>
        <translation>备注单独成一个文件，只供负责本群的同事查看；把文件夹交给{0}之前请先取出。审计日志会注明其中附有备注。</translation>
    </message>
    <message>
        <source>Where to save the folder</source>
        <translation>文件夹保存在哪里</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
</context>
<context>
    <name>ExitHelp</name>
    <message>
        <source>Cannot find the way to leave ({0})</source>
        <translation>找不到退群入口（{0}）</translation>
    </message>
    <message>
        <source>Copy this help</source>
        <translation>复制这段说明</translation>
    </message>
    <message>
        <source>Reminder of confidentiality</source>
        <translation>保密提醒</translation>
    </message>
    <message>
        <source>Copy reminder</source>
        <translation>复制提醒</translation>
    </message>
    <message>
        <source>Copied. Send it to the member yourself.</source>
        <translation>已复制，请自行发给对方。</translation>
    </message>
</context>
<context>
    <name>ExitHistory</name>
    <message>
        <source>What was recorded</source>
        <translation>已有记录</translation>
    </message>
    <message>
        <source>Letter: {0}</source>
        <translation>信函：{0}</translation>
    </message>
    <message>
        <source>Asked to leave: {0}</source>
        <translation>申请退群：{0}</translation>
    </message>
    <message>
        <source>{0} · {1}</source>
        <translation>{0} · {1}</translation>
    </message>
</context>
<context>
    <name>ExitItemDialog</name>
    <message>
        <source>What became of it</source>
        <translation>结果如何</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>不需要</translation>
    </message>
    <message>
        <source>Could not be done</source>
        <translation>未能办成</translation>
    </message>
    <message>
        <source>&amp;When</source>
        <translation>时间(&amp;W)</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>The same in these &amp;groups</source>
        <translation>以下群情况相同(&amp;G)</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>W&amp;hy</source>
        <translation>原因(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Remark, may stay empty</source>
        <translation>备注，可不填(&amp;R)</translation>
    </message>
    <message>
        <source>a time that has passed</source>
        <translation>已经过去的时间</translation>
    </message>
    <message>
        <source>why</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>ExitLeftDialog</name>
    <message>
        <source>{0} has left</source>
        <translation>{0}已退群</translation>
    </message>
    <message>
        <source>The stay ends as their own wish, and stays in the records.</source>
        <translation>记为自行退群，在群期间的记录都会保留。</translation>
    </message>
    <message>
        <source>What is still open can be done afterwards; Today reminds you.</source>
        <translation>未办完的事项可以继续，“今日”会提醒您。</translation>
    </message>
    <message numerus="yes">
        <source>In %n day(s) you are asked whether messages of the group still come.</source>
        <translation>
            <numerusform>%n 天后还会提醒您问一问对方是否仍收到本群消息。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;When</source>
        <translation>时间(&amp;W)</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Has left these groups as &amp;well</source>
        <translation>也退出了这些群(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Note, may stay empty</source>
        <translation>说明（可不填）(&amp;N)</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>a time that has passed</source>
        <translation>已经过去的时间</translation>
    </message>
</context>
<context>
    <name>ExitList</name>
    <message>
        <source>Members who want to leave, and all that belongs to leaving well.</source>
        <translation>登记、答复和办理退群。</translation>
    </message>
    <message>
        <source>Name, pinyin, nickname, group or reason</source>
        <translation>姓名、拼音、群昵称、群或原因</translation>
    </message>
    <message>
        <source>Which requests to leave</source>
        <translation>哪些退群申请</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>群</translation>
    </message>
    <message>
        <source>Next day</source>
        <translation>下一步日期</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Nobody wants to leave</source>
        <translation>没有人想退群</translation>
    </message>
    <message>
        <source>When a member tells you that they want to leave, record it here. GroupDesk helps with the answer, with customers to tell, and with what to save.</source>
        <translation>成员提出退群时，请在这里记录。GroupDesk 会协助您答复、告知客户，并保存该移交的资料。</translation>
    </message>
    <message>
        <source>No request fits</source>
        <translation>没有符合的申请</translation>
    </message>
    <message>
        <source>Take a filter away, or look in all groups.</source>
        <translation>请去掉一个筛选条件，或在全部群中查找。</translation>
    </message>
    <message>
        <source>Show all requests</source>
        <translation>显示全部申请</translation>
    </message>
</context>
<context>
    <name>ExitNoteDialog</name>
    <message>
        <source>a note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Recorded by mistake</source>
        <translation>记错了</translation>
    </message>
    <message>
        <source>It stays on record, counts for nothing, and cannot go on.</source>
        <translation>记录会保留，但不起任何作用，也不能再继续办理。</translation>
    </message>
    <message>
        <source>&amp;What went wrong</source>
        <translation>哪里记错了(&amp;W)</translation>
    </message>
    <message>
        <source>Note on the request to leave</source>
        <translation>退群申请的备注</translation>
    </message>
    <message>
        <source>For the operators; the member does not see it.</source>
        <translation>仅供操作员查看，成员看不到。</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>留言(&amp;N)</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
</context>
<context>
    <name>ExitNotices</name>
    <message>
        <source>Good to know</source>
        <translation>须知</translation>
    </message>
    <message>
        <source>No open cases, no removal that waits, no earlier request.</source>
        <translation>没有未结的个案、待处理的移出，也没有以前的申请。</translation>
    </message>
    <message>
        <source>The only owner of the group. Name a new one before they leave.</source>
        <translation>对方是唯一的群主，退群前请先指定新群主。</translation>
    </message>
    <message>
        <source>Name a new owner…</source>
        <translation>指定新群主…</translation>
    </message>
    <message>
        <source>A removal waits for approval, asked for {0}. It should be answered first.</source>
        <translation>有一项移出待审批（{0}提出），请先处理。</translation>
    </message>
    <message>
        <source>A removal was decided {0} and is not carried out yet.</source>
        <translation>{0}决定的移出尚未执行。</translation>
    </message>
    <message>
        <source>Case {0} is open: {1}. It stays open after they left.</source>
        <translation>个案 {0} 尚未结案：{1}。退群后仍保持未结。</translation>
    </message>
    <message>
        <source>without a rule</source>
        <translation>未涉及规则</translation>
    </message>
    <message>
        <source>Open that request</source>
        <translation>打开该申请</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>{0} and %n more</source>
        <translation>
            <numerusform>{0}，以及另外 %n 位</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) should hear who is there for them: {0}.</source>
        <translation>
            <numerusform>需要告知 %n 位客户今后由谁对接：{0}。</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to case {0}</source>
        <translation>查看个案 {0}</translation>
    </message>
    <message>
        <source>Asked at the same time to leave {0}: {1}.</source>
        <translation>同时申请退出“{0}”：{1}。</translation>
    </message>
    <message>
        <source>Asked before, {0}, to leave {1}: {2}.</source>
        <translation>曾于{0}申请退出“{1}”：{2}。</translation>
    </message>
</context>
<context>
    <name>ExitOwnerDialog</name>
    <message>
        <source>New owner of {0}</source>
        <translation>“{0}”的新群主</translation>
    </message>
    <message>
        <source>{0} is the only owner. Hand the group over in {1} first, then say here who owns it now.</source>
        <translation>{0}是唯一的群主。请先在{1}里转让该群，再在这里登记新群主。</translation>
    </message>
    <message>
        <source>&amp;Who owns the group from now on</source>
        <translation>今后的群主(&amp;W)</translation>
    </message>
    <message>
        <source>Record new owner</source>
        <translation>登记新群主</translation>
    </message>
    <message>
        <source>a member of the group</source>
        <translation>一位群成员</translation>
    </message>
</context>
<context>
    <name>ExitReopenDialog</name>
    <message>
        <source>Open the line again</source>
        <translation>重新打开这一项</translation>
    </message>
    <message>
        <source>Who ticked it, when and with what result stays to be read in the log.</source>
        <translation>原来由谁、何时勾选及其结果，仍会保留在日志里。</translation>
    </message>
    <message>
        <source>It is opened again in {0} as well, where it was ticked with it.</source>
        <translation>{0}中同时勾选的这一项也会重新打开。</translation>
    </message>
    <message>
        <source>&amp;Why is it to be done again?</source>
        <translation>为什么要重新做？(&amp;W)</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新打开</translation>
    </message>
</context>
<context>
    <name>ExitReportDialog</name>
    <message>
        <source>Internal. All numbers as they are.</source>
        <translation>供内部使用，列出全部数字。</translation>
    </message>
    <message>
        <source>For outside: what is about fewer than 3 people is told together with others, so that nobody can be guessed from a number.</source>
        <translation>供外部使用：不足 3 人的项目与其他项目合并，避免从数字猜出是谁。</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0}至{1}</translation>
    </message>
    <message>
        <source>Why people leave: {0}</source>
        <translation>退群统计：{0}</translation>
    </message>
    <message>
        <source>{0} {1} to {2}</source>
        <translation>{0} {1}至{2}</translation>
    </message>
</context>
<context>
    <name>ExitStatisticsDialog</name>
    <message>
        <source>Why people leave</source>
        <translation>退群统计</translation>
    </message>
    <message>
        <source>Who left by themselves; removals and bots are not counted.</source>
        <translation>统计自行退群的成员，移出和机器人不计入。</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>群(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>从(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>到(&amp;T)</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>全部群</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>最近 12 个月</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>今年</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>去年</translation>
    </message>
    <message>
        <source>From the beginning</source>
        <translation>自始至今</translation>
    </message>
    <message>
        <source>Other dates</source>
        <translation>其他日期</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>How long they stayed</source>
        <translation>在群时长</translation>
    </message>
    <message>
        <source>The same numbers as a table</source>
        <translation>同样的数字，表格形式</translation>
    </message>
    <message>
        <source>&amp;Save the numbers…</source>
        <translation>保存数字(&amp;S)…</translation>
    </message>
    <message>
        <source>Show for print…</source>
        <translation>打印预览…</translation>
    </message>
    <message>
        <source>a time that can be</source>
        <translation>有效的时间段</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) somebody left</source>
        <translation>
            <numerusform>共 %n 次退群</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0}, %n person(s).</source>
        <translation>
            <numerusform>{0}，%n 人。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Half of them stayed no longer than %n day(s)</source>
        <translation>
            <numerusform>一半人在群不超过 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It lasted %n day(s)</source>
        <translation>
            <numerusform>在群 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}; half of them between {1} and {2} days</source>
        <translation>{0}，约一半人在 {1} 至 {2} 天之间</translation>
    </message>
    <message>
        <source>{0} {1}.</source>
        <translation>{0}{1}。</translation>
    </message>
    <message>
        <source>Save the numbers</source>
        <translation>保存数字</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Exits {0} {1} to {2}</source>
        <translation>退群统计 {0} {1}至{2}</translation>
    </message>
    <message>
        <source>Saved as {0}.</source>
        <translation>已保存为 {0}。</translation>
    </message>
</context>
<context>
    <name>ExitTodo</name>
    <message>
        <source>Answer {0}, who asks to leave</source>
        <translation>答复{0}的退群申请</translation>
    </message>
    <message>
        <source>{0} stays until {1}: is everything handed over?</source>
        <translation>{0}留到 {1}：交接好了吗？</translation>
    </message>
    <message>
        <source>Has {0} left?</source>
        <translation>{0}退群了吗？</translation>
    </message>
    <message>
        <source>Finish the checklist for {0}, who leaves</source>
        <translation>完成{0}的退群清单</translation>
    </message>
    <message>
        <source>Tell the customers of {0} who looks after them now</source>
        <translation>告知{0}的客户由谁接手</translation>
    </message>
    <message>
        <source>Send {0} the answer about leaving</source>
        <translation>把退群答复发给{0}</translation>
    </message>
    <message>
        <source>Ask {0} whether notifications have stopped</source>
        <translation>问问{0}是否还收到群通知</translation>
    </message>
    <message>
        <source>Open the request</source>
        <translation>打开申请</translation>
    </message>
    <message>
        <source>Ask…</source>
        <translation>询问…</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) left</source>
        <translation>
            <numerusform>还有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} of {1} done · {2}</source>
        <translation>{1} 项中已完成 {0} 项 · {2}</translation>
    </message>
    <message>
        <source>To be replaced by {0} · {1}</source>
        <translation>由{0}接替 · {1}</translation>
    </message>
    <message>
        <source>Left {0} · {1}</source>
        <translation>{0} 退群 · {1}</translation>
    </message>
    <message>
        <source>Asked {0} · {1}</source>
        <translation>{0} 提出 · {1}</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export members</source>
        <translation>导出成员</translation>
    </message>
    <message>
        <source>The file will hold personal data. The audit log notes who made it.</source>
        <translation>文件中会有个人信息。由谁导出会记入审计日志。</translation>
    </message>
    <message>
        <source>&amp;Which members</source>
        <translation>导出哪些成员(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Headings in</source>
        <translation>表头语言(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>列(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>As on &amp;screen</source>
        <translation>与列表一致(&amp;S)</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>选择文件…</translation>
    </message>
    <message numerus="yes">
        <source>On screen, in this order (%n)</source>
        <translation>
            <numerusform>当前列表，按当前顺序（%n 人）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The chosen ones (%n)</source>
        <translation>
            <numerusform>选中的成员（%n 人）</numerusform>
        </translation>
    </message>
    <message>
        <source>All of {0}, former ones too</source>
        <translation>{0}的全部成员，包括已离群的</translation>
    </message>
    <message>
        <source>All groups, former members too</source>
        <translation>所有群，包括已离群的成员</translation>
    </message>
    <message numerus="yes">
        <source>%n column(s). The number and the name are always there.</source>
        <translation>
            <numerusform>%n 列。编号和姓名始终导出。</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) exported to {0}.</source>
        <translation>
            <numerusform>已将 %n 名成员导出到 {0}。</numerusform>
        </translation>
    </message>
    <message>
        <source>The workspace cannot be written, so the log does not say it.</source>
        <translation>工作区无法写入，因此日志中没有记录。</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
</context>
<context>
    <name>FairPanel</name>
    <message>
        <source>Before you remove</source>
        <translation>移出之前</translation>
    </message>
    <message>
        <source>This group asks for a second person: another operator says yes or no, on this desk with their own PIN. Until then nothing is carried out.</source>
        <translation>本群的移出须经第二人审批：由另一位操作员凭自己的 PIN 码在本机答复，批准前不会执行任何操作。</translation>
    </message>
    <message>
        <source>What you write here is printed in the case file. Reason and screenshot are always needed.</source>
        <translation>这里写的说明会印在个案档案中。理由和截图任何时候都不能省略。</translation>
    </message>
</context>
<context>
    <name>FairRecord</name>
    <message>
        <source>Changed since, as it is now</source>
        <translation>提请后有变化，现状如下</translation>
    </message>
    <message numerus="yes">
        <source>Fair process, as recorded · %n exception(s)</source>
        <translation>
            <numerusform>当时的公正流程清单 · %n 处例外</numerusform>
        </translation>
    </message>
    <message>
        <source>Fair process, as recorded</source>
        <translation>当时的公正流程清单</translation>
    </message>
    <message>
        <source>{0}; gone on without it: {1}</source>
        <translation>{0}；仍继续的理由：{1}</translation>
    </message>
</context>
<context>
    <name>FillInDialog</name>
    <message>
        <source>A choice</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Own words</source>
        <translation>填空</translation>
    </message>
    <message>
        <source>Whoever writes with this template is asked for it.</source>
        <translation>用这个模板写消息时，会请写的人在这里选择或填写。</translation>
    </message>
    <message>
        <source>&amp;What is asked</source>
        <translation>提示语(&amp;W)</translation>
    </message>
    <message>
        <source>Short, “How we talk” for instance. It is not sent.</source>
        <translation>简短即可，例如“沟通方式”，不会发出去。</translation>
    </message>
    <message>
        <source>&amp;Choices, one on each line</source>
        <translation>选项，每行一个(&amp;C)</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>what is asked</source>
        <translation>提示语</translation>
    </message>
    <message>
        <source>two choices</source>
        <translation>至少两个选项</translation>
    </message>
    <message>
        <source>Leave out brackets and |: nothing can be put into a fill-in.</source>
        <translation>请不要用括号和 |：填空里不能再放别的内容。</translation>
    </message>
    <message>
        <source>plain words</source>
        <translation>纯文字</translation>
    </message>
    <message>
        <source>At most {0} choices; take some out.</source>
        <translation>最多 {0} 个选项，请删去一些。</translation>
    </message>
    <message>
        <source>One choice is there twice.</source>
        <translation>有两个选项相同。</translation>
    </message>
    <message>
        <source>A choice has at most {0} characters.</source>
        <translation>每个选项最多 {0} 个字符。</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>找到 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Warned</source>
        <translation>警告中</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>最后警告</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>不活跃</translation>
    </message>
    <message>
        <source>Sent?</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>未送达</translation>
    </message>
    <message>
        <source>Wants to leave</source>
        <translation>想退群</translation>
    </message>
    <message>
        <source>Former</source>
        <translation>已离开</translation>
    </message>
    <message>
        <source>Take away: {0}</source>
        <translation>去掉条件：{0}</translation>
    </message>
    <message>
        <source>Search name, pinyin, phone, note…</source>
        <translation>搜索姓名、拼音、电话、备注…</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Counted over the whole list, whatever you search for</source>
        <translation>按整份名单统计，不随查找变化</translation>
    </message>
    <message>
        <source>Save filter…</source>
        <translation>保存筛选…</translation>
    </message>
</context>
<context>
    <name>FilterDialog</name>
    <message>
        <source>Filter members</source>
        <translation>筛选成员</translation>
    </message>
    <message>
        <source>All that you set here has to hold. Leave open what does not matter.</source>
        <translation>所设条件须全部满足；不限的项目留空即可。</translation>
    </message>
    <message>
        <source>Show members</source>
        <translation>显示成员</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>全部清除</translation>
    </message>
    <message>
        <source>Does not matter</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Inactive for so many days</source>
        <translation>达到以下天数未活跃</translation>
    </message>
    <message>
        <source>Inactive so long, or unknown</source>
        <translation>达到以下天数未活跃，或未知</translation>
    </message>
    <message>
        <source>Activity unknown</source>
        <translation>活跃时间未知</translation>
    </message>
    <message>
        <source>In the group now</source>
        <translation>目前在群</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>&amp;Standing, any of these</source>
        <translation>状态，符合其一即可(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Activity</source>
        <translation>活跃情况(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Days</source>
        <translation>天数(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Tag</source>
        <translation>标签(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>身份(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Joined on or after</source>
        <translation>加入日期不早于(&amp;J)</translation>
    </message>
    <message>
        <source>J&amp;oined on or before</source>
        <translation>加入日期不晚于(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Key customer</source>
        <translation>重点客户(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Protected</source>
        <translation>受保护(&amp;P)</translation>
    </message>
    <message>
        <source>Pr&amp;esent or former</source>
        <translation>在群或以往(&amp;E)</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) fit</source>
        <translation>
            <numerusform>%n 名成员符合</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterNameDialog</name>
    <message>
        <source>Rename the filter</source>
        <translation>重命名筛选</translation>
    </message>
    <message>
        <source>Save the filter</source>
        <translation>保存筛选</translation>
    </message>
    <message>
        <source>Find it in the navigation. It keeps to the group it is saved in, or to all groups.</source>
        <translation>保存后可在导航中找到，只查找保存时所在的群，或全部群。</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Save filter</source>
        <translation>保存筛选</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>a name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Lately</source>
        <translation>最近使用</translation>
    </message>
    <message>
        <source>What can be done here</source>
        <translation>当前可用的操作</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>群</translation>
    </message>
    <message>
        <source>Acts</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>个案</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Not possible now</source>
        <translation>暂时不能操作</translation>
    </message>
    <message>
        <source>Close matches</source>
        <translation>相近的结果</translation>
    </message>
</context>
<context>
    <name>FirstDecision</name>
    <message>
        <source>What it is about</source>
        <translation>针对的决定</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>决定人</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>审批人</translation>
    </message>
    <message>
        <source>Member knows of it</source>
        <translation>成员何时得知</translation>
    </message>
    <message>
        <source>Objections until</source>
        <translation>申诉截止</translation>
    </message>
    <message>
        <source>at any time</source>
        <translation>随时</translation>
    </message>
    <message>
        <source>Answer within</source>
        <translation>答复期限</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer by</source>
        <translation>答复截止</translation>
    </message>
</context>
<context>
    <name>FirstStartDialog</name>
    <message>
        <source>Making the sample: this takes some seconds…</source>
        <translation>正在准备示例，需要几秒钟…</translation>
    </message>
    <message>
        <source>Welcome to GroupDesk</source>
        <translation>欢迎使用 GroupDesk</translation>
    </message>
    <message>
        <source>Everything stays on this computer. Nothing is sent anywhere.</source>
        <translation>所有数据都留在这台电脑上，不会发送到任何地方。</translation>
    </message>
    <message>
        <source>Look around first</source>
        <translation>先随便看看</translation>
    </message>
    <message>
        <source>The sample workspace has four groups, some 600 members and a year of cases, all invented. Try everything; your own work begins in a folder of its own.</source>
        <translation>示例工作区有四个群、约 600 名成员和一年的个案，全部是虚构的。请随意尝试；您自己的工作会放在单独的文件夹里。</translation>
    </message>
    <message>
        <source>Open the sample workspace</source>
        <translation>打开示例工作区</translation>
    </message>
    <message>
        <source>Start your own</source>
        <translation>新建我的工作区</translation>
    </message>
    <message>
        <source>&amp;Your name, as the records show it</source>
        <translation>您的姓名，将写入记录(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Folder of the workspace</source>
        <translation>工作区文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Open another workspace…</source>
        <translation>打开其他工作区…</translation>
    </message>
    <message>
        <source>Open a backup…</source>
        <translation>打开备份…</translation>
    </message>
    <message>
        <source>It becomes a workspace of its own, in a new folder. Nothing is overwritten.</source>
        <translation>备份会成为新文件夹中的独立工作区，不会覆盖任何内容。</translation>
    </message>
    <message>
        <source>Make an empty workspace</source>
        <translation>新建空白工作区</translation>
    </message>
    <message>
        <source>your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Folder of the workspace</source>
        <translation>工作区文件夹</translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation>打开工作区</translation>
    </message>
    <message>
        <source>Open a backup</source>
        <translation>打开备份</translation>
    </message>
    <message>
        <source>Backups of GroupDesk (*.db)</source>
        <translation>GroupDesk 备份 (*.db)</translation>
    </message>
    <message>
        <source>Checking the backup and copying its screenshots…</source>
        <translation>正在检查备份并复制截图…</translation>
    </message>
</context>
<context>
    <name>FollowUpDialog</name>
    <message>
        <source>was due {0}</source>
        <translation>应于{0}跟进，已逾期</translation>
    </message>
    <message>
        <source>due {0}</source>
        <translation>应于{0}跟进</translation>
    </message>
    <message>
        <source>Follow up with {0}</source>
        <translation>跟进{0}</translation>
    </message>
    <message>
        <source>Was it kept?</source>
        <translation>约定做到了吗？</translation>
    </message>
    <message>
        <source>Cannot say</source>
        <translation>不好说</translation>
    </message>
    <message>
        <source>What you &amp;found</source>
        <translation>了解到的情况(&amp;F)</translation>
    </message>
    <message>
        <source>May stay empty.</source>
        <translation>可以不填。</translation>
    </message>
    <message>
        <source>And then</source>
        <translation>接下来</translation>
    </message>
    <message>
        <source>Nothing more</source>
        <translation>到此为止</translation>
    </message>
    <message>
        <source>Another talk…</source>
        <translation>再沟通一次…</translation>
    </message>
    <message>
        <source>Reminder or warning…</source>
        <translation>提醒或警告…</translation>
    </message>
    <message>
        <source>History</source>
        <translation>处理经过</translation>
    </message>
    <message>
        <source>Record result</source>
        <translation>记录结果</translation>
    </message>
    <message>
        <source>The follow-up with {0} is recorded.</source>
        <translation>对{0}的跟进已记录。</translation>
    </message>
</context>
<context>
    <name>FollowsUpChoice</name>
    <message>
        <source>Follow-&amp;up of</source>
        <translation>跟进哪次沟通(&amp;U)</translation>
    </message>
    <message>
        <source>Was it kept?</source>
        <translation>约定做到了吗？</translation>
    </message>
    <message>
        <source>Cannot say</source>
        <translation>不好说</translation>
    </message>
    <message>
        <source>No earlier talk</source>
        <translation>与以往的沟通无关</translation>
    </message>
</context>
<context>
    <name>Gate</name>
    <message>
        <source>Now at the desk: {0}. Nobody is asked for a PIN under this name.</source>
        <translation>当前操作员：{0}。以此身份登录不需要 PIN 码。</translation>
    </message>
    <message>
        <source>Set a PIN…</source>
        <translation>设置 PIN 码…</translation>
    </message>
    <message>
        <source>{1}: the PIN of {0} was reset at the computer, by its account “{2}”, with nobody signed in. If you do not know why, ask: with it anybody could have worked as {0}.</source>
        <translation>{1}，有人在电脑上用账户“{2}”重置了{0}的 PIN 码，当时无人登录。如果您不清楚原因，请核实：知道新 PIN 码的人可能以{0}的名义操作过。</translation>
    </message>
    <message>
        <source>I have read it</source>
        <translation>已知悉</translation>
    </message>
    <message>
        <source>{0} left “{1}” open, with something in it that is kept nowhere else. It is lost if you sign in again now.</source>
        <translation>{0}还开着“{1}”，其中填写的内容没有保存在别处。如果现在再次登录，这些内容将会丢失。</translation>
    </message>
</context>
<context>
    <name>GroupDialog</name>
    <message>
        <source>New group</source>
        <translation>新建群</translation>
    </message>
    <message>
        <source>Edit {0}</source>
        <translation>修改“{0}”</translation>
    </message>
    <message>
        <source>One group on one platform. GroupDesk never touches the platform itself.</source>
        <translation>对应一个平台上的一个群。GroupDesk 不会操作平台本身。</translation>
    </message>
    <message>
        <source>&amp;Name, as members see it</source>
        <translation>群名称，与成员所见一致(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Platform</source>
        <translation>平台(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Language of the group</source>
        <translation>群内语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Size limit</source>
        <translation>人数上限(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Owner</source>
        <translation>群主(&amp;O)</translation>
    </message>
    <message>
        <source>P&amp;urpose</source>
        <translation>群定位(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Who belongs</source>
        <translation>面向人群(&amp;W)</translation>
    </message>
    <message>
        <source>Wh&amp;y now</source>
        <translation>为何现在需要(&amp;Y)</translation>
    </message>
    <message>
        <source>May stay empty. It is kept as it is today, for when the group is looked at.</source>
        <translation>可以不填。按今天的原话保存，以后清理群时可以看到。</translation>
    </message>
    <message>
        <source>Pol&amp;icy</source>
        <translation>管理约定(&amp;I)</translation>
    </message>
    <message>
        <source>How this group is looked after: who decides what, and how you go about it.</source>
        <translation>这个群怎么管理：什么事由谁决定、按什么步骤处理。</translation>
    </message>
    <message>
        <source>Platform I&amp;D</source>
        <translation>平台 ID(&amp;D)</translation>
    </message>
    <message>
        <source>if the platform shows one</source>
        <translation>平台有显示时填写</translation>
    </message>
    <message>
        <source>none</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Create group</source>
        <translation>新建群</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>保存修改</translation>
    </message>
    <message>
        <source>a name</source>
        <translation>群名称</translation>
    </message>
</context>
<context>
    <name>GroupNoteDialog</name>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n 个群</numerusform>
        </translation>
    </message>
    <message>
        <source>Before you join {0}</source>
        <translation>加入“{0}”之前</translation>
    </message>
    <message>
        <source>Keep {0}</source>
        <translation>保留 {0}</translation>
    </message>
    <message>
        <source>Notifications of {0} are off</source>
        <translation>{0}已设免打扰</translation>
    </message>
    <message>
        <source>A minute now saves a group too many later. What you write is kept as it is today and shown when the group is looked at again.</source>
        <translation>现在花一分钟想清楚，以后就少一个多余的群。内容按今天的原话保存，下次清理时会显示。</translation>
    </message>
    <message>
        <source>The clean-up does not ask about it again for as many days as it looks back.</source>
        <translation>在清理所看的天数之内，不会再问起。</translation>
    </message>
    <message>
        <source>GroupDesk changes nothing on the platform. The note tells you and the others that messages there are not seen at once.</source>
        <translation>GroupDesk 不会改动平台设置。这条记录提醒您和同事：那里的消息不会马上看到。</translation>
    </message>
    <message>
        <source>&amp;Purpose: what is it for?</source>
        <translation>群定位：这个群做什么用(&amp;P)</translation>
    </message>
    <message>
        <source>Who &amp;belongs in it?</source>
        <translation>面向人群：哪些人该在群里(&amp;B)</translation>
    </message>
    <message>
        <source>Why &amp;now?</source>
        <translation>为何现在需要(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Why it is kept</source>
        <translation>为什么保留(&amp;W)</translation>
    </message>
    <message>
        <source>Since when, and &amp;why</source>
        <translation>从什么时候起，为什么(&amp;W)</translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation>记下来</translation>
    </message>
    <message>
        <source>one of the answers</source>
        <translation>至少一项回答</translation>
    </message>
    <message>
        <source>a reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Written down.</source>
        <translation>已记下。</translation>
    </message>
</context>
<context>
    <name>GroupNotesCard</name>
    <message>
        <source>Why this group</source>
        <translation>为什么有这个群</translation>
    </message>
    <message>
        <source>Nobody wrote down why this group is there.</source>
        <translation>还没有人写明为什么有这个群。</translation>
    </message>
    <message numerus="yes">
        <source>and %n earlier note(s)</source>
        <translation>
            <numerusform>还有 %n 条更早的记录</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} · {1} · {2}</source>
        <translation>{0} · {1} · {2}</translation>
    </message>
</context>
<context>
    <name>GroupPage</name>
    <message>
        <source>About the group</source>
        <translation>群概况</translation>
    </message>
    <message>
        <source>Begin with a group</source>
        <translation>先新建一个群</translation>
    </message>
    <message>
        <source>A group holds its members, its rules and what was done.</source>
        <translation>群里有成员、群规和处理记录。</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>群定位</translation>
    </message>
    <message>
        <source>Who belongs</source>
        <translation>面向人群</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>管理约定</translation>
    </message>
    <message>
        <source>Nothing is written here yet.</source>
        <translation>尚未填写。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>规模</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n 名成员</numerusform>
        </translation>
    </message>
    <message>
        <source>This group has no size limit.</source>
        <translation>这个群没有人数上限。</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) left</source>
        <translation>
            <numerusform>还剩 %n 个名额</numerusform>
        </translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>人数与个案</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Warned</source>
        <translation>警告中</translation>
    </message>
    <message>
        <source>Bots</source>
        <translation>机器人</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>决定方式</translation>
    </message>
    <message>
        <source>Second person</source>
        <translation>他人审批</translation>
    </message>
    <message>
        <source>Objections</source>
        <translation>申诉</translation>
    </message>
    <message numerus="yes">
        <source>within %n day(s)</source>
        <translation>
            <numerusform>%n 天内</numerusform>
        </translation>
    </message>
    <message>
        <source>at any time</source>
        <translation>随时</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n member(s)</source>
        <translation>
            <numerusform>{0} 人，上限 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>Former</source>
        <translation>已离开</translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation>未结个案</translation>
    </message>
    <message>
        <source>Open the members</source>
        <translation>查看成员</translation>
    </message>
    <message>
        <source>Open the cases</source>
        <translation>查看个案</translation>
    </message>
    <message>
        <source>not published yet</source>
        <translation>尚未发布</translation>
    </message>
    <message>
        <source>version {0}, {1}</source>
        <translation>第 {0} 版，{1}发布</translation>
    </message>
    <message>
        <source>none imported yet</source>
        <translation>尚未导入</translation>
    </message>
    <message>
        <source>Particulars</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>群主</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Platform ID</source>
        <translation>平台 ID</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>群规</translation>
    </message>
    <message>
        <source>Last list</source>
        <translation>最近导入的名单</translation>
    </message>
    <message>
        <source>Open the rules</source>
        <translation>查看群规</translation>
    </message>
</context>
<context>
    <name>GroupStep</name>
    <message>
        <source>(no name)</source>
        <translation>（未命名）</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>This file holds several groups. Choose the one whose people are meant.</source>
        <translation>这个文件里有多个群，请选择要导入哪一个群的成员。</translation>
    </message>
    <message>
        <source>Groups in the file</source>
        <translation>文件里的群</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>群</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
</context>
<context>
    <name>HandoverBeginDialog</name>
    <message>
        <source>Hand over</source>
        <translation>交接</translation>
    </message>
    <message>
        <source>A book that both sides sign, then all that is open in one go</source>
        <translation>先由双方在交接册上签字，再一次移交全部未结事项</translation>
    </message>
    <message>
        <source>What is handed over</source>
        <translation>移交范围</translation>
    </message>
    <message>
        <source>All that somebody looks after</source>
        <translation>某人负责的全部事项</translation>
    </message>
    <message>
        <source>Who hands &amp;over</source>
        <translation>移交人(&amp;O)</translation>
    </message>
    <message>
        <source>Who &amp;takes over</source>
        <translation>接收人(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Why, and until when</source>
        <translation>原因和期限(&amp;W)</translation>
    </message>
    <message>
        <source>Colleagues read it with each case that goes over.</source>
        <translation>同事会在每个移交的个案里看到这段话。</translation>
    </message>
    <message>
        <source>Open the book</source>
        <translation>建立交接册</translation>
    </message>
    <message>
        <source>The book tells of this group, and only what belongs to it goes over.</source>
        <translation>交接册只写本群的情况，也只移交属于本群的事项。</translation>
    </message>
    <message>
        <source>The book tells of every group, case and customer that they look after.</source>
        <translation>交接册涵盖其负责的所有群、个案和客户。</translation>
    </message>
    <message>
        <source>who hands over</source>
        <translation>移交人</translation>
    </message>
    <message>
        <source>who takes over</source>
        <translation>接收人</translation>
    </message>
    <message>
        <source>Open that book</source>
        <translation>打开那份交接册</translation>
    </message>
</context>
<context>
    <name>HandoverBookView</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n 位成员</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} of {1} at most</source>
        <translation>{0} 人，上限 {1} 人</translation>
    </message>
    <message>
        <source>Version {0} of {1}</source>
        <translation>第 {0} 版，{1}</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>群定位</translation>
    </message>
    <message>
        <source>Not written down</source>
        <translation>未填写</translation>
    </message>
    <message>
        <source>Who belongs</source>
        <translation>面向人群</translation>
    </message>
    <message>
        <source>Why it is there</source>
        <translation>为什么有这个群</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>群主</translation>
    </message>
    <message>
        <source>Owners and admins</source>
        <translation>群主和管理员</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Rules in force</source>
        <translation>现行群规</translation>
    </message>
    <message>
        <source>None published</source>
        <translation>尚未发布</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0}（{1}）</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Show all {0}</source>
        <translation>显示全部 {0} 项</translation>
    </message>
    <message>
        <source>Strike out…</source>
        <translation>划去…</translation>
    </message>
    <message>
        <source>Strike out: {0}</source>
        <translation>划去：{0}</translation>
    </message>
    <message>
        <source>Struck out by {0}: {1}</source>
        <translation>{0}划去：{1}</translation>
    </message>
</context>
<context>
    <name>HandoverDetail</name>
    <message>
        <source>Open the request to leave</source>
        <translation>打开退群申请</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>交接</translation>
    </message>
    <message>
        <source>Opened {0} by {1}</source>
        <translation>{1}于{0}建立</translation>
    </message>
</context>
<context>
    <name>HandoverDialog</name>
    <message>
        <source>What is written in</source>
        <translation>写入哪类内容</translation>
    </message>
    <message>
        <source>Write &amp;into the book</source>
        <translation>写入交接册(&amp;I)</translation>
    </message>
    <message>
        <source>Handover book · {0}</source>
        <translation>交接册 · {0}</translation>
    </message>
    <message>
        <source>Not written in</source>
        <translation>未写入的内容</translation>
    </message>
    <message>
        <source>What the records do not say, and whoever comes must know.</source>
        <translation>记录里没有、但接手的人必须知道的内容。</translation>
    </message>
    <message>
        <source>This was not written into the book. Copy it if you need it.</source>
        <translation>这段内容没有写入交接册。如有需要，请先复制。</translation>
    </message>
    <message>
        <source>What you began to write is kept with the book.</source>
        <translation>未写完的内容已随交接册保存。</translation>
    </message>
    <message>
        <source>Close without keeping it</source>
        <translation>不保存并关闭</translation>
    </message>
    <message>
        <source>Write this in first, or clear it: it is not in the book yet.</source>
        <translation>这段内容还没有写入交接册，请先写入或清空。</translation>
    </message>
    <message>
        <source>Write in</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>移交…</translation>
    </message>
</context>
<context>
    <name>HandoverList</name>
    <message>
        <source>Work that goes from one hand to another, with a book that both sign.</source>
        <translation>交接工作：双方核对交接册并签字。</translation>
    </message>
    <message>
        <source>Who hands over, who takes over, or group</source>
        <translation>移交人、接收人或群名</translation>
    </message>
    <message>
        <source>Which handovers</source>
        <translation>显示哪些交接</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>From, to</source>
        <translation>移交人 → 接收人</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>建立</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>No handover yet</source>
        <translation>还没有交接</translation>
    </message>
    <message>
        <source>When somebody leaves or passes work on, open a handover book: it gathers open cases, promises and contacts, both sides sign it, and all that is open goes over in one act.</source>
        <translation>有人离开或转交工作时，请建立交接册：它汇总未结个案、约定和联系方式，双方签字后一次移交全部未结事项。</translation>
    </message>
    <message>
        <source>No handover fits</source>
        <translation>没有符合条件的交接</translation>
    </message>
    <message>
        <source>Take a filter away, or look in all groups.</source>
        <translation>请去掉筛选条件，或查看所有群。</translation>
    </message>
    <message>
        <source>Show all handovers</source>
        <translation>显示全部交接</translation>
    </message>
</context>
<context>
    <name>HandoverMoveDialog</name>
    <message>
        <source>Hand over to {0}</source>
        <translation>移交给{0}</translation>
    </message>
    <message>
        <source>&amp;What goes over</source>
        <translation>移交的事项(&amp;W)</translation>
    </message>
    <message>
        <source>All that is ticked goes over in one act and stands in the log, for each person apart. It can be given back as a handover of its own.</source>
        <translation>勾选的事项一次全部移交，并按人分别写入日志。以后如需交还，可以反向再办一次交接。</translation>
    </message>
    <message>
        <source>W&amp;hy without both signatures</source>
        <translation>未经双方签字的原因(&amp;H)</translation>
    </message>
    <message>
        <source>It is printed in the book and stands in the log.</source>
        <translation>原因会印在交接册上，并写入日志。</translation>
    </message>
    <message numerus="yes">
        <source>Hand %n thing(s) over</source>
        <translation>
            <numerusform>移交 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>End the handover</source>
        <translation>结束交接</translation>
    </message>
    <message numerus="yes">
        <source>Nothing is ticked: %n thing(s) stay with {0}.</source>
        <translation>
            <numerusform>没有勾选任何事项：%n 项仍由{0}负责。</numerusform>
        </translation>
    </message>
    <message>
        <source>the list as it is now</source>
        <translation>最新的清单</translation>
    </message>
    <message>
        <source>why it is not signed by both</source>
        <translation>未经双方签字的原因</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) went to {0}.</source>
        <translation>
            <numerusform>已将 %n 项移交给{0}。</numerusform>
        </translation>
    </message>
    <message>
        <source>The handover to {0} is ended; nothing had to move.</source>
        <translation>与{0}的交接已结束，没有需要移交的事项。</translation>
    </message>
    <message>
        <source>Read the list again</source>
        <translation>重新读取清单</translation>
    </message>
</context>
<context>
    <name>HandoverPrintDialog</name>
    <message>
        <source>Print the handover book</source>
        <translation>打印交接册</translation>
    </message>
    <message>
        <source>Internal: with everything. Both sides sign this one.</source>
        <translation>供内部使用，内容完整，双方在此版上签字。</translation>
    </message>
    <message>
        <source>For outside: leaves out contacts and notes, and names no member.</source>
        <translation>供外部使用，不含联系方式和备注，也不出现成员姓名。</translation>
    </message>
    <message>
        <source>Handover {0} {1}</source>
        <translation>交接 {0} {1}</translation>
    </message>
</context>
<context>
    <name>HandoverSidePanel</name>
    <message>
        <source>Still missing</source>
        <translation>还差什么</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Went to {0}</source>
        <translation>已移交给{0}</translation>
    </message>
    <message>
        <source>Will go to {0}</source>
        <translation>将移交给{0}</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) stay: see the list before handing over</source>
        <translation>
            <numerusform>有 %n 项不移交，详见移交前的清单</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing: the records name nothing to move</source>
        <translation>无：记录中没有需要移交的事项</translation>
    </message>
    <message>
        <source>{0} has not signed.</source>
        <translation>{0}尚未签字。</translation>
    </message>
    <message>
        <source>{0} signed on paper, {1}; recorded by {2}.</source>
        <translation>{0}已在纸上签字，{1}；由{2}记录。</translation>
    </message>
    <message>
        <source>{0} The book had not been printed; what was signed: {1}</source>
        <translation>{0}当时本册尚未打印，签的是：{1}</translation>
    </message>
    <message>
        <source>{0} signed here, {1}.</source>
        <translation>{0}已在此签字，{1}。</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>没有移交任何事项</translation>
    </message>
    <message>
        <source>{0} It was an earlier version of the book.</source>
        <translation>{0}签的是之前的版本。</translation>
    </message>
    <message>
        <source>{0} It was an earlier version of the book: please sign again.</source>
        <translation>{0}签的是之前的版本，请重新签字。</translation>
    </message>
    <message>
        <source>{0} The records changed since.</source>
        <translation>{0}之后记录有变动。</translation>
    </message>
    <message>
        <source>Sign again</source>
        <translation>重新签字</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签字</translation>
    </message>
    <message>
        <source>Signed on paper…</source>
        <translation>已在纸上签字…</translation>
    </message>
    <message>
        <source>Signed again on paper…</source>
        <translation>已重新在纸上签字…</translation>
    </message>
    <message>
        <source>Called off: {0}</source>
        <translation>已取消：{0}</translation>
    </message>
    <message>
        <source>Handed over {0}</source>
        <translation>已于{0}移交</translation>
    </message>
    <message>
        <source>Not signed by both: {0}</source>
        <translation>未经双方签字：{0}</translation>
    </message>
    <message>
        <source>{0} signed something else: both sign the same book</source>
        <translation>{0}签的是之前的内容，双方须签同一份</translation>
    </message>
    <message>
        <source>{0} signed</source>
        <translation>{0}已签字</translation>
    </message>
    <message>
        <source>The signature of {0}</source>
        <translation>{0}的签字</translation>
    </message>
    <message>
        <source>{0} no longer works here or has left: call this off and begin again</source>
        <translation>{0}已不在这里工作或已退群：请取消这次交接，重新开始</translation>
    </message>
    <message>
        <source>The purpose of {0} is not written down</source>
        <translation>未填写“{0}”的目的</translation>
    </message>
    <message numerus="yes">
        <source>%n open case(s) that nobody looks after</source>
        <translation>
            <numerusform>有 %n 个未结个案无人负责</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing written in by hand: promises, contacts, files?</source>
        <translation>还没有补充写入的内容：有无约定、联系人、文件？</translation>
    </message>
    <message>
        <source>Changed since it was signed: {0}</source>
        <translation>签字后有变动：{0}</translation>
    </message>
</context>
<context>
    <name>HandoverTodo</name>
    <message>
        <source>Open the handover</source>
        <translation>打开移交</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>移交…</translation>
    </message>
    <message>
        <source>Open the book</source>
        <translation>打开交接册</translation>
    </message>
    <message>
        <source>Hand over from {0} to {1}: both have signed</source>
        <translation>双方已签字，可由{0}移交给{1}</translation>
    </message>
    <message>
        <source>The handover book has changed since both signed</source>
        <translation>双方签字后，交接册有变动</translation>
    </message>
    <message>
        <source>The handover book has changed since {0} signed</source>
        <translation>{0}签字后，交接册有变动</translation>
    </message>
    <message>
        <source>Your signature is missing in a handover book</source>
        <translation>交接册还缺您的签字</translation>
    </message>
    <message>
        <source>The signature of {0} is missing in a handover book</source>
        <translation>交接册还缺{0}的签字</translation>
    </message>
    <message>
        <source>{0} takes over · {1}</source>
        <translation>由{0}接收 · {1}</translation>
    </message>
    <message>
        <source>{0} hands over · {1}</source>
        <translation>由{0}移交 · {1}</translation>
    </message>
    <message>
        <source>Opened {0} · {1}</source>
        <translation>建立于{0} · {1}</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>One list at a time: this is “{0}”. Import the others afterwards.</source>
        <translation>每次导入一份名单，现在是“{0}”，其余的请随后再导入。</translation>
    </message>
    <message>
        <source>Import into {0}</source>
        <translation>导入到“{0}”</translation>
    </message>
    <message>
        <source>You see what would change before anything is written.</source>
        <translation>写入之前，您会先看到将有哪些变化。</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Columns…</source>
        <translation>各列含义(&amp;C)…</translation>
    </message>
    <message>
        <source>Show preview</source>
        <translation>查看预览</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>名单</translation>
    </message>
    <message>
        <source>a group</source>
        <translation>群</translation>
    </message>
    <message>
        <source>Import {0} new, update {1}</source>
        <translation>新增 {0} 人，更新 {1} 人</translation>
    </message>
    <message>
        <source>Update {0}</source>
        <translation>更新 {0} 人</translation>
    </message>
    <message>
        <source>Import {0} new</source>
        <translation>新增 {0} 人</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>{0} joined</source>
        <translation>{0} 人入群</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>{0} 人离群</translation>
    </message>
    <message>
        <source>{0} changed</source>
        <translation>{0} 人变更</translation>
    </message>
    <message>
        <source>Record {0}</source>
        <translation>登记：{0}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>登记</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) to decide are left out</source>
        <translation>
            <numerusform>还有 %n 行待确认，暂不导入</numerusform>
        </translation>
    </message>
    <message>
        <source>Imported into {0}: {1} new, {2} updated.</source>
        <translation>已导入到“{0}”：新增 {1} 人，更新 {2} 人。</translation>
    </message>
    <message>
        <source>Compared with {0}: {1} joined, {2} changed, {3} left.</source>
        <translation>已与“{0}”比对：{1} 人入群，{2} 人变更，{3} 人离群。</translation>
    </message>
    <message>
        <source>Pasted list</source>
        <translation>粘贴的名单</translation>
    </message>
</context>
<context>
    <name>ImportLinePanel</name>
    <message>
        <source>Another group of yours knows this person already.</source>
        <translation>您的另一个群里已有此人。</translation>
    </message>
    <message>
        <source>The account is deactivated: recorded as left, not as a member.</source>
        <translation>账号已停用：登记为已退群，不计入成员。</translation>
    </message>
    <message>
        <source>The list says nothing but the name.</source>
        <translation>名单里只有姓名。</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>时间不详</translation>
    </message>
    <message>
        <source>Was removed from this group on {0} (case {1}).</source>
        <translation>曾被移出本群（{0}，个案 {1}）。</translation>
    </message>
    <message>
        <source>Was removed from this group on {0}.</source>
        <translation>曾被移出本群（{0}）。</translation>
    </message>
    <message>
        <source>Left this group before, on {0}.</source>
        <translation>曾退出本群（{0}）。</translation>
    </message>
    <message>
        <source>The earlier record stays; a new stay begins.</source>
        <translation>以前的记录保留，另记一次新的入群。</translation>
    </message>
    <message>
        <source>Was removed in the group that the list is of: recorded here as left, for a list holds no record of a removal.</source>
        <translation>在名单所属的群里已被移出。名单不含移出记录，因此这里记为已离群。</translation>
    </message>
    <message>
        <source>Had left when the list was written: recorded as left.</source>
        <translation>导出名单时已离群，这里记为已离群。</translation>
    </message>
    <message>
        <source>nothing so far</source>
        <translation>原先为空</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Leave this row out</source>
        <translation>不导入这一行</translation>
    </message>
    <message>
        <source>It is the person of line {0}: leave this row out</source>
        <translation>与第 {0} 行是同一个人，不导入这一行</translation>
    </message>
    <message>
        <source>It is another person of that name</source>
        <translation>是同名的另一个人</translation>
    </message>
    <message>
        <source>member since {0}</source>
        <translation>入群时间 {0}</translation>
    </message>
    <message>
        <source>nothing else is known</source>
        <translation>没有其他信息</translation>
    </message>
    <message>
        <source>It is {0} ({1})</source>
        <translation>是{0}（{1}）</translation>
    </message>
    <message>
        <source>{0} is in the group, but not in this list.</source>
        <translation>{0} 在群里，但不在这份名单中。</translation>
    </message>
    <message>
        <source>Is it somebody of the list under a new name? Nothing is assumed.</source>
        <translation>是名单里改了名的某个人吗？程序不会自行判断。</translation>
    </message>
    <message>
        <source>Has another name now: {0}, line {1}</source>
        <translation>现已改名：{0}（第 {1} 行）</translation>
    </message>
    <message>
        <source>{0}: only once a removal is recorded</source>
        <translation>{0}：须先登记移出</translation>
    </message>
    <message>
        <source>Still a member: leave as it is</source>
        <translation>仍在群里：保持不变</translation>
    </message>
    <message>
        <source>It is a new person</source>
        <translation>是一位新成员</translation>
    </message>
</context>
<context>
    <name>IncidentFields</name>
    <message>
        <source>When and how it was noticed, quoted text</source>
        <translation>发生时间、如何发现、原话</translation>
    </message>
    <message>
        <source>Happened {0} · how it was noticed, quoted text</source>
        <translation>发生于{0} · 如何发现、原话</translation>
    </message>
    <message>
        <source>Happened {0} (assumed) · how it was noticed, quoted text</source>
        <translation>发生于{0}（暂定） · 如何发现、原话</translation>
    </message>
    <message>
        <source>It &amp;happened at</source>
        <translation>发生时间(&amp;H)</translation>
    </message>
    <message>
        <source>Assumed: the time at which you began to write. Change it, or take the tick away if nobody knows.</source>
        <translation>暂按您开始填写的时间。请改成实际时间；如果没人知道，请取消勾选。</translation>
    </message>
    <message>
        <source>How it was &amp;noticed</source>
        <translation>如何发现(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Quoted text, word for word</source>
        <translation>原话摘录(&amp;Q)</translation>
    </message>
</context>
<context>
    <name>JoinPanel</name>
    <message>
        <source>Does this person belong here?</source>
        <translation>此人适合加入本群吗？</translation>
    </message>
    <message>
        <source>Purpose: {0}</source>
        <translation>群定位：{0}</translation>
    </message>
    <message>
        <source>Fits the purpo&amp;se</source>
        <translation>符合群定位(&amp;S)</translation>
    </message>
    <message>
        <source>Who belongs: {0}</source>
        <translation>面向人群：{0}</translation>
    </message>
    <message>
        <source>&amp;Belongs here</source>
        <translation>属于面向人群(&amp;B)</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>已知情况</translation>
    </message>
    <message>
        <source>&amp;Why they are let in all the same</source>
        <translation>仍同意入群的理由(&amp;W)</translation>
    </message>
    <message>
        <source>Without a reason, Today asks for a decision.</source>
        <translation>不写理由的话，“今日”页会请您作出决定。</translation>
    </message>
    <message>
        <source>Nobody is known by this name, ID, e-mail or phone.</source>
        <translation>名册里没有同名、同 ID、同邮箱或同电话的人。</translation>
    </message>
    <message>
        <source>Looked up while you type: blocklist, removals, earlier stays.</source>
        <translation>填写时自动查询：黑名单、移出记录、以往在群情况。</translation>
    </message>
    <message>
        <source>The same person: keep history</source>
        <translation>是同一个人：沿用原有记录</translation>
    </message>
    <message>
        <source>{0} of {1} members with this one</source>
        <translation>加上此人为 {0}/{1} 人</translation>
    </message>
    <message>
        <source>{0} of {1} members with this one: over the limit</source>
        <translation>加上此人为 {0}/{1} 人，超出上限</translation>
    </message>
    <message>
        <source>{0} of {1} members with this one: then it is full</source>
        <translation>加上此人为 {0}/{1} 人，正好满员</translation>
    </message>
</context>
<context>
    <name>KnownEvidence</name>
    <message>
        <source>“{0}” is in the records already: {1}. The same file is used.</source>
        <translation>“{0}”已在记录中：{1}。沿用同一份文件。</translation>
    </message>
    <message>
        <source>“{0}” in {1}</source>
        <translation>“{0}”见{1}</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} of these are in the records already: {1}.</source>
        <translation>其中 {0} 份已在记录中：{1}。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Reports show the redacted copy of “{0}”.</source>
        <translation>报告中展示“{0}”的遮挡副本。</translation>
    </message>
    <message numerus="yes">
        <source>Reports show the redacted copies of %n of them.</source>
        <translation>
            <numerusform>其中 %n 份在报告中展示遮挡副本。</numerusform>
        </translation>
    </message>
    <message>
        <source>case {0} ({1})</source>
        <translation>个案 {0}（{1}）</translation>
    </message>
</context>
<context>
    <name>LadderCard</name>
    <message>
        <source>Ladder</source>
        <translation>处理阶梯</translation>
    </message>
</context>
<context>
    <name>LadderCopyDialog</name>
    <message>
        <source>Copy the ladder in force to other groups</source>
        <translation>把现行处理阶梯复制到其他群</translation>
    </message>
    <message>
        <source>{0} · it is published there as the next version</source>
        <translation>{0} · 将在那些群中作为新版本发布</translation>
    </message>
    <message>
        <source>Groups with another ladder</source>
        <translation>处理阶梯不同的群</translation>
    </message>
    <message>
        <source>All other groups in use have this ladder already.</source>
        <translation>其他使用中的群已经都是这个处理阶梯。</translation>
    </message>
    <message>
        <source>Find a group</source>
        <translation>查找群</translation>
    </message>
    <message>
        <source>&amp;Note (optional)</source>
        <translation>说明（可选）(&amp;N)</translation>
    </message>
    <message numerus="yes">
        <source>Publish in %n group(s)</source>
        <translation>
            <numerusform>在 %n 个群中发布</numerusform>
        </translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>a group</source>
        <translation>一个群</translation>
    </message>
    <message numerus="yes">
        <source>The ladder is in force in %n more group(s).</source>
        <translation>
            <numerusform>处理阶梯已在另外 %n 个群中生效。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not published in {0}: {1}</source>
        <translation>未能在{0}发布：{1}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>LadderDialog</name>
    <message>
        <source>Ladder</source>
        <translation>处理阶梯</translation>
    </message>
    <message>
        <source>&amp;Note (optional)</source>
        <translation>说明（可选）(&amp;N)</translation>
    </message>
    <message>
        <source>Why it changed, for the versions and the audit log.</source>
        <translation>修改原因，会写入版本列表和审计日志。</translation>
    </message>
    <message>
        <source>Beside the steps</source>
        <translation>步骤旁的内容</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>文字说明</translation>
    </message>
    <message>
        <source>Try it out</source>
        <translation>试算</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>&amp;Discard draft</source>
        <translation>放弃草稿(&amp;D)</translation>
    </message>
    <message>
        <source>Begin &amp;from</source>
        <translation>选择起点(&amp;F)</translation>
    </message>
    <message>
        <source>Cop&amp;y to groups…</source>
        <translation>复制到其他群(&amp;Y)…</translation>
    </message>
    <message>
        <source>a change</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>{0}; publishing makes version {1}</source>
        <translation>{0}，发布后成为第 {1} 版</translation>
    </message>
    <message>
        <source>{0} · {1}</source>
        <translation>{0} · {1}</translation>
    </message>
    <message>
        <source>Publish version {0}</source>
        <translation>发布第 {0} 版</translation>
    </message>
    <message>
        <source>the first ladder is in force</source>
        <translation>现行的是最初的处理阶梯</translation>
    </message>
    <message>
        <source>version {0} is in force</source>
        <translation>现行的是第 {0} 版</translation>
    </message>
    <message>
        <source>what is in red</source>
        <translation>改正标红之处</translation>
    </message>
    <message>
        <source>{0} published version {1} on {2}, after your draft was begun. Your draft is kept. Look at what is new; what you publish takes its place.</source>
        <translation>在您开始这份草稿之后，{0}于{2}发布了第 {1} 版。您的草稿已保留。请先查看新版本；您发布的版本将取代它。</translation>
    </message>
    <message>
        <source>Show versions</source>
        <translation>查看版本</translation>
    </message>
    <message>
        <source>Draft kept {0}</source>
        <translation>草稿已保存 {0}</translation>
    </message>
    <message>
        <source>Step {0} is taken out of the draft.</source>
        <translation>已从草稿中删去第 {0} 步。</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>放回</translation>
    </message>
    <message>
        <source>The draft begins from that ladder now.</source>
        <translation>草稿已改以该处理阶梯为起点。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>The ladder in force</source>
        <translation>现行处理阶梯</translation>
    </message>
    <message>
        <source>The usual ladder</source>
        <translation>通用处理阶梯</translation>
    </message>
    <message>
        <source>The draft of the ladder of {0} is kept.</source>
        <translation>{0}的处理阶梯草稿已保存。</translation>
    </message>
    <message>
        <source>Close without keeping it</source>
        <translation>不保存并关闭</translation>
    </message>
    <message>
        <source>The draft of the ladder was discarded.</source>
        <translation>处理阶梯草稿已放弃。</translation>
    </message>
    <message>
        <source>Restore draft</source>
        <translation>恢复草稿</translation>
    </message>
    <message>
        <source>Version {0} of the ladder is in force.</source>
        <translation>处理阶梯第 {0} 版已生效。</translation>
    </message>
</context>
<context>
    <name>LadderForm</name>
    <message>
        <source>Where breaches start</source>
        <translation>各类违规从哪一步开始</translation>
    </message>
    <message>
        <source>{0}: starts at</source>
        <translation>{0}：从哪一步开始</translation>
    </message>
</context>
<context>
    <name>LadderPanel</name>
    <message>
        <source>To think about</source>
        <translation>请再想一想</translation>
    </message>
    <message>
        <source>Members today</source>
        <translation>目前的成员</translation>
    </message>
    <message>
        <source>Before it can be published</source>
        <translation>发布前需要解决</translation>
    </message>
    <message>
        <source>Nobody stands on a step, so it concerns new messages only.</source>
        <translation>目前没有成员处于任何一步，只影响今后的消息。</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) stand on a step. Their warnings keep what they were given.</source>
        <translation>
            <numerusform>目前有 %n 名成员处于某一步，他们收到的警告保持原样。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n of them this ladder has no such step: they are shown at a milder one, or at none.</source>
        <translation>
            <numerusform>其中 %n 人所在的步骤在新的处理阶梯中没有，会显示为较轻的一步或不在任何一步。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LadderRow</name>
    <message>
        <source>Step {0}: {1}</source>
        <translation>第 {0} 步：{1}</translation>
    </message>
    <message>
        <source>Nothing follows.</source>
        <translation>到此为止。</translation>
    </message>
    <message>
        <source>Kind of step {0}</source>
        <translation>第 {0} 步的类型</translation>
    </message>
    <message>
        <source>Drag to move, or Alt+Up and Alt+Down</source>
        <translation>拖动可调整顺序，也可按 Alt+↑ 和 Alt+↓</translation>
    </message>
    <message>
        <source>Take out step {0}</source>
        <translation>删去第 {0} 步</translation>
    </message>
    <message>
        <source>, {0}</source>
        <translation>，{0}</translation>
    </message>
    <message>
        <source>Step {0}{1}: for how long it counts</source>
        <translation>第 {0} 步{1}：有效期</translation>
    </message>
    <message>
        <source>Step {0}{1}: messages before the next step</source>
        <translation>第 {0} 步{1}：满几条进入下一步</translation>
    </message>
    <message>
        <source> day</source>
        <translation> 天</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source> message</source>
        <translation> 条</translation>
    </message>
    <message>
        <source> messages</source>
        <translation> 条</translation>
    </message>
    <message>
        <source>after </source>
        <translation>满 </translation>
    </message>
</context>
<context>
    <name>LadderRows</name>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Counts for</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>进入下一步</translation>
    </message>
    <message>
        <source>&amp;Add a step</source>
        <translation>添加步骤(&amp;A)</translation>
    </message>
    <message>
        <source>Numbers for each se&amp;verity</source>
        <translation>按严重程度分别设置(&amp;V)</translation>
    </message>
</context>
<context>
    <name>LadderTryout</name>
    <message>
        <source>Make up a history and see what each breach would lead to. None of it is kept.</source>
        <translation>假设一段经过，看看每次违规会走到哪一步。不会保存。</translation>
    </message>
    <message>
        <source>Add a &amp;breach</source>
        <translation>添加一次违规(&amp;B)</translation>
    </message>
    <message>
        <source>Breach {0}: how serious</source>
        <translation>第 {0} 次违规：严重程度</translation>
    </message>
    <message>
        <source>Breach {0}: days later</source>
        <translation>第 {0} 次违规：几天之后</translation>
    </message>
    <message>
        <source>same day</source>
        <translation>当天</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Pardoned</source>
        <translation>已宽免</translation>
    </message>
    <message>
        <source>Take out breach {0}</source>
        <translation>删去第 {0} 次违规</translation>
    </message>
    <message>
        <source> day later</source>
        <translation> 天后</translation>
    </message>
    <message>
        <source> days later</source>
        <translation> 天后</translation>
    </message>
    <message>
        <source>would be removed already</source>
        <translation>此前已移出</translation>
    </message>
    <message>
        <source>pardoned, no longer counts</source>
        <translation>已宽免，不再计入</translation>
    </message>
    <message>
        <source>counts until {0}</source>
        <translation>有效期至{0}</translation>
    </message>
    <message>
        <source>starts again: the earlier ones no longer count</source>
        <translation>之前的已不再计入，重新开始</translation>
    </message>
</context>
<context>
    <name>LadderVersions</name>
    <message>
        <source>&amp;Begin from this one</source>
        <translation>以这一版为起点(&amp;B)</translation>
    </message>
    <message>
        <source>The first ladder</source>
        <translation>最初的处理阶梯</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>第 {0} 版</translation>
    </message>
    <message>
        <source>{0} · in force</source>
        <translation>{0} · 现行</translation>
    </message>
    <message>
        <source>The one with which every group begins</source>
        <translation>每个群最初使用的处理阶梯</translation>
    </message>
    <message>
        <source>Published {0} by {1}</source>
        <translation>{1}于{0}发布</translation>
    </message>
</context>
<context>
    <name>LapseTodo</name>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>另外 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>Messages to {0} and {1} stop counting</source>
        <translation>给{0}和{1}的消息即将不再计入</translation>
    </message>
    <message>
        <source>Counted for the last time that day, if nothing happens · {0}</source>
        <translation>如无新情况，当天是计入的最后一天 · {0}</translation>
    </message>
    <message>
        <source>The message to {0} stops counting</source>
        <translation>给{0}的消息即将不再计入</translation>
    </message>
    <message>
        <source>after that nothing counts any more</source>
        <translation>此后不再有任何消息计入</translation>
    </message>
    <message numerus="yes">
        <source>after that %n other message(s) still count(s)</source>
        <translation>
            <numerusform>此后仍有另外 %n 条消息计入</numerusform>
        </translation>
    </message>
    <message>
        <source>Sent {0}; {1} · {2}</source>
        <translation>{0} 发送；{1} · {2}</translation>
    </message>
    <message>
        <source>See</source>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>LatelyPanel</name>
    <message>
        <source>Recent</source>
        <translation>最近动态</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %n days</source>
        <translation>
            <numerusform>最近 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Private talks</source>
        <translation>私下沟通</translation>
    </message>
    <message>
        <source>Reminders and warnings</source>
        <translation>提醒和警告</translation>
    </message>
    <message>
        <source>Removals</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>Lifted</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Left as they wished</source>
        <translation>自行退群</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>重新入群</translation>
    </message>
    <message>
        <source>Private talks: those that were held.</source>
        <translation>私下沟通：已谈成的。</translation>
    </message>
    <message>
        <source>Reminders and warnings: sent, arrived, and not lifted since.</source>
        <translation>提醒和警告：已发送并送达、之后未撤销的。</translation>
    </message>
    <message>
        <source>Removals: those that hold, from their approval on where they needed one.</source>
        <translation>移出：仍然有效的；须审批的，自批准之日起计。</translation>
    </message>
    <message>
        <source>Lifted: removals and messages, after an objection or without one.</source>
        <translation>撤销：移出和消息，无论是否经过申诉。</translation>
    </message>
    <message>
        <source>Left, came back: members with a request to leave or to come back.</source>
        <translation>自行退群、重新入群：按退群和回群申请统计。</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
</context>
<context>
    <name>LeavingDialog</name>
    <message>
        <source>Language of the texts</source>
        <translation>文字的语言</translation>
    </message>
    <message>
        <source>How members leave and come back</source>
        <translation>退群与回群的办理方式</translation>
    </message>
    <message>
        <source>It holds for requests from now on; checklists that are under way stay.</source>
        <translation>对今后的申请生效；已在办理的清单保持不变。</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>No group can leave this out.</source>
        <translation>任何群都不能省去这一项。</translation>
    </message>
    <message>
        <source>&amp;Lines of your own</source>
        <translation>自定义事项(&amp;L)</translation>
    </message>
    <message>
        <source>Days to &amp;answer</source>
        <translation>答复期限（天）(&amp;A)</translation>
    </message>
    <message>
        <source>From the day they asked.</source>
        <translation>从提出之日算起。</translation>
    </message>
    <message>
        <source>Days to &amp;stay</source>
        <translation>暂留天数(&amp;S)</translation>
    </message>
    <message>
        <source>Usually asked for until replaced.</source>
        <translation>通常请对方留到有人接手。</translation>
    </message>
    <message>
        <source>Days until the &amp;question</source>
        <translation>几天后询问(&amp;Q)</translation>
    </message>
    <message>
        <source>Do messages still come?</source>
        <translation>还会收到消息吗？</translation>
    </message>
    <message>
        <source>Days before coming &amp;back</source>
        <translation>回群前等待（天）(&amp;B)</translation>
    </message>
    <message>
        <source>0: at any time.</source>
        <translation>0 表示随时可以。</translation>
    </message>
    <message>
        <source>Days on &amp;trial</source>
        <translation>观察天数(&amp;T)</translation>
    </message>
    <message>
        <source>After coming back; 0: none.</source>
        <translation>回群之后；0 表示不设。</translation>
    </message>
    <message>
        <source>Who &amp;helps to leave</source>
        <translation>谁帮忙退群(&amp;H)</translation>
    </message>
    <message>
        <source>Empty: the owner of the group.</source>
        <translation>留空则为群主。</translation>
    </message>
    <message>
        <source>&amp;Reminder of confidentiality</source>
        <translation>保密提醒(&amp;R)</translation>
    </message>
    <message>
        <source>Where it is empty: {0}</source>
        <translation>留空时使用：{0}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>LetInDialog</name>
    <message>
        <source>{0} may stay. The reason is on record.</source>
        <translation>已同意{0}留下，理由已记录。</translation>
    </message>
    <message>
        <source>Let {0} stay</source>
        <translation>同意{0}留下</translation>
    </message>
    <message>
        <source>&amp;Why they may stay</source>
        <translation>同意留下的理由(&amp;W)</translation>
    </message>
    <message>
        <source>Let stay</source>
        <translation>同意留下</translation>
    </message>
</context>
<context>
    <name>LetterDialog</name>
    <message>
        <source>What became of the letter</source>
        <translation>信函的送达情况</translation>
    </message>
    <message>
        <source>Letter to {0}</source>
        <translation>给{0}的信函</translation>
    </message>
    <message>
        <source>Copy letter</source>
        <translation>复制信函</translation>
    </message>
    <message>
        <source>So far: {0}, {1}</source>
        <translation>目前：{0}，{1}</translation>
    </message>
    <message>
        <source>Copy the letter and send it in {0}, then say here what became of it.</source>
        <translation>请复制信函并在{0}中发送，然后在此登记送达情况。</translation>
    </message>
    <message>
        <source>&amp;When</source>
        <translation>时间(&amp;W)</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>&amp;How</source>
        <translation>方式(&amp;H)</translation>
    </message>
    <message>
        <source>Why it did &amp;not arrive</source>
        <translation>未能送达的原因(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Note, may stay empty</source>
        <translation>说明（可不填）(&amp;N)</translation>
    </message>
    <message>
        <source>a time that has passed</source>
        <translation>已经过去的时间</translation>
    </message>
    <message>
        <source>why it did not arrive</source>
        <translation>未能送达的原因</translation>
    </message>
    <message>
        <source>Record as sent</source>
        <translation>登记为已发送</translation>
    </message>
    <message>
        <source>Record as not delivered</source>
        <translation>登记为未送达</translation>
    </message>
    <message>
        <source>Record as read</source>
        <translation>登记为对方已读</translation>
    </message>
    <message>
        <source>Record as not sent</source>
        <translation>登记为未发送</translation>
    </message>
    <message>
        <source>Copied. The member has not been told: send the letter in {0}.</source>
        <translation>已复制，但成员尚未收到：请在{0}中发送信函。</translation>
    </message>
</context>
<context>
    <name>LetterEditor</name>
    <message>
        <source>&amp;Letter to the member</source>
        <translation>给成员的信函(&amp;L)</translation>
    </message>
    <message>
        <source>Template of the letter</source>
        <translation>信函模板</translation>
    </message>
    <message>
        <source>Language of the letter</source>
        <translation>信函语言</translation>
    </message>
    <message>
        <source>Copy letter</source>
        <translation>复制信函</translation>
    </message>
    <message>
        <source>GroupDesk does not tell the member. You send the letter once it is decided.</source>
        <translation>GroupDesk 不会通知成员；登记决定后请您自行发送信函。</translation>
    </message>
</context>
<context>
    <name>LetterPrintDialog</name>
    <message>
        <source>Letter to {0}</source>
        <translation>给{0}的裁定书</translation>
    </message>
    <message>
        <source>Case {0} · {1}</source>
        <translation>个案 {0} · {1}</translation>
    </message>
    <message>
        <source>The letter is printed word for word, with the name of whoever decided. Saving and printing are written into the log. Whether it was sent is recorded apart from that.</source>
        <translation>裁定书逐字打印，并注明裁定人。保存和打印会写入日志；是否已发送另行记录。</translation>
    </message>
    <message>
        <source>{0} case {1} letter</source>
        <translation>{0} 个案{1} 裁定书</translation>
    </message>
</context>
<context>
    <name>LiftBlockDialog</name>
    <message>
        <source>{0} is off the blocklist.</source>
        <translation>已把{0}移出黑名单。</translation>
    </message>
    <message>
        <source>Take {0} off the blocklist</source>
        <translation>把{0}移出黑名单</translation>
    </message>
    <message>
        <source>Blocked for: {0}</source>
        <translation>列入黑名单的原因：{0}</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>原因(&amp;W)</translation>
    </message>
    <message>
        <source>That they were blocked, and this reason, stay on record.</source>
        <translation>曾列入黑名单这件事和这里写的原因都会保留在记录中。</translation>
    </message>
    <message>
        <source>Take off the blocklist</source>
        <translation>移出黑名单</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>{0} is the same person as…</source>
        <translation>{0}与谁是同一个人？</translation>
    </message>
    <message>
        <source>Two accounts, two platforms or two lists: one person.</source>
        <translation>两个账号、两个平台或两份名单，其实是同一个人。</translation>
    </message>
    <message>
        <source>Search name, pinyin, phone, note…</source>
        <translation>搜索姓名、拼音、电话、备注…</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>找到的人员</translation>
    </message>
    <message>
        <source>Search for the other entry of this person, then choose it.</source>
        <translation>搜索此人的另一条资料，然后选中。</translation>
    </message>
    <message>
        <source>Name &amp;shown for both</source>
        <translation>统一显示的姓名(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Reason: how do you know?</source>
        <translation>理由：您是怎么知道的？(&amp;R)</translation>
    </message>
    <message>
        <source>Link as one person</source>
        <translation>关联为同一个人</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Known as</source>
        <translation>资料</translation>
    </message>
    <message numerus="yes">
        <source>Together: %n group(s).</source>
        <translation>
            <numerusform>合起来共 %n 个群。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) in one timeline.</source>
        <translation>
            <numerusform>%n 个个案合并显示在同一个处理经过里。</numerusform>
        </translation>
    </message>
    <message>
        <source>Standing in a group counts what was said to either account.</source>
        <translation>同一个群里的状态按两个账号收到的提醒和警告一起计算。</translation>
    </message>
    <message>
        <source>Both are in {0}; both stays remain.</source>
        <translation>两个账号都在{0}，两边的在群记录都保留。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>The block then holds for both.</source>
        <translation>黑名单对两边都生效。</translation>
    </message>
    <message>
        <source>The protection then holds for both.</source>
        <translation>保护对两边都生效。</translation>
    </message>
    <message>
        <source>Contact data stays with each entry. You can undo this.</source>
        <translation>联系方式仍分别保留。以后可以解除关联。</translation>
    </message>
    <message>
        <source>On the blocklist</source>
        <translation>在黑名单中</translation>
    </message>
    <message>
        <source>Key customer</source>
        <translation>重点客户</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>受保护</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Also known as</source>
        <translation>又名</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>所在群</translation>
    </message>
    <message>
        <source>Was in</source>
        <translation>曾在群</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>个案</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>the other entry</source>
        <translation>另一条资料</translation>
    </message>
    <message>
        <source>a reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>They are one person now. The link can be undone on the person’s page.</source>
        <translation>已关联为同一个人。可以在人员资料里解除关联。</translation>
    </message>
</context>
<context>
    <name>ListDetail</name>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Back to the list (Esc)</source>
        <translation>返回列表（Esc）</translation>
    </message>
</context>
<context>
    <name>ListsDialog</name>
    <message>
        <source>Member lists of {0}</source>
        <translation>“{0}”导入过的名单</translation>
    </message>
    <message>
        <source>What each imported list changed. The latest can be undone first.</source>
        <translation>每次导入改变了什么。可从最近一次开始撤销。</translation>
    </message>
    <message>
        <source>Members after each list</source>
        <translation>每次导入后的人数</translation>
    </message>
    <message>
        <source>Imported lists</source>
        <translation>导入过的名单</translation>
    </message>
    <message>
        <source>What the list changed</source>
        <translation>名单带来的变化</translation>
    </message>
    <message>
        <source>Kinds of changes</source>
        <translation>变化类型</translation>
    </message>
    <message>
        <source>&amp;Undo this import…</source>
        <translation>撤销这次导入(&amp;U)…</translation>
    </message>
    <message>
        <source>Show &amp;more</source>
        <translation>显示更多(&amp;M)</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>离群</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>不能导入</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>No list was imported into this group yet.</source>
        <translation>本群还没有导入过名单。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) brought nothing new</source>
        <translation>
            <numerusform>%n 行无变化</numerusform>
        </translation>
    </message>
    <message>
        <source>Undone {0} by {1}: {2}</source>
        <translation>{1} 于 {0} 撤销：{2}</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
</context>
<context>
    <name>LockScreen</name>
    <message>
        <source>Sign in to GroupDesk</source>
        <translation>登录 GroupDesk</translation>
    </message>
    <message>
        <source>Names, records and drafts show once you have signed in.</source>
        <translation>登录后才会显示姓名、记录和草稿。</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
</context>
<context>
    <name>MappingStep</name>
    <message>
        <source>a column with a name, ID, e-mail, username or phone</source>
        <translation>含姓名、ID、邮箱、用户名或电话的列</translation>
    </message>
    <message>
        <source>only one column for “{0}”</source>
        <translation>“{0}”只能对应一列</translation>
    </message>
    <message>
        <source>the order of day and month</source>
        <translation>日和月的先后</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>编码(&amp;E)</translation>
    </message>
    <message>
        <source>C&amp;olumns parted by</source>
        <translation>分隔符(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Sheet</source>
        <translation>工作表(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Headings</source>
        <translation>标题行(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Dates</source>
        <translation>日期(&amp;D)</translation>
    </message>
    <message>
        <source>GroupDesk does not know this kind of list. Say what each column holds; it is remembered for the next list with the same columns.</source>
        <translation>GroupDesk 还不认识这种名单。请说明每一列的内容，下次遇到同样的列会自动沿用。</translation>
    </message>
    <message>
        <source>How is {0} meant?</source>
        <translation>{0} 是哪一天？</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>GroupDesk knows this kind of list and has set its columns. What you change is remembered for the next one.</source>
        <translation>GroupDesk 认识这种名单，各列已经设好。您的改动会记住，下次沿用。</translation>
    </message>
    <message>
        <source>The columns are set as you chose them for an earlier list of this kind. What you change is remembered for the next one.</source>
        <translation>各列按您为上一份同类名单选定的设置。您的改动会记住，下次沿用。</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>vertical bar</source>
        <translation>竖线</translation>
    </message>
    <message>
        <source>{0} (hidden)</source>
        <translation>{0}（已隐藏）</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>row {0}: {1}</source>
        <translation>第 {0} 行：{1}</translation>
    </message>
    <message>
        <source>choose…</source>
        <translation>请选择…</translation>
    </message>
    <message>
        <source>as the list tells</source>
        <translation>由名单判断</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Values in it</source>
        <translation>内容示例</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Column {0}</source>
        <translation>第 {0} 列</translation>
    </message>
    <message>
        <source>{0} (column {1})</source>
        <translation>{0}（第 {1} 列）</translation>
    </message>
    <message>
        <source>{0} holds</source>
        <translation>{0} 的含义</translation>
    </message>
    <message>
        <source>– never kept –</source>
        <translation>– 从不保存 –</translation>
    </message>
    <message numerus="yes">
        <source>Show %n empty column(s)</source>
        <translation>
            <numerusform>显示 %n 个空列</numerusform>
        </translation>
    </message>
    <message>
        <source>– leave out –</source>
        <translation>– 不导入 –</translation>
    </message>
</context>
<context>
    <name>MemberChoiceDialog</name>
    <message>
        <source>Who is it about?</source>
        <translation>关于哪位成员？</translation>
    </message>
    <message>
        <source>Choose the member, then say what happened.</source>
        <translation>先选择成员，再写明发生了什么。</translation>
    </message>
    <message>
        <source>Whoever was removed or warned; what was lifted is left out.</source>
        <translation>列出被移出或被警告的人，已撤销的不在其中。</translation>
    </message>
    <message>
        <source>Who objects?</source>
        <translation>谁提出申诉？</translation>
    </message>
    <message>
        <source>Somebody whom the group is no longer for, as far as you know.</source>
        <translation>据您了解，本群已不再面向此人。</translation>
    </message>
    <message>
        <source>Whom do you mark as off purpose?</source>
        <translation>要把谁标记为与群定位不符？</translation>
    </message>
    <message>
        <source>Search name, pinyin, phone, note…</source>
        <translation>搜索姓名、拼音、电话、备注…</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>群</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>全部群</translation>
    </message>
    <message>
        <source>Members found</source>
        <translation>找到的成员</translation>
    </message>
    <message>
        <source>No matches. Try another spelling, or all groups.</source>
        <translation>没有找到。请换一种写法，或在全部群中查找。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>a member</source>
        <translation>成员</translation>
    </message>
</context>
<context>
    <name>MemberDetailPanel</name>
    <message>
        <source>Nobody chosen</source>
        <translation>未选择成员</translation>
    </message>
    <message>
        <source>Choose a member to see what was done and what is next.</source>
        <translation>选择一名成员，查看处理经过和下一步。</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>当前状态</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>处理经过</translation>
    </message>
    <message>
        <source>More acts</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>Wants to leave</source>
        <translation>想退群</translation>
    </message>
    <message>
        <source>Next step by the ladder: {0}</source>
        <translation>按处理阶梯，下一步：{0}</translation>
    </message>
    <message>
        <source>Clean slate since {0} · next: {1}</source>
        <translation>自{0}起无计入记录 · 下一步：{1}</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>收起资料</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>展开资料</translation>
    </message>
    <message>
        <source>joined {0}</source>
        <translation>{0}入群</translation>
    </message>
    <message>
        <source>ended {0}</source>
        <translation>{0}离开</translation>
    </message>
    <message>
        <source>A request to leave is being drafted</source>
        <translation>有退群申请的草稿</translation>
    </message>
    <message>
        <source>A case is being drafted</source>
        <translation>有一个个案草稿</translation>
    </message>
    <message>
        <source>A warning is being drafted</source>
        <translation>有一条警告草稿</translation>
    </message>
    <message>
        <source>Not in the group any more. A removal can still be recorded: it says why they should not come back, and GroupDesk tells you if they do.</source>
        <translation>该成员已不在群内。仍可补记移出：写明为何不宜再入群，如其再次入群，GroupDesk 会提醒您。</translation>
    </message>
    <message>
        <source>A removal is being drafted</source>
        <translation>有一份移出草稿</translation>
    </message>
    <message>
        <source>A talk is being drafted</source>
        <translation>有一份沟通草稿</translation>
    </message>
</context>
<context>
    <name>MemberDialog</name>
    <message>
        <source>as the group</source>
        <translation>与群一致</translation>
    </message>
    <message>
        <source>&amp;Key customer</source>
        <translation>重点客户(&amp;K)</translation>
    </message>
    <message>
        <source>Prote&amp;cted: nobody removes this person</source>
        <translation>受保护，任何人不得移出(&amp;C)</translation>
    </message>
    <message>
        <source>Add a member to {0}</source>
        <translation>向“{0}”添加成员</translation>
    </message>
    <message>
        <source>A name is enough. With the platform&apos;s ID, later lists find the same person.</source>
        <translation>填写姓名即可。填上平台 ID，以后导入名单时就能认出同一个人。</translation>
    </message>
    <message>
        <source>Add member</source>
        <translation>添加成员</translation>
    </message>
    <message>
        <source>Edit {0}</source>
        <translation>修改{0}的资料</translation>
    </message>
    <message>
        <source>What was there before stays in the audit log.</source>
        <translation>修改前的内容保留在审计日志中。</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>保存修改</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>姓名(&amp;N)</translation>
    </message>
    <message>
        <source>N&amp;ickname in the group</source>
        <translation>群昵称(&amp;I)</translation>
    </message>
    <message>
        <source>Platform I&amp;D</source>
        <translation>平台 ID(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Username</source>
        <translation>用户名(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation>电话(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation>邮箱(&amp;E)</translation>
    </message>
    <message>
        <source>Compan&amp;y</source>
        <translation>公司(&amp;Y)</translation>
    </message>
    <message>
        <source>Looked &amp;after by</source>
        <translation>对接人(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Tags, with commas</source>
        <translation>标签，用逗号分隔(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>群内身份(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>备注(&amp;O)</translation>
    </message>
    <message>
        <source>a name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>{0} was added.</source>
        <translation>已添加{0}。</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
</context>
<context>
    <name>MemberFieldsPanel</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Nickname</source>
        <translation>群昵称</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Looked after by</source>
        <translation>对接人</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>as the group</source>
        <translation>与群一致</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Key customer</source>
        <translation>重点客户</translation>
    </message>
    <message>
        <source>Protected: cannot be removed</source>
        <translation>受保护：不可移出</translation>
    </message>
</context>
<context>
    <name>MemberHead</name>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n 名成员</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n 个群</numerusform>
        </translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>全部群</translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n member(s)</source>
        <translation>
            <numerusform>{0} 人，上限 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>no rules published yet</source>
        <translation>尚未发布群规</translation>
    </message>
    <message>
        <source>rules v{0} published {1}</source>
        <translation>群规第 {0} 版，{1}发布</translation>
    </message>
</context>
<context>
    <name>MemberMarks</name>
    <message>
        <source>A message did not arrive; the timeline offers to try again</source>
        <translation>有一条消息未送达，可在时间线中重新发送</translation>
    </message>
    <message>
        <source>Blocklist</source>
        <translation>黑名单</translation>
    </message>
    <message>
        <source>On the blocklist</source>
        <translation>在黑名单中</translation>
    </message>
    <message>
        <source>Key customer</source>
        <translation>重点客户</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>受保护</translation>
    </message>
    <message>
        <source>Protected: cannot be removed</source>
        <translation>受保护：不可移出</translation>
    </message>
</context>
<context>
    <name>MemberNameField</name>
    <message numerus="yes">
        <source>looks after %n customer(s)</source>
        <translation>
            <numerusform>对接 %n 位客户</numerusform>
        </translation>
    </message>
    <message>
        <source>a customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>colleague</source>
        <translation>同事</translation>
    </message>
    <message>
        <source>A customer of this group. Should a customer really take over?</source>
        <translation>这是本群的客户。确定由客户接手吗？</translation>
    </message>
    <message>
        <source>In this group already.</source>
        <translation>已在本群。</translation>
    </message>
    <message>
        <source>Not in this group yet: add them as a member first.</source>
        <translation>还不在本群：请先添加为成员。</translation>
    </message>
    <message>
        <source>Not in this group yet; the name is enough.</source>
        <translation>还不在本群，写姓名即可。</translation>
    </message>
    <message>
        <source>Yes, this customer takes over</source>
        <translation>是的，由这位客户接手</translation>
    </message>
</context>
<context>
    <name>MemberTable</name>
    <message>
        <source>Sort by</source>
        <translation>排序方式</translation>
    </message>
    <message>
        <source>Arrange columns…</source>
        <translation>调整列…</translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation>恢复默认列</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Last active</source>
        <translation>最近活跃</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>个案</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>群</translation>
    </message>
    <message>
        <source>Nickname</source>
        <translation>群昵称</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>加入时间</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>发言数</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Looked after by</source>
        <translation>对接人</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Platform ID</source>
        <translation>平台 ID</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
</context>
<context>
    <name>MessageFields</name>
    <message>
        <source>&amp;Template</source>
        <translation>模板(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>What to say on the &amp;phone</source>
        <translation>电话里怎么说(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Message</source>
        <translation>消息(&amp;M)</translation>
    </message>
    <message>
        <source>Use the template again</source>
        <translation>换回模板内容</translation>
    </message>
    <message>
        <source>the message</source>
        <translation>消息内容</translation>
    </message>
    <message>
        <source>“{0}” in the message</source>
        <translation>消息里的“{0}”</translation>
    </message>
    <message>
        <source>a shorter message ({0} of {1} characters)</source>
        <translation>更短的消息（现有 {0} 字，上限 {1} 字）</translation>
    </message>
    <message>
        <source>It does not say until when it co&amp;unts: add it</source>
        <translation>消息没有写明有效期：补上一句(&amp;U)</translation>
    </message>
    <message>
        <source>With header and &amp;footer</source>
        <translation>加上统一的开头和结尾(&amp;F)</translation>
    </message>
    <message>
        <source>Take the template&apos;s text in place of yours; Ctrl+Z undoes it</source>
        <translation>用模板的文字替换您写的内容，按 Ctrl+Z 可以撤销</translation>
    </message>
    <message>
        <source>Theirs is not known: the group’s</source>
        <translation>未登记，用本群语言</translation>
    </message>
    <message>
        <source>Theirs is {0}</source>
        <translation>成员登记的是{0}</translation>
    </message>
    <message>
        <source>The member’s own</source>
        <translation>成员本人的语言</translation>
    </message>
</context>
<context>
    <name>MessagePart</name>
    <message>
        <source>Message {0} of {1}</source>
        <translation>第 {0} 条，共 {1} 条</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n 个字符</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy message {0}</source>
        <translation>复制第 {0} 条</translation>
    </message>
    <message>
        <source>Message as it will be read</source>
        <translation>对方看到的消息</translation>
    </message>
</context>
<context>
    <name>MessagePreview</name>
    <message>
        <source>Message as it will be read</source>
        <translation>消息：对方看到的样子</translation>
    </message>
</context>
<context>
    <name>MessageTodo</name>
    <message>
        <source>Noted {0}; it does not count · {1}</source>
        <translation>{0} 记录，不计入 · {1}</translation>
    </message>
    <message>
        <source>Another one is begun, draft kept {0} · {1}</source>
        <translation>已另起草一条，草稿存于 {0} · {1}</translation>
    </message>
    <message>
        <source>The message to {0} did not arrive</source>
        <translation>发给{0}的消息未送达</translation>
    </message>
    <message>
        <source>Copied {0}; it counts once it is sent · {1}</source>
        <translation>{0} 复制，发出后才计入 · {1}</translation>
    </message>
    <message>
        <source>Copied {0}; a friendly reminder that does not count · {1}</source>
        <translation>{0} 复制，善意提醒，不计入 · {1}</translation>
    </message>
    <message>
        <source>Was the message to {0} sent?</source>
        <translation>给{0}的消息发出了吗？</translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>另外 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>Were the messages to {0} and {1} sent?</source>
        <translation>给{0}和{1}的消息发出了吗？</translation>
    </message>
    <message>
        <source>Open the review</source>
        <translation>打开梳理</translation>
    </message>
    <message>
        <source>Go on…</source>
        <translation>继续…</translation>
    </message>
    <message>
        <source>Try again…</source>
        <translation>重新发送…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Recorded as sent; it counts from now on.</source>
        <translation>已记为已发送，从现在起计入。</translation>
    </message>
    <message>
        <source>Recorded as not sent; it does not count.</source>
        <translation>已记为未发送，不计入。</translation>
    </message>
    <message>
        <source>Recorded as sent; it does not count.</source>
        <translation>已记为已发送，不计入。</translation>
    </message>
    <message>
        <source>Sent now</source>
        <translation>刚刚发送</translation>
    </message>
    <message>
        <source>Sent earlier…</source>
        <translation>此前已发送…</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未发送</translation>
    </message>
</context>
<context>
    <name>MoveDialog</name>
    <message>
        <source>Move the talk with {0}</source>
        <translation>与{0}的沟通改期</translation>
    </message>
    <message>
        <source>Follow up {0} another day</source>
        <translation>改天再跟进{0}</translation>
    </message>
    <message>
        <source>Until now: {0} · {1}</source>
        <translation>原定：{0} · {1}</translation>
    </message>
    <message>
        <source>&amp;New day</source>
        <translation>新的日期(&amp;N)</translation>
    </message>
    <message>
        <source>New day</source>
        <translation>新的日期</translation>
    </message>
    <message>
        <source>&amp;Why, if there is something to say</source>
        <translation>原因，可以不填(&amp;W)</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>改期</translation>
    </message>
    <message>
        <source>Moved to {0}.</source>
        <translation>已改到{0}。</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Groups</source>
        <translation>群</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Archived groups</source>
        <translation>已归档的群</translation>
    </message>
    <message>
        <source>Groups in use</source>
        <translation>使用中的群</translation>
    </message>
    <message>
        <source>Archived groups: {0}</source>
        <translation>已归档的群：{0}</translation>
    </message>
</context>
<context>
    <name>NewRulesBanner</name>
    <message>
        <source>Version {0} of the rules of {1} was published on {2}, and nobody is on record as told.</source>
        <translation>“{1}”第 {0} 版群规已于{2}发布，尚未登记已告知哪些成员。</translation>
    </message>
    <message>
        <source>Announce…</source>
        <translation>发布公告…</translation>
    </message>
</context>
<context>
    <name>NobodyHere</name>
    <message>
        <source>No group yet</source>
        <translation>还没有群</translation>
    </message>
    <message>
        <source>A group holds its members, its rules and what was done.</source>
        <translation>群里有成员、群规和处理记录。</translation>
    </message>
    <message>
        <source>New group…</source>
        <translation>新建群…</translation>
    </message>
    <message>
        <source>No matches</source>
        <translation>没有符合的成员</translation>
    </message>
    <message>
        <source>No member fits the search and the filter.</source>
        <translation>没有成员符合当前的搜索和筛选。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Nobody who is in the group now fits</source>
        <translation>现有成员中没有符合的</translation>
    </message>
    <message numerus="yes">
        <source>%n among former members</source>
        <translation>
            <numerusform>前成员中有 %n 人符合</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is in the group now</source>
        <translation>群里现在没有成员</translation>
    </message>
    <message>
        <source>Those who left or were removed stay on record under “Former”.</source>
        <translation>已退群或被移出的成员仍保留在“已离开”中。</translation>
    </message>
    <message>
        <source>Show former members</source>
        <translation>查看已离开的成员</translation>
    </message>
    <message>
        <source>Nobody in the list yet</source>
        <translation>名单还是空的</translation>
    </message>
    <message>
        <source>Import a list that your platform exports, paste names, or add one member by name.</source>
        <translation>导入平台导出的名单、粘贴姓名，或逐个添加成员。</translation>
    </message>
    <message>
        <source>Import or paste names…</source>
        <translation>导入或粘贴姓名…</translation>
    </message>
</context>
<context>
    <name>NobodysCases</name>
    <message numerus="yes">
        <source>%n open case(s) nobody looks after</source>
        <translation>
            <numerusform>%n 个未结个案还没有经办人</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticeCourtesy</name>
    <message>
        <source>Without a letter nobody is told.</source>
        <translation>没有信，对方就不会得知。</translation>
    </message>
    <message>
        <source>Without a notice the member is not told why.</source>
        <translation>不写通知，对方就不知道原因。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Filled in while you write: {0}</source>
        <translation>填写表单时自动补上：{0}</translation>
    </message>
</context>
<context>
    <name>NoticeDialog</name>
    <message>
        <source>What became of the notice?</source>
        <translation>通知送达情况</translation>
    </message>
    <message>
        <source>&amp;It was</source>
        <translation>结果(&amp;I)</translation>
    </message>
    <message>
        <source>W&amp;hen</source>
        <translation>时间(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Channel</source>
        <translation>渠道(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Remark</source>
        <translation>备注(&amp;R)</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>{0}: {1}, {2}, by {3}</source>
        <translation>{0}：{1}，{2}，{3} 记录</translation>
    </message>
    <message>
        <source>why it did not arrive</source>
        <translation>未能送达的原因</translation>
    </message>
    <message>
        <source>Recorded what became of it.</source>
        <translation>送达情况已记录。</translation>
    </message>
</context>
<context>
    <name>NoticeEditor</name>
    <message>
        <source>Notice to the &amp;member</source>
        <translation>给成员的通知(&amp;M)</translation>
    </message>
    <message>
        <source>Template of the notice</source>
        <translation>通知模板</translation>
    </message>
    <message>
        <source>Language of the notice</source>
        <translation>通知语言</translation>
    </message>
    <message>
        <source>Copy notice</source>
        <translation>复制通知</translation>
    </message>
    <message>
        <source>GroupDesk does not tell the member. Copy the notice and send it in {0}.</source>
        <translation>GroupDesk 不会通知对方。请复制通知，在{0}中自行发送。</translation>
    </message>
</context>
<context>
    <name>NoticesCard</name>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Tell me on the &amp;desktop what is due</source>
        <translation>在桌面上提醒到期事项(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>内容(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Quiet from</source>
        <translation>免打扰，从(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;until</source>
        <translation>到(&amp;U)</translation>
    </message>
    <message>
        <source>Quiet on w&amp;eekends</source>
        <translation>周末免打扰(&amp;E)</translation>
    </message>
    <message>
        <source>Show the &amp;names of members; others may read the screen</source>
        <translation>显示成员姓名(&amp;N)；旁人可能会看到屏幕</translation>
    </message>
    <message>
        <source>All that is due</source>
        <translation>所有到期事项</translation>
    </message>
    <message>
        <source>Only what is late</source>
        <translation>仅已逾期的事项</translation>
    </message>
    <message>
        <source>This desktop has no place for the icon that this needs. On GNOME an extension for tray icons brings one. The page Today shows the same.</source>
        <translation>此功能需要系统托盘图标，而当前桌面没有托盘。GNOME 可通过托盘图标扩展来提供。“今日”页面显示的内容相同。</translation>
    </message>
    <message>
        <source>Only while no window of GroupDesk is in front, several things in one message, each once a day. While it is switched on, GroupDesk has an icon in the system tray; it ends when its window is closed, as ever. Never while the window is locked.</source>
        <translation>仅当 GroupDesk 的窗口不在最前面时提醒，多件事合为一条，每件事每天一次；窗口锁定时从不提醒。开启后系统托盘会有 GroupDesk 的图标；关闭窗口时程序照常退出。</translation>
    </message>
    <message>
        <source>The sample workspace tells of nothing.</source>
        <translation>示例工作区不会提醒。</translation>
    </message>
</context>
<context>
    <name>Notifier</name>
    <message numerus="yes">
        <source>%n thing(s) due</source>
        <translation>
            <numerusform>%n 件事到期</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n of them late</source>
        <translation>
            <numerusform>，其中 %n 件已逾期</numerusform>
        </translation>
    </message>
    <message>
        <source>Open Today to see them.</source>
        <translation>打开“今日”查看。</translation>
    </message>
    <message>
        <source>Open Today</source>
        <translation>打开“今日”</translation>
    </message>
    <message>
        <source>Switch notifications off</source>
        <translation>关闭通知</translation>
    </message>
</context>
<context>
    <name>OpenCasesPanel</name>
    <message>
        <source>What you record later joins the open case about its rule, else one that names no rule yet.</source>
        <translation>之后的处理会归入同一条群规的未结个案；没有的话，归入还没有写明群规的个案。</translation>
    </message>
    <message>
        <source>No case so far. This will be the first one.</source>
        <translation>还没有个案，这是第一个。</translation>
    </message>
    <message>
        <source>Case {0}</source>
        <translation>个案 {0}</translation>
    </message>
</context>
<context>
    <name>OpeningPanel</name>
    <message>
        <source>&amp;Opening</source>
        <translation>开场白(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Copy opening</source>
        <translation>复制开场白(&amp;C)</translation>
    </message>
    <message>
        <source>Ask for a talk first, in private, before you decide.</source>
        <translation>先私下约对方聊一聊，再作决定。</translation>
    </message>
</context>
<context>
    <name>OperatorButton</name>
    <message>
        <source>At the desk: {0}</source>
        <translation>当前操作员：{0}</translation>
    </message>
</context>
<context>
    <name>OperatorDialog</name>
    <message>
        <source>New operator</source>
        <translation>新操作员</translation>
    </message>
    <message>
        <source>The name stands beside everything they record.</source>
        <translation>姓名会显示在其每条记录旁。</translation>
    </message>
    <message>
        <source>Add operator</source>
        <translation>添加操作员</translation>
    </message>
    <message>
        <source>The log keeps the name that was used at the time.</source>
        <translation>日志保留当时使用的姓名。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>姓名(&amp;N)</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Let them work here again</source>
        <translation>重新启用</translation>
    </message>
    <message>
        <source>New PIN…</source>
        <translation>重置 PIN 码…</translation>
    </message>
    <message>
        <source>a name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有任何改动。</translation>
    </message>
    <message>
        <source>{0} can work here as {1} from now on: switch to them with “Switch operator…”.</source>
        <translation>{0}现在可以作为{1}在此工作，用“切换操作员…”切换。</translation>
    </message>
    <message>
        <source>{0} is called {1} from now on.</source>
        <translation>{0}已改名为{1}。</translation>
    </message>
    <message>
        <source>{0} works here as {1} from now on.</source>
        <translation>{0}现在的角色是{1}。</translation>
    </message>
    <message>
        <source>{0} is called {1} from now on, and works here as {2}.</source>
        <translation>{0}已改名为{1}，现在的角色是{2}。</translation>
    </message>
    <message>
        <source>{0} can no longer work here. What was recorded stays.</source>
        <translation>{0}已停用，原有记录全部保留。</translation>
    </message>
    <message>
        <source>{0} can work here again.</source>
        <translation>{0}已重新启用。</translation>
    </message>
</context>
<context>
    <name>OperatorsCard</name>
    <message>
        <source>Operators</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>Everything you record carries your name. Add the colleagues who work at this desk, each with a role.</source>
        <translation>您的每条记录都会署上您的姓名。请添加也在这台电脑上工作的同事，并为每个人选定角色。</translation>
    </message>
    <message numerus="yes">
        <source>%n of them have no PIN: anybody at this computer can work under their names, and they take no part in approvals.</source>
        <translation>
            <numerusform>其中 %n 位没有设置 PIN 码：使用这台电脑的任何人都能以其身份操作，他们也不能参与审批。</numerusform>
        </translation>
    </message>
    <message>
        <source>Each signs in with a PIN of their own.</source>
        <translation>每个人都用自己的 PIN 码登录。</translation>
    </message>
    <message>
        <source>This member is me…</source>
        <translation>登记本人账号…</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Edit {0}…</source>
        <translation>编辑{0}…</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>移交…</translation>
    </message>
    <message>
        <source>Hand over what {0} looks after</source>
        <translation>移交{0}负责的事项</translation>
    </message>
    <message>
        <source>You, at the desk now</source>
        <translation>您，当前操作员</translation>
    </message>
    <message>
        <source>PIN set</source>
        <translation>已设置 PIN 码</translation>
    </message>
    <message>
        <source>No PIN</source>
        <translation>未设置 PIN 码</translation>
    </message>
    <message>
        <source>Works here no longer; what they recorded stays</source>
        <translation>不再在此工作，原有记录全部保留</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>in no group now</source>
        <translation>目前不在任何群里</translation>
    </message>
    <message>
        <source>Is the member {0} ({1})</source>
        <translation>本人账号：{0}（{1}）</translation>
    </message>
    <message>
        <source>Not me</source>
        <translation>不是我</translation>
    </message>
    <message>
        <source>{0} is not me</source>
        <translation>{0}不是我</translation>
    </message>
    <message>
        <source>{0} is linked to you: nobody removes your own account by accident.</source>
        <translation>{0}已登记为您的账号，不会再被误移出。</translation>
    </message>
</context>
<context>
    <name>OutcomeDialog</name>
    <message>
        <source>Leave it as it is</source>
        <translation>暂不记录</translation>
    </message>
</context>
<context>
    <name>OwnItemsList</name>
    <message>
        <source>Add a line (Insert)</source>
        <translation>添加一项（Insert）</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>上移（Alt+↑）</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>下移（Alt+↓）</translation>
    </message>
    <message>
        <source>Take the line away (Delete)</source>
        <translation>删除这一项（Delete）</translation>
    </message>
    <message>
        <source>F2 changes a line.</source>
        <translation>按 F2 修改。</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Go to anything</source>
        <translation>查找并前往</translation>
    </message>
    <message>
        <source>A page, a group, a member, #case, or what to do</source>
        <translation>输入页面、群、成员、#个案编号，或要做的操作</translation>
    </message>
    <message>
        <source>Type a name; Up and Down go through what was found, Enter opens it.</source>
        <translation>输入名称，用上下方向键选择结果，按回车打开。</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>查找结果</translation>
    </message>
    <message>
        <source>Nothing is called “{0}”. Try another spelling, pinyin or initials. A case is found by its number, #84.</source>
        <translation>没有找到“{0}”。请换个写法，或试试拼音、首字母；个案可以按编号查找，如 #84。</translation>
    </message>
    <message>
        <source>{0}; Enter goes there.</source>
        <translation>{0}；按回车前往。</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>Esc leaves</source>
        <translation>Esc 关闭</translation>
    </message>
    <message>
        <source>↑ ↓ choose · Enter opens · Esc leaves</source>
        <translation>↑ ↓ 选择 · 回车打开 · Esc 关闭</translation>
    </message>
</context>
<context>
    <name>PaperDialog</name>
    <message>
        <source>{0} signed on paper</source>
        <translation>{0}已在纸上签字</translation>
    </message>
    <message>
        <source>You record that you saw the signature on the printed book; your name stands beside it. Keep the paper. The book as it reads now is kept with it.</source>
        <translation>您在此记录：您看到了打印交接册上的签字，旁边会注明您的姓名。请保管好纸质件。现在的交接册内容会随签字一并保存。</translation>
    </message>
    <message>
        <source>&amp;When it was signed</source>
        <translation>签字时间(&amp;W)</translation>
    </message>
    <message>
        <source>When it was signed</source>
        <translation>签字时间</translation>
    </message>
    <message>
        <source>The book was last printed {0}.</source>
        <translation>这本交接册最近一次打印：{0}。</translation>
    </message>
    <message>
        <source>This book was never printed here. Print it first, or say what was signed.</source>
        <translation>这本交接册还没有打印过。请先打印，或说明对方签的是什么。</translation>
    </message>
    <message>
        <source>W&amp;hat was signed</source>
        <translation>签的是什么(&amp;H)</translation>
    </message>
    <message>
        <source>It stands in the log, and beside the signature.</source>
        <translation>会写入日志，并附在签字旁。</translation>
    </message>
    <message>
        <source>Record signature</source>
        <translation>记录签字</translation>
    </message>
    <message>
        <source>a time that has passed</source>
        <translation>已过去的时间</translation>
    </message>
    <message>
        <source>what was signed</source>
        <translation>签的是什么</translation>
    </message>
</context>
<context>
    <name>PartyField</name>
    <message>
        <source>Choose a member…</source>
        <translation>选择成员…</translation>
    </message>
    <message>
        <source>A colleague at this desk, a member, or anybody else by name.</source>
        <translation>本工作台的同事、成员，或直接写姓名。</translation>
    </message>
    <message>
        <source>Member of {0} who works at this desk, too, and signs here</source>
        <translation>“{0}”的成员，也在这里工作，登录后自己签字</translation>
    </message>
    <message>
        <source>Member of {0}</source>
        <translation>“{0}”的成员</translation>
    </message>
    <message>
        <source>You, at this desk</source>
        <translation>您本人</translation>
    </message>
    <message>
        <source>Works here no longer</source>
        <translation>已不在这里工作</translation>
    </message>
    <message>
        <source>Works at this desk</source>
        <translation>在本工作台工作</translation>
    </message>
    <message>
        <source>Only a name: cases and things to do cannot go to them.</source>
        <translation>只有姓名：个案和待办无法移交给对方。</translation>
    </message>
    <message>
        <source>Somebody else of that name</source>
        <translation>只是同名，不是同一人</translation>
    </message>
</context>
<context>
    <name>PdfPreview</name>
    <message>
        <source>Print preview</source>
        <translation>打印预览</translation>
    </message>
    <message>
        <source>Ctrl with plus and minus zooms, Ctrl+0 fits the width</source>
        <translation>Ctrl 加加号、减号缩放，Ctrl+0 适合宽度</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>One person over all groups: who is blocked, who may be there twice.</source>
        <translation>跨群查看人员：谁在黑名单中，谁可能重复。</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>显示内容</translation>
    </message>
    <message>
        <source>Search name, pinyin, phone, reason…</source>
        <translation>搜索姓名、拼音、电话、原因…</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查找</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Blocklist</source>
        <translation>黑名单</translation>
    </message>
    <message>
        <source>There twice?</source>
        <translation>疑似重复</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>已关联</translation>
    </message>
    <message>
        <source>Taken off the list</source>
        <translation>已移出黑名单</translation>
    </message>
    <message>
        <source>One entry</source>
        <translation>一条资料</translation>
    </message>
    <message>
        <source>Another entry</source>
        <translation>另一条资料</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>资料</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>群</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>in %n group(s) now</source>
        <translation>
            <numerusform>目前在 %n 个群</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s), the surest first.</source>
        <translation>
            <numerusform>共 %n 对，最有把握的排在前面。</numerusform>
        </translation>
    </message>
    <message>
        <source>The first {0} are shown.</source>
        <translation>只显示前 {0} 对。</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) that many people share say nothing and were passed over.</source>
        <translation>
            <numerusform>另有 %n 项内容由很多人共用，不能说明问题，已略过。</numerusform>
        </translation>
    </message>
    <message>
        <source>The register has changed since: look again.</source>
        <translation>名册之后有改动，请重新查找。</translation>
    </message>
    <message>
        <source>Whoever stands here is named before they are let in, in every group.</source>
        <translation>名单上的人无论加入哪个群，都会先提醒您。</translation>
    </message>
    <message>
        <source>Who is there twice?</source>
        <translation>谁可能重复？</translation>
    </message>
    <message>
        <source>E-mail, phone, platform ID, name and company, pinyin and nickname are compared over all groups. Nothing is changed.</source>
        <translation>跨群比较邮箱、电话、平台 ID、姓名和公司、拼音以及群昵称，不会改动任何内容。</translation>
    </message>
    <message>
        <source>Look for duplicates</source>
        <translation>查找重复</translation>
    </message>
    <message>
        <source>Nobody is on the blocklist</source>
        <translation>黑名单中没有人</translation>
    </message>
    <message>
        <source>Open a person from a member’s menu to put them on it, with a reason.</source>
        <translation>在成员的菜单里打开人员资料，写明原因后即可列入黑名单。</translation>
    </message>
    <message>
        <source>Nobody seems to be there twice</source>
        <translation>没有发现疑似重复的人</translation>
    </message>
    <message>
        <source>Pairs that you said are two persons are not offered again.</source>
        <translation>您已注明不是同一个人的，不会再列出。</translation>
    </message>
    <message>
        <source>No entries are linked</source>
        <translation>没有已关联的资料</translation>
    </message>
    <message>
        <source>Link two entries of one person from the person’s page, with a reason.</source>
        <translation>在人员资料里写明理由，即可把同一个人的两条资料关联起来。</translation>
    </message>
    <message>
        <source>Nobody was taken off the blocklist</source>
        <translation>没有人被移出过黑名单</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>正在比较</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>Case {0}</source>
        <translation>个案 {0}</translation>
    </message>
    <message>
        <source>Noted: {0} and {1} are two persons.</source>
        <translation>已注明：{0}和{1}不是同一个人。</translation>
    </message>
</context>
<context>
    <name>PersonDialog</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>also known as {0}</source>
        <translation>又名 {0}</translation>
    </message>
    <message numerus="yes">
        <source>in %n group(s)</source>
        <translation>
            <numerusform>在 %n 个群</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n linked entries</source>
        <translation>
            <numerusform>关联 %n 条资料</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n 个个案</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Same person as…</source>
        <translation>与谁是同一个人…</translation>
    </message>
    <message>
        <source>Take off the blocklist…</source>
        <translation>移出黑名单…</translation>
    </message>
    <message>
        <source>Put on the blocklist…</source>
        <translation>列入黑名单…</translation>
    </message>
    <message>
        <source>Timeline over all groups</source>
        <translation>所有群的处理经过</translation>
    </message>
    <message>
        <source>Blocklist</source>
        <translation>黑名单</translation>
    </message>
    <message>
        <source>On the blocklist</source>
        <translation>在黑名单中</translation>
    </message>
    <message>
        <source>Key customer</source>
        <translation>重点客户</translation>
    </message>
    <message>
        <source>Protected: cannot be removed</source>
        <translation>受保护：不能移出</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>所在群</translation>
    </message>
    <message>
        <source>Open the member</source>
        <translation>打开成员</translation>
    </message>
    <message>
        <source>joined {0}</source>
        <translation>{0}入群</translation>
    </message>
    <message>
        <source>ended {0}</source>
        <translation>{0}离群</translation>
    </message>
    <message>
        <source>Linked entries</source>
        <translation>已关联的资料</translation>
    </message>
    <message>
        <source>Contact data</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Linked with {0} by {1} on {2}: {3}</source>
        <translation>{2}由{1}与{0}关联：{3}</translation>
    </message>
    <message>
        <source>Undo link…</source>
        <translation>解除关联…</translation>
    </message>
    <message>
        <source>Undo the link of {0}</source>
        <translation>解除{0}的关联</translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source>Previous (Left)</source>
        <translation>上一份（左）</translation>
    </message>
    <message>
        <source>Next (Right)</source>
        <translation>下一份（右）</translation>
    </message>
    <message>
        <source>Smaller (-)</source>
        <translation>缩小（-）</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>放大（+）</translation>
    </message>
    <message>
        <source>Fit to the window (0)</source>
        <translation>适合窗口（0）</translation>
    </message>
    <message>
        <source>Full size (1)</source>
        <translation>原始大小（1）</translation>
    </message>
    <message>
        <source>Show the original of this redacted copy (O)</source>
        <translation>显示这份遮挡副本的原图（O）</translation>
    </message>
    <message>
        <source>Text read by machine (T)</source>
        <translation>机器识别的文字 (T)</translation>
    </message>
    <message>
        <source>Copy the picture (Ctrl+C)</source>
        <translation>复制图片（Ctrl+C）</translation>
    </message>
    <message>
        <source>Save a copy with its SHA-256… (Ctrl+S)</source>
        <translation>连同 SHA-256 另存副本…（Ctrl+S）</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Screenshot</source>
        <translation>截图</translation>
    </message>
    <message>
        <source>The file of this screenshot cannot be shown. Verify the workspace.</source>
        <translation>无法显示这张截图的文件，请校验工作区。</translation>
    </message>
    <message>
        <source>{0} (R)</source>
        <translation>{0}（R）</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0} %</translation>
    </message>
    <message>
        <source>{0} · {1} of {2}</source>
        <translation>{0} · 第 {1} 份，共 {2} 份</translation>
    </message>
    <message>
        <source>GroupDesk keeps this file as it came and never opens it. Save a copy to open it with a program of your own, if you trust who sent it.</source>
        <translation>GroupDesk 原样保存此文件，从不打开它。如果您信任发送者，请另存副本，用自己的程序打开。</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>另存副本…</translation>
    </message>
    <message>
        <source>{0} × {1} pixels</source>
        <translation>{0} × {1} 像素</translation>
    </message>
    <message>
        <source>added {0}</source>
        <translation>{0} 加入</translation>
    </message>
    <message>
        <source>from {0}</source>
        <translation>来自 {0}</translation>
    </message>
    <message>
        <source>taken {0}</source>
        <translation>截于 {0}</translation>
    </message>
    <message>
        <source>A redacted copy is shown; the original stays as it came.</source>
        <translation>显示的是遮挡副本；原图保持原样。</translation>
    </message>
    <message>
        <source>This is the original. Papers show the redacted copy.</source>
        <translation>这是原图。打印文件显示的是遮挡副本。</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>“{0}”</translation>
    </message>
    <message>
        <source>SHA-256 {0}</source>
        <translation>SHA-256 {0}</translation>
    </message>
</context>
<context>
    <name>PictureReader</name>
    <message>
        <source>Reading the text in screenshots: {0} of {1}</source>
        <translation>正在识别截图文字：{0}/{1}</translation>
    </message>
</context>
<context>
    <name>PictureText</name>
    <message>
        <source>Read by machine</source>
        <translation>机器识别</translation>
    </message>
    <message>
        <source>Text read by machine</source>
        <translation>机器识别的文字</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>复制文字</translation>
    </message>
    <message>
        <source>No text was found in this picture.</source>
        <translation>这张图片里没有识别到文字。</translation>
    </message>
    <message>
        <source>It may hold mistakes: what counts is the picture. Searches find it; no report shows it.</source>
        <translation>识别可能有误，以图片为准。搜索时能查到，不会出现在报告里。</translation>
    </message>
    <message>
        <source>The text was copied. A machine read it: compare it first.</source>
        <translation>文字已复制。这是机器识别的，使用前请先与图片核对。</translation>
    </message>
</context>
<context>
    <name>PinDialog</name>
    <message>
        <source>My PIN</source>
        <translation>我的 PIN 码</translation>
    </message>
    <message>
        <source>New PIN for {0}</source>
        <translation>为{0}重置 PIN 码</translation>
    </message>
    <message>
        <source>With it you sign in at this desk. Colleagues can then not act under your name by mistake, and approvals show who said yes. It does not encrypt the records.</source>
        <translation>您用它在这台电脑上登录。这样同事不会误用您的身份操作，审批由谁同意也清清楚楚。它不会加密记录。</translation>
    </message>
    <message>
        <source>Tell it to {0} in person; they can change it afterwards. That you did so is in the log, the PIN itself is not.</source>
        <translation>请当面告知{0}，对方之后可以自行修改。日志会记下这次重置，但不会记下 PIN 码本身。</translation>
    </message>
    <message>
        <source>&amp;Present PIN</source>
        <translation>当前 PIN 码(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;New PIN</source>
        <translation>新 PIN 码(&amp;N)</translation>
    </message>
    <message>
        <source>New PIN, &amp;again</source>
        <translation>再次输入新 PIN 码(&amp;A)</translation>
    </message>
    <message>
        <source>At least {0} characters</source>
        <translation>至少 {0} 个字符</translation>
    </message>
    <message>
        <source>Take the PIN away</source>
        <translation>取消 PIN 码</translation>
    </message>
    <message>
        <source>Set PIN</source>
        <translation>设置 PIN 码</translation>
    </message>
    <message>
        <source>the present PIN</source>
        <translation>当前 PIN 码</translation>
    </message>
    <message>
        <source>a new PIN</source>
        <translation>新 PIN 码</translation>
    </message>
    <message>
        <source>the new PIN again</source>
        <translation>再次输入的新 PIN 码</translation>
    </message>
    <message>
        <source>To take it away, write your present PIN.</source>
        <translation>要取消 PIN 码，请先输入当前 PIN 码。</translation>
    </message>
    <message>
        <source>{0} has no PIN any more.</source>
        <translation>{0}的 PIN 码已取消。</translation>
    </message>
    <message>
        <source>The PIN of {0} was set.</source>
        <translation>{0}的 PIN 码已设置。</translation>
    </message>
</context>
<context>
    <name>PosterDialog</name>
    <message>
        <source>Poster of the rules: {0}</source>
        <translation>群规海报：{0}</translation>
    </message>
    <message>
        <source>Version {0} in large type, to hang up or hand out</source>
        <translation>第 {0} 版，大字排版，可张贴或分发</translation>
    </message>
    <message>
        <source>Both, side by side</source>
        <translation>两种语言对照</translation>
    </message>
    <message>
        <source>US Letter</source>
        <translation>US Letter</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Paper</source>
        <translation>纸张(&amp;P)</translation>
    </message>
    <message>
        <source>The poster names the group, the version with its date, the rules and whom to ask. Nothing internal is on it. Saving and printing are written into the log.</source>
        <translation>海报上有群名、版本和日期、群规内容以及联系人，没有内部信息。保存和打印会写入日志。</translation>
    </message>
</context>
<context>
    <name>PreviewPanel</name>
    <message>
        <source>As {0} will read it</source>
        <translation>{0}看到的样子</translation>
    </message>
    <message>
        <source>As {0} and the whole group will read it</source>
        <translation>{0}和全群成员看到的样子</translation>
    </message>
    <message>
        <source>As {0} will hear it</source>
        <translation>{0}听到的内容</translation>
    </message>
    <message>
        <source>Not filled in: {0}</source>
        <translation>尚未填写：{0}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{0} takes {1} characters in one message, this has {2}.</source>
        <translation>{0}每条消息最多 {1} 字，这条有 {2} 字。</translation>
    </message>
    <message>
        <source>{0} reads these signs as formatting: {1}</source>
        <translation>{0}会把这些符号当作格式：{1}</translation>
    </message>
</context>
<context>
    <name>PreviewStep</name>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>What the list says</source>
        <translation>名单内容</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>名册中的信息</translation>
    </message>
    <message>
        <source>Known, renamed</source>
        <translation>已有成员改名</translation>
    </message>
    <message>
        <source>Removed before</source>
        <translation>曾被移出</translation>
    </message>
    <message>
        <source>Was here before</source>
        <translation>曾在本群</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Bot</source>
        <translation>机器人</translation>
    </message>
    <message>
        <source>Deactivated</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>已有档案</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>改名</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Nobody is recorded as left yet: tick who left.</source>
        <translation>尚未登记任何人离群：请勾选已离开的人。</translation>
    </message>
    <message>
        <source>Renamed?</source>
        <translation>改名了？</translation>
    </message>
    <message>
        <source>who may only have a new name</source>
        <translation>谁只是改了名</translation>
    </message>
    <message>
        <source>something to take in</source>
        <translation>要导入的内容</translation>
    </message>
    <message>
        <source>Removed by us</source>
        <translation>由我们移出</translation>
    </message>
    <message>
        <source>Own wish</source>
        <translation>自行退群</translation>
    </message>
    <message>
        <source>Reason unknown</source>
        <translation>原因不明</translation>
    </message>
    <message>
        <source>&amp;Why all of them left:</source>
        <translation>他们离群的原因(&amp;W)：</translation>
    </message>
    <message>
        <source>Kinds of rows</source>
        <translation>行的类别</translation>
    </message>
    <message>
        <source>Rows of the list</source>
        <translation>名单各行</translation>
    </message>
    <message>
        <source>&amp;Keep all as members</source>
        <translation>全部保留(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Record all as left</source>
        <translation>全部记为离群(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Leave all out</source>
        <translation>全部不导入(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Take all in</source>
        <translation>全部导入(&amp;T)</translation>
    </message>
</context>
<context>
    <name>PrintChoices</name>
    <message>
        <source>Who reads it</source>
        <translation>阅读对象</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>File copy</source>
        <translation>内部存档</translation>
    </message>
    <message>
        <source>Handout</source>
        <translation>对外副本</translation>
    </message>
    <message>
        <source>US Letter</source>
        <translation>美国信纸（Letter）</translation>
    </message>
    <message>
        <source>&amp;Language of the print</source>
        <translation>打印语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Paper</source>
        <translation>纸张(&amp;P)</translation>
    </message>
</context>
<context>
    <name>PrintFrame</name>
    <message>
        <source>the finished pages</source>
        <translation>排好的页面</translation>
    </message>
    <message>
        <source>Laying out…</source>
        <translation>正在排版…</translation>
    </message>
    <message>
        <source>The file could not be written there. Choose another folder.</source>
        <translation>无法写入该位置，请选择其他文件夹。</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Save PDF…</source>
        <translation>保存 PDF…</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>保存 PDF</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF 文档 (*.pdf)</translation>
    </message>
    <message>
        <source>Saved as {0}, and written into the log.</source>
        <translation>已保存为 {0}，并已写入日志。</translation>
    </message>
    <message>
        <source>Saved as {0}. Nothing can be written to this workspace now: it was not logged.</source>
        <translation>已保存为 {0}。工作区目前无法写入，所以日志中没有记录。</translation>
    </message>
    <message>
        <source>Printed, and written into the log.</source>
        <translation>已打印，并已写入日志。</translation>
    </message>
    <message>
        <source>The printer did not take the pages. Save the PDF and print it from there.</source>
        <translation>打印机没有接收页面。请先保存 PDF，再从那里打印。</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>This system opens no folders from here. The file is in {0}.</source>
        <translation>此系统无法从这里打开文件夹。文件位于 {0}。</translation>
    </message>
</context>
<context>
    <name>ProcessDialog</name>
    <message>
        <source>Language of the texts</source>
        <translation>文字的语言</translation>
    </message>
    <message>
        <source>How decisions are made</source>
        <translation>决定方式</translation>
    </message>
    <message>
        <source>It holds for removals and objections from now on, not for earlier ones.</source>
        <translation>自现在起适用于新的移出和申诉，不影响此前的。</translation>
    </message>
    <message>
        <source>A &amp;second person approves</source>
        <translation>由他人审批(&amp;S)</translation>
    </message>
    <message>
        <source>Days to &amp;object</source>
        <translation>申诉期限（天）(&amp;O)</translation>
    </message>
    <message>
        <source>Days to &amp;answer</source>
        <translation>答复期限（天）(&amp;A)</translation>
    </message>
    <message>
        <source>From the day on which the objection comes in.</source>
        <translation>从收到申诉之日起算。</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>随时</translation>
    </message>
    <message>
        <source>&amp;Questions to a member who objects, one a line</source>
        <translation>向申诉成员提出的问题，每行一个(&amp;Q)</translation>
    </message>
    <message>
        <source>Where there are none: {0}</source>
        <translation>不填则使用：{0}</translation>
    </message>
    <message>
        <source>What becomes of a removed member&apos;s &amp;data</source>
        <translation>被移出成员的数据如何处理(&amp;D)</translation>
    </message>
    <message>
        <source>For the notice of removal; may stay empty.</source>
        <translation>用于移出通知，可不填。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>From when the member was told; later ones are heard with a reason.</source>
        <translation>从成员得知之日起算；逾期的须说明理由才能受理。</translation>
    </message>
    <message>
        <source>No objection is ever late.</source>
        <translation>申诉不设期限。</translation>
    </message>
    <message>
        <source>Two operators with a PIN: one asks, another one says yes or no.</source>
        <translation>需要两位设有 PIN 码的操作员：一位提请，另一位批准或不批准。</translation>
    </message>
    <message>
        <source>So far nobody could say yes: it takes two operators with a PIN, one of them an admin or the owner. Until then every such removal would wait.</source>
        <translation>目前还没有人能批准：需要两位设有 PIN 码的操作员，其中至少一位是管理员或负责人。在此之前，这类移出都会一直等待。</translation>
    </message>
    <message numerus="yes">
        <source>at most %n question(s)</source>
        <translation>
            <numerusform>最多 %n 个问题</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PublishDialog</name>
    <message>
        <source>&amp;Note (optional)</source>
        <translation>说明（选填）(&amp;N)</translation>
    </message>
    <message>
        <source>Why the rules changed, for the version list and the audit log.</source>
        <translation>为什么修改群规。会写入版本记录和审计日志。</translation>
    </message>
    <message>
        <source>Publish version {0} of the rules</source>
        <translation>发布群规第 {0} 版</translation>
    </message>
    <message>
        <source>{0} · a published version never changes</source>
        <translation>{0} · 版本发布后不再改动</translation>
    </message>
    <message>
        <source>What changed since v{0}</source>
        <translation>与第 {0} 版相比的改动</translation>
    </message>
    <message>
        <source>The first version</source>
        <translation>第一版</translation>
    </message>
    <message>
        <source>Publish v{0}</source>
        <translation>发布第 {0} 版</translation>
    </message>
    <message>
        <source>a change</source>
        <translation>任何改动</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>Not translated in full: {0}. Members then get the other language.</source>
        <translation>翻译不完整：{0}。成员将看到另一种语言。</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>{0} published version {1} on {2}, after your draft was begun. Your draft is kept. Published as it is, it would undo what is new there; the list shows it.</source>
        <translation>您开始写草稿之后，{0} 于{2}发布了第 {1} 版。您的草稿已保留。如果直接发布，会抵消新版本中的改动，见下方列表。</translation>
    </message>
    <message>
        <source>Take over what is new…</source>
        <translation>并入新版本…</translation>
    </message>
</context>
<context>
    <name>PutOffDialog</name>
    <message>
        <source>Put off</source>
        <translation>推迟</translation>
    </message>
    <message>
        <source>&amp;Back on the list on</source>
        <translation>重新列出的日期(&amp;B)</translation>
    </message>
    <message>
        <source>Back on the list on</source>
        <translation>重新列出的日期</translation>
    </message>
    <message>
        <source>Somebody waits for an answer by {0}; that is before this day.</source>
        <translation>对方在等 {0} 前的答复，早于所选日期。</translation>
    </message>
</context>
<context>
    <name>PuttingOff</name>
    <message>
        <source>&amp;Another day…</source>
        <translation>选择日期…(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Back now</source>
        <translation>现在就列出(&amp;B)</translation>
    </message>
    <message>
        <source>Nothing was put off: somebody waits for an answer to each of them.</source>
        <translation>没有推迟任何事项：每一项都有人在等答复。</translation>
    </message>
    <message numerus="yes">
        <source>Put off: %n thing(s), back {0}.</source>
        <translation>
            <numerusform>已推迟 %n 项，{0}再列出。</numerusform>
        </translation>
    </message>
    <message>
        <source>Put off; back {0}.</source>
        <translation>已推迟，{0}再列出。</translation>
    </message>
    <message numerus="yes">
        <source>%n stay(s): somebody waits for an answer.</source>
        <translation>
            <numerusform>%n 项未推迟：对方在等答复。</numerusform>
        </translation>
    </message>
    <message>
        <source>Back on the list.</source>
        <translation>已重新列出。</translation>
    </message>
    <message>
        <source>Now for {0} to do.</source>
        <translation>已交给{0}。</translation>
    </message>
    <message>
        <source>Now for anybody to do.</source>
        <translation>已改为谁都可以处理。</translation>
    </message>
    <message>
        <source>Now yours to do.</source>
        <translation>已改为由您处理。</translation>
    </message>
    <message>
        <source>&amp;Give to</source>
        <translation>交给(&amp;G)</translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation>任何人</translation>
    </message>
    <message>
        <source>{0} (you)</source>
        <translation>{0}（您）</translation>
    </message>
    <message>
        <source>&amp;Tomorrow</source>
        <translation>明天(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Monday</source>
        <translation>下周一(&amp;M)</translation>
    </message>
    <message>
        <source>In a &amp;week</source>
        <translation>一周后(&amp;W)</translation>
    </message>
    <message>
        <source>past the last day, {0}</source>
        <translation>已过最后期限 {0}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>已撤销。</translation>
    </message>
</context>
<context>
    <name>QCupsJobWidget</name>
    <message>
        <source>Scheduled &amp;printing:</source>
        <translation>定时打印(&amp;P)：</translation>
    </message>
    <message>
        <source>&amp;Billing information:</source>
        <translation>计费信息(&amp;B)：</translation>
    </message>
    <message>
        <source>Job &amp;priority:</source>
        <translation>任务优先级(&amp;P)：</translation>
    </message>
    <message>
        <source>&amp;Start:</source>
        <translation>起始页(&amp;S)：</translation>
    </message>
    <message>
        <source>&amp;End:</source>
        <translation>结束页(&amp;E)：</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>查找范围(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>QPageSetupWidget</name>
    <message>
        <source>Page &amp;order:</source>
        <translation>页面顺序(&amp;O)：</translation>
    </message>
    <message>
        <source>Pages &amp;per sheet:</source>
        <translation>每张页数(&amp;P)：</translation>
    </message>
</context>
<context>
    <name>QPrintSettingsOutput</name>
    <message>
        <source>Page &amp;Set:</source>
        <translation>页面组(&amp;S)：</translation>
    </message>
</context>
<context>
    <name>ReadingCard</name>
    <message>
        <source>Text in screenshots</source>
        <translation>截图中的文字</translation>
    </message>
    <message>
        <source>&amp;Read the text in screenshots, so that searches find it</source>
        <translation>识别截图中的文字，便于搜索(&amp;R)</translation>
    </message>
    <message>
        <source>Try those again</source>
        <translation>重新识别这些图片</translation>
    </message>
    <message>
        <source>This needs an extra that is not installed: about 130 MB to download. Everything else works without it. To install it, close GroupDesk and run:</source>
        <translation>这项功能需要另装一个组件，目前没有安装（下载约 130 MB）。不装也不影响其他功能。如需安装，请关闭 GroupDesk 后运行：</translation>
    </message>
    <message>
        <source>Done on this computer after an act is saved, in a process of its own without access to the network. It can be wrong, so it is marked as read by machine and is in no report.</source>
        <translation>处理记录保存之后，在本机由单独的进程识别，该进程不能访问网络。识别可能有误，所以会标明“机器识别”，也不会出现在报告里。</translation>
    </message>
    <message>
        <source>No act uses a screenshot yet.</source>
        <translation>还没有处理记录用到截图。</translation>
    </message>
    <message>
        <source>{0} of {1} screenshots read.</source>
        <translation>{1} 张截图中已识别 {0} 张。</translation>
    </message>
    <message numerus="yes">
        <source>%n of them could not be read.</source>
        <translation>
            <numerusform>其中 %n 张未能识别。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>a reason</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>RebaseDialog</name>
    <message>
        <source>{0} · {1}</source>
        <translation>{0} · {1}</translation>
    </message>
    <message>
        <source>{0} published version {1} while you were writing</source>
        <translation>您编写期间，{0} 发布了第 {1} 版</translation>
    </message>
    <message>
        <source>&amp;Take over what is new, and keep what I changed</source>
        <translation>并入新版本，同时保留我的改动(&amp;T)</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) were changed by both of you; yours is kept there.</source>
        <translation>
            <numerusform>有 %n 处双方都改了，保留您的写法。</numerusform>
        </translation>
    </message>
    <message>
        <source>You changed different things; nothing stands against each other.</source>
        <translation>双方改的地方不同，没有冲突。</translation>
    </message>
    <message>
        <source>Keep my draft &amp;word for word</source>
        <translation>原样保留我的草稿(&amp;W)</translation>
    </message>
    <message numerus="yes">
        <source>It then differs from version {0} in %n rule(s).</source>
        <translation>
            <numerusform>这样与第 {0} 版有 %n 条不同。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Start again from version {0}</source>
        <translation>从第 {0} 版重新开始(&amp;S)</translation>
    </message>
    <message>
        <source>Your draft goes. Undo brings it back while this page is open.</source>
        <translation>放弃您的草稿；本页打开期间可以撤销。</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>显示内容</translation>
    </message>
    <message>
        <source>Go on with this draft</source>
        <translation>继续编辑这份草稿</translation>
    </message>
    <message>
        <source>New in v{0}</source>
        <translation>第 {0} 版的新内容</translation>
    </message>
    <message>
        <source>Then in your draft</source>
        <translation>之后您的草稿</translation>
    </message>
    <message>
        <source>Changed by both</source>
        <translation>双方都改的</translation>
    </message>
    <message>
        <source>Nothing: the draft would read as version {0}.</source>
        <translation>没有改动：草稿与第 {0} 版相同。</translation>
    </message>
</context>
<context>
    <name>RecognitionDialog</name>
    <message>
        <source>What {0} did well</source>
        <translation>{0}值得表扬的事</translation>
    </message>
    <message>
        <source>&amp;What they did</source>
        <translation>做了什么(&amp;W)</translation>
    </message>
    <message>
        <source>Helped three newcomers with their orders</source>
        <translation>帮三位新成员弄清了怎么下单</translation>
    </message>
    <message>
        <source>It is shown before anybody warns them, and a talk can begin with it.</source>
        <translation>要警告对方之前会先看到这一条；沟通时也可以先从这件事谢起。</translation>
    </message>
    <message>
        <source>On which &amp;day</source>
        <translation>日期(&amp;D)</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>Record recognition</source>
        <translation>记录表扬</translation>
    </message>
    <message>
        <source>what they did</source>
        <translation>做了什么</translation>
    </message>
    <message>
        <source>Recorded what {0} did well.</source>
        <translation>已记录对{0}的表扬。</translation>
    </message>
</context>
<context>
    <name>RecognitionPanel</name>
    <message>
        <source>What they did well</source>
        <translation>做得好的事</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>收起</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>再显示 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RedactBar</name>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>撤销（Ctrl+Z）</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Shift+Z)</source>
        <translation>重做（Ctrl+Shift+Z）</translation>
    </message>
    <message>
        <source>Smaller (-)</source>
        <translation>缩小（-）</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>放大（+）</translation>
    </message>
    <message>
        <source>Fit to the window (Ctrl+0)</source>
        <translation>适合窗口（Ctrl+0）</translation>
    </message>
    <message>
        <source>Full size (Ctrl+1)</source>
        <translation>实际大小（Ctrl+1）</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原图</translation>
    </message>
    <message>
        <source>Show the original without the marks (O)</source>
        <translation>查看没有标记的原图（O）</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0}%</translation>
    </message>
</context>
<context>
    <name>RedactDialog</name>
    <message>
        <source>Redact and mark a copy</source>
        <translation>在副本上遮挡和标注</translation>
    </message>
    <message>
        <source>The original stays as it is and is kept. Reports show the copy.</source>
        <translation>原图保持不变并继续保存；报告中使用副本。</translation>
    </message>
    <message>
        <source>Save copy</source>
        <translation>保存副本</translation>
    </message>
    <message>
        <source>&amp;Discard draft</source>
        <translation>放弃草稿(&amp;D)</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>What was hidden and why</source>
        <translation>遮挡了什么、为什么</translation>
    </message>
    <message>
        <source>Optional; printed in the file copy</source>
        <translation>选填，会印在内部存档上</translation>
    </message>
    <message>
        <source>Picture with the marks</source>
        <translation>带标记的图片</translation>
    </message>
    <message>
        <source>Remove the mark (Del)</source>
        <translation>删除标记（Del）</translation>
    </message>
    <message>
        <source>Draft kept {0}</source>
        <translation>草稿已保存 {0}</translation>
    </message>
    <message>
        <source>Your marks on “{0}” are kept as a draft.</source>
        <translation>“{0}”上的标记已存为草稿。</translation>
    </message>
    <message>
        <source>Close without keeping it</source>
        <translation>不保存并关闭</translation>
    </message>
    <message>
        <source>The marks on “{0}” were discarded.</source>
        <translation>“{0}”上的标记已放弃。</translation>
    </message>
    <message>
        <source>Restore draft</source>
        <translation>恢复草稿</translation>
    </message>
    <message>
        <source>{0}, mark {1} of {2}</source>
        <translation>{0}，第 {1} 处标记，共 {2} 处</translation>
    </message>
    <message>
        <source>a mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>a change since the last copy</source>
        <translation>与上一份副本不同的改动</translation>
    </message>
    <message numerus="yes">
        <source>%n copies so far; reports show the newest, by {0}, {1}.</source>
        <translation>
            <numerusform>已有 %n 份副本，报告使用最新的一份（{0}，{1}）。</numerusform>
        </translation>
    </message>
    <message>
        <source>A redacted copy of “{0}” is saved; reports show it from now on.</source>
        <translation>“{0}”的遮挡副本已保存，报告从现在起使用它。</translation>
    </message>
</context>
<context>
    <name>RedactMarks</name>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>{0} to {1}, {2}</source>
        <translation>{0}（指向 {1}, {2}）</translation>
    </message>
    <message>
        <source>{0}, {1} × {2} at {3}, {4}</source>
        <translation>{0} {1} × {2}（{3}, {4}）</translation>
    </message>
    <message>
        <source>Choose a tool and draw on the picture, or press Enter.</source>
        <translation>选好工具，在图片上拖动绘制，或按回车。</translation>
    </message>
</context>
<context>
    <name>RedactTools</name>
    <message>
        <source>Draw</source>
        <translation>绘制</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>Paints over: nothing of it is left in the copy</source>
        <translation>完全涂盖：副本中不再含有下面的内容</translation>
    </message>
    <message>
        <source>A mosaic in the area’s main colour; the words under it cannot be worked out</source>
        <translation>用该区域主色调的马赛克遮住，下面的文字无法推算出来</translation>
    </message>
    <message>
        <source>Points at something</source>
        <translation>指向某处</translation>
    </message>
    <message>
        <source>Draws attention to something; hides nothing</source>
        <translation>圈出重点，不遮挡内容</translation>
    </message>
    <message>
        <source>Writes on the picture</source>
        <translation>在图片上写字</translation>
    </message>
    <message>
        <source>Keeps what is inside and cuts the rest away</source>
        <translation>只保留框内部分，其余裁掉</translation>
    </message>
    <message>
        <source>Chooses and moves marks</source>
        <translation>选择和移动标记</translation>
    </message>
</context>
<context>
    <name>RedactWords</name>
    <message>
        <source>Text on the picture</source>
        <translation>图片上的文字</translation>
    </message>
    <message>
        <source>Text; Enter ends it</source>
        <translation>输入文字，按回车结束</translation>
    </message>
</context>
<context>
    <name>RefusedFiles</name>
    <message numerus="yes">
        <source>%n files were not taken in:</source>
        <translation>
            <numerusform>有 %n 个文件没有添加：</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep as a file beside the screenshots, unopened</source>
        <translation>不打开，作为文件与截图一起保存</translation>
    </message>
    <message numerus="yes">
        <source>Keep %n of them as files beside the screenshots, unopened</source>
        <translation>
            <numerusform>不打开，将其中 %n 个作为文件与截图一起保存</numerusform>
        </translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭这条消息</translation>
    </message>
</context>
<context>
    <name>RegionPicker</name>
    <message>
        <source>Part of the screen</source>
        <translation>屏幕的一部分</translation>
    </message>
    <message>
        <source>{0} × {1} pixels · Enter takes it</source>
        <translation>{0} × {1} 像素 · 按 Enter 截取</translation>
    </message>
    <message>
        <source>Drag over the part you need. Arrow keys choose, too; with Shift they change its size. Enter takes it, or the whole screen; Esc cancels.</source>
        <translation>拖动选出需要的部分。也可以用方向键移动，按住 Shift 改变大小。按 Enter 截取，未选时截取整个屏幕；Esc 取消。</translation>
    </message>
</context>
<context>
    <name>RejoinAnswerDialog</name>
    <message>
        <source>The answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Answer {0}, who wants to come back</source>
        <translation>答复{0}的回群申请</translation>
    </message>
    <message>
        <source>{0} · asked {1}</source>
        <translation>{0} · {1}申请</translation>
    </message>
    <message>
        <source>&amp;Not before</source>
        <translation>最早日期(&amp;N)</translation>
    </message>
    <message>
        <source>Not before</source>
        <translation>最早日期</translation>
    </message>
    <message>
        <source>&amp;Trial, in days</source>
        <translation>观察期（天）(&amp;T)</translation>
    </message>
    <message>
        <source>At its end Today asks how it went. 0: no trial.</source>
        <translation>期满时“今日”会提醒您看看情况。0 表示没有观察期。</translation>
    </message>
    <message>
        <source>&amp;Why they may come back all the same</source>
        <translation>为何仍可回群(&amp;W)</translation>
    </message>
    <message>
        <source>A block or a removal holds. If it was wrong, or is over for you, lift it first, at the case or the blocklist; else say here why.</source>
        <translation>此人仍在黑名单中，或移出决定仍然有效。如果当初有误或现在已无必要，请先到个案或黑名单中撤销；否则请在此写明理由。</translation>
    </message>
    <message>
        <source>This is your own request. Somebody else should answer it.</source>
        <translation>这是您本人的申请，应由他人答复。</translation>
    </message>
    <message>
        <source>Record answer</source>
        <translation>登记答复</translation>
    </message>
    <message>
        <source>They are in the group already and are back with this.</source>
        <translation>对方已经在群里，登记后即视为已回群。</translation>
    </message>
    <message>
        <source>They become a task on Today until they are in the group again; a member list that shows them closes it, too.</source>
        <translation>对方入群之前，“今日”中会有一项提醒；导入含有此人的成员名单也会自动完成。</translation>
    </message>
    <message>
        <source>On that day the request stands on Today again.</source>
        <translation>到了那天，这份申请会再次出现在“今日”中。</translation>
    </message>
    <message>
        <source>They may ask again another time.</source>
        <translation>对方以后还可以再次申请。</translation>
    </message>
    <message>
        <source>The request ends; they may ask again another time.</source>
        <translation>申请到此结束，对方以后还可以再次申请。</translation>
    </message>
    <message>
        <source>Copied. Record the answer before you send the letter.</source>
        <translation>已复制。请先登记答复，再发送信函。</translation>
    </message>
    <message>
        <source>&amp;Reason, shown to them</source>
        <translation>理由，对方会看到(&amp;R)</translation>
    </message>
    <message>
        <source>Note, may &amp;stay empty</source>
        <translation>备注，可留空(&amp;S)</translation>
    </message>
    <message>
        <source>an admin or the owner</source>
        <translation>须由负责人或管理员同意</translation>
    </message>
    <message>
        <source>why they may come back</source>
        <translation>为何仍可回群</translation>
    </message>
    <message>
        <source>a reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>a day after today</source>
        <translation>今天之后的日期</translation>
    </message>
</context>
<context>
    <name>RejoinDetail</name>
    <message>
        <source>Open the member</source>
        <translation>查看成员</translation>
    </message>
    <message>
        <source>Request to come back</source>
        <translation>重新入群申请</translation>
    </message>
    <message>
        <source>asked {0}</source>
        <translation>{0}申请</translation>
    </message>
</context>
<context>
    <name>RejoinKnownPanel</name>
    <message>
        <source>What is known</source>
        <translation>已知情况</translation>
    </message>
    <message>
        <source>Choose who asks, then it stands here.</source>
        <translation>选定申请人后，相关情况会显示在这里。</translation>
    </message>
    <message>
        <source>Earlier stays in this group</source>
        <translation>以前在本群</translation>
    </message>
    <message>
        <source>Removals</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>Objections</source>
        <translation>申诉</translation>
    </message>
    <message>
        <source>Earlier requests to come back</source>
        <translation>以前的回群申请</translation>
    </message>
    <message>
        <source>Requests to leave</source>
        <translation>退群申请</translation>
    </message>
    <message>
        <source>This is your own request; somebody else should answer it.</source>
        <translation>这是您本人的申请，应由他人答复。</translation>
    </message>
    <message>
        <source>One usually waits until {0} in this group.</source>
        <translation>按本群惯例，应等到{0}。</translation>
    </message>
    <message>
        <source>Nothing holds against this person.</source>
        <translation>没有不利于此人的记录。</translation>
    </message>
    <message>
        <source>Open cases: {0}</source>
        <translation>未结个案：{0}</translation>
    </message>
    <message>
        <source>{0} of {1} members</source>
        <translation>共 {0} 人，上限 {1} 人</translation>
    </message>
    <message>
        <source>{0} of {1} members: over the limit</source>
        <translation>共 {0} 人，超过上限 {1} 人</translation>
    </message>
    <message>
        <source>{0} of {1} members with this one</source>
        <translation>加上此人共 {0} 人，上限 {1} 人</translation>
    </message>
    <message>
        <source>{0} of {1} members with this one: over the limit</source>
        <translation>加上此人共 {0} 人，超过上限 {1} 人</translation>
    </message>
    <message>
        <source>Purpose: {0}</source>
        <translation>群定位：{0}</translation>
    </message>
    <message>
        <source>Who belongs: {0}</source>
        <translation>面向人群：{0}</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>目前</translation>
    </message>
</context>
<context>
    <name>RejoinList</name>
    <message>
        <source>People who want to come back, with all that is known of them.</source>
        <translation>希望回群的人，以及与之有关的全部记录。</translation>
    </message>
    <message>
        <source>Name, group or what they said</source>
        <translation>姓名、群或对方说的话</translation>
    </message>
    <message>
        <source>Which requests to come back</source>
        <translation>显示哪些回群申请</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>群</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Nobody wants to come back</source>
        <translation>没有人申请回群</translation>
    </message>
    <message>
        <source>When somebody who left or was removed asks to join again, record it here. You see what is known of them before you answer.</source>
        <translation>曾经退群或被移出的人希望回来时，请在此登记。答复之前，您会看到与之有关的全部记录。</translation>
    </message>
    <message>
        <source>No request fits</source>
        <translation>没有符合的申请</translation>
    </message>
    <message>
        <source>Take a filter away, or look in all groups.</source>
        <translation>请去掉筛选条件，或查看所有群。</translation>
    </message>
    <message>
        <source>Show all requests</source>
        <translation>显示全部申请</translation>
    </message>
</context>
<context>
    <name>RejoinNoteDialog</name>
    <message>
        <source>a note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Note on {0}</source>
        <translation>关于{0}的备注</translation>
    </message>
    <message>
        <source>Among operators; whoever asked does not see it.</source>
        <translation>仅操作员可见，申请人看不到。</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>备注(&amp;N)</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>添加备注</translation>
    </message>
</context>
<context>
    <name>RejoinRequestDialog</name>
    <message>
        <source>{0} wants to come back</source>
        <translation>{0}申请回群</translation>
    </message>
    <message>
        <source>Somebody wants to come back</source>
        <translation>有人申请回群</translation>
    </message>
    <message>
        <source>To which &amp;group</source>
        <translation>回到哪个群(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Who</source>
        <translation>申请人(&amp;W)</translation>
    </message>
    <message>
        <source>Name, pinyin, phone or nickname</source>
        <translation>姓名、拼音、电话或群昵称</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>找到的人</translation>
    </message>
    <message>
        <source>None of these: was never here</source>
        <translation>都不是：以前不在群里</translation>
    </message>
    <message>
        <source>Platform &amp;ID, if known</source>
        <translation>平台 ID，可留空(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Phone, if known</source>
        <translation>电话，可留空(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Asked</source>
        <translation>申请时间(&amp;A)</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>申请时间</translation>
    </message>
    <message>
        <source>&amp;How</source>
        <translation>方式(&amp;H)</translation>
    </message>
    <message>
        <source>What they &amp;say, if anything</source>
        <translation>对方怎么说，可留空(&amp;S)</translation>
    </message>
    <message>
        <source>Record request</source>
        <translation>登记申请</translation>
    </message>
    <message>
        <source>who asks</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>who of those found asks, or that it is none of them</source>
        <translation>选定是哪一位，或选“都不是”</translation>
    </message>
    <message>
        <source>a time that has passed</source>
        <translation>不晚于现在的时间</translation>
    </message>
    <message>
        <source>Was never here: gets an entry in the register with this name.</source>
        <translation>以前不在群里：将以这个姓名登记到名册。</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Known as</source>
        <translation>相关信息</translation>
    </message>
    <message>
        <source>Answer now…</source>
        <translation>现在答复…</translation>
    </message>
</context>
<context>
    <name>RejoinSaid</name>
    <message>
        <source>What they say</source>
        <translation>对方怎么说</translation>
    </message>
    <message>
        <source>{0} · {1} · recorded by {2}</source>
        <translation>{0} · {1} · {2}登记</translation>
    </message>
    <message>
        <source>Nothing was said.</source>
        <translation>没有说明。</translation>
    </message>
    <message>
        <source>Since then</source>
        <translation>后续</translation>
    </message>
    <message>
        <source>{0} · {1} · {2}</source>
        <translation>{0} · {1} · {2}</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>尚未发送</translation>
    </message>
    <message>
        <source>Letter: {0}</source>
        <translation>信函：{0}</translation>
    </message>
</context>
<context>
    <name>RejoinTodo</name>
    <message>
        <source>Answer {0}, who asks to come back</source>
        <translation>答复{0}的回群申请</translation>
    </message>
    <message>
        <source>{0} may come back: are they in the group?</source>
        <translation>{0}可以回群了，已经入群了吗？</translation>
    </message>
    <message>
        <source>Send {0} the answer about coming back</source>
        <translation>把回群答复发给{0}</translation>
    </message>
    <message>
        <source>The trial of {0} is over: say how it went</source>
        <translation>{0}的观察期已满，请登记结果</translation>
    </message>
    <message>
        <source>{0} may come back although a block or a removal holds</source>
        <translation>{0}获准回群，但黑名单或移出决定仍然有效</translation>
    </message>
    <message>
        <source>{0} said yes {1}: “{2}” · {3}</source>
        <translation>{0}于{1}同意，理由：“{2}” · {3}</translation>
    </message>
    <message>
        <source>The trial of {0} ends soon</source>
        <translation>{0}的观察期将满</translation>
    </message>
    <message>
        <source>Asked {0} · {1}</source>
        <translation>{0} 提出 · {1}</translation>
    </message>
    <message>
        <source>Open the request</source>
        <translation>打开申请</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Is back</source>
        <translation>已回群</translation>
    </message>
    <message>
        <source>Letter…</source>
        <translation>信函…</translation>
    </message>
    <message>
        <source>Say how it went…</source>
        <translation>登记结果…</translation>
    </message>
    <message>
        <source>I have read it</source>
        <translation>已阅</translation>
    </message>
</context>
<context>
    <name>RejoinTrialDialog</name>
    <message>
        <source>How the trial ended</source>
        <translation>观察期结果</translation>
    </message>
    <message>
        <source>How did the trial of {0} go?</source>
        <translation>{0}的观察期情况如何？</translation>
    </message>
    <message>
        <source>{0} · until {1}</source>
        <translation>{0} · 到{1}</translation>
    </message>
    <message>
        <source>Trial goes on &amp;until</source>
        <translation>观察期延长到(&amp;U)</translation>
    </message>
    <message>
        <source>Trial goes on until</source>
        <translation>观察期延长到</translation>
    </message>
    <message>
        <source>Record outcome</source>
        <translation>登记结果</translation>
    </message>
    <message>
        <source>&amp;Note, may stay empty</source>
        <translation>备注，可留空(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Reason, shown to them</source>
        <translation>理由，对方会看到(&amp;R)</translation>
    </message>
    <message>
        <source>They are a member like all others.</source>
        <translation>从此与其他成员一样。</translation>
    </message>
    <message>
        <source>On that day Today asks again.</source>
        <translation>到了那天，“今日”会再次提醒。</translation>
    </message>
    <message>
        <source>They stay in the group until you decide on a talk or a removal.</source>
        <translation>对方仍在群里，直到您决定沟通或移出。</translation>
    </message>
    <message>
        <source>a reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>a day after today</source>
        <translation>今天之后的日期</translation>
    </message>
    <message>
        <source>Copied. Record the outcome before you send the letter.</source>
        <translation>已复制。请先登记结果，再发出信函。</translation>
    </message>
    <message>
        <source>Have a talk…</source>
        <translation>沟通…</translation>
    </message>
</context>
<context>
    <name>RejoinTrialPanel</name>
    <message>
        <source>In the trial so far</source>
        <translation>观察期至今</translation>
    </message>
</context>
<context>
    <name>RemovalDialog</name>
    <message>
        <source>The removal of {0} is kept as a draft.</source>
        <translation>移出草稿已保存：{0}。</translation>
    </message>
    <message>
        <source>Remove {0} from {1}</source>
        <translation>将{0}移出“{1}”</translation>
    </message>
    <message>
        <source>Close and go on another time (Esc)</source>
        <translation>关闭，以后再继续（Esc）</translation>
    </message>
    <message>
        <source>From all groups…</source>
        <translation>从所有群移出…</translation>
    </message>
    <message>
        <source>Keep this as a draft, and decide for all groups that they are in</source>
        <translation>保留为草稿，改为对其所在的所有群作出决定</translation>
    </message>
    <message>
        <source>Fair process</source>
        <translation>公正流程</translation>
    </message>
    <message>
        <source>Member since {0}</source>
        <translation>{0}入群</translation>
    </message>
    <message>
        <source>no warning in force</source>
        <translation>没有有效期内的警告</translation>
    </message>
    <message numerus="yes">
        <source>%n warnings in force</source>
        <translation>
            <numerusform>有 %n 次警告在有效期内</numerusform>
        </translation>
    </message>
    <message>
        <source>in this group: {0}, {1}</source>
        <translation>本群：{0}，{1}</translation>
    </message>
    <message numerus="yes">
        <source>%n talks</source>
        <translation>
            <numerusform>沟通 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>no talk yet</source>
        <translation>未沟通过</translation>
    </message>
    <message>
        <source>next by the ladder: {0}</source>
        <translation>按处理阶梯，下一步：{0}</translation>
    </message>
    <message>
        <source>Ask for approval</source>
        <translation>提请审批</translation>
    </message>
    <message>
        <source>Remove anyway</source>
        <translation>确认移出（有例外）</translation>
    </message>
    <message>
        <source>Record removal</source>
        <translation>记录移出</translation>
    </message>
    <message>
        <source>Keep draft</source>
        <translation>保留草稿</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copied. The member has not been told: send the notice in {0}.</source>
        <translation>已复制。对方尚未收到，请在{0}中发送通知。</translation>
    </message>
</context>
<context>
    <name>RemovalForm</name>
    <message>
        <source>a screenshot that is on its way in</source>
        <translation>正在添加的截图</translation>
    </message>
    <message>
        <source>R&amp;eason, shown to the member</source>
        <translation>移出理由，成员可见(&amp;E)</translation>
    </message>
    <message>
        <source>Internal &amp;comment</source>
        <translation>内部备注(&amp;C)</translation>
    </message>
    <message>
        <source>I &amp;already removed them, at</source>
        <translation>我已将其移出，时间(&amp;A)</translation>
    </message>
    <message>
        <source>Put them on the &amp;blocklist of all groups as well</source>
        <translation>同时加入所有群的黑名单(&amp;B)</translation>
    </message>
</context>
<context>
    <name>RemovalRecorded</name>
    <message>
        <source>Asked for approval. The removal of {0} waits for another operator.</source>
        <translation>已提请审批，移出{0}须等待另一位操作员答复。</translation>
    </message>
    <message>
        <source>The removal of {0} is recorded.</source>
        <translation>移出{0}的决定已记录。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message numerus="yes">
        <source>Asked for approval. %n removal(s) wait for another operator.</source>
        <translation>
            <numerusform>已提请审批，%n 项移出须等待另一位操作员答复。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removal(s) are recorded.</source>
        <translation>
            <numerusform>%n 项移出决定已记录。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for another operator.</source>
        <translation>
            <numerusform>%n 项须等待另一位操作员答复。</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{0}{1}</translation>
    </message>
    <message>
        <source>The removal is cancelled; that it was recorded stays in the log.</source>
        <translation>移出已取消；日志中仍保留曾经记录的事实。</translation>
    </message>
    <message numerus="yes">
        <source>All %n removals are cancelled; that they were recorded stays in the log.</source>
        <translation>
            <numerusform>这 %n 项移出均已取消；日志中仍保留曾经记录的事实。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemovalTodo</name>
    <message>
        <source>Carry out the removal of {0}</source>
        <translation>执行移出：{0}</translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>另外 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>Carry out the removal of {0} and {1}</source>
        <translation>执行移出：{0}和{1}</translation>
    </message>
    <message>
        <source>Decided {0}</source>
        <translation>{0} 决定</translation>
    </message>
    <message>
        <source>Asked for by {0}, approved {1} by {2}</source>
        <translation>{0}提请，{2}于 {1} 批准</translation>
    </message>
    <message>
        <source>{0} of {1} steps done</source>
        <translation>已完成 {0}/{1} 步</translation>
    </message>
    <message>
        <source> · could not be done: {0}</source>
        <translation> · 未能完成：{0}</translation>
    </message>
    <message>
        <source>Approve the removal of {0}?</source>
        <translation>批准移出{0}吗？</translation>
    </message>
    <message>
        <source>Approve the removal of {0} and {1}?</source>
        <translation>批准移出{0}和{1}吗？</translation>
    </message>
    <message>
        <source>Asked for by {0}, {1} · {2}</source>
        <translation>{0}于 {1} 提请 · {2}</translation>
    </message>
    <message>
        <source>Was removed until {0} · {1}</source>
        <translation>移出期限至 {0} · {1}</translation>
    </message>
    <message>
        <source>Answer…</source>
        <translation>答复…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Open steps</source>
        <translation>查看步骤</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>处理…</translation>
    </message>
    <message>
        <source>Open the ways back for {0}</source>
        <translation>为{0}恢复进群途径</translation>
    </message>
    <message>
        <source>Open the ways back for {0} and {1}</source>
        <translation>为{0}和{1}恢复进群途径</translation>
    </message>
    <message>
        <source>The term of {0} is over: may they come back, or not yet?</source>
        <translation>{0}的移出期限已满：可以回来，还是暂不放行？</translation>
    </message>
    <message>
        <source>The removal of {0} waits for approval</source>
        <translation>移出{0}的申请待审批</translation>
    </message>
    <message>
        <source>The removals of {0} and {1} wait for approval</source>
        <translation>移出{0}和{1}的申请待审批</translation>
    </message>
    <message>
        <source>You asked {0} · {1}</source>
        <translation>您于 {0} 提请 · {1}</translation>
    </message>
    <message>
        <source>The removal of {0} was not approved</source>
        <translation>移出{0}的申请未获批准</translation>
    </message>
    <message>
        <source>The removals of {0} and {1} were not approved</source>
        <translation>移出{0}和{1}的申请未获批准</translation>
    </message>
    <message>
        <source>Declined {0} by {1}: {2}</source>
        <translation>{1}于 {0} 不批准：{2}</translation>
    </message>
    <message>
        <source>Noted.</source>
        <translation>已知悉。</translation>
    </message>
</context>
<context>
    <name>RenumberDialog</name>
    <message>
        <source>Renumber the rules</source>
        <translation>重新编号</translation>
    </message>
    <message>
        <source>What was recorded keeps its code: cases, warnings and removals go on naming the code and the text of the version that they were decided on. From the next version on, new cases name the new codes, so one code may stand for two rules in a member’s history; reports name the version beside it. The counts on this page follow each rule to its new code.</source>
        <translation>已有的记录保持原编号：个案、警告和移出仍注明作出决定时那一版的编号和正文。从下一版起，新的个案使用新编号，因此在成员的处理经过中，同一编号可能先后指两条群规；报告会同时注明版本。本页的违反次数会跟随每条群规转到新编号。</translation>
    </message>
    <message>
        <source>Renumber</source>
        <translation>重新编号</translation>
    </message>
    <message>
        <source>a code that is out of order</source>
        <translation>顺序不对的编号</translation>
    </message>
</context>
<context>
    <name>ReopenDialog</name>
    <message>
        <source>Open the step again</source>
        <translation>重新打开这一步</translation>
    </message>
    <message>
        <source>Who ticked it, when and with what result stays to be read in the log.</source>
        <translation>原来由谁、何时勾选及其结果，仍会保留在日志里。</translation>
    </message>
    <message>
        <source>&amp;Why is it to be done again?</source>
        <translation>为什么要重新做？(&amp;W)</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>The step is open again.</source>
        <translation>这一步已重新打开。</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Case file {0}</source>
        <translation>个案档案 {0}</translation>
    </message>
    <message>
        <source>Group audit: {0}</source>
        <translation>群审计报告：{0}</translation>
    </message>
    <message>
        <source>What was done, by whom and on which rule, for a period</source>
        <translation>一段时间内做了什么、由谁做、依据哪条群规</translation>
    </message>
    <message>
        <source>Who reads it</source>
        <translation>阅读对象</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>File copy</source>
        <translation>内部存档</translation>
    </message>
    <message>
        <source>Handout</source>
        <translation>对外副本</translation>
    </message>
    <message>
        <source>US Letter</source>
        <translation>美国信纸（Letter）</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>从(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>到(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language of the report</source>
        <translation>报告语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Paper</source>
        <translation>纸张(&amp;P)</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>Print the &amp;operators’ notes, too</source>
        <translation>同时打印操作员的留言(&amp;O)</translation>
    </message>
    <message>
        <source>Each page carries log entry {0} and its fingerprint {1} …</source>
        <translation>每页都印有日志第 {0} 条及其指纹 {1}…</translation>
    </message>
    <message>
        <source>Internal. The original screenshots are embedded, the internal comment is printed.</source>
        <translation>仅供内部。内嵌截图原图，并印出内部备注。</translation>
    </message>
    <message>
        <source>For the member or somebody outside: no originals inside, other people&apos;s names, file names and captions masked. Names inside the screenshots stay visible: look at the pages before you hand them out.</source>
        <translation>给成员本人或外部人员：不含原图，隐去他人姓名、文件名和图片说明。截图画面里的姓名仍然可见，交出前请逐页查看。</translation>
    </message>
    <message>
        <source>file copy</source>
        <translation>内部存档</translation>
    </message>
    <message>
        <source>handout</source>
        <translation>对外副本</translation>
    </message>
    <message>
        <source>{0} case {1} {2}</source>
        <translation>{0} 个案{1} {2}</translation>
    </message>
    <message>
        <source>{0} group audit {1} to {2} {3}</source>
        <translation>{0} 群审计报告 {1}至{2} {3}</translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Each report carries the log&apos;s fingerprint and is itself in the log.</source>
        <translation>每份报告都印有日志指纹，打印本身也会写入日志。</translation>
    </message>
    <message>
        <source>Group audit</source>
        <translation>群审计报告</translation>
    </message>
    <message>
        <source>What was done in {0} in a period, by whom and on which rule, with a chart and the list of all acts.</source>
        <translation>一段时间内在“{0}”做了什么、由谁做、依据哪条群规，附图表和全部处理清单。</translation>
    </message>
    <message>
        <source>Case file</source>
        <translation>个案档案</translation>
    </message>
    <message>
        <source>One case with its history, messages, screenshots and decisions.</source>
        <translation>一个个案的经过、消息、截图和决定。</translation>
    </message>
    <message>
        <source>Why people leave</source>
        <translation>退群统计</translation>
    </message>
    <message>
        <source>Reasons, months and lengths of stay, of one group or of all.</source>
        <translation>一个群或全部群的退群原因、时间和在群时长。</translation>
    </message>
    <message>
        <source>&amp;Number of the case</source>
        <translation>个案编号(&amp;N)</translation>
    </message>
    <message>
        <source>Show case file…</source>
        <translation>查看个案档案…</translation>
    </message>
    <message>
        <source>Recently printed</source>
        <translation>最近打印</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>Log entry</source>
        <translation>日志序号</translation>
    </message>
    <message>
        <source>Nothing was printed yet.</source>
        <translation>还没有打印过报告。</translation>
    </message>
</context>
<context>
    <name>RequestList</name>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Which groups</source>
        <translation>哪些群</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>全部群</translation>
    </message>
</context>
<context>
    <name>RequestsPage</name>
    <message>
        <source>Objections</source>
        <translation>申诉</translation>
    </message>
    <message>
        <source>Leaving</source>
        <translation>退群</translation>
    </message>
    <message>
        <source>Coming back</source>
        <translation>回群</translation>
    </message>
    <message>
        <source>Handovers</source>
        <translation>交接</translation>
    </message>
    <message>
        <source>Which requests</source>
        <translation>哪类申请</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Open a backup</source>
        <translation>打开备份</translation>
    </message>
    <message>
        <source>It becomes a workspace of its own. This one stays as it is.</source>
        <translation>备份将成为一个独立的工作区，当前工作区保持不变。</translation>
    </message>
    <message>
        <source>&amp;Backup</source>
        <translation>备份(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;New folder</source>
        <translation>新文件夹(&amp;N)</translation>
    </message>
    <message>
        <source>New or empty, on this computer. Nothing is ever overwritten.</source>
        <translation>须是本机上的新文件夹或空文件夹，不会覆盖任何内容。</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>新文件夹</translation>
    </message>
    <message>
        <source>Another backup…</source>
        <translation>其他备份…</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复备份</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>The backup is a workspace again</source>
        <translation>备份已恢复为工作区</translation>
    </message>
    <message>
        <source>It goes up to entry {0} of the log.</source>
        <translation>截至日志第 {0} 条。</translation>
    </message>
    <message>
        <source>It lies in {0}.</source>
        <translation>位置：{0}。</translation>
    </message>
    <message numerus="yes">
        <source>%n screenshot(s) that records refer to were not beside the backup. Everything else is there.</source>
        <translation>
            <numerusform>记录引用的 %n 张截图不在备份旁，其余内容都已恢复。</numerusform>
        </translation>
    </message>
    <message>
        <source>Once you open it, GroupDesk starts with it from then on. The workspace of before stays where it is: {0}.</source>
        <translation>打开后，GroupDesk 以后都会用它启动。原来的工作区仍在原处：{0}。</translation>
    </message>
    <message>
        <source>Open it now</source>
        <translation>现在打开</translation>
    </message>
    <message>
        <source>a backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Backups of GroupDesk (*.db)</source>
        <translation>GroupDesk 备份 (*.db)</translation>
    </message>
</context>
<context>
    <name>ReturnTodo</name>
    <message>
        <source>{0} is back: may they stay?</source>
        <translation>{0}又回来了，要留下吗？</translation>
    </message>
    <message>
        <source>{0} is back and is to be removed</source>
        <translation>{0}又回来了，待移出</translation>
    </message>
    <message>
        <source>{0} is on the blocklist and in {1}: may they stay?</source>
        <translation>{0}在黑名单中，现在仍在{1}，要留下吗？</translation>
    </message>
    <message>
        <source>{0} is on the blocklist and is to be removed from {1}</source>
        <translation>{0}在黑名单中，待从{1}移出</translation>
    </message>
    <message>
        <source>Person…</source>
        <translation>人员资料…</translation>
    </message>
    <message>
        <source>Let stay…</source>
        <translation>同意留下…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移出…</translation>
    </message>
    <message>
        <source>To be removed</source>
        <translation>待移出</translation>
    </message>
    <message>
        <source>Noted. Remove them with a reason and a screenshot.</source>
        <translation>已注明。移出时请写明理由并附上截图。</translation>
    </message>
</context>
<context>
    <name>ReversalDialog</name>
    <message>
        <source>Nothing is lifted yet, and the reason is kept nowhere else.</source>
        <translation>尚未撤销，已填写的理由不会被保存。</translation>
    </message>
    <message>
        <source>Close without it</source>
        <translation>不保存，直接关闭</translation>
    </message>
    <message>
        <source>Lift this removal</source>
        <translation>撤销这次移出</translation>
    </message>
    <message>
        <source>Lift this warning</source>
        <translation>撤销这次警告</translation>
    </message>
    <message>
        <source>What was recorded stays, struck through. Steps that are still open are called off; somebody who was removed already may come back.</source>
        <translation>原来的记录仍然保留，加删除线显示。尚未执行的步骤随之取消；如已移出，对方可以重新入群。</translation>
    </message>
    <message>
        <source>Nothing is pardoned yet, and the reason is kept nowhere else.</source>
        <translation>尚未宽免，填写的理由也没有保存在别处。</translation>
    </message>
    <message>
        <source>Pardon this warning</source>
        <translation>宽免这条警告</translation>
    </message>
    <message>
        <source>It was right and stays as it was given; from now on it no longer counts. Was it a mistake? Then lift it instead.</source>
        <translation>这条警告没有错，记录保持原样，从现在起不再计入。如果当初发错了，请改为撤销。</translation>
    </message>
    <message>
        <source>&amp;Why it is pardoned</source>
        <translation>宽免理由(&amp;W)</translation>
    </message>
    <message>
        <source>Pardon warning</source>
        <translation>宽免警告</translation>
    </message>
    <message>
        <source>&amp;Why it is lifted</source>
        <translation>撤销理由(&amp;W)</translation>
    </message>
    <message>
        <source>Lift removal</source>
        <translation>撤销移出</translation>
    </message>
    <message>
        <source>It was wrong: it stays on record, struck through, and counts as never given. Was it right, and you let it go? Then pardon it instead.</source>
        <translation>这条警告发错了：记录保留并划去，视为从未发出。如果警告没有错，只是不再追究，请改为宽免。</translation>
    </message>
    <message>
        <source>Lift warning</source>
        <translation>撤销警告</translation>
    </message>
    <message>
        <source>a reason</source>
        <translation>撤销理由</translation>
    </message>
    <message>
        <source>why it is pardoned</source>
        <translation>宽免理由</translation>
    </message>
    <message>
        <source>a shorter text</source>
        <translation>更短的文字</translation>
    </message>
    <message>
        <source>The warning is pardoned.</source>
        <translation>警告已宽免。</translation>
    </message>
    <message>
        <source>The removal is lifted.</source>
        <translation>移出已撤销。</translation>
    </message>
    <message>
        <source>The warning is lifted.</source>
        <translation>警告已撤销。</translation>
    </message>
</context>
<context>
    <name>ReviewAgainDialog</name>
    <message>
        <source>Look again at the groups</source>
        <translation>重新核对群成员</translation>
    </message>
    <message>
        <source>Changed since they were picked</source>
        <translation>选出之后的变化</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>不在梳理范围内</translation>
    </message>
    <message numerus="yes">
        <source>Put %n member(s) on the list</source>
        <translation>
            <numerusform>将 %n 人列入名单</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在核对…</translation>
    </message>
    <message>
        <source>a look at the members</source>
        <translation>核对群成员</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) fit by now and are not on the list yet.</source>
        <translation>
            <numerusform>现在另有 %n 人符合条件，尚未列入名单。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is new: all who fit are on the list already.</source>
        <translation>没有新增：符合条件的都已在名单上。</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) were put on the list.</source>
        <translation>
            <numerusform>已将 %n 人列入名单。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. Nobody was put on the list.</source>
        <translation>已停止，名单没有变化。</translation>
    </message>
</context>
<context>
    <name>ReviewBar</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>已选 %n 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Choose all %n that match</source>
        <translation>
            <numerusform>全选符合的 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose all that match (Ctrl+A)</source>
        <translation>全选符合条件的成员（Ctrl+A）</translation>
    </message>
    <message>
        <source>Choose one only</source>
        <translation>只选一人</translation>
    </message>
</context>
<context>
    <name>ReviewChips</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Changed since</source>
        <translation>之后有变化</translation>
    </message>
    <message>
        <source>Which members</source>
        <translation>显示哪些成员</translation>
    </message>
</context>
<context>
    <name>ReviewCounts</name>
    <message>
        <source>Would be picked</source>
        <translation>将列入名单</translation>
    </message>
    <message>
        <source>Left out, whatever they do</source>
        <translation>不在梳理范围内</translation>
    </message>
    <message>
        <source>What is not known is never taken for silence.</source>
        <translation>活跃情况不明的，一律不算作不活跃。</translation>
    </message>
    <message>
        <source>Protected members, owners, bots and whose activity nobody knows.</source>
        <translation>受保护成员、群主、机器人，以及活跃情况未知的成员。</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{1} 人中将列入 {0} 人</translation>
    </message>
    <message>
        <source>Fit no criterion</source>
        <translation>不符合任何条件</translation>
    </message>
    <message>
        <source>Beyond the size limit</source>
        <translation>超出人数上限</translation>
    </message>
    <message>
        <source>{0} · {1} · {2}</source>
        <translation>{0} · {1} · {2}</translation>
    </message>
    <message>
        <source>Show who they are</source>
        <translation>查看是哪些人</translation>
    </message>
    <message>
        <source>What this group is for</source>
        <translation>群定位</translation>
    </message>
    <message>
        <source>Size limit</source>
        <translation>人数上限</translation>
    </message>
    <message>
        <source>no group is over its own</source>
        <translation>各群均未超出</translation>
    </message>
    <message>
        <source>this group has none</source>
        <translation>本群未设上限</translation>
    </message>
    <message>
        <source>not over it ({0} of {1})</source>
        <translation>未超出（{0}/{1}）</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0}（{1}）</translation>
    </message>
    <message>
        <source>Activity known up to</source>
        <translation>活跃情况截至</translation>
    </message>
</context>
<context>
    <name>ReviewDecideDialog</name>
    <message>
        <source>&amp;First day of writing</source>
        <translation>开始日期(&amp;F)</translation>
    </message>
    <message>
        <source>Messages are put on Monday to Friday. Public holidays, and weekends that are worked instead, are not known here: choose another day where need be.</source>
        <translation>消息只安排在周一至周五。软件不了解法定节假日和调休，如有需要，请改选其他日期。</translation>
    </message>
    <message>
        <source>&amp;Close cases that hold nothing but these reminders</source>
        <translation>同时关闭仅含这些提醒的个案(&amp;C)</translation>
    </message>
    <message>
        <source>Looking what would happen…</source>
        <translation>正在核对将会怎样…</translation>
    </message>
    <message>
        <source>a look at each of them</source>
        <translation>逐一核对</translation>
    </message>
    <message>
        <source>Nothing would happen: there is nobody here whom it can be about.</source>
        <translation>不会有任何变化：这里没有适用的成员。</translation>
    </message>
    <message numerus="yes">
        <source>Leave these %n out</source>
        <translation>
            <numerusform>不选这 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Reason, for the records</source>
        <translation>理由，存档备查(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Reason, may stay empty</source>
        <translation>理由，可留空(&amp;R)</translation>
    </message>
    <message>
        <source>a member</source>
        <translation>适用的成员</translation>
    </message>
    <message>
        <source>a reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>GroupDesk sends nothing. On its day each message stands on Today, ready to be looked at and copied.</source>
        <translation>GroupDesk 不会发送任何消息。到了当天，待写的消息会列在“今日”页，由您查看并复制。</translation>
    </message>
    <message>
        <source>Nobody is removed by this. The removal is recorded afterwards, with its ground and a screenshot.</source>
        <translation>此时不会移出任何人。移出要在之后另行登记，并附上依据和截图。</translation>
    </message>
    <message numerus="yes">
        <source>%n of them have become active again since: {0}.</source>
        <translation>
            <numerusform>其中 %n 人之后又活跃了：{0}。</numerusform>
        </translation>
    </message>
    <message>
        <source>This comes before its turn: no message before it, or still waiting.</source>
        <translation>这一步还没到时候：之前的消息尚未发送，或仍在等待答复。</translation>
    </message>
    <message numerus="yes">
        <source>For %n of them this comes before its turn: no message before it, or still waiting.</source>
        <translation>
            <numerusform>对其中 %n 人来说，这一步还没到时候：之前的消息尚未发送，或仍在等待答复。</numerusform>
        </translation>
    </message>
    <message>
        <source>The list of {0} was not imported since the message: who has written there by now is not known.</source>
        <translation>发出消息之后还没有导入过{0}的名单，之后谁发过言无从得知。</translation>
    </message>
    <message>
        <source>{0} left alone: {1}</source>
        <translation>{0} 人不受影响：{1}</translation>
    </message>
    <message>
        <source>All are to be written on {0}.</source>
        <translation>全部安排在{0}写。</translation>
    </message>
    <message numerus="yes">
        <source>Spread over %n working day(s): {0} on {1}, the last ones on {2}.</source>
        <translation>
            <numerusform>分 %n 个工作日：{1}写 {0} 条，{2}写完。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing of yours is recorded yet, and what you typed is kept. Your decision would take the place of theirs.</source>
        <translation>您的决定尚未保存，填写的内容已保留；如果继续，您的决定将取代对方的决定。</translation>
    </message>
    <message>
        <source>Stopped. Nothing was decided.</source>
        <translation>已停止，没有作出任何决定。</translation>
    </message>
</context>
<context>
    <name>ReviewHead</name>
    <message>
        <source>the list is of {0}: import a new one</source>
        <translation>名单是{0}的，请先导入新名单</translation>
    </message>
    <message>
        <source>Write a note…</source>
        <translation>写备注…</translation>
    </message>
    <message>
        <source>Put somebody on the list…</source>
        <translation>手动列入名单…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Start one like this…</source>
        <translation>按同样设置再来一次…</translation>
    </message>
    <message>
        <source>Pause…</source>
        <translation>暂停…</translation>
    </message>
    <message>
        <source>Finish…</source>
        <translation>结束…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Look again…</source>
        <translation>重新核对…</translation>
    </message>
    <message numerus="yes">
        <source>Write %n message(s) of {0} now…</source>
        <translation>
            <numerusform>现在就写{0}的 %n 条消息…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write %n message(s)…</source>
        <translation>
            <numerusform>写 %n 条消息…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Were %n sent?</source>
        <translation>
            <numerusform>%n 条发出了吗？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Record %n removal(s)…</source>
        <translation>
            <numerusform>记录移出 %n 人…</numerusform>
        </translation>
    </message>
    <message>
        <source>Who was left out</source>
        <translation>哪些人不在范围内</translation>
    </message>
</context>
<context>
    <name>ReviewLeftOutDialog</name>
    <message>
        <source>Left out: {0}</source>
        <translation>不在梳理范围内：{0}</translation>
    </message>
    <message>
        <source>As the records are now</source>
        <translation>以当前记录为准</translation>
    </message>
    <message>
        <source>Enter shows the member in the list of members.</source>
        <translation>按 Enter 可在成员列表中查看该成员。</translation>
    </message>
    <message>
        <source>Who is left out</source>
        <translation>不在范围内的成员</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>群</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>入群时间</translation>
    </message>
    <message>
        <source>Last active</source>
        <translation>最近活跃</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewMember</name>
    <message>
        <source>Show this member</source>
        <translation>查看该成员</translation>
    </message>
    <message>
        <source>The member in front</source>
        <translation>当前成员</translation>
    </message>
    <message>
        <source>When picked, {0}</source>
        <translation>列入时（{0}）</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>in the group</source>
        <translation>在群内</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Last active</source>
        <translation>最近活跃</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息数</translation>
    </message>
    <message>
        <source>In the group</source>
        <translation>是否在群</translation>
    </message>
    <message>
        <source>Key customer</source>
        <translation>重点客户</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>受保护</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>后续</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>最近一条消息</translation>
    </message>
    <message>
        <source>Reminder sent</source>
        <translation>提醒发送于</translation>
    </message>
    <message>
        <source>Last notice sent</source>
        <translation>最后通知发送于</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>入群</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>ReviewMessagesDialog</name>
    <message numerus="yes">
        <source>%n last notice(s) to write</source>
        <translation>
            <numerusform>待写最后通知 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reminder(s) to write</source>
        <translation>
            <numerusform>待写提醒 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>&amp;Wording</source>
        <translation>措辞(&amp;W)</translation>
    </message>
    <message>
        <source>W&amp;hen</source>
        <translation>时间(&amp;H)</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What became of the marked ones</source>
        <translation>已标记的消息后来如何</translation>
    </message>
    <message>
        <source>Copy, go to the next</source>
        <translation>复制，转到下一位</translation>
    </message>
    <message>
        <source>Copy, go to the next (Ctrl+C)</source>
        <translation>复制，转到下一位（Ctrl+C）</translation>
    </message>
    <message>
        <source>Mark all</source>
        <translation>全部标记</translation>
    </message>
    <message>
        <source>GroupDesk sends nothing. Paste each message in {0}; what you copied is marked.</source>
        <translation>GroupDesk 不会发送消息。请在{0}里逐条粘贴发送；复制过的会自动标记。</translation>
    </message>
    <message numerus="yes">
        <source>%n more follow(s) after these.</source>
        <translation>
            <numerusform>之后还有 %n 条。</numerusform>
        </translation>
    </message>
    <message>
        <source>I sent them</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>尚未发送</translation>
    </message>
    <message numerus="yes">
        <source>Record %n as sent</source>
        <translation>
            <numerusform>登记 %n 条已发送</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep %n as prepared</source>
        <translation>
            <numerusform>保存 %n 条备发</numerusform>
        </translation>
    </message>
    <message>
        <source>a message that was copied</source>
        <translation>一条已复制的消息</translation>
    </message>
    <message>
        <source>a time that has passed</source>
        <translation>已经过去的时间</translation>
    </message>
    <message>
        <source>a wording without gaps</source>
        <translation>没有空缺的措辞</translation>
    </message>
    <message numerus="yes">
        <source>Holds for %n of them: {0}, {1}</source>
        <translation>
            <numerusform>适用于其中 %n 人：{0}，{1}</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}, {1}, last active: {2}</source>
        <translation>{0}，{1}，最近活跃：{2}</translation>
    </message>
    <message>
        <source>No message to {0} is due any more; nothing was copied.</source>
        <translation>已不需要给{0}发消息，没有复制任何内容。</translation>
    </message>
    <message>
        <source>This wording still has gaps; fill them in before you copy it.</source>
        <translation>措辞里还有空缺，请先填好再复制。</translation>
    </message>
    <message>
        <source>Copied: the message to {0}. Paste and send it yourself.</source>
        <translation>已复制给{0}的消息，请自行粘贴发送。</translation>
    </message>
    <message>
        <source>No message is due any more to: {0}.</source>
        <translation>已不需要再给以下成员发消息：{0}。</translation>
    </message>
    <message>
        <source>If you have sent theirs already, it is noted nowhere yet: {0}.</source>
        <translation>如果已经发给对方，目前还没有任何记录：{0}。</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are recorded as sent.</source>
        <translation>
            <numerusform>已登记 %n 条消息为已发送。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are prepared; say later whether you sent them.</source>
        <translation>
            <numerusform>已备好 %n 条消息；发送后请再来登记。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewOverview</name>
    <message>
        <source>Reviews</source>
        <translation>成员梳理</translation>
    </message>
    <message>
        <source>Look regularly at who is still with us</source>
        <translation>定期看看哪些成员还在</translation>
    </message>
    <message>
        <source>No review yet</source>
        <translation>还没有做过梳理</translation>
    </message>
    <message>
        <source>A review picks out members who have been silent for long, or who are beyond a group&apos;s size. You look at each and decide: keep, remind, last notice, remove. Protected members stay out of it, and what is not known is never taken for silence. You can go on another day.</source>
        <translation>梳理会挑出长期沉默的成员，或超出群人数上限的成员，由您逐一决定：保留、提醒、最后通知或移出。受保护的成员不在其内，活跃情况不明的，一律不算作不活跃。可以改天接着做。</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>梳理</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>群</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>接下来</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>ReviewPlanForm</name>
    <message>
        <source>What follows</source>
        <translation>后续步骤</translation>
    </message>
    <message>
        <source>Days after a reminder</source>
        <translation>提醒后等几天</translation>
    </message>
    <message>
        <source>Days after a last notice</source>
        <translation>最后通知后等几天</translation>
    </message>
    <message>
        <source>Messages a working day</source>
        <translation>每个工作日最多发几条</translation>
    </message>
    <message>
        <source>Removal is always the last step, and always a decision of yours.</source>
        <translation>移出永远是最后一步，也永远由您决定。</translation>
    </message>
</context>
<context>
    <name>ReviewPrintDialog</name>
    <message>
        <source>Review {0}</source>
        <translation>成员梳理 {0}</translation>
    </message>
    <message>
        <source>Print the review</source>
        <translation>打印梳理结果</translation>
    </message>
    <message>
        <source>Internal: with the names, decisions and reasons.</source>
        <translation>供内部使用，含姓名、决定和理由。</translation>
    </message>
    <message>
        <source>For outside: names no member.</source>
        <translation>供外部使用，不含任何成员姓名。</translation>
    </message>
</context>
<context>
    <name>ReviewSentDialog</name>
    <message numerus="yes">
        <source>Were %n message(s) sent?</source>
        <translation>
            <numerusform>%n 条消息发出了吗？</numerusform>
        </translation>
    </message>
    <message>
        <source>What became of the messages</source>
        <translation>消息后来如何</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>W&amp;hen</source>
        <translation>时间(&amp;H)</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>The waiting days are counted from the day on which they were sent.</source>
        <translation>等待天数从发送当天算起。</translation>
    </message>
    <message>
        <source>Then these members are to be decided about anew.</source>
        <translation>这些成员需要重新决定。</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>a time that has passed</source>
        <translation>已经过去的时间</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are recorded as sent.</source>
        <translation>
            <numerusform>已登记 %n 条消息为已发送。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are recorded as not sent.</source>
        <translation>
            <numerusform>已登记 %n 条消息为未发送。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewStartDialog</name>
    <message>
        <source>Start a review</source>
        <translation>开始梳理</translation>
    </message>
    <message>
        <source>A look at who is still with us. It decides nothing and tells nobody.</source>
        <translation>了解哪些成员还在参与。这一步不作任何决定，也不会通知任何人。</translation>
    </message>
    <message>
        <source>&amp;Groups</source>
        <translation>群(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Name of the review</source>
        <translation>梳理名称(&amp;N)</translation>
    </message>
    <message>
        <source>Whom it picks</source>
        <translation>挑出哪些人</translation>
    </message>
    <message>
        <source>&amp;Inactive for long</source>
        <translation>长期不活跃(&amp;I)</translation>
    </message>
    <message>
        <source>Never &amp;spoke</source>
        <translation>从未发言(&amp;S)</translation>
    </message>
    <message>
        <source>Group over its &amp;limit: the longest silent</source>
        <translation>群超出上限：沉默最久的(&amp;L)</translation>
    </message>
    <message>
        <source>Inactive for so many &amp;days</source>
        <translation>多少天未活跃(&amp;D)</translation>
    </message>
    <message>
        <source>Leave out who &amp;joined in the last days</source>
        <translation>不看最近几天入群的(&amp;J)</translation>
    </message>
    <message>
        <source>Look at &amp;key customers, too</source>
        <translation>重点客户也纳入(&amp;K)</translation>
    </message>
    <message>
        <source>Mark somebody as off &amp;purpose…</source>
        <translation>标记与群定位不符的成员(&amp;P)…</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤销标记</translation>
    </message>
    <message>
        <source>N&amp;ote, may stay empty</source>
        <translation>备注，可留空(&amp;O)</translation>
    </message>
    <message>
        <source>Start review</source>
        <translation>开始梳理</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}，{1}</translation>
    </message>
    <message>
        <source>Review of {0}</source>
        <translation>{0}成员梳理</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>nobody so far</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>a group</source>
        <translation>一个群</translation>
    </message>
    <message>
        <source>whom it picks</source>
        <translation>挑选条件</translation>
    </message>
    <message>
        <source>a name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>a look at the members</source>
        <translation>核对群成员</translation>
    </message>
    <message>
        <source>somebody who fits</source>
        <translation>符合条件的成员</translation>
    </message>
    <message>
        <source>{0} is in {1}, which this review does not look at. Choose that group first.</source>
        <translation>{0}在“{1}”群，本次梳理没有包括该群。请先勾选该群。</translation>
    </message>
    <message numerus="yes">
        <source>The review is started: %n member(s) to decide about.</source>
        <translation>
            <numerusform>梳理已开始：待决定 %n 人。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. No review was started.</source>
        <translation>已停止，没有开始梳理。</translation>
    </message>
</context>
<context>
    <name>ReviewTable</name>
    <message>
        <source>Group</source>
        <translation>群</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息数</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>入群</translation>
    </message>
    <message>
        <source>Day of writing</source>
        <translation>发送日期</translation>
    </message>
    <message>
        <source>Decided last</source>
        <translation>最近决定</translation>
    </message>
    <message>
        <source>Members of the review</source>
        <translation>梳理名单</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Last active</source>
        <translation>最近活跃</translation>
    </message>
    <message>
        <source>Since then</source>
        <translation>之后的变化</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>处理情况</translation>
    </message>
</context>
<context>
    <name>ReviewTargets</name>
    <message>
        <source>Whom to write to</source>
        <translation>要写给谁</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>to copy</source>
        <translation>待复制</translation>
    </message>
    <message>
        <source>not due any more</source>
        <translation>已不需要发送</translation>
    </message>
    <message>
        <source>copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>marked</source>
        <translation>已标记</translation>
    </message>
</context>
<context>
    <name>ReviewTodo</name>
    <message numerus="yes">
        <source>{0}: write %n message(s)</source>
        <translation>
            <numerusform>{0}：撰写 %n 条消息</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0}: waiting is over for %n member(s)</source>
        <translation>
            <numerusform>{0}：%n 人的等待期已过</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0}: record %n removal(s)</source>
        <translation>
            <numerusform>{0}：登记 %n 人的移出</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0}: decide about %n member(s)</source>
        <translation>
            <numerusform>{0}：%n 人待决定</numerusform>
        </translation>
    </message>
    <message>
        <source>Review, begun {0} · {1}</source>
        <translation>梳理，{0} 开始 · {1}</translation>
    </message>
    <message>
        <source>several groups</source>
        <translation>多个群</translation>
    </message>
    <message>
        <source>Open the review</source>
        <translation>打开梳理</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>ReviewTurnDialog</name>
    <message>
        <source>Pause this review</source>
        <translation>暂停梳理</translation>
    </message>
    <message>
        <source>Nothing of it stands on Today until somebody goes on with it. All that was decided stays.</source>
        <translation>在继续之前，“今日”页不会再出现它的事项；已作的决定都会保留。</translation>
    </message>
    <message>
        <source>&amp;Why, may stay empty</source>
        <translation>原因，可留空(&amp;W)</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Finish this review</source>
        <translation>结束梳理</translation>
    </message>
    <message>
        <source>&amp;Summary in your words, may stay empty</source>
        <translation>小结，可留空(&amp;S)</translation>
    </message>
    <message>
        <source>Finish review</source>
        <translation>结束梳理</translation>
    </message>
    <message>
        <source>Note on this review</source>
        <translation>梳理备注</translation>
    </message>
    <message>
        <source>For the operators; no member sees it.</source>
        <translation>仅供操作员查看，成员看不到。</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>备注(&amp;N)</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>A finished review stays to be read and printed, and cannot go on.</source>
        <translation>结束后仍可查看和打印，但不能再继续。</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) are not settled: they stay as they are.</source>
        <translation>
            <numerusform>还有 %n 人未处理，将保持不变。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them still have the time to answer that their message gives them.</source>
        <translation>
            <numerusform>其中 %n 人还在消息里给出的答复期限之内。</numerusform>
        </translation>
    </message>
    <message>
        <source>In all</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>a note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>The review rests. Go on with it whenever you like.</source>
        <translation>梳理已暂停，随时可以继续。</translation>
    </message>
    <message>
        <source>The review is finished. It can be printed.</source>
        <translation>梳理已结束，可以打印结果。</translation>
    </message>
    <message>
        <source>The note is recorded.</source>
        <translation>备注已记录。</translation>
    </message>
</context>
<context>
    <name>ReviewUndo</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>ReviewView</name>
    <message>
        <source>All reviews</source>
        <translation>全部梳理</translation>
    </message>
    <message>
        <source>All reviews (Esc)</source>
        <translation>全部梳理（Esc）</translation>
    </message>
    <message>
        <source>Search by name, nickname, pinyin or ID</source>
        <translation>按名称、群昵称、拼音或 ID 搜索</translation>
    </message>
    <message>
        <source>This review rests: nothing of it stands on Today.</source>
        <translation>梳理已暂停：“今日”页不会出现它的事项。</translation>
    </message>
    <message>
        <source>Finished on {0} by {1}.</source>
        <translation>{0}由{1}结束。</translation>
    </message>
    <message>
        <source>Nobody here</source>
        <translation>这里没有人</translation>
    </message>
    <message>
        <source>Nobody in this review is like that now.</source>
        <translation>目前名单里没有处于这种情况的成员。</translation>
    </message>
    <message>
        <source>Nobody in this review fits what you look for.</source>
        <translation>名单里没有符合搜索内容的成员。</translation>
    </message>
    <message>
        <source>Everybody is decided about</source>
        <translation>都已作出决定</translation>
    </message>
    <message>
        <source>What comes next stands above.</source>
        <translation>接下来要做的事见上方。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>{0} is on the list now.</source>
        <translation>已将{0}列入名单。</translation>
    </message>
</context>
<context>
    <name>RuleChoice</name>
    <message>
        <source>No rule</source>
        <translation>不涉及群规</translation>
    </message>
    <message>
        <source>This group has no published rules</source>
        <translation>本群还没有发布群规</translation>
    </message>
    <message>
        <source>Choose the rule that was broken</source>
        <translation>选择被违反的群规</translation>
    </message>
</context>
<context>
    <name>RuleChoices</name>
    <message>
        <source>&amp;Also another rule</source>
        <translation>再加一条群规(&amp;A)</translation>
    </message>
    <message>
        <source>The message then names all of them</source>
        <translation>消息会一并写明这些群规</translation>
    </message>
    <message>
        <source>Rule {0}</source>
        <translation>第 {0} 条群规</translation>
    </message>
    <message>
        <source>Take rule {0} away</source>
        <translation>去掉第 {0} 条群规</translation>
    </message>
</context>
<context>
    <name>RuleEditor</name>
    <message>
        <source>Code</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Both languages side by side</source>
        <translation>两种语言并排显示</translation>
    </message>
</context>
<context>
    <name>RuleTexts</name>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>What to do instead</source>
        <translation>建议做法</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>举例</translation>
    </message>
    <message>
        <source>Consequence</source>
        <translation>处理说明</translation>
    </message>
    <message>
        <source>Begin with the Chinese words</source>
        <translation>先填入中文内容</translation>
    </message>
    <message>
        <source>Begin with the English words</source>
        <translation>先填入英文内容</translation>
    </message>
    <message>
        <source>One sentence to the member; templates quote it.</source>
        <translation>写给成员的一句话，模板会引用。</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}（{1}）</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺少</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>Version {0} of the rules is copied in {1}: paste it into the group.</source>
        <translation>第 {0} 版群规（{1}）已复制，请粘贴到群里发布。</translation>
    </message>
    <message>
        <source>Copy in {0}</source>
        <translation>改为复制{0}版</translation>
    </message>
    <message>
        <source>Publish v{0}</source>
        <translation>发布第 {0} 版</translation>
    </message>
    <message>
        <source>Publish v{0}…</source>
        <translation>发布第 {0} 版…</translation>
    </message>
    <message>
        <source>Undo: {0}</source>
        <translation>撤销：{0}</translation>
    </message>
    <message>
        <source>Undo in the draft</source>
        <translation>撤销草稿中的上一步</translation>
    </message>
    <message>
        <source>Redo: {0}</source>
        <translation>重做：{0}</translation>
    </message>
    <message>
        <source>Redo in the draft</source>
        <translation>重做草稿中的上一步</translation>
    </message>
</context>
<context>
    <name>RulesEditing</name>
    <message>
        <source>{0} is a copy of {1}.</source>
        <translation>{0} 复制自 {1}。</translation>
    </message>
    <message>
        <source>Rule {0} removed from the draft.</source>
        <translation>已从草稿中删除群规 {0}。</translation>
    </message>
    <message>
        <source>{0} is now rule {1} of {2}.</source>
        <translation>{0} 现在排在第 {1} 位，共 {2} 条。</translation>
    </message>
    <message>
        <source>The missing words are filled in from the other language.</source>
        <translation>已用另一种语言填入缺少的内容。</translation>
    </message>
    <message>
        <source>Undone: {0}.</source>
        <translation>已撤销：{0}。</translation>
    </message>
    <message>
        <source>Done again: {0}.</source>
        <translation>已重做：{0}。</translation>
    </message>
    <message>
        <source>The draft was discarded.</source>
        <translation>草稿已放弃。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>恢复</translation>
    </message>
    <message numerus="yes">
        <source>The draft now has %n rule(s).</source>
        <translation>
            <numerusform>草稿现有 %n 条群规。</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>The rules are a draft now in: {0}. Nothing is published.</source>
        <translation>群规已作为草稿复制到：{0}。没有发布任何内容。</translation>
    </message>
</context>
<context>
    <name>RulesHead</name>
    <message>
        <source>Rules</source>
        <translation>群规</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>第 {0} 版</translation>
    </message>
    <message>
        <source>Version {0}, in force</source>
        <translation>第 {0} 版，现行</translation>
    </message>
    <message>
        <source>Rules of {0}</source>
        <translation>群规 · {0}</translation>
    </message>
    <message>
        <source>{0} published version {1} on {2}, after your draft was begun. Your draft is kept.</source>
        <translation>您开始写草稿之后，{0} 于{2}发布了第 {1} 版。您的草稿已保留。</translation>
    </message>
    <message>
        <source>Take over what is new…</source>
        <translation>并入新版本…</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>More for the rules</source>
        <translation>更多群规操作</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) in the draft</source>
        <translation>
            <numerusform>草稿中有 %n 条群规</numerusform>
        </translation>
    </message>
    <message>
        <source>Not published yet · {0}</source>
        <translation>尚未发布 · {0}</translation>
    </message>
    <message>
        <source>Version {0}, in force since {1} · nothing changed in the draft</source>
        <translation>第 {0} 版，自{1}起施行 · 草稿没有改动</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n 处改动</numerusform>
        </translation>
    </message>
    <message>
        <source>Version {0}, draft · {1} since v{2}</source>
        <translation>第 {0} 版草稿 · 与第 {2} 版相比有 {1}</translation>
    </message>
    <message>
        <source>v{0} was published meanwhile</source>
        <translation>期间已发布第 {0} 版</translation>
    </message>
    <message>
        <source>Published {0} by {1}; it stays as it is.</source>
        <translation>{0} 由{1}发布，不再改动。</translation>
    </message>
    <message>
        <source>{0} “{1}”</source>
        <translation>{0}“{1}”</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>v{0} · {1}</source>
        <translation>第 {0} 版 · {1}</translation>
    </message>
</context>
<context>
    <name>RulesPage</name>
    <message>
        <source>Rules</source>
        <translation>群规</translation>
    </message>
    <message>
        <source>Drag to another place, or Alt+Up and Alt+Down; Alt+Home and Alt+End.</source>
        <translation>拖动可调整顺序，也可以按 Alt+↑、Alt+↓、Alt+Home、Alt+End。</translation>
    </message>
    <message>
        <source>No group yet</source>
        <translation>还没有群</translation>
    </message>
    <message>
        <source>A group holds its members, its rules and what was done.</source>
        <translation>群里有成员、群规和处理记录。</translation>
    </message>
    <message>
        <source>New group…</source>
        <translation>新建群…</translation>
    </message>
    <message>
        <source>Start with the starter rules</source>
        <translation>从初始群规开始</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) for customer groups, ready in English and Chinese. Use them as they are or change what you like; nothing counts before you publish. There are other sets for partners and for open communities.</source>
        <translation>
            <numerusform>客户群适用的 %n 条群规，中英文齐全。可以直接使用，也可以随意修改；发布之前不会生效。另有适合合作伙伴群和开放社群的版本。</numerusform>
        </translation>
    </message>
    <message>
        <source>version {0}</source>
        <translation>第 {0} 版</translation>
    </message>
    <message>
        <source>the draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Use the starter rules</source>
        <translation>使用初始群规</translation>
    </message>
    <message>
        <source>Not kept yet…</source>
        <translation>尚未保存…</translation>
    </message>
    <message>
        <source>Saved in the draft {0}</source>
        <translation>草稿保存于 {0}</translation>
    </message>
</context>
<context>
    <name>RulesPublisher</name>
    <message>
        <source>Version {0} of the rules is published. GroupDesk tells nobody: post the rules in the group yourself.</source>
        <translation>群规第 {0} 版已发布。GroupDesk 不会通知任何人，请您自行把群规发到群里。</translation>
    </message>
</context>
<context>
    <name>SavedFilterList</name>
    <message>
        <source>All groups</source>
        <translation>全部群</translation>
    </message>
    <message>
        <source>The filter “{0}” was deleted.</source>
        <translation>筛选“{0}”已删除。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>已存的筛选</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>已选 %n 名</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose nobody</source>
        <translation>取消选择</translation>
    </message>
</context>
<context>
    <name>SentEarlierDialog</name>
    <message>
        <source>Recorded as sent {0}; it counts from then on.</source>
        <translation>已记为 {0} 发送，从那时起计入。</translation>
    </message>
    <message>
        <source>It was sent earlier</source>
        <translation>此前已发送</translation>
    </message>
    <message>
        <source>&amp;Sent at</source>
        <translation>发送时间(&amp;S)</translation>
    </message>
    <message>
        <source>Sent at</source>
        <translation>发送时间</translation>
    </message>
    <message>
        <source>Copied {0}. The message counts from the time it was sent.</source>
        <translation>{0} 复制。消息从实际发送时起计入。</translation>
    </message>
    <message>
        <source>Record as sent</source>
        <translation>记为已发送</translation>
    </message>
    <message>
        <source>a time that has passed</source>
        <translation>已经过去的时间</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>This is the sample workspace: try everything, nothing here is real.</source>
        <translation>这是示例工作区：可以随意试用，里面的内容都不是真的。</translation>
    </message>
    <message>
        <source>This is the sample workspace, and here it can only be read: look at everything and print; nothing can be recorded.</source>
        <translation>这是示例工作区，在这里只能读取：可以随意查看和打印，但不能记录任何内容。</translation>
    </message>
    <message>
        <source>Leave the sample</source>
        <translation>退出示例</translation>
    </message>
    <message>
        <source>This workspace can only be read here. Everything can be looked at and printed; a print is not logged.</source>
        <translation>此工作区在这里只能读取。可以查看和打印全部内容，但打印不会写入日志。</translation>
    </message>
    <message>
        <source>First make the group that the list belongs to.</source>
        <translation>请先新建名单所属的群。</translation>
    </message>
    <message>
        <source>Screenshots belong to a warning, a talk or a removal: open one for the member and drop them there.</source>
        <translation>截图属于警告、沟通或移出。请先为该成员打开其中一项，再把截图拖到那里。</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Each choice takes effect at once.</source>
        <translation>所有选择立即生效。</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>L&amp;ook</source>
        <translation>外观(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Paper</source>
        <translation>纸张(&amp;P)</translation>
    </message>
    <message>
        <source>Loc&amp;k the window by itself</source>
        <translation>自动锁定(&amp;K)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>US Letter</source>
        <translation>美国信纸（Letter）</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message numerus="yes">
        <source>After %n minute(s)</source>
        <translation>
            <numerusform>%n 分钟无操作后</numerusform>
        </translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>Open a backup…</source>
        <translation>打开备份…</translation>
    </message>
    <message>
        <source>GroupDesk {0}. Everything stays on this computer; nothing is sent.</source>
        <translation>GroupDesk {0}。所有数据都留在这台电脑上，不会外传。</translation>
    </message>
    <message>
        <source>The program&apos;s log, without names or messages: {0}</source>
        <translation>程序日志（不含姓名和消息）：{0}</translation>
    </message>
    <message>
        <source>No backup yet. One is made when you close the window, whenever something was recorded since the last one.</source>
        <translation>尚无备份。关闭窗口时，如果上次备份之后有新记录，会自动备份。</translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s), the newest of {0}</source>
        <translation>
            <numerusform>共 %n 份备份，最近一份：{0}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>Switch operator</source>
        <translation>切换操作员</translation>
    </message>
    <message>
        <source>Now at the desk: {0}, {1}. Drafts stay with whoever began them.</source>
        <translation>当前操作员：{0}，{1}。草稿仍归起草人。</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
</context>
<context>
    <name>SignInForm</name>
    <message>
        <source>asks for a PIN</source>
        <translation>需要 PIN 码</translation>
    </message>
    <message>
        <source>no PIN</source>
        <translation>无 PIN 码</translation>
    </message>
    <message>
        <source>Who works here</source>
        <translation>由谁操作</translation>
    </message>
    <message>
        <source>&amp;PIN</source>
        <translation>PIN 码(&amp;P)</translation>
    </message>
    <message>
        <source>Only in the sample: Arun and 林晓 have the PIN {0}.</source>
        <translation>仅限示例工作区：Arun 和林晓的 PIN 码都是 {0}。</translation>
    </message>
    <message>
        <source>{0} has no PIN: anybody at this computer can work under this name.</source>
        <translation>{0}没有设置 PIN 码：使用这台电脑的任何人都能以其身份操作。</translation>
    </message>
    <message>
        <source>Too many wrong PINs. The next try is possible in {0}.</source>
        <translation>PIN 码多次输错，请在 {0} 后再试。</translation>
    </message>
    <message>
        <source>The PIN can be tried again.</source>
        <translation>现在可以重新输入 PIN 码。</translation>
    </message>
</context>
<context>
    <name>StandingSteps</name>
    <message>
        <source>Standing</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Step {0} of {1}: {2}</source>
        <translation>第 {0} 级，共 {1} 级：{2}</translation>
    </message>
</context>
<context>
    <name>StarterDialog</name>
    <message>
        <source>Starter rules</source>
        <translation>初始群规</translation>
    </message>
    <message>
        <source>{0} · they go to the draft; nothing is published</source>
        <translation>{0} · 只放进草稿，不会发布</translation>
    </message>
    <message>
        <source>For which kind of group</source>
        <translation>适用的群</translation>
    </message>
    <message>
        <source>What happens to the rules in the draft</source>
        <translation>草稿中已有的群规</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} · {1}</source>
        <translation>{0} · {1}</translation>
    </message>
    <message>
        <source>They &amp;stay, and these come after them</source>
        <translation>保留，这些群规排在后面(&amp;S)</translation>
    </message>
    <message>
        <source>These take their &amp;place</source>
        <translation>由这些群规代替(&amp;P)</translation>
    </message>
    <message>
        <source>Language of the preview</source>
        <translation>预览语言</translation>
    </message>
    <message>
        <source>The rules</source>
        <translation>群规</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) leave the draft. Undo brings them back.</source>
        <translation>
            <numerusform>草稿中的 %n 条群规将被删除，可以撤销。</numerusform>
        </translation>
    </message>
    <message>
        <source>Codes that are taken are replaced by the next free ones.</source>
        <translation>已被使用的编号会换成下一个空闲编号。</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) are left out: their title is in the draft.</source>
        <translation>
            <numerusform>有 %n 条不加入：草稿中已有同名群规。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n rule(s)</source>
        <translation>
            <numerusform>加入 %n 条群规</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace with %n rule(s)</source>
        <translation>
            <numerusform>换成 %n 条群规</numerusform>
        </translation>
    </message>
    <message>
        <source>a rule that is not in the draft</source>
        <translation>草稿中没有的群规</translation>
    </message>
</context>
<context>
    <name>StaysAwayDialog</name>
    <message>
        <source>{0} does not come back</source>
        <translation>{0}不再回群</translation>
    </message>
    <message>
        <source>The removal stays lifted; they may still be taken in another time.</source>
        <translation>移出仍保持撤销状态，以后仍可重新邀请。</translation>
    </message>
    <message>
        <source>&amp;What they said</source>
        <translation>成员的说法(&amp;W)</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>记录</translation>
    </message>
</context>
<context>
    <name>StepCopies</name>
    <message>
        <source>Copy ID</source>
        <translation>复制 ID</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>复制姓名</translation>
    </message>
    <message>
        <source>Copy reason</source>
        <translation>复制理由</translation>
    </message>
    <message>
        <source>Copy notice</source>
        <translation>复制通知</translation>
    </message>
    <message>
        <source>The notice has {0} characters, {1} takes {2}: send it in parts.</source>
        <translation>通知共 {0} 字，{1}单条上限为 {2} 字，请分条发送。</translation>
    </message>
    <message>
        <source>{0} takes {1} for formatting and does not show it.</source>
        <translation>{0}会把 {1} 当作格式符号，不予显示。</translation>
    </message>
    <message>
        <source>Case {0}</source>
        <translation>个案 {0}</translation>
    </message>
</context>
<context>
    <name>StepRow</name>
    <message>
        <source>Record as done</source>
        <translation>记为已完成</translation>
    </message>
    <message>
        <source>Record as sent</source>
        <translation>记为已发送</translation>
    </message>
    <message>
        <source>Record as not delivered</source>
        <translation>记为未能送达</translation>
    </message>
    <message>
        <source>Record as not possible</source>
        <translation>记为未能完成</translation>
    </message>
    <message>
        <source>Record as not needed</source>
        <translation>记为无需进行</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Space does the same while the step is chosen, Enter where it is the next one</source>
        <translation>选中该步骤时按空格键效果相同；它是下一步时也可按 Enter</translation>
    </message>
    <message>
        <source>Channel of the notice</source>
        <translation>通知渠道</translation>
    </message>
    <message>
        <source>Something else became of it</source>
        <translation>其他结果</translation>
    </message>
    <message>
        <source>It could not be done, is not needed, or was done earlier</source>
        <translation>未能完成、无需进行，或早已完成</translation>
    </message>
    <message>
        <source>Could not be done…</source>
        <translation>未能完成…</translation>
    </message>
    <message>
        <source>Could not be delivered…</source>
        <translation>未能送达…</translation>
    </message>
    <message>
        <source>Not needed…</source>
        <translation>无需进行…</translation>
    </message>
    <message>
        <source>Was done earlier…</source>
        <translation>早些时候已完成…</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>More about it…</source>
        <translation>送达情况…</translation>
    </message>
    <message>
        <source>Done at</source>
        <translation>完成时间</translation>
    </message>
    <message>
        <source>Write briefly why.</source>
        <translation>请简单写明原因。</translation>
    </message>
    <message>
        <source>Result or remark (optional)</source>
        <translation>结果或备注（选填）</translation>
    </message>
</context>
<context>
    <name>StepWords</name>
    <message>
        <source>Decided {0} by {1}</source>
        <translation>{1}于 {0} 决定</translation>
    </message>
    <message>
        <source>Asked for by {0}, approved {1} by {2}</source>
        <translation>{0}提请，{2}于 {1} 批准</translation>
    </message>
    <message>
        <source>This removal waits for approval. Do not carry it out yet.</source>
        <translation>这次移出还在等待审批，请先不要执行。</translation>
    </message>
    <message>
        <source>This removal was lifted on {0}. Do not carry it out.</source>
        <translation>这次移出已撤销（{0}），请勿再执行。</translation>
    </message>
    <message>
        <source>This removal never took effect. Do not carry it out.</source>
        <translation>这次移出从未生效，请不要执行。</translation>
    </message>
    <message>
        <source>Done {0} by {1}</source>
        <translation>{0} 由{1}完成</translation>
    </message>
    <message>
        <source>Not needed, {0} by {1}</source>
        <translation>{0} 由{1}记为无需进行</translation>
    </message>
    <message>
        <source>{0}, recorded {1}</source>
        <translation>{0}，{1} 记录</translation>
    </message>
    <message>
        <source>Tried {0} by {1}: {2}</source>
        <translation>{0} 由{1}尝试未成：{2}</translation>
    </message>
    <message>
        <source>Opened again {0} by {1}: {2}</source>
        <translation>{0} 由{1}重新打开：{2}</translation>
    </message>
    <message>
        <source>Opened again {0} by {1}</source>
        <translation>{0} 由{1}重新打开</translation>
    </message>
    <message>
        <source>{0} of {1} done</source>
        <translation>已完成 {0}/{1}</translation>
    </message>
    <message>
        <source>still open: {0}</source>
        <translation>尚未完成：{0}</translation>
    </message>
    <message numerus="yes">
        <source>still open: {0} and %n more</source>
        <translation>
            <numerusform>尚未完成：{0}，另有 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>StrikeDialog</name>
    <message>
        <source>The entry is struck out. It can still be read.</source>
        <translation>该条目已划去，仍可查看。</translation>
    </message>
    <message>
        <source>Strike an entry out</source>
        <translation>划去条目</translation>
    </message>
    <message>
        <source>&amp;Why it no longer holds</source>
        <translation>为什么不再有效(&amp;W)</translation>
    </message>
    <message>
        <source>It stays in the book, struck through, with this reason.</source>
        <translation>条目以删除线保留在册中，并附上原因。</translation>
    </message>
    <message>
        <source>Strike out</source>
        <translation>划去</translation>
    </message>
</context>
<context>
    <name>TakeBackDialog</name>
    <message>
        <source>The recognition is taken back.</source>
        <translation>这条表扬已撤回。</translation>
    </message>
    <message>
        <source>Take this recognition back</source>
        <translation>撤回这条表扬</translation>
    </message>
    <message>
        <source>It stays on record, struck through, and is no longer shown before a warning.</source>
        <translation>记录会保留并加上删除线，警告之前不再显示。</translation>
    </message>
    <message>
        <source>&amp;Why it is taken back</source>
        <translation>撤回的原因(&amp;W)</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
</context>
<context>
    <name>TalkDialog</name>
    <message>
        <source>The talk with {0} is kept as a draft.</source>
        <translation>与{0}的沟通已存为草稿。</translation>
    </message>
    <message>
        <source>{0}, by {1}.</source>
        <translation>{0}（{1}安排）。</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>接着用这份安排</translation>
    </message>
    <message>
        <source>Talk with {0}</source>
        <translation>与{0}沟通</translation>
    </message>
    <message>
        <source>{0} · thank, ask, listen, agree</source>
        <translation>{0} · 先致谢，再询问、倾听，最后约定</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>开场白</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>要点</translation>
    </message>
    <message>
        <source>Change plan</source>
        <translation>修改安排</translation>
    </message>
    <message>
        <source>Plan talk</source>
        <translation>安排沟通</translation>
    </message>
    <message>
        <source>Record talk</source>
        <translation>记录沟通</translation>
    </message>
    <message>
        <source>{0} The earlier follow-up is done.</source>
        <translation>{0}之前的跟进一并完成。</translation>
    </message>
    <message>
        <source>The talk with {0} is recorded.</source>
        <translation>已记录与{0}的沟通。</translation>
    </message>
    <message>
        <source>The talk with {0} is recorded. Follow-up on {1}.</source>
        <translation>已记录与{0}的沟通，{1}跟进。</translation>
    </message>
    <message>
        <source>Record that it was offered</source>
        <translation>记录曾提出沟通</translation>
    </message>
    <message>
        <source>The talk with {0} is planned for {1}.</source>
        <translation>与{0}的沟通已安排于{1}。</translation>
    </message>
    <message>
        <source>Recorded: a talk was offered to {0}. Try again on {1}.</source>
        <translation>已记录：曾向{0}提出沟通。{1}再联系。</translation>
    </message>
    <message>
        <source>Recorded: a talk was offered to {0}.</source>
        <translation>已记录：曾向{0}提出沟通。</translation>
    </message>
    <message>
        <source>Somebody ended the planned talk in the meantime, so nothing was recorded yet. What you wrote is all here: record it once more, as a talk of its own.</source>
        <translation>这次安排的沟通期间已由他人完成或取消，所以还没有保存。您写的内容都在这里：再保存一次，即作为一次单独的沟通记录下来。</translation>
    </message>
    <message>
        <source>Somebody recorded the follow-up in the meantime, so nothing was recorded yet. What you wrote is all here: record it once more, without the follow-up.</source>
        <translation>这项跟进期间已由他人记录，所以还没有保存。您写的内容都在这里：再保存一次即可，不再与那项跟进关联。</translation>
    </message>
    <message>
        <source>Copied. Send it in {0}; the talk is recorded once it took place.</source>
        <translation>已复制。请在{0}中发送，聊过之后再来记录。</translation>
    </message>
</context>
<context>
    <name>TalkForm</name>
    <message>
        <source>the problem or what you agreed on</source>
        <translation>问题或约定的内容</translation>
    </message>
    <message>
        <source>screenshots on their way</source>
        <translation>截图正在添加</translation>
    </message>
    <message>
        <source>It took place</source>
        <translation>已经谈过</translation>
    </message>
    <message>
        <source>Plan it</source>
        <translation>先作安排</translation>
    </message>
    <message>
        <source>It did not take place</source>
        <translation>没有谈成</translation>
    </message>
    <message>
        <source>Private messages</source>
        <translation>私信</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>On which day</source>
        <translation>哪一天</translation>
    </message>
    <message>
        <source>Who &amp;else took part</source>
        <translation>其他参与者(&amp;E)</translation>
    </message>
    <message>
        <source>Names, if anybody did</source>
        <translation>如有，请写姓名</translation>
    </message>
    <message>
        <source>&amp;Rule it was about, if any</source>
        <translation>涉及的群规，如有(&amp;R)</translation>
    </message>
    <message>
        <source>Something true that they do for the group</source>
        <translation>对方真正为群里做过的事</translation>
    </message>
    <message>
        <source>What was seen, and when; no verdict</source>
        <translation>什么时候、看到了什么；不下结论</translation>
    </message>
    <message>
        <source>Ask and listen: what led to it?</source>
        <translation>先问再听：是怎么回事？</translation>
    </message>
    <message>
        <source>What would help them to do it another way?</source>
        <translation>怎样能让对方换个做法？</translation>
    </message>
    <message>
        <source>Who does what, and from when</source>
        <translation>谁做什么，从什么时候开始</translation>
    </message>
    <message>
        <source>What you &amp;thank them for</source>
        <translation>值得感谢之处(&amp;T)</translation>
    </message>
    <message>
        <source>The &amp;problem, as it happened</source>
        <translation>问题：发生了什么(&amp;P)</translation>
    </message>
    <message>
        <source>The cause you &amp;learnt</source>
        <translation>了解到的原因(&amp;L)</translation>
    </message>
    <message>
        <source>What you &amp;suggested</source>
        <translation>提出的建议(&amp;S)</translation>
    </message>
    <message>
        <source>What you &amp;agreed on</source>
        <translation>约定的内容(&amp;A)</translation>
    </message>
    <message>
        <source>What may have &amp;led to it</source>
        <translation>可能的原因(&amp;L)</translation>
    </message>
    <message>
        <source>What you could &amp;suggest</source>
        <translation>可以提的建议(&amp;S)</translation>
    </message>
    <message>
        <source>What you hope to &amp;agree on</source>
        <translation>希望作出的约定(&amp;A)</translation>
    </message>
    <message>
        <source>What it was to be about, and what was &amp;answered</source>
        <translation>原本想谈什么，对方怎么说(&amp;A)</translation>
    </message>
    <message>
        <source>How you want to talk</source>
        <translation>打算怎么谈</translation>
    </message>
    <message>
        <source>How you talked</source>
        <translation>沟通方式</translation>
    </message>
    <message>
        <source>This talk</source>
        <translation>这次沟通</translation>
    </message>
    <message>
        <source>How you asked for it</source>
        <translation>怎么提出的</translation>
    </message>
    <message>
        <source>&amp;Follow up</source>
        <translation>跟进(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>再次联系(&amp;T)</translation>
    </message>
</context>
<context>
    <name>TalkGuide</name>
    <message>
        <source>Talks so far</source>
        <translation>以往的沟通</translation>
    </message>
    <message>
        <source>Questions that help</source>
        <translation>可以这样问</translation>
    </message>
    <message>
        <source>Language of the questions</source>
        <translation>问题的语言</translation>
    </message>
    <message>
        <source>None yet: this is the first one.</source>
        <translation>还没有，这是第一次。</translation>
    </message>
    <message numerus="yes">
        <source>%n more since {0}</source>
        <translation>
            <numerusform>{0}以来还有 %n 次</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TalkTodo</name>
    <message>
        <source>Talk with {0}</source>
        <translation>与{0}沟通</translation>
    </message>
    <message>
        <source>Talk with {0} at {1}</source>
        <translation>{1} 与{0}沟通</translation>
    </message>
    <message>
        <source>Planned {0} · {1}</source>
        <translation>{0} 安排 · {1}</translation>
    </message>
    <message>
        <source>Ask {0} for a talk again</source>
        <translation>再约{0}沟通</translation>
    </message>
    <message>
        <source>Offered in vain, noted {0} · {1}</source>
        <translation>提出过沟通，{0} 记录 · {1}</translation>
    </message>
    <message>
        <source>Follow up the talk with {0}</source>
        <translation>跟进与{0}的沟通</translation>
    </message>
    <message>
        <source>Talked {0} · {1}</source>
        <translation>沟通于{0} · {1}</translation>
    </message>
    <message>
        <source>Agreed: {0}</source>
        <translation>约定：{0}</translation>
    </message>
    <message>
        <source>Open talk…</source>
        <translation>开始沟通…</translation>
    </message>
    <message>
        <source>Another day…</source>
        <translation>改期…</translation>
    </message>
    <message>
        <source>Call off…</source>
        <translation>取消…</translation>
    </message>
    <message>
        <source>Result…</source>
        <translation>记录结果…</translation>
    </message>
</context>
<context>
    <name>TemplateBody</name>
    <message>
        <source>Insert</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>A choice…</source>
        <translation>选项…</translation>
    </message>
    <message>
        <source>Own words…</source>
        <translation>填空…</translation>
    </message>
</context>
<context>
    <name>TemplateEditor</name>
    <message>
        <source>Preview beside the text</source>
        <translation>正文与预览并排</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>类别(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Outcome</source>
        <translation>结果(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>T&amp;one</source>
        <translation>语气(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>适用于(&amp;F)</translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation>正文(&amp;X)</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>全部群</translation>
    </message>
    <message>
        <source>An archived group</source>
        <translation>已归档的群</translation>
    </message>
    <message>
        <source>New template</source>
        <translation>新模板</translation>
    </message>
</context>
<context>
    <name>TemplateFilter</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Own or changed</source>
        <translation>自建或改写</translation>
    </message>
    <message>
        <source>Not offered</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Search templates</source>
        <translation>查找模板</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>全部类别</translation>
    </message>
</context>
<context>
    <name>TemplateImportDialog</name>
    <message>
        <source>Import templates</source>
        <translation>导入模板</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>适用于(&amp;F)</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>全部群</translation>
    </message>
    <message>
        <source>Templates in the file</source>
        <translation>文件里的模板</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>文件里</translation>
    </message>
    <message>
        <source>Until now</source>
        <translation>现有内容</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
    <message numerus="yes">
        <source>Take in %n template(s)</source>
        <translation>
            <numerusform>导入 %n 个模板</numerusform>
        </translation>
    </message>
    <message>
        <source>a template that is new or changed</source>
        <translation>新增或有更新的模板</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>未命名</translation>
    </message>
    <message numerus="yes">
        <source>%n template(s) taken in.</source>
        <translation>
            <numerusform>已导入 %n 个模板。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TemplatePreview</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Filled in when a message is written: {0}</source>
        <translation>写消息时再填：{0}</translation>
    </message>
    <message>
        <source>As read &amp;by</source>
        <translation>收到的人(&amp;B)</translation>
    </message>
    <message>
        <source>Sample member</source>
        <translation>示例成员</translation>
    </message>
    <message>
        <source>About {0} characters.</source>
        <translation>约 {0} 个字符。</translation>
    </message>
    <message>
        <source>{0} takes {1}.</source>
        <translation>{0}一条最多 {1} 个。</translation>
    </message>
    <message>
        <source>{0} takes only {1}.</source>
        <translation>{0}一条最多只能发 {1} 个。</translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{0}{1}</translation>
    </message>
    <message>
        <source>People read up to about {0} through on a phone.</source>
        <translation>在手机上，{0} 个字以内才容易读完。</translation>
    </message>
</context>
<context>
    <name>TemplateSaver</name>
    <message>
        <source>“{0}” is saved.</source>
        <translation>“{0}”已保存。</translation>
    </message>
    <message>
        <source>“{0}” is no longer offered.</source>
        <translation>“{0}”已停用。</translation>
    </message>
    <message>
        <source>“{0}” is offered again.</source>
        <translation>“{0}”已重新启用。</translation>
    </message>
    <message>
        <source>“{0}” has its original words again.</source>
        <translation>“{0}”已恢复原文。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>恢复</translation>
    </message>
</context>
<context>
    <name>TemplateTable</name>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Tone</source>
        <translation>语气</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>An archived group</source>
        <translation>已归档的群</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>New template</source>
        <translation>新模板</translation>
    </message>
</context>
<context>
    <name>TemplateTransfer</name>
    <message>
        <source>Import templates</source>
        <translation>导入模板</translation>
    </message>
    <message>
        <source>Export templates</source>
        <translation>导出模板</translation>
    </message>
    <message numerus="yes">
        <source>%n template(s) written to {0}.</source>
        <translation>
            <numerusform>已将 %n 个模板写入 {0}。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s), not shown in the list, left out.</source>
        <translation>
            <numerusform>另有 %n 个未显示在列表中，没有写入。</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{0}{1}</translation>
    </message>
    <message>
        <source>Templates ({0})</source>
        <translation>模板 ({0})</translation>
    </message>
</context>
<context>
    <name>TemplatedMessage</name>
    <message>
        <source>Fill in again</source>
        <translation>重新套用模板</translation>
    </message>
    <message>
        <source>Take the template&apos;s text in place of your own</source>
        <translation>用模板文字替换您自己写的内容</translation>
    </message>
</context>
<context>
    <name>TemplatesPage</name>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Wordings to begin a message with; every message can still be changed.</source>
        <translation>写消息时的起点；每一条发出前都可以再改。</translation>
    </message>
    <message>
        <source>No template fits</source>
        <translation>没有符合的模板</translation>
    </message>
    <message>
        <source>Search for fewer words, or look at all templates.</source>
        <translation>请减少查找的词，或查看全部模板。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) begun with it</source>
        <translation>
            <numerusform>用它写过 %n 条消息</numerusform>
        </translation>
    </message>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
    <message>
        <source>{0} (copy)</source>
        <translation>{0}（副本）</translation>
    </message>
    <message>
        <source>Your changes were discarded.</source>
        <translation>已放弃您的修改。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>恢复</translation>
    </message>
</context>
<context>
    <name>TermOverDialog</name>
    <message>
        <source>May {0} come back?</source>
        <translation>{0}可以回来吗？</translation>
    </message>
    <message>
        <source>{0} · case {1}</source>
        <translation>{0} · 个案 {1}</translation>
    </message>
    <message>
        <source>The removal held until {0}. GroupDesk lets nobody in and tells nobody.</source>
        <translation>移出期限至 {0}。GroupDesk 不会自动放行，也不会通知任何人。</translation>
    </message>
    <message>
        <source>{0} is on the blocklist, which keeps them out of all groups. Take them off it first where they may come back.</source>
        <translation>{0}在黑名单中，所有群都不再接受。如果可以回来，请先移出黑名单。</translation>
    </message>
    <message>
        <source>&amp;They may come back</source>
        <translation>可以回来(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Keep them out; the join check goes on to warn</source>
        <translation>暂不放行，入群核查会继续提醒(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Message to the member</source>
        <translation>给成员的消息(&amp;M)</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>复制消息</translation>
    </message>
    <message>
        <source>&amp;Remark: whether and how they were told</source>
        <translation>备注：是否已通知、如何通知(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>理由(&amp;R)</translation>
    </message>
    <message>
        <source>a reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>{0} may come back.</source>
        <translation>{0}可以回来。</translation>
    </message>
    <message>
        <source>{0} is kept out.</source>
        <translation>{0}暂不放行。</translation>
    </message>
    <message>
        <source>They asked already…</source>
        <translation>对方已经申请…</translation>
    </message>
    <message>
        <source>Copied. It is sent once you send it.</source>
        <translation>已复制。消息需要由您发送。</translation>
    </message>
</context>
<context>
    <name>Thumbnail</name>
    <message>
        <source>Take this out (Delete)</source>
        <translation>移除（Delete）</translation>
    </message>
    <message>
        <source>Screenshot {0}</source>
        <translation>截图 {0}</translation>
    </message>
</context>
<context>
    <name>TimeChoice</name>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <translation>yyyy年M月d日 HH:mm</translation>
    </message>
</context>
<context>
    <name>TimelineCard</name>
    <message>
        <source>More acts for: {0}</source>
        <translation>更多操作：{0}</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全文</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Was it sent?</source>
        <translation>发出了吗？</translation>
    </message>
    <message>
        <source>Sent now</source>
        <translation>刚刚发送</translation>
    </message>
    <message>
        <source>Sent earlier…</source>
        <translation>此前已发送…</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>Try again…</source>
        <translation>重新发送…</translation>
    </message>
    <message>
        <source>Open talk…</source>
        <translation>开始沟通…</translation>
    </message>
    <message>
        <source>Result…</source>
        <translation>记录结果…</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>处理经过</translation>
    </message>
    <message>
        <source>Answer the request…</source>
        <translation>答复申请…</translation>
    </message>
    <message>
        <source>Record objection…</source>
        <translation>登记申诉…</translation>
    </message>
    <message>
        <source>Go to the objection</source>
        <translation>查看申诉</translation>
    </message>
    <message>
        <source>Move to another case…</source>
        <translation>移到另一个案…</translation>
    </message>
    <message>
        <source>Go to case {0}</source>
        <translation>查看个案 {0}</translation>
    </message>
    <message>
        <source>Open talk…</source>
        <translation>开始沟通…</translation>
    </message>
    <message>
        <source>Move to another day…</source>
        <translation>改期…</translation>
    </message>
    <message>
        <source>Call off…</source>
        <translation>取消…</translation>
    </message>
    <message>
        <source>Result of the follow-up…</source>
        <translation>记录跟进结果…</translation>
    </message>
    <message>
        <source>Follow up another day…</source>
        <translation>改天跟进…</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>撤回…</translation>
    </message>
    <message>
        <source>Acknowledged…</source>
        <translation>对方已确认…</translation>
    </message>
    <message>
        <source>Could not be delivered…</source>
        <translation>未能送达…</translation>
    </message>
    <message>
        <source>Pardon…</source>
        <translation>宽免…</translation>
    </message>
    <message>
        <source>Lift this…</source>
        <translation>撤销…</translation>
    </message>
    <message>
        <source>Carry out…</source>
        <translation>执行…</translation>
    </message>
    <message>
        <source>Correct how they left…</source>
        <translation>更正离群情况…</translation>
    </message>
    <message>
        <source>Print case file {0}…</source>
        <translation>打印个案档案 {0}…</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message numerus="yes">
        <source>%n thing(s) need you</source>
        <translation>
            <numerusform>%n 件事待您处理</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n of them late</source>
        <translation>
            <numerusform>，其中 %n 件已逾期</numerusform>
        </translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>由谁处理</translation>
    </message>
    <message>
        <source>Mine and anybody&apos;s</source>
        <translation>我的和无人认领的</translation>
    </message>
    <message>
        <source>Everybody&apos;s</source>
        <translation>所有人的</translation>
    </message>
    <message>
        <source>Messages to confirm, talks to follow up, removals to carry out, requests and reviews stand here from the day on which they are due.</source>
        <translation>待确认的消息、待跟进的沟通、待执行的移出，以及申请和梳理，到期当天会列在这里。</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后</translation>
    </message>
    <message>
        <source>Size limit</source>
        <translation>人数上限</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) wait</source>
        <translation>
            <numerusform>%n 件事待处理</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing needs you now</source>
        <translation>现在没有需要您处理的事</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>没有待办</translation>
    </message>
    <message>
        <source>Begin with a group</source>
        <translation>先新建一个群</translation>
    </message>
    <message>
        <source>A group holds its members, its rules and what was done.</source>
        <translation>群里有成员、群规和处理记录。</translation>
    </message>
    <message>
        <source>Within a week</source>
        <translation>一周内</translation>
    </message>
    <message>
        <source>Of others</source>
        <translation>别人的</translation>
    </message>
    <message>
        <source>Put all of it off until tomorrow</source>
        <translation>全部推迟到明天</translation>
    </message>
    <message>
        <source>Put off (S)</source>
        <translation>推迟（S）</translation>
    </message>
    <message>
        <source>Put off until {0} by {1}</source>
        <translation>{1}推迟到 {0}</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>由您处理</translation>
    </message>
    <message>
        <source>For {0}</source>
        <translation>由{0}处理</translation>
    </message>
    <message numerus="yes">
        <source>Waits for %n day(s)</source>
        <translation>
            <numerusform>已等候 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n member(s)</source>
        <translation>
            <numerusform>{0} 人，上限 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the members of the group</source>
        <translation>查看群成员</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>逾期 %n 天</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ToldDialog</name>
    <message>
        <source>Who was told of the rules: {0}</source>
        <translation>群规告知情况：{0}</translation>
    </message>
    <message>
        <source>Choose members, or choose none to record everyone in the list.</source>
        <translation>可选择成员；不选则表示列表中的全部成员。</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>第 {0} 版</translation>
    </message>
    <message>
        <source>&amp;Version</source>
        <translation>版本(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Names or platform IDs, one per line</source>
        <translation>姓名或平台 ID，每行一个(&amp;N)</translation>
    </message>
    <message>
        <source>Told or answered h&amp;ow</source>
        <translation>告知或答复方式(&amp;O)</translation>
    </message>
    <message>
        <source>Wh&amp;en</source>
        <translation>时间(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Choose these members</source>
        <translation>选中这些成员(&amp;C)</translation>
    </message>
    <message>
        <source>Take &amp;back</source>
        <translation>撤回登记(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Welcome text…</source>
        <translation>欢迎语(&amp;W)…</translation>
    </message>
    <message>
        <source>Each record stays in the log. What was recorded by mistake is taken back by a further record.</source>
        <translation>每次登记都会留在日志中。误登的可以用一条新的登记撤回。</translation>
    </message>
    <message>
        <source>This group has no published rules yet: publish them on the Rules page.</source>
        <translation>本群还没有发布群规：请先在“群规”页发布。</translation>
    </message>
    <message numerus="yes">
        <source>Record %n as told</source>
        <translation>
            <numerusform>登记 %n 人已告知</numerusform>
        </translation>
    </message>
    <message>
        <source>Record as told</source>
        <translation>登记已告知</translation>
    </message>
    <message>
        <source>somebody to tell</source>
        <translation>要告知的成员</translation>
    </message>
    <message numerus="yes">
        <source>Record %n as acknowledged</source>
        <translation>
            <numerusform>登记 %n 人已确认</numerusform>
        </translation>
    </message>
    <message>
        <source>Record as acknowledged</source>
        <translation>登记已确认</translation>
    </message>
    <message>
        <source>Choose the one member who is new.</source>
        <translation>请选中一位新成员。</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) found and chosen.</source>
        <translation>
            <numerusform>已找到并选中 %n 名成员。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is called: {0}.</source>
        <translation>没有叫这个名字的成员：{0}。</translation>
    </message>
    <message>
        <source>Several are called: {0}. Choose them in the list.</source>
        <translation>重名的有：{0}。请在列表中选择。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>Recorded for %n member(s).</source>
        <translation>
            <numerusform>已登记 %n 名成员。</numerusform>
        </translation>
    </message>
    <message>
        <source>It was recorded.</source>
        <translation>登记已完成。</translation>
    </message>
    <message>
        <source>Stopped. Nothing was recorded.</source>
        <translation>已停止，没有登记任何内容。</translation>
    </message>
</context>
<context>
    <name>ToldList</name>
    <message>
        <source>Members shown</source>
        <translation>显示的成员</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>This group has no members in the register yet: import a list first.</source>
        <translation>名册中还没有本群成员：请先导入名单。</translation>
    </message>
    <message>
        <source>Everybody was told of this version.</source>
        <translation>所有成员都已告知这一版。</translation>
    </message>
    <message>
        <source>Nobody joined since this version was told.</source>
        <translation>告知这一版之后没有人入群。</translation>
    </message>
    <message>
        <source>Nobody was told of this version yet.</source>
        <translation>这一版还没有告知任何人。</translation>
    </message>
    <message>
        <source>Nobody acknowledged this version yet.</source>
        <translation>还没有人确认这一版。</translation>
    </message>
</context>
<context>
    <name>UndeliveredDialog</name>
    <message>
        <source>{0}.</source>
        <translation>{0}。</translation>
    </message>
    <message>
        <source>Recorded as not delivered; it does not count.</source>
        <translation>已记为未能送达，不计入。</translation>
    </message>
    <message>
        <source>It could not be delivered</source>
        <translation>未能送达</translation>
    </message>
    <message>
        <source>Has blocked us</source>
        <translation>对方已拉黑我们</translation>
    </message>
    <message>
        <source>Takes no messages from strangers</source>
        <translation>对方不接收陌生人消息</translation>
    </message>
    <message>
        <source>The account is gone</source>
        <translation>账号已注销</translation>
    </message>
    <message>
        <source>Usual reasons</source>
        <translation>常见原因</translation>
    </message>
    <message>
        <source>Why, as far as is &amp;known</source>
        <translation>已知的原因(&amp;K)</translation>
    </message>
    <message>
        <source>May stay empty. The message no longer counts; it stays in sight until another one is begun.</source>
        <translation>可以留空。这条消息不再计入，在重新发送之前会一直提示。</translation>
    </message>
    <message>
        <source>Record as not delivered</source>
        <translation>记为未能送达</translation>
    </message>
</context>
<context>
    <name>UndoImportDialog</name>
    <message>
        <source>Undo the import of {0}</source>
        <translation>撤销“{0}”的导入</translation>
    </message>
    <message>
        <source>Members who came with this list are withdrawn ({0}), changed ones get back what was known before ({1}), and those recorded as gone are members again ({2}). The import stays in the history and in the log, marked as undone.</source>
        <translation>随这份名单加入的成员将撤回（{0} 人），被更新的恢复原有资料（{1} 人），被记为离群的重新成为成员（{2} 人）。这次导入仍保留在历史和日志中，并标明已撤销。</translation>
    </message>
    <message>
        <source>&amp;Why it is undone</source>
        <translation>撤销原因(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Ask about the columns again for the next list of this kind</source>
        <translation>下次遇到同类名单时重新确认各列(&amp;A)</translation>
    </message>
    <message>
        <source>Undo import</source>
        <translation>撤销导入</translation>
    </message>
    <message>
        <source>This cannot be undone before the list that came after it: “{0}” ({1}, {2}, log entry {3}) found members as this list left them. Undo that one first.</source>
        <translation>请先撤销之后导入的名单：“{0}”（{1}，{2}，日志第 {3} 条）已确认成员与本名单一致。</translation>
    </message>
    <message>
        <source>This cannot be undone any more, because something was done since to {0}: {1} ({2}, {3}, log entry {4}). Correct the members one by one instead.</source>
        <translation>已不能撤销，因为之后又对 {0} 进行过操作：{1}（{2}，{3}，日志第 {4} 条）。请逐个更正成员。</translation>
    </message>
    <message>
        <source>a reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>The import of {0} is undone.</source>
        <translation>“{0}”的导入已撤销。</translation>
    </message>
    <message>
        <source>Stopped. The import is as it was.</source>
        <translation>已停止，导入保持原样。</translation>
    </message>
</context>
<context>
    <name>UnlinkDialog</name>
    <message>
        <source>The link is undone. Each entry stands for itself again.</source>
        <translation>已解除关联，两条资料重新各自独立。</translation>
    </message>
    <message>
        <source>Undo this link</source>
        <translation>解除关联</translation>
    </message>
    <message>
        <source>{0} is {1}</source>
        <translation>{0}即{1}</translation>
    </message>
    <message>
        <source>Everything is as it was before the link: each entry has its own standing, cases and timeline again. That there was a link stays in the log.</source>
        <translation>一切恢复到关联之前：两条资料各有自己的状态、个案和处理经过。曾经关联这件事会保留在日志中。</translation>
    </message>
    <message>
        <source>&amp;Why they are two persons</source>
        <translation>不是同一个人的理由(&amp;W)</translation>
    </message>
    <message>
        <source>Undo link</source>
        <translation>解除关联</translation>
    </message>
</context>
<context>
    <name>Upkeep</name>
    <message>
        <source>Checking the log…</source>
        <translation>正在校验日志…</translation>
    </message>
    <message numerus="yes">
        <source>%n entries checked, with all records and screenshots: nothing was changed.</source>
        <translation>
            <numerusform>已校验 %n 条日志及全部记录和截图，均未被改动。</numerusform>
        </translation>
    </message>
    <message>
        <source>Audit log verified {0}</source>
        <translation>审计日志已于 {0} 校验</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>共 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>另有 %n 处。</numerusform>
        </translation>
    </message>
    <message>
        <source>The records were changed outside GroupDesk.</source>
        <translation>记录在 GroupDesk 之外被改动。</translation>
    </message>
    <message>
        <source>Nothing more is written until this is cleared up; everything can be read and printed.</source>
        <translation>查清之前不再写入任何内容；所有内容仍可查看和打印。</translation>
    </message>
    <message numerus="yes">
        <source>%n new since then</source>
        <translation>
            <numerusform>此后新增 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Not backed up yet · {0}</source>
        <translation>尚未备份 · {0}</translation>
    </message>
    <message>
        <source>Backed up {0} · {1}</source>
        <translation>{0} 已备份 · {1}</translation>
    </message>
    <message>
        <source>Backed up and checked.</source>
        <translation>已备份并校验。</translation>
    </message>
</context>
<context>
    <name>WarningDialog</name>
    <message>
        <source>The message to {0} is kept as a draft.</source>
        <translation>给{0}的消息已存为草稿。</translation>
    </message>
    <message>
        <source>Remind {0}</source>
        <translation>提醒{0}</translation>
    </message>
    <message>
        <source>Warn {0}</source>
        <translation>警告{0}</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>&amp;Copy message</source>
        <translation>复制消息(&amp;C)</translation>
    </message>
    <message>
        <source>Copies it and keeps it as prepared: it does not count before it was sent</source>
        <translation>复制并记为“已拟好”：发送之前不计入</translation>
    </message>
    <message>
        <source>Record as sent</source>
        <translation>记为已发送</translation>
    </message>
    <message numerus="yes">
        <source>%n reminders, last on {0}</source>
        <translation>
            <numerusform>提醒过 %n 次，最近一次在{0}</numerusform>
        </translation>
    </message>
    <message>
        <source>no reminder</source>
        <translation>未提醒过</translation>
    </message>
    <message numerus="yes">
        <source>%n warnings in force</source>
        <translation>
            <numerusform>有 %n 次警告在有效期内</numerusform>
        </translation>
    </message>
    <message>
        <source>no warning in force</source>
        <translation>没有有效的警告</translation>
    </message>
    <message>
        <source>An earlier message to {0} waits ({1}): was it sent?</source>
        <translation>给{0}的一条消息（{1}）还在等您确认：发出了吗？</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>These are the words that did not reach {0}. Change what has to be changed; another way may reach them.</source>
        <translation>这是未能送达{0}的内容。请按需修改，也可以换一种方式联系。</translation>
    </message>
    <message>
        <source>A draft for {0} was kept; it is shown.</source>
        <translation>这里是之前为{0}保存的草稿。</translation>
    </message>
    <message>
        <source>Take the words that did not arrive</source>
        <translation>改用未送达的内容</translation>
    </message>
    <message>
        <source>Record as sent {0}</source>
        <translation>记为 {0} 已发送</translation>
    </message>
    <message>
        <source>Record the call</source>
        <translation>记录通话</translation>
    </message>
    <message>
        <source>Record the call of {0}</source>
        <translation>记录 {0} 的通话</translation>
    </message>
    <message>
        <source>Prepared {0}</source>
        <translation>已拟好 {0}</translation>
    </message>
    <message>
        <source>Copied. Send it in {0}. It does not count until you say that it was sent.</source>
        <translation>已复制，请在{0}中发送。在您确认已发送之前不计入。</translation>
    </message>
    <message>
        <source>{0} for {1} is recorded.</source>
        <translation>已记录：{0}，{1}。</translation>
    </message>
    <message>
        <source>{0} for {1} is recorded. It counts until {2}.</source>
        <translation>已记录：{0}，{1}。有效期至{2}。</translation>
    </message>
</context>
<context>
    <name>WarningForm</name>
    <message>
        <source>the rule</source>
        <translation>群规</translation>
    </message>
    <message>
        <source>why in the group</source>
        <translation>在群内发送的原因</translation>
    </message>
    <message>
        <source>screenshots on their way</source>
        <translation>正在添加的截图</translation>
    </message>
    <message>
        <source>a time that has passed</source>
        <translation>已经过去的时间</translation>
    </message>
    <message>
        <source>&amp;Rule</source>
        <translation>群规(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Step</source>
        <translation>步骤(&amp;S)</translation>
    </message>
    <message>
        <source>How it reaches the member</source>
        <translation>送达方式</translation>
    </message>
    <message>
        <source>&amp;Why in the group, where everybody reads it</source>
        <translation>为什么要在群内发送（所有人都能看到）(&amp;W)</translation>
    </message>
    <message>
        <source>Friendly reminder (does not count)</source>
        <translation>善意提醒（不计入）</translation>
    </message>
    <message>
        <source>In good faith: it does not count and leads to nothing.</source>
        <translation>只是善意提醒：不计入，也不会进入下一步。</translation>
    </message>
    <message>
        <source>A warning is still possible.</source>
        <translation>仍可以只发警告。</translation>
    </message>
    <message>
        <source>You chose another step; that is up to you.</source>
        <translation>您选择了另一步，由您决定。</translation>
    </message>
    <message>
        <source>I called &amp;earlier, at</source>
        <translation>更早打的电话，时间为(&amp;E)</translation>
    </message>
    <message>
        <source>I sent it &amp;earlier, at</source>
        <translation>我此前已发送，时间(&amp;E)</translation>
    </message>
    <message>
        <source>Private message (recommended)</source>
        <translation>私聊（推荐）</translation>
    </message>
    <message>
        <source>In the group</source>
        <translation>群内</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>{0}  (next by the ladder)</source>
        <translation>{0}（处理阶梯的下一步）</translation>
    </message>
    <message>
        <source>Informal, no warning. Remembered until {0}.</source>
        <translation>非正式提醒，不算警告，保留至{0}。</translation>
    </message>
    <message>
        <source>Counts until {0}.</source>
        <translation>有效期至{0}。</translation>
    </message>
    <message>
        <source>Counts until {0} once it is sent.</source>
        <translation>发送后有效期至{0}。</translation>
    </message>
</context>
<context>
    <name>WhomChoice</name>
    <message>
        <source>&amp;For</source>
        <translation>对象(&amp;F)</translation>
    </message>
    <message numerus="yes">
        <source>All %n member(s) of {0}</source>
        <translation>
            <numerusform>{0}的全部 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0}/{1}</translation>
    </message>
</context>
<context>
    <name>Workbench</name>
    <message>
        <source>This group was archived on {0}: {1}</source>
        <translation>本群已于{0}归档：{1}</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>全部群</translation>
    </message>
</context>
<context>
    <name>_AdviceRow</name>
    <message>
        <source>Missing: {0}</source>
        <translation>欠缺：{0}</translation>
    </message>
    <message>
        <source>Advice: {0}</source>
        <translation>建议：{0}</translation>
    </message>
    <message>
        <source>Better without these words.</source>
        <translation>去掉这些字就好。</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>去掉</translation>
    </message>
    <message>
        <source>Instead: “{0}”</source>
        <translation>可改为：“{0}”</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>For example: “{0}”</source>
        <translation>例如：“{0}”</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>加上</translation>
    </message>
    <message>
        <source>Ctrl+Z takes it back</source>
        <translation>按 Ctrl+Z 可撤销</translation>
    </message>
    <message>
        <source>{0}: {1} {2}</source>
        <translation>{0}：{1}。{2}</translation>
    </message>
</context>
<context>
    <name>_CheckRow</name>
    <message>
        <source>Done: {0}</source>
        <translation>已完成：{0}</translation>
    </message>
    <message>
        <source>Open: {0}</source>
        <translation>待办：{0}</translation>
    </message>
    <message>
        <source>Advice: {0}</source>
        <translation>建议：{0}</translation>
    </message>
    <message>
        <source>Missing: {0}</source>
        <translation>缺少：{0}</translation>
    </message>
</context>
<context>
    <name>_Countdown</name>
    <message numerus="yes">
        <source>Picture of the screen in %n s · click to call it off</source>
        <translation>
            <numerusform>%n 秒后截屏 · 点击取消</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>Something else about: {0}</source>
        <translation>其他结果：{0}</translation>
    </message>
    <message>
        <source>Space ticks the line, M opens its menu</source>
        <translation>空格键勾选，M 键打开菜单</translation>
    </message>
    <message>
        <source>Done in this group only</source>
        <translation>仅在本群完成</translation>
    </message>
    <message>
        <source>Done in all groups of the request</source>
        <translation>在该申请的所有群中完成</translation>
    </message>
    <message>
        <source>Done earlier, or with a remark…</source>
        <translation>早已完成，或加备注…</translation>
    </message>
    <message>
        <source>Not needed…</source>
        <translation>不需要…</translation>
    </message>
    <message>
        <source>Could not be done…</source>
        <translation>未能办成…</translation>
    </message>
    <message>
        <source>Open again…</source>
        <translation>重新打开…</translation>
    </message>
</context>
</TS>
