# SPDX-License-Identifier: MIT
"""How an English threat is built: condition and consequence, what I could do, what I know.

Each form is a way of speaking, put together from small sets; what is only a phrase is in en_threat.
"""

from typing import Final

from groupdesk.domain.courtesy_terms import Patterns

_ME = r"(?:i|we)(?:'ll| will| shall|'m going to| am going to|'re going to| are going to|'m gonna)?"

_SHUN = r"(?:ban|block|kick|boot|mute|delete|remove|silence|throw|chuck|drop|blacklist)"

_HARM = (
    rf"(?:{_SHUN}|expose|ruin|sue|hurt|destroy|end|finish|crush|bury|report|punish|shame|"
    r"shut|get rid of|deal with|come (?:after|for|down on)|make)"
)

_DISCLOSE = r"(?:tell|show|inform|call|send|post|publish|leak|forward|share|write to|let|contact)"

_CLOSE = (
    r"(?:boss|employer|manager|company|wife|husband|partner|family|parents|kids|children|mother|"
    r"father|colleagues|customers|clients|landlord|school|neighbou?rs?|hr|bank|bosses)"
)

_ALL = (
    rf"(?:every(?:one|body)|people|(?:the|this) (?:whole|entire|police|press|tax|authorities)|"
    rf"all of|your {_CLOSE})"
)

_DONE_TO_YOU = (
    rf"(?:(?:personally |simply |just |gladly |happily )?(?:{_HARM} (?:you|u)\b(?! a| an|r)|"
    rf"{_DISCLOSE} (?:\w{{1,9}} ){{0,2}}{_ALL}|come (?:round|over|by|to your)|find you\b(?! a)))"
)

_YOUR_FATE = (
    r"you(?:'re| are|'ll be| will be) (?:so |all |truly )?(?:out|gone|banned|blocked|finished|"
    r"history|toast|kicked|off this|off the|off every|dead|sorry|muted|in (?:\w{1,7} )?trouble)"
    r"(?=\s*[.!,;…-]|\s*$| (?:for|of|from|before|so|group|by|list|tonight|today|that|here))"
)

_YOUR_THING = r"(?:order|parcel|package|refund|deposit|account|warranty|delivery|membership|money)"

