# SPDX-License-Identifier: MIT
"""How English mockery and reproach are built: false praise, thanks for harm, false questions.

Each form is a way of speaking, put together from small sets; phrases are in en_sarcasm.
"""

from typing import Final

from groupdesk.domain.courtesy_terms import Patterns

_DELIGHT = (
    r"(?:oh|ah|wow|well|gee|gosh|yay|hooray|hurray|great|fantastic|lovely|brilliant|wonderful|"
    r"perfect|super|marvellous|splendid|terrific|fabulous|delightful|charming|excellent|nice|good)"
)

_NUISANCE = (
    r"(?:ads?\b|adverts?|advertisements?|links?\b|spam|rants?\b|essays?|novels?|complaints?|"
    r"lectures?|"
    r"voice messages?|chain letters?|pyramid|schemes?|excuses?|drama|tantrums?|opinions?|rumou?rs?|"
    r"sermons?|expert|genius|coupons?|promotions?|walls? of text|insults?)"
)

_SPOIL = (
    r"(?:fill|clutter|clogg?|flood|spamm?|ruin|spoil|wast|wak|annoy|ignor|interrupt|derail|hijack|"
    r"drag|turn|destroy|break|disturb|repeat|lectur|educat|enlighten|insult|mak(?:ing|e) every|"
    r"bother|bombard|dump|volunteer|poison|pollut|confirm|prov|demonstrat)\w{0,4}"
)

_NOTABLY = (
    r"(?:helpful|clever|special|charming|lovely|sweet|adorable|funny|generous|brave|important|"
    r"precious|lucky|smart|a delight|a joy|a treat|the expert)"
)

_QUOTED_GOOD = (
    r"(?:advice|help|question|opinion|facts?|research|expertise|experts?|jokes?|humou?r|apology|"
    r"contributions?|feedback|experience|knowledge|sources?|arguments?|art|business|friends?|truth|"
    r"emergency|problems?|reviews?|tips?|wisdom|suggestions?|accident|mistake|misunderstanding|"
    r"evidence|proof|logic|manners|free speech|just asking|concerns?|insights?)"
)

