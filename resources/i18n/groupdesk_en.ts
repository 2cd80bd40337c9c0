<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AnnouncementPreview</name>
    <message numerus="yes">
        <source>… and %n more message(s)</source>
        <translation>
            <numerusform>… and %n more message</numerusform>
            <numerusform>… and %n more messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AppealDialog</name>
    <message numerus="yes">
        <source>The window ended {0}; this is %n day(s) later.</source>
        <translation>
            <numerusform>The window ended {0}; this is a day later.</numerusform>
            <numerusform>The window ended {0}; this is %n days later.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AppealSaid</name>
    <message numerus="yes">
        <source>Heard although it came %n day(s) late: {0}</source>
        <translation>
            <numerusform>Heard although it came a day late: {0}</numerusform>
            <numerusform>Heard although it came %n days late: {0}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ApprovalDialog</name>
    <message numerus="yes">
        <source>Withdraw the request to remove %n members?</source>
        <translation>
            <numerusform>Withdraw the request to remove %n member?</numerusform>
            <numerusform>Withdraw the request to remove %n members?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Approve the removal of %n members?</source>
        <translation>
            <numerusform>Approve the removal of %n member?</numerusform>
            <numerusform>Approve the removal of %n members?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Withdraw %n</source>
        <translation>
            <numerusform>Withdraw %n</numerusform>
            <numerusform>Withdraw %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Decline %n</source>
        <translation>
            <numerusform>&amp;Decline %n</numerusform>
            <numerusform>&amp;Decline %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Approve %n removals</source>
        <translation>
            <numerusform>Approve %n removal</numerusform>
            <numerusform>Approve %n removals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be approved any more</source>
        <translation>
            <numerusform>%n cannot be approved any more</numerusform>
            <numerusform>%n cannot be approved any more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removals approved; they can be carried out now.</source>
        <translation>
            <numerusform>%n removal approved; it can be carried out now.</numerusform>
            <numerusform>%n removals approved; they can be carried out now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Declined: %n removal(s) never took effect.</source>
        <translation>
            <numerusform>Declined: %n removal never took effect.</numerusform>
            <numerusform>Declined: %n removals never took effect.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Declined. All %n stay members.</source>
        <translation>
            <numerusform>Declined. %n stays a member.</numerusform>
            <numerusform>Declined. All %n stay members.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArchiveDialog</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Archive %n group(s)</source>
        <translation>
            <numerusform>Archive %n group</numerusform>
            <numerusform>Archive %n groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open case(s)</source>
        <translation>
            <numerusform>%n open case</numerusform>
            <numerusform>%n open cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) still to do</source>
        <translation>
            <numerusform>%n thing still to do</numerusform>
            <numerusform>%n things still to do</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removal(s) decided and not carried out: the member is still there on the platform. Better carry it out first.</source>
        <translation>
            <numerusform>%n removal was decided and not carried out: the member is still there on the platform. Better carry it out first.</numerusform>
            <numerusform>%n removals were decided and not carried out: the members are still there on the platform. Better carry them out first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) archived.</source>
        <translation>
            <numerusform>%n group archived.</numerusform>
            <numerusform>%n groups archived.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AuditDetailPanel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AuditPage</name>
    <message numerus="yes">
        <source>%n entries · fingerprint of the last one {0} …</source>
        <translation>
            <numerusform>%n entry · fingerprint {0} …</numerusform>
            <numerusform>%n entries · fingerprint of the last one {0} …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkDialog</name>
    <message numerus="yes">
        <source>Change %n member(s)</source>
        <translation>
            <numerusform>Change %n member</numerusform>
            <numerusform>Change %n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) would change.</source>
        <translation>
            <numerusform>%n member would change.</numerusform>
            <numerusform>%n members would change.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay(s) as they are.</source>
        <translation>
            <numerusform>%n stays as it is.</numerusform>
            <numerusform>%n stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These are %n person(s).</source>
        <translation>
            <numerusform>This is %n person.</numerusform>
            <numerusform>These are %n people.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) were changed.</source>
        <translation>
            <numerusform>%n member was changed.</numerusform>
            <numerusform>%n members were changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkNoticeChoice</name>
    <message numerus="yes">
        <source>Notice in {0}, to %n member(s)</source>
        <translation>
            <numerusform>Notice in {0}, to %n member</numerusform>
            <numerusform>Notice in {0}, to %n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Notice in {0}, for %n group(s)</source>
        <translation>
            <numerusform>Notice in {0}, for %n group</numerusform>
            <numerusform>Notice in {0}, for %n groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkRemovalDialog</name>
    <message numerus="yes">
        <source>The removal of %n member(s) is kept as a draft.</source>
        <translation>
            <numerusform>The removal of %n member is kept as a draft.</numerusform>
            <numerusform>The removal of %n members is kept as a draft.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The draft for %n member(s) was discarded.</source>
        <translation>
            <numerusform>The draft for %n member was discarded.</numerusform>
            <numerusform>The draft for %n members was discarded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n member(s) from {0}</source>
        <translation>
            <numerusform>Remove %n member from {0}</numerusform>
            <numerusform>Remove %n members from {0}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n member(s)</source>
        <translation>
            <numerusform>Remove %n member</numerusform>
            <numerusform>Remove %n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Record %n removal(s)</source>
        <translation>
            <numerusform>Record %n removal</numerusform>
            <numerusform>Record %n removals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ask for approval of %n</source>
        <translation>
            <numerusform>Ask for approval of %n</numerusform>
            <numerusform>Ask for approval of %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} and %n more</source>
        <translation>
            <numerusform>{0} and %n more</numerusform>
            <numerusform>{0} and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkRemovalForm</name>
    <message numerus="yes">
        <source>What is here serves all %n of them and is linked to each.</source>
        <translation>
            <numerusform>What is here is linked to the one who is chosen.</numerusform>
            <numerusform>What is here serves all %n of them and is linked to each.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkRemovalSide</name>
    <message numerus="yes">
        <source>%n can be removed</source>
        <translation>
            <numerusform>%n can be removed</numerusform>
            <numerusform>%n can be removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Can be removed from %n group(s)</source>
        <translation>
            <numerusform>Can be removed from %n group</numerusform>
            <numerusform>Can be removed from %n groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n left out</numerusform>
            <numerusform>%n left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkUndo</name>
    <message numerus="yes">
        <source>%n member(s) are as they were before.</source>
        <translation>
            <numerusform>%n member is as before.</numerusform>
            <numerusform>%n members are as they were before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay(s) as changed again since.</source>
        <translation>
            <numerusform>%n was changed again since and stays so.</numerusform>
            <numerusform>%n were changed again since and stay so.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaptureButton</name>
    <message numerus="yes">
        <source>After %n seconds</source>
        <translation>
            <numerusform>After %n second</numerusform>
            <numerusform>After %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CarryOutDialog</name>
    <message numerus="yes">
        <source>Remove %n member(s) in {0}</source>
        <translation>
            <numerusform>Remove %n member in {0}</numerusform>
            <numerusform>Remove %n members in {0}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaseFactsPanel</name>
    <message numerus="yes">
        <source>%n piece(s) of evidence in this case</source>
        <translation>
            <numerusform>%n piece of evidence in this case</numerusform>
            <numerusform>%n pieces of evidence in this case</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaseFilterBar</name>
    <message numerus="yes">
        <source>Older than %n day(s)</source>
        <translation>
            <numerusform>Older than %n day</numerusform>
            <numerusform>Older than %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CleanUpDialog</name>
    <message numerus="yes">
        <source>%n group(s) chosen</source>
        <translation>
            <numerusform>%n group chosen</numerusform>
            <numerusform>%n groups chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Archive %n group(s)…</source>
        <translation>
            <numerusform>Archive %n group…</numerusform>
            <numerusform>Archive %n groups…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0}; of %n member(s) not known</source>
        <translation>
            <numerusform>{0}; of %n member not known</numerusform>
            <numerusform>{0}; of %n members not known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n member(s) nobody knows when they were active</source>
        <translation>
            <numerusform>Of %n member nobody knows when they were active</numerusform>
            <numerusform>Of %n members nobody knows when they were active</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColleaguesBanner</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CopyRulesDialog</name>
    <message numerus="yes">
        <source>Copy to %n group(s)</source>
        <translation>
            <numerusform>Copy to %n group</numerusform>
            <numerusform>Copy to %n groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CourtesySummary</name>
    <message numerus="yes">
        <source>Courtesy check: %n things could be better</source>
        <translation>
            <numerusform>Courtesy check: %n thing could be better</numerusform>
            <numerusform>Courtesy check: %n things could be better</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DraftTodo</name>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DueList</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntryMaker</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvidenceArea</name>
    <message numerus="yes">
        <source>Taking in, %n to go…</source>
        <translation>
            <numerusform>Taking in, %n to go…</numerusform>
            <numerusform>Taking in, %n to go…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n screenshots</source>
        <translation>
            <numerusform>%n screenshot</numerusform>
            <numerusform>%n screenshots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvidenceShelf</name>
    <message numerus="yes">
        <source>%n pieces of evidence attached here</source>
        <translation>
            <numerusform>%n piece of evidence attached here</numerusform>
            <numerusform>%n pieces of evidence attached here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExitCustomerList</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and one more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExitCustomersDialog</name>
    <message numerus="yes">
        <source>Record %n customer(s) as not reached</source>
        <translation>
            <numerusform>Record %n customer as not reached</numerusform>
            <numerusform>Record %n customers as not reached</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Record %n customer(s) as not needing it</source>
        <translation>
            <numerusform>Record %n customer as not needing it</numerusform>
            <numerusform>Record %n customers as not needing it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Record %n customer(s) as told</source>
        <translation>
            <numerusform>Record %n customer as told</numerusform>
            <numerusform>Record %n customers as told</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExitLeftDialog</name>
    <message numerus="yes">
        <source>In %n day(s) you are asked whether messages of the group still come.</source>
        <translation>
            <numerusform>Tomorrow you are asked whether messages of the group still come.</numerusform>
            <numerusform>In %n days you are asked whether messages of the group still come.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExitNotices</name>
    <message numerus="yes">
        <source>{0} and %n more</source>
        <translation>
            <numerusform>{0} and one more</numerusform>
            <numerusform>{0} and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) should hear who is there for them: {0}.</source>
        <translation>
            <numerusform>A customer should hear who is there for them: {0}.</numerusform>
            <numerusform>%n customers should hear who is there for them: {0}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExitStatisticsDialog</name>
    <message numerus="yes">
        <source>%n time(s) somebody left</source>
        <translation>
            <numerusform>%n exit</numerusform>
            <numerusform>%n exits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0}, %n person(s).</source>
        <translation>
            <numerusform>{0}, %n person.</numerusform>
            <numerusform>{0}, %n people.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Half of them stayed no longer than %n day(s)</source>
        <translation>
            <numerusform>Half of them stayed no longer than %n day</numerusform>
            <numerusform>Half of them stayed no longer than %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It lasted %n day(s)</source>
        <translation>
            <numerusform>It lasted %n day</numerusform>
            <numerusform>It lasted %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExitTodo</name>
    <message numerus="yes">
        <source>%n line(s) left</source>
        <translation>
            <numerusform>%n line left</numerusform>
            <numerusform>%n lines left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>On screen, in this order (%n)</source>
        <translation>
            <numerusform>On screen, in this order (%n)</numerusform>
            <numerusform>On screen, in this order (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The chosen ones (%n)</source>
        <translation>
            <numerusform>The chosen one (%n)</numerusform>
            <numerusform>The chosen ones (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s). The number and the name are always there.</source>
        <translation>
            <numerusform>%n column. The number and the name are always there.</numerusform>
            <numerusform>%n columns. The number and the name are always there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) exported to {0}.</source>
        <translation>
            <numerusform>%n member exported to {0}.</numerusform>
            <numerusform>%n members exported to {0}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FairRecord</name>
    <message numerus="yes">
        <source>Fair process, as recorded · %n exception(s)</source>
        <translation>
            <numerusform>Fair process, as recorded · %n exception</numerusform>
            <numerusform>Fair process, as recorded · %n exceptions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterDialog</name>
    <message numerus="yes">
        <source>%n member(s) fit</source>
        <translation>
            <numerusform>%n member fits</numerusform>
            <numerusform>%n members fit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FirstDecision</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupNoteDialog</name>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n group</numerusform>
            <numerusform>%n groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupNotesCard</name>
    <message numerus="yes">
        <source>and %n earlier note(s)</source>
        <translation>
            <numerusform>and %n earlier note</numerusform>
            <numerusform>and %n earlier notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupPage</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n member(s)</source>
        <translation>
            <numerusform>{0} of %n member</numerusform>
            <numerusform>{0} of %n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) left</source>
        <translation>
            <numerusform>%n place left</numerusform>
            <numerusform>%n places left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>within %n day(s)</source>
        <translation>
            <numerusform>within %n day</numerusform>
            <numerusform>within %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandoverBookView</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandoverMoveDialog</name>
    <message numerus="yes">
        <source>Hand %n thing(s) over</source>
        <translation>
            <numerusform>Hand %n thing over</numerusform>
            <numerusform>Hand %n things over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing is ticked: %n thing(s) stay with {0}.</source>
        <translation>
            <numerusform>Nothing is ticked: %n thing stays with {0}.</numerusform>
            <numerusform>Nothing is ticked: %n things stay with {0}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) went to {0}.</source>
        <translation>
            <numerusform>%n thing went to {0}.</numerusform>
            <numerusform>%n things went to {0}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandoverSidePanel</name>
    <message numerus="yes">
        <source>%n thing(s) stay: see the list before handing over</source>
        <translation>
            <numerusform>%n thing stays: see the list before handing over</numerusform>
            <numerusform>%n things stay: see the list before handing over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open case(s) that nobody looks after</source>
        <translation>
            <numerusform>%n open case that nobody looks after</numerusform>
            <numerusform>%n open cases that nobody looks after</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%n row(s) to decide are left out</source>
        <translation>
            <numerusform>%n row to decide is left out</numerusform>
            <numerusform>%n rows to decide are left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KnownEvidence</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reports show the redacted copies of %n of them.</source>
        <translation>
            <numerusform>Reports show the redacted copy of %n of them.</numerusform>
            <numerusform>Reports show the redacted copies of %n of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LadderCopyDialog</name>
    <message numerus="yes">
        <source>Publish in %n group(s)</source>
        <translation>
            <numerusform>Publish in %n group</numerusform>
            <numerusform>Publish in %n groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The ladder is in force in %n more group(s).</source>
        <translation>
            <numerusform>The ladder is in force in %n more group.</numerusform>
            <numerusform>The ladder is in force in %n more groups.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LadderPanel</name>
    <message numerus="yes">
        <source>%n member(s) stand on a step. Their warnings keep what they were given.</source>
        <translation>
            <numerusform>%n member stands on a step. Their warnings keep what they were given.</numerusform>
            <numerusform>%n members stand on a step. Their warnings keep what they were given.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n of them this ladder has no such step: they are shown at a milder one, or at none.</source>
        <translation>
            <numerusform>For %n of them this ladder has no such step: they are shown at a milder one, or at none.</numerusform>
            <numerusform>For %n of them this ladder has no such step: they are shown at a milder one, or at none.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LapseTodo</name>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>after that %n other message(s) still count(s)</source>
        <translation>
            <numerusform>after that %n other message still counts</numerusform>
            <numerusform>after that %n other messages still count</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LatelyPanel</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %n days</source>
        <translation>
            <numerusform>Last %n day</numerusform>
            <numerusform>Last %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message numerus="yes">
        <source>Together: %n group(s).</source>
        <translation>
            <numerusform>Together: %n group.</numerusform>
            <numerusform>Together: %n groups.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) in one timeline.</source>
        <translation>
            <numerusform>%n case in one timeline.</numerusform>
            <numerusform>%n cases in one timeline.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListsDialog</name>
    <message numerus="yes">
        <source>%n row(s) brought nothing new</source>
        <translation>
            <numerusform>%n row brought nothing new</numerusform>
            <numerusform>%n rows brought nothing new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MappingStep</name>
    <message numerus="yes">
        <source>Show %n empty column(s)</source>
        <translation>
            <numerusform>Show %n empty column</numerusform>
            <numerusform>Show %n empty columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MemberHead</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n group</numerusform>
            <numerusform>%n groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n member(s)</source>
        <translation>
            <numerusform>{0} of %n member</numerusform>
            <numerusform>{0} of %n members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MemberNameField</name>
    <message numerus="yes">
        <source>looks after %n customer(s)</source>
        <translation>
            <numerusform>looks after %n customer</numerusform>
            <numerusform>looks after %n customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessagePart</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageTodo</name>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NobodyHere</name>
    <message numerus="yes">
        <source>%n among former members</source>
        <translation>
            <numerusform>%n among former members</numerusform>
            <numerusform>%n among former members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NobodysCases</name>
    <message numerus="yes">
        <source>%n open case(s) nobody looks after</source>
        <translation>
            <numerusform>%n open case nobody looks after</numerusform>
            <numerusform>%n open cases nobody looks after</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notifier</name>
    <message numerus="yes">
        <source>%n thing(s) due</source>
        <translation>
            <numerusform>%n thing due</numerusform>
            <numerusform>%n things due</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n of them late</source>
        <translation>
            <numerusform>, %n of them late</numerusform>
            <numerusform>, %n of them late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OperatorsCard</name>
    <message numerus="yes">
        <source>%n of them have no PIN: anybody at this computer can work under their names, and they take no part in approvals.</source>
        <translation>
            <numerusform>%n of them has no PIN: anybody at this computer can work under that name, and they take no part in approvals.</numerusform>
            <numerusform>%n of them have no PIN: anybody at this computer can work under their names, and they take no part in approvals.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message numerus="yes">
        <source>in %n group(s) now</source>
        <translation>
            <numerusform>in %n group now</numerusform>
            <numerusform>in %n groups now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s), the surest first.</source>
        <translation>
            <numerusform>%n pair.</numerusform>
            <numerusform>%n pairs, the surest first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) that many people share say nothing and were passed over.</source>
        <translation>
            <numerusform>%n value that many people share says nothing and was passed over.</numerusform>
            <numerusform>%n values that many people share say nothing and were passed over.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonDialog</name>
    <message numerus="yes">
        <source>in %n group(s)</source>
        <translation>
            <numerusform>in %n group</numerusform>
            <numerusform>in %n groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n linked entries</source>
        <translation>
            <numerusform>%n linked entry</numerusform>
            <numerusform>%n linked entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProcessDialog</name>
    <message numerus="yes">
        <source>at most %n question(s)</source>
        <translation>
            <numerusform>at most %n question</numerusform>
            <numerusform>at most %n questions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PuttingOff</name>
    <message numerus="yes">
        <source>Put off: %n thing(s), back {0}.</source>
        <translation>
            <numerusform>Put off: %n thing, back {0}.</numerusform>
            <numerusform>Put off: %n things, back {0}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay(s): somebody waits for an answer.</source>
        <translation>
            <numerusform>%n stays: somebody waits for an answer.</numerusform>
            <numerusform>%n stay: somebody waits for an answer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadingCard</name>
    <message numerus="yes">
        <source>%n of them could not be read.</source>
        <translation>
            <numerusform>%n of them could not be read.</numerusform>
            <numerusform>%n of them could not be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RebaseDialog</name>
    <message numerus="yes">
        <source>%n place(s) were changed by both of you; yours is kept there.</source>
        <translation>
            <numerusform>%n place was changed by both of you; yours is kept there.</numerusform>
            <numerusform>%n places were changed by both of you; yours is kept there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It then differs from version {0} in %n rule(s).</source>
        <translation>
            <numerusform>It then differs from version {0} in %n rule.</numerusform>
            <numerusform>It then differs from version {0} in %n rules.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecognitionPanel</name>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RedactDialog</name>
    <message numerus="yes">
        <source>%n copies so far; reports show the newest, by {0}, {1}.</source>
        <translation>
            <numerusform>%n copy so far; reports show it, by {0}, {1}.</numerusform>
            <numerusform>%n copies so far; reports show the newest, by {0}, {1}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RefusedFiles</name>
    <message numerus="yes">
        <source>%n files were not taken in:</source>
        <translation>
            <numerusform>%n file was not taken in:</numerusform>
            <numerusform>%n files were not taken in:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep %n of them as files beside the screenshots, unopened</source>
        <translation>
            <numerusform>Keep %n of them as a file beside the screenshots, unopened</numerusform>
            <numerusform>Keep %n of them as files beside the screenshots, unopened</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemovalDialog</name>
    <message numerus="yes">
        <source>%n warnings in force</source>
        <translation>
            <numerusform>%n warning in force</numerusform>
            <numerusform>%n warnings in force</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n talks</source>
        <translation>
            <numerusform>%n talk</numerusform>
            <numerusform>%n talks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemovalRecorded</name>
    <message numerus="yes">
        <source>Asked for approval. %n removal(s) wait for another operator.</source>
        <translation>
            <numerusform>Asked for approval. %n removal waits for another operator.</numerusform>
            <numerusform>Asked for approval. %n removals wait for another operator.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removal(s) are recorded.</source>
        <translation>
            <numerusform>%n removal is recorded.</numerusform>
            <numerusform>%n removals are recorded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for another operator.</source>
        <translation>
            <numerusform>%n waits for another operator.</numerusform>
            <numerusform>%n wait for another operator.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n removals are cancelled; that they were recorded stays in the log.</source>
        <translation>
            <numerusform>%n removal is cancelled; that it was recorded stays in the log.</numerusform>
            <numerusform>All %n removals are cancelled; that they were recorded stays in the log.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemovalTodo</name>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n screenshot(s) that records refer to were not beside the backup. Everything else is there.</source>
        <translation>
            <numerusform>%n screenshot that records refer to was not beside the backup. Everything else is there.</numerusform>
            <numerusform>%n screenshots that records refer to were not beside the backup. Everything else is there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewAgainDialog</name>
    <message numerus="yes">
        <source>Put %n member(s) on the list</source>
        <translation>
            <numerusform>Put %n member on the list</numerusform>
            <numerusform>Put %n members on the list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) fit by now and are not on the list yet.</source>
        <translation>
            <numerusform>%n member fits by now and is not on the list yet.</numerusform>
            <numerusform>%n members fit by now and are not on the list yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) were put on the list.</source>
        <translation>
            <numerusform>%n member was put on the list.</numerusform>
            <numerusform>%n members were put on the list.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewBar</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Choose all %n that match</source>
        <translation>
            <numerusform>Choose the %n that matches</numerusform>
            <numerusform>Choose all %n that match</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewDecideDialog</name>
    <message numerus="yes">
        <source>Leave these %n out</source>
        <translation>
            <numerusform>Leave this one out</numerusform>
            <numerusform>Leave these %n out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them have become active again since: {0}.</source>
        <translation>
            <numerusform>%n of them has become active again since: {0}.</numerusform>
            <numerusform>%n of them have become active again since: {0}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n of them this comes before its turn: no message before it, or still waiting.</source>
        <translation>
            <numerusform>For %n of them this comes before its turn: no message before it, or still waiting.</numerusform>
            <numerusform>For %n of them this comes before its turn: no message before it, or still waiting.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Spread over %n working day(s): {0} on {1}, the last ones on {2}.</source>
        <translation>
            <numerusform>All on %n working day: {0} on {1}, the last ones on {2}.</numerusform>
            <numerusform>Spread over %n working days: {0} on {1}, the last ones on {2}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewHead</name>
    <message numerus="yes">
        <source>Write %n message(s) of {0} now…</source>
        <translation>
            <numerusform>Write %n message of {0} now…</numerusform>
            <numerusform>Write %n messages of {0} now…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write %n message(s)…</source>
        <translation>
            <numerusform>Write %n message…</numerusform>
            <numerusform>Write %n messages…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Were %n sent?</source>
        <translation>
            <numerusform>Was %n sent?</numerusform>
            <numerusform>Were %n sent?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Record %n removal(s)…</source>
        <translation>
            <numerusform>Record %n removal…</numerusform>
            <numerusform>Record %n removals…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewLeftOutDialog</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewMessagesDialog</name>
    <message numerus="yes">
        <source>%n last notice(s) to write</source>
        <translation>
            <numerusform>%n last notice to write</numerusform>
            <numerusform>%n last notices to write</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reminder(s) to write</source>
        <translation>
            <numerusform>%n reminder to write</numerusform>
            <numerusform>%n reminders to write</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more follow(s) after these.</source>
        <translation>
            <numerusform>%n more follows after these.</numerusform>
            <numerusform>%n more follow after these.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Record %n as sent</source>
        <translation>
            <numerusform>Record %n as sent</numerusform>
            <numerusform>Record %n as sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep %n as prepared</source>
        <translation>
            <numerusform>Keep %n as prepared</numerusform>
            <numerusform>Keep %n as prepared</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Holds for %n of them: {0}, {1}</source>
        <translation>
            <numerusform>Holds for %n of them: {0}, {1}</numerusform>
            <numerusform>Holds for %n of them: {0}, {1}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are recorded as sent.</source>
        <translation>
            <numerusform>%n message is recorded as sent.</numerusform>
            <numerusform>%n messages are recorded as sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are prepared; say later whether you sent them.</source>
        <translation>
            <numerusform>%n message is prepared; say later whether you sent it.</numerusform>
            <numerusform>%n messages are prepared; say later whether you sent them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewSentDialog</name>
    <message numerus="yes">
        <source>Were %n message(s) sent?</source>
        <translation>
            <numerusform>Was %n message sent?</numerusform>
            <numerusform>Were %n messages sent?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are recorded as sent.</source>
        <translation>
            <numerusform>%n message is recorded as sent.</numerusform>
            <numerusform>%n messages are recorded as sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are recorded as not sent.</source>
        <translation>
            <numerusform>%n message is recorded as not sent.</numerusform>
            <numerusform>%n messages are recorded as not sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewStartDialog</name>
    <message numerus="yes">
        <source>The review is started: %n member(s) to decide about.</source>
        <translation>
            <numerusform>The review is started: %n member to decide about.</numerusform>
            <numerusform>The review is started: %n members to decide about.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewTodo</name>
    <message numerus="yes">
        <source>{0}: write %n message(s)</source>
        <translation>
            <numerusform>{0}: write %n message</numerusform>
            <numerusform>{0}: write %n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0}: waiting is over for %n member(s)</source>
        <translation>
            <numerusform>{0}: waiting is over for %n member</numerusform>
            <numerusform>{0}: waiting is over for %n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0}: record %n removal(s)</source>
        <translation>
            <numerusform>{0}: record %n removal</numerusform>
            <numerusform>{0}: record %n removals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0}: decide about %n member(s)</source>
        <translation>
            <numerusform>{0}: decide about %n member</numerusform>
            <numerusform>{0}: decide about %n members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewTurnDialog</name>
    <message numerus="yes">
        <source>%n member(s) are not settled: they stay as they are.</source>
        <translation>
            <numerusform>%n member is not settled and stays as they are.</numerusform>
            <numerusform>%n members are not settled: they stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them still have the time to answer that their message gives them.</source>
        <translation>
            <numerusform>%n of them still has the time to answer that their message gives them.</numerusform>
            <numerusform>%n of them still have the time to answer that their message gives them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RulesEditing</name>
    <message numerus="yes">
        <source>The draft now has %n rule(s).</source>
        <translation>
            <numerusform>The draft now has %n rule.</numerusform>
            <numerusform>The draft now has %n rules.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RulesHead</name>
    <message numerus="yes">
        <source>%n rule(s) in the draft</source>
        <translation>
            <numerusform>%n rule in the draft</numerusform>
            <numerusform>%n rules in the draft</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RulesPage</name>
    <message numerus="yes">
        <source>%n rule(s) for customer groups, ready in English and Chinese. Use them as they are or change what you like; nothing counts before you publish. There are other sets for partners and for open communities.</source>
        <translation>
            <numerusform>%n rule for customer groups, ready in English and Chinese. Use them as they are or change what you like; nothing counts before you publish. There are other sets for partners and for open communities.</numerusform>
            <numerusform>%n rules for customer groups, ready in English and Chinese. Use them as they are or change what you like; nothing counts before you publish. There are other sets for partners and for open communities.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message numerus="yes">
        <source>After %n minute(s)</source>
        <translation>
            <numerusform>After %n minute</numerusform>
            <numerusform>After %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s), the newest of {0}</source>
        <translation>
            <numerusform>%n backup, of {0}</numerusform>
            <numerusform>%n backups, the newest of {0}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StarterDialog</name>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n rule</numerusform>
            <numerusform>%n rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) leave the draft. Undo brings them back.</source>
        <translation>
            <numerusform>%n rule leaves the draft. Undo brings it back.</numerusform>
            <numerusform>%n rules leave the draft. Undo brings them back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) are left out: their title is in the draft.</source>
        <translation>
            <numerusform>%n rule is left out: its title is in the draft.</numerusform>
            <numerusform>%n rules are left out: their titles are in the draft.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n rule(s)</source>
        <translation>
            <numerusform>Add %n rule</numerusform>
            <numerusform>Add %n rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace with %n rule(s)</source>
        <translation>
            <numerusform>Replace with %n rule</numerusform>
            <numerusform>Replace with %n rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepWords</name>
    <message numerus="yes">
        <source>still open: {0} and %n more</source>
        <translation>
            <numerusform>still open: {0} and %n more</numerusform>
            <numerusform>still open: {0} and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TalkGuide</name>
    <message numerus="yes">
        <source>%n more since {0}</source>
        <translation>
            <numerusform>%n more since {0}</numerusform>
            <numerusform>%n more since {0}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TemplateImportDialog</name>
    <message numerus="yes">
        <source>Take in %n template(s)</source>
        <translation>
            <numerusform>Take in %n template</numerusform>
            <numerusform>Take in %n templates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n template(s) taken in.</source>
        <translation>
            <numerusform>%n template taken in.</numerusform>
            <numerusform>%n templates taken in.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TemplateTransfer</name>
    <message numerus="yes">
        <source>%n template(s) written to {0}.</source>
        <translation>
            <numerusform>%n template written to {0}.</numerusform>
            <numerusform>%n templates written to {0}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s), not shown in the list, left out.</source>
        <translation>
            <numerusform>%n other, not shown in the list, left out.</numerusform>
            <numerusform>%n others, not shown in the list, left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TemplatesPage</name>
    <message numerus="yes">
        <source>%n message(s) begun with it</source>
        <translation>
            <numerusform>%n message begun with it</numerusform>
            <numerusform>%n messages begun with it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message numerus="yes">
        <source>%n thing(s) need you</source>
        <translation>
            <numerusform>%n thing needs you</numerusform>
            <numerusform>%n things need you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) wait</source>
        <translation>
            <numerusform>%n thing waits</numerusform>
            <numerusform>%n things wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n of them late</source>
        <translation>
            <numerusform>, %n of them late</numerusform>
            <numerusform>, %n of them late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waits for %n day(s)</source>
        <translation>
            <numerusform>Waits for %n day</numerusform>
            <numerusform>Waits for %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n member(s)</source>
        <translation>
            <numerusform>{0} of %n member</numerusform>
            <numerusform>{0} of %n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ToldDialog</name>
    <message numerus="yes">
        <source>Record %n as told</source>
        <translation>
            <numerusform>Record %n as told</numerusform>
            <numerusform>Record %n as told</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Record %n as acknowledged</source>
        <translation>
            <numerusform>Record %n as acknowledged</numerusform>
            <numerusform>Record %n as acknowledged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) found and chosen.</source>
        <translation>
            <numerusform>%n member found and chosen.</numerusform>
            <numerusform>%n members found and chosen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Recorded for %n member(s).</source>
        <translation>
            <numerusform>Recorded for %n member.</numerusform>
            <numerusform>Recorded for %n members.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Upkeep</name>
    <message numerus="yes">
        <source>%n entries checked, with all records and screenshots: nothing was changed.</source>
        <translation>
            <numerusform>%n entry checked, with all records and screenshots: nothing was changed.</numerusform>
            <numerusform>%n entries checked, with all records and screenshots: nothing was changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new since then</source>
        <translation>
            <numerusform>%n new since then</numerusform>
            <numerusform>%n new since then</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WarningDialog</name>
    <message numerus="yes">
        <source>%n reminders, last on {0}</source>
        <translation>
            <numerusform>%n reminder, on {0}</numerusform>
            <numerusform>%n reminders, last on {0}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings in force</source>
        <translation>
            <numerusform>%n warning in force</numerusform>
            <numerusform>%n warnings in force</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhomChoice</name>
    <message numerus="yes">
        <source>All %n member(s) of {0}</source>
        <translation>
            <numerusform>All %n member of {0}</numerusform>
            <numerusform>All %n members of {0}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Countdown</name>
    <message numerus="yes">
        <source>Picture of the screen in %n s · click to call it off</source>
        <translation>
            <numerusform>Picture of the screen in %n s · click to call it off</numerusform>
            <numerusform>Picture of the screen in %n s · click to call it off</numerusform>
        </translation>
    </message>
</context>
</TS>