FORMS: Final = Patterns(
    # condition and consequence
    rf"\b(?:and|or|,|then|otherwise|else|before|–|—|-) ?(?:{_YOUR_FATE}|{_ME} {_DONE_TO_YOU})",
    rf"\bif (?:you|i|we|it)\b[^.!?]{{2,60}}(?:, | then | )(?:{_YOUR_FATE}|{_ME} {_DONE_TO_YOU})",
    rf"\beither you\b[^.!?]{{2,50}} or (?:{_ME} {_HARM}|you (?:leave|go|get|can go|are|will))",
    r"\bunless you want (?:your (?!money|order|refund|size|name)|every(?:one|body)|the whole|"
    r"trouble|to (?:lose|end up|be (?:next|removed|banned|thrown|out|famous|sorry))|"
    r"me to (?:tell|call|show|post|make|get|come))",
    r"(?:and|just|then|,) (?:you'll )?(?:see|watch|find out) (?:what (?:happens|it gets you|you "
    r"get|comes)(?: to (?:you|your)| next| then|(?=\s*[.!…]|\s*$))|where (?:that|it|this) "
    r"(?:gets|leads|takes|lands) you|how (?:fast|quickly|long|far|soon|little|much)"
    r"[^.!?]{0,30}\byour?\b)|see what happens to your?\b",
    r"\b(?:try|do|say|post|write) (?:it|that|this)(?: (?:again|once more|one more time))?"
    r"[,.]? i dare you|\bi dare you\b|\b(?:test|push|try|provoke|cross) me"
    r"(?: (?:again|once more|one more|any|too far|and)|(?=\s*[.!]|\s*$))|"
    r"go (?:on|ahead)[,.]? (?:just )?try (?:it|me|that)\b",
    # what becomes of you
    r"you(?:'ll| will|'re going to| are going to|'re gonna) (?:soon |all |so |really |live to )?"
    r"(?:wish (?:you|that)|regret|be (?:begging|next|hearing from (?:my|our))|"
    r"find out (?:soon enough|the hard|who (?:i|we|you)|what (?:i|we|happens to))|"
    r"learn (?:the hard|to (?:fear|respect)|what happens|who i)|get what you|get yours)",
    r"you(?:'re| are|'d be| will be|'ll be) (?:just |only |so |about )?(?:one|a|an|this|two|that|"
    r"very) (?:\w{1,10} ){0,2}(?:away from|close to|from) (?:being|a ban|getting|losing|removal|"
    r"trouble|my|the door|the exit)|\b(?:this|so|that|very) close to (?:throwing|kicking|"
    r"banning|removing|blocking|deleting|losing (?:it|my|your)|being (?:banned|removed|thrown))",
    r"(?:you(?:'re| are)|is) (?:really |just |only )?(?:asking|looking) for (?:trouble|"
    r"it(?=\s*[.!,]|\s*$)|a fight)|you(?:'re| are|'ll be) in (?:for it|big|deep|serious|real|so "
    r"much|a world of)(?: trouble)?(?=\s*[.!,]|\s*$)",
    r"(?:only (?:got )?|no one but |nobody but )?yourself to blame",
    r"(?:nobody|no one|none of (?:us|them)|no (?:shop|seller|company|driver|store|group|courier|"
    r"dealer|supplier)\w{0,3})(?: \w{2,9}){0,4} (?:will|is going to|would|sells?|delivers?)"
    r"(?: ever| again)? ?(?:hire|sell|serve|deliver|work|deal|help|believe|buy|trade|ship|talk|"
    r"employ|touch)?[^.!?]{0,12}\bto you\b(?: again| any)?|"
    r"(?:nobody|no one) (?:\w{2,9} ){0,4}(?:will|would) (?:ever )?(?:hire|serve|help|believe|"
    r"employ|touch) you\b",
    r"enjoy (?:it|this|your \w{2,12}|being \w{2,9})(?: here)? while (?:it lasts|you (?:still )?"
    r"(?:can|have it))|your (?:time|days?)(?: here)? (?:is|are) (?:up|over|numbered|running)",
    r"(?:this|that|it)(?:'s| is|'ll| will)(?: going to| gonna)? (?:cost you(?=\s*[.!]|\s*$| "
    r"(?:dearly|your|everything|more than|big))|haunt you|follow you|end (?:very )?(?:badly|in "
    r"tears)|have consequences|backfire|come back to bite)",
    r"(?:order|parcel|package|refund|deposit|account|warranty|delivery|membership)s? (?:to )?"
    r"(?:gets?|got|get|to get|is|be|goes?) (?:\w{1,12} )?(?:lost|missing|stuck|forgotten|delayed)"
    rf"(?: on the way)? if you|easy for (?:your|an?) {_YOUR_THING} to (?:get|go|be|dis|van)\w*",
    rf"say goodbye to (?:your|this|the) {_YOUR_THING}|forget (?:about )?your {_YOUR_THING}"
    r"(?=\s*[.!,]|\s*$)|pack your (?:bags|things)|start packing",
    # what I could do
    r"(?:i|we)(?:'ll| will| can| could|'d| would) (?:have|get) you (?:\w{1,9} )?(?:banned|"
    r"removed|thrown|fired|kicked|sacked|blocked|arrested|out of)",
    r"(?:i|we)(?:'ll| will| can| could|'d) make (?:your (?:life|time|stay|membership|days?)|you|"
    r"it|things)[^.!?]{0,40}(?:hell|unpleasant|miserable|difficult|hard for|regret|sorry|suffer|"
    r"pay|beg|cry|wish|uncomfortable|disappear|famous|apologi[sz]e)",
    r"(?:i|we)(?:'ll| will|'m going to) make (?:very |quite |damn )?sure (?:that )?(?:no ?one|"
    r"nobody|no|none|every(?:one|body)|people|your|the whole|you(?:'ll| will)? never)",
    r"we(?:'ve| have) (?:our )?ways (?:of (?:dealing|handling|making|getting)|to (?:deal|make|"
    r"handle)) ?(?:with )?(?:people|you|troublemakers|members|someone|types)",
    r"all it takes is (?:one|a single) (?:click|call|message|word|e-?mail|button)|one (?:click|"
    r"call|word|message) (?:from me|is all)|my (?:finger|thumb|hand|mouse)(?! was)(?:'s|"
    r" is)?"
    r"(?: \w{2,8}){0,2} (?:on|over|above) the (?:\w{2,8} )?(?:button|trigger)",
    rf"{_SHUN} (?:you|u)\b[^.!?]{{0,20}}(?:so fast|before you|faster|quicker|in a heartbeat|"
    r"without (?:blinking|mercy|hesitation|thinking|a second))",
    r"(?:i|we) (?:won't|will not|wouldn't) (?:hesitate|think twice|lose (?:any )?sleep|shed a)"
    r"(?! to (?:help|answer|ask|refund|replace|support))",
    rf"(?:happy|glad|delighted|love|pleasure|fun)[^.!?]{{0,12}} {_SHUN}\w{{0,4}} you\b",
    rf"{_ME} (?:personally )?(?:take|drag|haul|bring) (?:you|this|it) (?:to court|all the way|"
    r"to the police|public)|(?:make|making|take|taking) (?:this|it|that) public",
    r"i decide (?:who|whether|what|if)\b[^.!?]{0,40}\bremember|remember (?:that )?i (?:decide|own|"
    r"run|control)|remember who (?:decides|runs|owns|is in charge|you)",
    r"easy way or (?:the|a) hard|(?:this is|that was|it's) not a (?:request|suggestion|game|"
    r"negotiation|discussion)(?=\s*[.!,]|\s*$)",
    # what I know, who will hear
    r"i know (?:exactly |very well |perfectly well |precisely )?(?:who you (?:are|work|live|"
    r"really)|where you (?!are coming|bought|parked|got)|what you (?:did|are hiding|earn|owe)|"
    r"which (?:company|school|firm|street|house|building|flat|shop) you|people (?:at|in) your|"
    rf"your (?:{_CLOSE}|real|street|address))",
    rf"what (?:would|will|might|does) your {_CLOSE}(?: \w{{2,9}})? (?:say|think|do|make)\b"
    rf"[^.!?]{{0,20}}(?:if|when|of this|to this|about this|then)|"
    rf"(?:if|when|before|until|see what|what) (?:i tell )?your {_CLOSE} (?:knew|saw|read|finds?|"
    r"sees|hears?|reads|thinks?|learns?)",
    rf"(?:want|like) (?:me|us) to {_DISCLOSE} (?:\w{{1,9}} ){{0,2}}{_ALL}|want {_ALL} to (?:know|"
    r"find|hear|learn|read)\b|you wouldn't want (?:this|that|it|them|anyone|your)",
    r"you (?:really |certainly |do )?(?:don't|do not|wouldn't|would not) want (?:me (?:as|angry|"
    r"on|to (?:come|tell|get))|to (?:see me|cross|test|mess|find out (?:what|how|who)|make (?:an "
    r"enemy|me|us)|know what (?:i|we|happens)|start (?:this|a)|be (?:on my|next|my)))",
    r"(?:i|we)(?:'ve| have)? (?:saved|kept|keep|recorded|screenshotted|collected|have) (?:every|"
    r"all|each)[^.!?]{0,60}(?:who to (?:send|show)|boss|wife|police|court|use (?:it|them)|when i "
    r"need)|i (?:keep|have|hold|'ve got) (?:a |the )?(?:file|dirt|list|proof|plenty) (?:on|of) "
    r"(?:you|people like you)",
    r"you(?:'ve| have) no idea (?:what|who|how)(?: \w{2,5})? (?:you(?:'ve| have|'re| are)(?: just)?"
    r" (?:started|done|dealing|messing|up against|getting|in for)|i(?:'m| am| can| could)|we(?: "
    r"are|'re| can)|is coming)",
    r"\bcareful[.,!]? i (?:remember|know|have|keep|see)|\bi (?:remember|don't forget|never forget)"
    r" (?:names|faces|people like|every word)(?! badly)",
    r"(?:people|members|those|anyone|everyone|the last (?:one|person|guy|member|few|man)) (?:who|"
    r"that) (?:cross|mess|argu|fight|fought|lie|insult|talk|spoke|speak|tried|try|test|annoy|"
    r"ignor|did|complain)\w{0,4}[^.!?]{0,40}(?:disappear|regret|gone\b|last long|no longer|"
    r"end(?:s|ed)? up|sorry|banned|removed)|none of them (?:are|is|were) (?:still )?(?:here|"
    r"around|left)",
    # ultimatum and warning
    r"(?:you have|you've got|giv(?:e|ing) you|you get) (?:exactly |just |only |until )?(?:\w{2,6}|"
    r"\d{1,3}) (?:seconds?|minutes?)(?=\s*[.!,:]|\s*$| or| before| to (?:delete|take|remove|"
    r"apologi|get|leave|explain|pull|undo|disappear))|\bi(?:'m| am|'ll| will) count(?:ing)? to",
    r"\bi(?:'m| am) (?:\w{2,9} )?warning you|\bi(?:'ve| have)? warned you|\bbe warned\b|"
    r"\bconsider this (?:a|your|my) (?:last|final|only)",
    r"(?:won't|will not|not going to) (?:say|tell you|repeat|ask|warn you)(?: it| this| that| you| "
    r"myself| nicely)*(?: again| twice| a second time)(?! for| about| because)|"
    r"(?:say|tell you|warn you)(?: this| it)? (?:only |just )?once(?=\s*[.!:,]|\s*$)",
    r"don't (?:you )?(?:ever |even )?(?:dare|make me|come (?:crying|running|complaining|whining)|"
    r"blame (?:me|us)|think (?:i|we) (?:won't|can't|wouldn't|couldn't|will forget)|think you"
    r"(?:'re safe| can (?:hide|get away|escape|run|fool))|play (?:games|dumb)|mess with|"
    r"forget who|get on (?:my|the wrong))",
    r"(?:^|[.!?…] )(?:you )?(?:just )?watch it(?=\s*[.!]|\s*$)|\bwatch (?:what you (?:say|write|"
    r"do)|how you (?:talk|speak)|who you)",
    r"\bif i were (?:you|in your \w{4,8})[^.!?]{0,12} (?:i'd|i would) (?:stop|be (?:very |"
    r"extremely |really )?(?:quiet|careful|afraid|worried|scared|nervous)|watch|shut|keep (?:my|"
    r"quiet)|delete|sleep|lock|think (?:twice|again|hard)|hide|worry|start (?:looking|running))|"
    r"(?:i'd|i would) (?:be|keep|stay) (?:very |extremely |really )?(?:quiet|careful|afraid|"
    r"worried|silent)[^.!?]{0,8} if i were",
    r"there(?:'ll| will|'s going to) be (?:trouble|hell|tears|blood|no (?:second|mercy|next time|"
    r"more warnings|way back))|\bor (?:there|this|it)(?:'ll| will) (?:be trouble|get)",
    r"(?:sooner or later|one day|some ?day)[^.!?]{0,20}(?:someone|somebody|people|it|karma|i|we)"
    r"(?:'ll| will) (?:get you|catch up|make you|teach you|come (?:back )?(?:to|for|after)|bite)",
    # more ways to hold something over somebody
    r"think (?:very |long and |hard|twice|carefully|again|,? ?)+(?:about|before) (?:what you|you "
    r"(?:write|post|say|answer|reply|speak)|your next)|think about (?:that|it|this) before you|"
    r"think about what happened to|you could be next|you(?:'re| are) next(?=\s*[.!]|\s*$)|"
    r"heads will "
    r"roll|a side of me|i suggest you (?:think|stop|watch|shut|back off|reconsider)",
    r"(?:i|we) (?:know|have|'ve got|hold|can see)(?: got)? (?:your|all your|every) (?:ip|home|"
    r"address|"
    r"phone|number|real|private|invoice|data|details|full name)[^.!?]{0,40}(?:just so|remember|"
    r"think|"
    r"careful|don't forget|keep that|in case)|just so you know(?=\s*[.!]|\s*$)",
    r"say goodbye to your\b|don't be surprised (?:if|when) (?:your|you|i|nobody|one day|someone)",
    r"(?:nobody|no one|anyone who|people who|whoever) (?:talks?|speaks?|treats?|cross\w*|insults?|"
    r"mess\w*|does|says)[^.!?]{0,30} and (?:stays?|gets? away|lives?|walks?|keeps?)",
    r"costs? you (?:your\b(?! time)|dearly|everything|the)|personally (?:see to it|make sure|"
    r"ensure)|"
    r"(?:one more|another|the next) (?:\w{1,10} ){1,3}(?:costs you|gets you|means (?:you're|"
    r"you are|"
    r"trouble|war)|(?:will be|is) your last)|(?:call|letter|word|visit|trip) to your "
    rf"{_CLOSE}\b",
    rf"your {_CLOSE} (?:might|may|would|will|"
    rf"could) (?:be )?(?:\w{{2,9}} )?(?:interested(?! in (?:the|our|this|an?) )|"
    rf"like to (?:know|"
    r"hear|see)|love to|want to (?:know|hear|see)|surprised|find out|enjoy)|(?:friends?|contacts?|"
    r"connections|cousin|brother) (?:at|in|with) (?:the |your )?(?:police|newspaper|press|tax|"
    r"court|"
    r"town hall|council|bank|media|paper|city)",
    r"if you (?:value|care about|want to keep|treasure|still want) your (?!time|health|sleep|data|"
    r"refund|order)|(?:stop|done|finished|"
    r"tired of)"
    r" being (?:so )?(?:polite|nice|friendly|patient|kind)|(?:explain|tell|say) (?:it|that|"
    r"this)(?: all)?"
    r" to (?:our|my|the|your) (?:lawyers?|police|judge|court|solicitors?)",
    r"\b(?:keep|carry on|go on|continue) \w{3,12}ing[^.!?]{0,30} and (?:i'll|i will|we'll|we will|"
    r"you'll|"
    r"you will|see|your)\b(?! (?:win|get|earn|love|soon|find|see|learn|hear|notice|be (?:able|"
    r"fine|in|happy)))|(?:again|once more|"
    r"one more time) and (?:you'll|"
    r"you will|see what|your)\b(?! (?:be entered|get|win|see it|code|order))|you (?:won't|"
    r"will not|are not"
    r" going to) (?:enjoy|like) (?:it|this|that|what|the (?:result|answer|outcome|next))",
    r"your choice:|for your (?:own )?sake|(?:delete|apologi[sz]e|remove|stop|pay|"
    r"behave|leave|"
    r"obey|shut up|comply|withdraw)[^.!?]{0,30} or (?:lose (?:your|the) (?:account|membership|"
    r"discount|warranty|deposit|money|place|job|order)|face|be (?:removed|banned|thrown|"
    r"exposed)|get "
    r"(?:out|banned|thrown)|leave(?=\s*[.!]|\s*$)|the \w+ go(?:es)?|your|say|see|suffer|end up)\b",
    r"(?:dangerous|risky|stupid) game|playing with (?:fire|your luck)|be (?:glad|grateful|"
    r"thankful|happy) "
    r"(?:that )?(?:i|we)(?:'m| am|'re| are| have| haven't| didn't| only| don't)|(?:wouldn't|"
    r"would not|won't|"
    r"can't) sleep (?:too |so |very )?(?:well|easy|soundly)|you(?:'re| are) (?:already |now |"
    r"first |next )?on "
    r"(?:my|our|the) list",
    r"(?:people|someone|somebody|members|some|others|many|"
    r"everyone)[^.!?]{0,30} (?:who )?would (?:love|like|"
    r"pay|be happy|be very interested) to (?:know|have|see|meet|get|hear)[^.!?]{0,20}\byour?\b|"
    r"asked me "
    r"where you (?:live|work)|(?:photos|messages|pictures|chats?|"
    r"screenshots?) (?:will )?go(?:es)? public",
    r"(?:did|does|do|will|would|might|may|could) not end well|didn't end well|won't end well|"
    r"last time "
    r"(?:somebody|someone|anyone|a member|a customer)[^.!?]{0,40}(?:end|regret|sorry|gone|banned|"
    r"lost)|"
    r"(?:one|a) (?:phone )?(?:call|click|word|mail|message)[^.!?]{0,10} and (?:your (?!order|code|"
    r"size)|it's over|you(?:'re| are) (?:out|gone|done|finished))|we(?:'ll| will) see who (?:they|"
    r"laughs?|people|gets hurt)|(?:crossed|"
    r"angered|annoyed) me",
)
"""Part of the list of the same name."""