FORMS: Final = Patterns(
    # delight at a nuisance
    rf"\b{_DELIGHT}[,.!…]{{1,3}} (?:(?:and |look,? |just )?(?:another|one more|yet (?:another|"
    rf"more)|even more|more|a) (?:\w{{1,10}} )?{_NUISANCE}|(?:it's )?you again|"
    r"aren't (?:you|we)|just what (?:we|i|this)|how (?:exciting|original|surprising|unexpected))",
    rf"\boh,? {_DELIGHT}[,.!…]{{0,3}} (?:you again|it's you|here (?:we go|comes)|not "
    r"(?:you|this|again))",
    r"\b(?:brilliant|great|wonderful|perfect|fantastic|lovely|super|nice)[.,!] (?:just|simply|"
    r"absolutely|really) (?:brilliant|great|wonderful|perfect|fantastic|lovely|super|nice)",
    r"another day,? (?:another|and another) (?:\w{1,10} )?(?:complaint|ad|advert|link|drama|"
    rf"rant|excuse|{_NUISANCE})|how exciting[.!]|what a (?:wonderful|lovely|great|nice|fun|"
    r"beautiful|brilliant) (?:way|time|moment|day|idea) to [^.!?]{0,40}(?:clean|after you|spam|"
    r"argu|delet|your mess|post ads|insult|explain|because of you)",
    rf"\b(?:aren't|isn't) (?:you|he|she|that|this) (?:just |so |a |the )?{_NOTABLY}",
    r"(?:congrat\w{0,12}|well done|bravo|good job|great job|nice job|kudos)[,!.]? [^.!?]{0,50}"
    r"(?:annoy|ruin|spoil|insult|offend|upset|the most (?:useless|annoying|pointless)|worst|"
    r"broke every|wake|woke|scare|drove|driving)",
    r"(?:prize|award|medal|trophy|oscar|crown|record) (?:for|of) (?:the )?(?:most (?:useless|"
    r"annoying|pointless|boring|off-topic)|worst|longest|"
    r"loudest|dumbest|best (?:excuse|drama|victim))|you win (?:the|today's|an?) (?:\w{2,9} )?"
    r"(?:prize|award|medal|internet|trophy)",
    r"(?:i'm sure|no doubt|surely|i bet|i imagine)[^.!?]{0,6} (?:all |the |every)[^.!?]{0,40}"
    r"(?:thrilled|dying|delighted|grateful|fascinated|overjoyed|loved|enjoyed|appreciated|on the "
    r"edge)[^.!?]{0,20}(?:your|midnight|to (?:be woken|get|read|wake))",
    # thanks for harm
    rf"(?:thanks|thank you|cheers)[^.!?]{{0,16}} for {_SPOIL}(?! (?:out|up the form|in|the form|"
    r"me (?:of|about|to)))\b[^.!?]{0,60}(?:your|the (?:group|chat|thread|mood|whole)|us|again|"
    r"every|our|my|this)",
    r"(?:thanks|thank you|cheers)[^.!?]{0,50} (?:nobody|no one|none of us|that nobody) (?:asked|"
    r"wanted|needed|ordered)|(?:thanks|thank you),? we had no idea|we had no idea (?:that )?\w+ "
    r"(?:need|are|is|have|can)",
    r"(?:nobody|no one) asked|(?:who|did (?:any(?:one|body)|i|we)) (?:even |really )?ask(?:ed)?"
    r"(?: you| for (?:your|that|this))?(?=\s*[?.!,]|\s*$| opinion| opinion\?)|"
    r"remind me[,:]? (?:who|"
    r"when|again|why)",
    # questions that are none
    r"(?:how|is it|was it|would it be|can it be) (?:really |so |that |too |very )*(?:hard|"
    r"difficult|complicated|tricky) (?:is it|can it be|would it be|was it|"
    r"for you)?(?: for you)? ?to"
    r" (?:read|follow|understand|use|stay|keep|respect|behave|be (?:polite|quiet|nice|civil)|"
    r"search|scroll|wait|listen|think|grasp|stop|say|write one|post|look|check|answer|click|count|"
    r"tell)\b",
    r"(?:do|did|have|will|could|can) you (?:ever|even|actually|seriously|honestly|really)"
    r"(?: once| bother to| try to| stop to| plan to| think to| manage to)? ?(?:read|think|listen"
    r"|stop|learn|look(?! forward)|check|follow|care|understand|pay attention|consider (?:read|"
    r"think|shut|the possib)|heard? of|tried? (?:read|think|listen|using)|believe|expect|know "
    r"(?:how|what|where))",
    r"(?:ever|have you) (?:heard of|tried) (?:the |a |an )?(?:search|reading|manners|rules|scroll|"
    r"thinking|google|listening|patience|punctuation|not)",
    r"how (?:many (?:more )?times|often) (?:do|must|have|does|did|will|are|should)(?: i| we)(?: "
    r"have| need)?(?: to)? (?:tell|say|repeat|explain|remind|ask|warn|write|told|said|asked)",
    r"(?:what|which) (?:part|word|bit|letter)s? of [^?!]{1,50}(?:understand|not get|too "
    r"(?:long|hard|difficult)|so hard)",
    r"would it (?:kill|hurt|break|be asking too much of) (?:you\b|to)",
    r"(?:are|were) you (?:even |seriously |really |honestly |actually |just )?(?:reading (?:what|"
    r"any|this|my)|listening|incapable|allergic|blind|deaf|unable to|kidding|serious\?|trying to "
    r"be (?:funny|clever|difficult)|done\?|finished\?|quite finished)|are we (?:done|finished|"
    r"quite done|having fun)\b",
    r"can(?:'t|not) you (?:even )?(?:read|see|count|just|follow|behave|understand|think|use|"
    r"control|take a hint|be bothered)|can you not (?:read|see|just|count|follow)",
    r"who do you think you(?:'re| are)|what (?:made|makes) you think|what were you thinking|where "
    r"did you (?:learn|go to school|get your (?:manners|degree))|what gives you the right|who gave "
    r"you (?:the|permission)|on (?:what|which) planet|which planet",
    r"(?:what is|what's) (?:wrong|the matter|your problem) (?:with you)?(?=\s*[?!.]|\s*$)|"
    r"(?:what is|what's) (?:wrong with you\b(?!r)|your problem\s*[?!])|have you no (?:shame|"
    r"manners|respect|decency)|aren't you (?:ashamed|embarrassed)|ashamed of yourself|"
    r"ought to be ashamed|should be ashamed|shame on you",
    r"why (?:do|must|can't|are|did|would|won't|have) you (?:just |always |still |even |never )*"
    r"(?:keep (?:on )?(?:lying|posting (?:this|that|the same|lies|ads|rubbish)|doing this|"
    r"ignor\w+|spread\w*|mak\w+)|spread|lie|lying|ignor|break|insult|attack|annoy|bother|"
    r"disrespect|refus|make everything|stop|behave|shut|follow)\w*|you(?:'re| are) (?:clearly |"
    r"simply |just )?(?:lying|spreading (?:lies|rumou?rs|nonsense)|making (?:this|things|it) up)\b|"
    r"you did (?:this|that|it) on purpose",
    r"(?:happy|satisfied|pleased|proud|content) now(?=\s*[?.!]|\s*$)|hope you(?:'re| are) (?:happy|"
    r"pleased|satisfied|proud)(?: of yourself| with yourself| now)(?=\s*[?.!]|\s*$)|proud of "
    r"yourself(?=\s*[?.!]|\s*$)|(?:feel|feeling) better now\?",
    r"did (?:some(?:one|body)|i|we|that|the rule\w*) (?:hurt|upset|offend|bruise|"
    r"wound)(?: \w{2,5})?"
    r" (?:your|you)\b|poor you(?=\s*[.!,]|\s*$)|boo[- ]?hoo|there,? there(?=[.!,])|"
    r"cry (?:about it|more|harder)",
    r"why (?:bother |even )?(?:read|follow|use|ask|check|search|look|think|stick|learn|scroll)\w*"
    r"\b[^.!?]{0,40} when (?:you|one) can|nothing (?:says|screams|shows)[^.!?]{1,40} (?:like|than|"
    r"quite)",
    # air quotes and titles
    rf"(?:your|his|her|this|these|that|such|an?|the|more|another)(?: (?:so-called|little|great|"
    rf"valuable|expert|latest))? [\"“'‘](?:\w{{2,10}} )?{_QUOTED_GOOD}[\"”'’](?! (?:label|button|"
    r"tab|field|form|folder|channel|page|section|thread|topic|file|menu|box|link|post|key))",
    r"\bso-called \w+|self-(?:appointed|proclaimed|declared) \w+|all hail|not worthy|bow (?:down )?"
    r"(?:to|before) (?:you|your)|"
    r"\b(?:mr|mrs|ms|miss|sir|lord|lady|king|queen|professor|dr|captain|saint)\.? (?:know|perfect|"
    r"important|big ?shot|expert|smart|clever|special|complain|drama)(?:s|ing|er)?\b[\w-]*|"
    r"(?:oh|o),? (?:great|wise|mighty|holy) (?:one|leader|master|guru)|"
    r"the (?:great|mighty|famous|legendary|wise|one and only|almighty) (?:detective|expert|"
    r"professor|philosopher|leader|critic|master|genius|one)\b(?! panel| talk| guide| day)|"
    r"\b(?:has|have) spoken(?=\s*[.!]|$)|"
    r"(?:our|my) (?:dear |good |little |old )?friend here",
    # talking down
    r"(?:type|say|explain|spell|write|speak|repeat|go through|put)[^.!?]{0,12} (?:slowly|in small "
    r"words|in (?:simple|easy|short) (?:words|english|terms)|so (?:that )?even you|very slowly)|"
    r"small words|words of one syllable|even you (?:can|could|should|might|will)\b",
    r"\bit's called (?:reading|google|a search|manners|scrolling|the search|patience|a rule|common|"
    r"being|respect|thinking|decency)|there(?:'s| is) this (?:\w{2,10} )?(?:thing|invention|trick) "
    r"called|let me google",
    r"(?:had you|if you had|if you'd|did you|have you|couldn't|can't|could not|cannot)(?: even| "
    r"only| ever| be)? bother(?:ed)?(?: to)?\b|too (?:lazy|busy|important|good|grand|clever|smart|"
    r"special) to (?:read|follow|scroll|look|search|care|listen|answer|apologi[sz]e|understand)|"
    r"(?:far|much|way) too (?:important|special|good|clever|busy|grand) (?:for|to)",
    r"must be (?:so |really |very )?(?:nice|lovely|great|wonderful|fun|exhausting|lonely|tiring) "
    r"(?:to|being|having|when|up there|living)\b|so much (?:free )?time on your hands",
    r"(?:looks|seems|sounds) like (?:some(?:one|body)|you|we have)(?:'s| is| has)? (?:\w{2,9} )?"
    r"(?:skipped|forgot|can't|didn't (?:read|bother|get the memo)|needs a (?:nap|hug|dictionary)|"
    r"woke|got out|a (?:genius|comedian|expert))|some(?:one|body) (?:clearly |obviously |"
    r"apparently )?(?:woke up on|got out of bed|needs (?:a nap|attention|a hug)|is (?:having a bad|"
    r"grumpy|cranky|a bit (?:slow|sensitive)))|wrong side of the bed",
    r"(?:because|since|as|clearly|obviously|apparently|evidently|presumably)[, ]+(?:obviously|"
    r"clearly|of course|apparently|you(?:'re| are) (?:so|such|far|much|too|above|clearly|obviously|"
    r"the only|better|incapable)|you (?:can't|cannot|don't (?:read|care|think|know how)|"
    r"never|think|couldn't be|need|know better)|the (?:rules?|notice) (?:is|are|do|does)(?:n't| "
    r"not| only| just)? ?(?:for (?:every|other)|apply|mere)|reading is|(?:what|that's what) this "
    r"group|who (?:doesn't|needs|cares)|nothing says|why (?:not|would)|god forbid)",
    # shrugs
    r"(?:whatever|if that) (?:helps|makes|lets|floats) you(?:r)? (?:sleep|feel better|happy|boat)|"
    r"whatever you say(?=\s*[.!,]|\s*$)|\band i(?:'m| am) (?:the )?(?:queen|king|pope|tooth fairy|"
    r"santa|father christmas|president|easter)|in your dreams|in your (?:own )?little (?:world|"
    r"bubble|head)|look who's talking|(?:rich|funny|hilarious|precious|cute|ironic|bold)[,.]? "
    r"(?:coming )?from (?:you|someone|somebody|the person)|says the (?:one|person|man|woman|guy)"
    r" who",
    r"as (?:if|though) (?:any(?:one|body)|we|i|the rules) (?:cares?|cared|asked|asks|needed|don't|"
    r"haven't|had nothing|have nothing|didn't|would)|don't all (?:thank|cheer|applaud)|(?:we|i) "
    r"have nothing (?:else|better) to do(?=\s*[.!,]|\s*$)|(?:what|where) would (?:we|this group|i) "
    r"(?:ever )?(?:do|be) without (?:your|you and your|another) (?:\w{2,9} )?"
    rf"(?:{_NUISANCE}|wisdom|commentary|input|posts about)",
    r"for the (?:hundredth|millionth|thousandth|umpteenth|nth|zillionth|gazillionth|last bloody|"
    r"\d?0{1,3}th) time|(?:can't|cannot|can hardly) wait (?:for|to (?:hear|see|read)) (?:your|the) "
    rf"(?:next |latest )?{_NUISANCE}|imagine my (?:surprise|shock|delight|joy)",
    r"by all means,? (?:do )?(?:keep|continue|go on|carry on|ignore|help yourself|don't)(?! "
    r"(?:posting your|us (?:posted|informed)))|knock yourself out|be my guest(?=\s*[.!,]|\s*$)|"
    r"let me guess[,:]? (?:it|you|your|the dog|someone|nobody|somebody|another)\b(?! size)|"
    r"so you (?:can|do) (?:\w{2,6} )?(?:write|read|speak|type|know how|have manners)",
    r"(?:^|[.!?] )(?:very|so|really|truly|how|real|such) (?:mature|classy|original|adult|dignified|"
    r"subtle|grown-up|convincing|professional of you)(?=\s*[.!,]|\s*$)",
    # more mock wonder, mock service and blame
    r"(?:do|did|am) i (?:look|sound|seem) like|should i (?:also|perhaps|maybe)\b|what(?:'s|"
    r" is) next[,?] "
    r"(?:an?|your|another)|why am i not surprised|(?:am i|are we) supposed to (?:be|applaud|"
    r"believe|"
    r"laugh|care|guess|thank)|(?:is|was) that supposed to|supposed to (?:impress|be funny)",
    r"(?:i'm|i am|we're|we are) (?:all )?(?:so |truly |deeply |really |very )*(?:moved|amazed|"
    r"in awe|"
    r"humbled|fascinated|grateful) (?:by|for|at|of|with) your (?:\w{2,10} )?(?:concern for|ability|"
    r"refusal|lecture|opinion|links?|ads?|insight|daily|ignorance|complaint|rant|talent for|"
    r"need to)",
    r"(?:amazing|fascinating|impressive|incredible|remarkable|astonishing|funny|"
    r"interesting) how you "
    r"(?:always |still |somehow |never |only )*(?:manage|ignore|miss|forget|can't|don't|never|"
    r"find time"
    r"|think|have time)|manage[sd]? to (?:miss|ignore|ruin|offend|annoy|insult|overlook|misread|"
    r"anger)",
    r"another (?:masterpiece|gem|pearl|work of art|stroke of|fine (?:example|contribution))|"
    r"(?:here|and "
    r"here) comes (?:the|our|your) (?:\w{2,9} )?(?:breaker|expert|lawyer|genius|hero|victim|"
    r"excuse|drama|"
    r"complain\w*)|(?:rule[- ]?breaker|complainer|spammer|troublemaker|comedian|excuse|drama|"
    r"whiner) of "
    r"the (?:day|week|month|year)",
    r"\bi (?:suppose|guess|imagine|assume|take it)[^.!?]{0,60}(?:too (?:much|hard|difficult|busy|"
    r"complicated)|beneath|beyond you|the rules (?:don't|do not)|not for you|is optional|"
    r"above (?:the|"
    r"such))|without (?:a moderator|an adult|someone|somebody|us|me) holding your",
    r"what (?:exactly |on earth )?is it (?:about|with) [^?.!]{1,40}(?:you|confus|hard)|"
    r"do(?:es)? the "
    r"(?:words?|terms?|phrase|rules?) [^?.!]{1,30} mean (?:any|some|nothing)|(?:maybe|perhaps) the "
    r"(?:\w{2,9}th|next|hundredth) time\b",
    r"how (?:nice|kind|lovely|good|thoughtful|generous|convenient|sweet|touching) (?:that you|"
    r"of you to) "
    r"(?:finally|managed?|found|find|remembered?|decided?|grace|share your|notice)\b|"
    r"good to know (?:that "
    r"|,)?(?:the rules|some people|nobody|our rules|reading|we have an? (?:expert|genius))",
    r"your (?:timing|manners|logic|reasoning|spelling|tact|restraint|self-control) (?:is|"
    r"are) (?:\w{2,9} )?"
    r"(?:impeccable|perfect|flawless|legendary|impressive|exquisite|astounding|breathtaking|"
    r"a gift)|"
    r"your (?:daily|hourly|nightly|endless|famous|important|precious|brilliant|fascinating|holy|"
    r"royal|"
    r"little) (?:lecture|monologue|speech|sermon|rant|complaint|drama|opinion|ads?|essay|show|"
    r"performance|excuse|announcement)",
    r"let(?:'s| us) all (?:stop|drop|pause|bow|applaud|clap|admire|take a moment|stand)|(?:absent|"
    r"asleep|"
    r"sick|away) the day (?:they|when|manners)|(?:asleep|cat) (?:\w{2,6} )?(?:on|over) (?:the|"
    r"your) "
    r"keyboard|near a keyboard|is your (?:search|caps|shift|scroll|keyboard|brain|attention|"
    r"eyesight|space "
    r"bar)(?: \w{2,8})? (?:broken|stuck|jammed|missing|on holiday)",
    r"(?:tried|try|considered?|thought of) (?:turning|switching|using|engaging|"
    r"borrowing)[^.!?]{0,10}"
    r"(?:brain|head|eyes|common sense|mind)\b|(?:since|as|if) you (?:already )?know (?:everything|"
    r"it all|"
    r"so much|better)|i (?:just |really |do |absolutely )?love (?:how|it when|"
    r"the way) you[^.!?]{0,60}"
    r"(?:but never|but not|ignore|complain|pretend|everyone else|think the rules|break)|(?:outdid|"
    r"outdone|"
    r"excelled|surpassed) yourself (?:this time|again|today)",
    r"because (?:every(?:one|body)|we all|all of us|people) (?:here )?(?:joined|came|is|are|"
    r"loves?|wants?|"
    r"needs?|woke)[^.!?]{0,30}(?:your|to (?:see|look|read|hear))|some people (?:really |just |"
    r"clearly |"
    r"simply )?(?:should(?:n't| not| never)|really should|think they|have no (?:shame|manners|"
    r"respect)|"
    r"never learn|just can't)|(?:interrupting|disturbing) your (?:important|great|lovely|monologue|"
    r"speech|show)",
    r"(?:stop|quit) (?:playing (?:innocent|dumb|the victim|games)|pretending(?! to be an? )|lying|"
    r"making excuses|"
    r"acting)|"
    r"\badmit it\b|you knew (?:exactly|very well|perfectly|full well)|you only (?:came|joined|"
    r"are) here "
    r"to (?:sell|advertise|argue|complain|spam|fight|cause)|how dare you",
    r"(?:^|[.!?] )(?:amazing|impressive|incredible|fascinating|astonishing|remarkable|"
    r"unbelievable)[,.!:] (?:you (?:can (?:copy|read|write|type|count|speak)|know how|finally|"
    r"actually|learned)|(?:he|she|it) (?:can|speaks?|reads?|writes?))|how (?:convenient|typical|"
    r"predictable)(?: that|\s*[.!…]|\s*$)|(?:right|sure|yes|yeah|of course)[,.]? and (?:the earth|"
    r"pigs|i'm|i am|"
    r"the moon|"
    r"water|my)|when pigs fly",
    r"\b(?:our|the) (?:little|great|local|favou?rite|dear|own|beloved|resident|very own) (?:star|"
    r"hero|"
    r"celebrity|expert|genius|princess|prince|diva|victim|friend|philosopher|lawyer|"
    r"troublemaker)(?! of the (?:week|month|year))|(?:needs?|"
    r"wants?|craves?|begging for|starved of) (?:some |more |our |the )?attention (?:again|so)|"
    r"attention "
    r"(?:again|seeking)|(?:your|the) (?:first|second) (?:time|day) (?:on|in) the internet",
    r"did (?:the|our|my|we|i) (?:\w{2,9} )?(?:interrupt|disturb|bother|get in the way|spoil|wake|"
    r"inconvenience)"
    r"|(?:slipped|escaped) your (?:mind|attention|notice)|(?:thinking|reading|manners|honesty|"
    r"politeness|"
    r"apologi[sz]ing) (?:might|would|must|could|can|doesn't|won't|will not) (?:really )?(?:hurt|"
    r"hard|kill|be so)|"
    r"(?:open|opening|use|using) your (?:eyes|brain|head|ears)(?: first)?(?=\s*[.!?,]|\s*$)",
    r"we (?:all|really|just) (?:love|adore|enjoy|live for|needed|need|crave) (?:\w{2,9} )?"
    rf"{_NUISANCE}|thank (?:heavens?|goodness|god) (?:that )?you|i see (?:that )?(?:we|you|"
    rf"some(?:one|body)|"
    r"manners|reading|the rules)(?:'re| are|'s| is)? (?:too|above|still (?:can't|not)|"
    r"not (?:familiar|"
    r"one)|dead|so (?:important|special))|(?:really|quite|truly) (?:are )?(?:something special|"
    r"one of a kind|"
    r"a piece of work|special)(?=\s*[,.!?]|\s*$)|what would (?:this|the|our) (?:group|chat|"
    r"world) (?:be|do) "
    r"without your",
)
"""Part of the list of the same name."""

SPARED: Final = Patterns(
    r"oh,? (?:lovely|great|wonderful|nice),? another (?:photo|picture|recipe|tip|guide|owner|idea)",
    r"well done,? you (?:have )?managed to (?:fix|solve|repair|finish|win)|not rocket science, but|"
    r"what (?:made|makes) you think of",
    r"(?:congratulations|well done)[^.!?]{0,60}(?:laps|goals?|points|customers served|record)",
    r"(?:thanks|thank you)[^.!?]{0,20}for (?:filling (?:in|out)|turning (?:up|it|the)|making|"
    r"proving|confirming|volunteering|waking me)[^.!?]{0,40}",
    r"sure,? because (?:of|the (?:holiday|shop|store))|what's your problem with",
    r"(?:keep|continue) posting your [^.!?]{0,30}|thank you for (?:volunteering|confirming)\b",
    r"can't you (?:see|use) (?:the|it) [^.!?]{0,20}(?:tab|button|screen)",
)
"""What only looks like one of the forms."""
