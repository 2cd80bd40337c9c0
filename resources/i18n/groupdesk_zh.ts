<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Banner</name>
    <message>
        <source>Close this message</source>
        <translation>关闭这条消息</translation>
    </message>
</context>
<context>
    <name>DialogFrame</name>
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
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
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
    <name>Thumbnail</name>
    <message>
        <source>Screenshot {0}</source>
        <translation>截图 {0}</translation>
    </message>
    <message>
        <source>Take this screenshot out (Delete)</source>
        <translation>取下这张截图（Delete）</translation>
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
</TS>