SPARED: Final = Patterns(
    r"you(?:'ll| will) regret nothing|could you (?:please )?tell your family[^.!?]{0,30}|"
    r"tell your (?:family|colleagues|friends|customers) about (?:the|our|it|this (?:offer|recall))",
    r"\b(?:be|is|what) (?:such )?(?:a )?(?:shame|pity) if your (?:question|post|photo|idea|"
    r"message|tip|story|work)",
    r"you(?:'re| are) out of (?:stock|town|office|the office|luck|coffee)|(?:you're|you are) gone "
    r"(?:on|for (?:a|the|your))|when you(?:'re| are) (?:gone|out|off)|while you(?:'re| are) \w+",
    r"(?:we|i) (?:will|'ll|can|could|shall|'d)? ?(?:make you (?:a|an|feel|happy)|report you(?:r)? "
    r"(?:bug|problem|case)|remove you from the (?:mailing|list|newsletter|waiting)[^.!?]{0,20})",
    r"(?:let|show|tell) every(?:one|body) (?:know )?(?:how (?:much|well|lovely)|the good|when|"
    r"where|about (?:the (?:party|meet|good|new)|our))",
    r"(?:if you (?:like|want|wish|agree|prefer|don't mind))[^.!?]{0,60}",
)
"""What only looks like one of the forms."""
