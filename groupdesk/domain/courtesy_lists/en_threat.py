# SPDX-License-Identifier: MIT
"""English threats, open and veiled, that the courtesy check knows."""

from typing import Final

from groupdesk.domain.courtesy_lists.en_threat_forms import FORMS, SPARED
from groupdesk.domain.courtesy_terms import Patterns, Terms, listed

_WE = (
    r"(?:i|we)(?:'ll| will|'m going to|'re going to| am going to| are going to|'m gonna| can|"
    r" could)"
)

_LOOKED_UP_TO = (
    r"(?:boss|employer|manager|company|wife|husband|landlord|school|parents|colleagues|hr)"
)

_HURT = (
    r"(?:personally )?(?:destroy|ruin|crush|end|finish|hurt|kill|expose|break|sue|bury|"
    r"get|hunt|smash|"
    r"slap|punch|strangle|bury|report|wreck|haunt|fix|deal with) you(?! a|r ord| the| some)"
)

_PRIVATE = (
    r"(?:private |personal |home |real |full |little |dirty )*(?:messages?|chats?|number|address|"
    r"photos?|pictures?|name|details|data|secrets?|identity|recordings?|screenshots?)"
)

_PUNISHED = (
    r"(?:kick|ban|block|throw|report|expose|publish|leak|post the|post your|put your|"
    r"send (?:some|your)|"
    r"make (?:sure|you|your|it)|tell your|ruin|break|find you|come (?:after|over|to|down)|destroy|"
    r"personally|call your|hunt|sue|blacklist|finish|end you|show you|let everyone|"
    r"share your|swear)"
)

THREAT: Final = Terms(
    words=listed(
        "don't say i didn't warn|can't say i didn't warn|consider yourself warned|"
        "consider this your only|choose your next words|think about your next|"
        "careful about your next|your next move|your next word|tread carefully|"
        "tread lightly|playing with fire|on thin ice|step out of line|one wrong move|"
        "one false move|i'm watching you|we're watching you|i am watching you|"
        "we are watching you|my eye on you|our eye on you|our eyes on you|nowhere to hide|"
        "can't hide from|cannot hide from|your word against mine|make you disappear|"
        "make this disappear|someone could get hurt|somebody could get hurt|"
        "someone might get hurt|people get hurt|end up in hospital|end up in the hospital|"
        "on your knees|come crawling|you'll be begging|your worst nightmare|hell to pay|"
        "have your head|have your job|have your licence|have your license|get you fired|"
        "have you fired|got you fired|lose your job|lost your job over|cost you your job|"
        "get you evicted|get you deported|get you arrested|have you arrested|"
        "have you thrown|have you banned everywhere|report you to immigration|"
        "call the police on you|call the cops on you|anonymous tip|tax office|"
        "immigration office|get what's coming|get what is coming|have it coming|"
        "got it coming|what's coming to you|what you deserve|say that to my face|"
        "say it to my face|say this to my face|meet me outside|take this outside|"
        "settle this outside|long memory|i don't forget|i never forget|"
        "i won't forget this|we won't forget this|we don't forget|i will remember this|"
        "i'll remember this|i'll remember your|i will remember your|payback|i'll get even|"
        "get back at you|revenge|with one click|with a single click|"
        "one click from|pull the plug on you|press one button|who holds your|"
        "who decides whether you|your account is in my|in my hands now|"
        "remember who approves|remember who ships|i have your address|"
        "we have your address|i've got your address|got your address|i know your address|"
        "have your home address|your address is right|your address in front of me|"
        "address on file, you know|you have kids|how are your kids|your kids go to|"
        "your daughter goes|your son goes|your children go to|hope your family is safe|"
        "nice car you|nice house you|lovely house you|would hate to see|would hate for|"
        "i'd hate to see|i'd hate for|would be unfortunate if|be a real pity|be so sad if|"
        "unfortunate accident|parcels get lost|packages get lost|orders get lost|"
        "things get lost|tend to get lost|tend to go missing|might get lost in|"
        "could get lost in|might go missing|could go missing|will mysteriously|"
        "might mysteriously|could mysteriously|can easily disappear|"
        "could easily disappear|might find its way|may find its way|could find its way|"
        "might end up on|could end up on|accidentally end up|accidentally share|"
        "accidentally post|slip out|could leak|might leak|what i can do to you|"
        "what i'm capable of|what i am capable of|what we're capable of|what we can do|"
        "don't underestimate me|push me any further|push me further|push me again|"
        "push your luck|pushing your luck|pushing it, |cross that line|"
        "cross the line again|only chance to|this is your only chance|"
        "nobody will help you|no one will help you|nobody will believe you|"
        "no one will believe you|everyone will see what you|everyone will see who you|"
        "the whole town will|the whole city will|the whole street will|"
        "your neighbours will|your neighbors will|your clients will hear|"
        "your customers will hear|your customers would love|i'll expose|i will expose|"
        "we'll expose|we will expose|expose you|drag your name|your name through|ruin you|"
        "finish you|destroy you|end you|break you|"
        "you'll regret|you will regret|gonna regret|going to regret|live to regret|you'll be sorry|"
        "you will be sorry|gonna be sorry|watch your back|watch ur back|watch your mouth|"
        "watch your tongue|watch yourself|make you pay|you're dead|you are dead|ur dead|dead meat|"
        "see you in court|you won't like what|you will not like what|you'd better be careful|"
        "face the consequences|suffer the consequences|there will be consequences|mess with us|"
        "mess with me|messing with us|messing with me|messing with the wrong|messed with the wrong|"
        "messing with this|mess with this group|picked the wrong|chose the wrong person|"
        "name and shame|hunt you down|track you down|get rid of you|beat you up|come after you|"
        "coming after you|coming for you|make your life hell|make your life miserable|"
        "throw you out|"
        "kick you out|kicked out|kick your ass|you have been warned|you've been warned|"
        "pay the price|"
        "don't push me|don't test me|do not test me|don't try me|don't provoke me|don't make me|"
        "don't cross me|don't cross us|don't tempt me|teach you a lesson|teach you some manners|"
        "everyone will know what you|everybody will know what you|we will find you|"
        "know where to find you|make an example of you|put you in your place|"
        "wipe the floor with|rip you apart|your days are numbered|days here are numbered|"
        "kiss your account goodbye|mark my words|so help me god|i swear to god|"
        "you don't know who i am|do you know who i am|you have no idea who|who you're dealing with|"
        "who you are dealing with|who you're messing|who you are messing|as an enemy|"
        "an enemy of me|"
        "friends in high places|friends at your|i have connections|i know people who|"
        "i know some people|"
        "pay you a visit|"
        ""
        "sleep with one eye|look over your shoulder|"
        "looking over your shoulder|fuck around and find|mess around and find|fafo|"
        ""
        "last time i'm being nice|last time i'm nice|last time i am nice|last time i ask nicely|"
        "done being nice|done being polite|done asking nicely|not be so nice|not be this nice|"
        "won't be so nice|won't be this nice|won't be so polite|won't be so friendly|"
        "not be so friendly|my patience is running|my patience is wearing|running out of patience|"
        "my patience has limits|lose my patience|losing my patience|try my patience|"
        "responsible for what happens|responsible for what i|responsible for my actions|"
        "accidents happen to|things happen to people|something might happen to|"
        "something could happen to you|careful if i were you|watch it if i were you|"
        "hear from my lawyer|hearing from my lawyer|hear from our lawyer|hearing from our lawyer|"
        "hear from my attorney|hearing from our attorney|hear from our attorney|"
        "i have screenshots of everything|i have everything on you|i have dirt on you|"
        "i know everything about you|never work in this|never sell in this|never shop in this|"
        "finished in this|blacklist you|blacklisted everywhere|word gets around fast|"
        "tick tock|clock is ticking for you|your choice, your funeral|your funeral|"
        "want to find out what|find out the hard way|learn the hard way|sort you out|"
        "come down on you|come down hard on you|drag you through|drag you to court|take you apart|"
        "when i'm done with you|when i am done with you|when we're done with you|"
        "your cards right|i'd think twice|i would think twice|better think twice|"
        "if you know what's good for you|for your own good|"
        "wouldn't want anything to happen|wouldn't want that to happen to you|nice little shop"
    ),
    patterns=Patterns(
        *FORMS.sources,
        r"(?:i|we)(?:'ll| will) find you(?! an?\b| the| some| one| out| another|"
        r" something| your)",
        r"(?:i|we|they|people|someone|somebody) knows? where (?:you|u|your kids?|"
        r"your family)(?:'re| are| r)?(?: live| work| stay| park| go)",
        r"(?:or|and|before|until|unless|otherwise)[^.!?]{0,20}send(?:ing)? (?:someone|"
        r"somebody|some people|people|a few guys|my guys|my friends|the boys|"
        r"some guys)",
        r"(?:i|we)(?:'ll| will|'d| would|'m going to) (?:\w{1,9} )?(?:have|get|"
        r"see) (?:you|your) (?:fired|banned|arrested|thrown out|evicted|"
        r"removed everywhere|in court|in hell|blacklisted|sacked|locked)",
        r"(?:quick|little|short|friendly|anonymous) (?:call|word|note|letter|message|"
        r"email|mail|tip) to (?:your|the (?:tax|police|press|authorities|bank|"
        r"landlord|school))",
        r"(?:i|we) (?:could|can|might|may) (?:always |just |easily |also |"
        r"simply )?(?:call|phone|write to|inform|tell|visit|contact|forward (?:this|"
        r"it|that) to|send (?:this|it|that|them) to) (?:your|the (?:tax|police|press|"
        r"authorities))",
        r"(?:your|the) (?:order|parcel|package|delivery|refund|deposit|warranty|"
        r"account|appointment|discount)(?: \w{1,9}){0,3} (?:might|may|could|"
        r"will) (?:suddenly |just |somehow |never |not |simply |quietly |"
        r"mysteriously )*(?:get lost|disappear|vanish|go missing|take (?:very|a very|"
        r"forever)|never arrive|arrive|be cancelled|be gone|evaporate|"
        r"slow)(?: (?:mysteriously|somehow|by accident|accidentally))(?=\W|$)",
        r"(?:order|parcel|package|refund|deposit|warranty|account)s? (?:can|could|"
        r"might|may|do|will) (?:so easily |easily |suddenly |mysteriously |quietly |"
        r"somehow )(?:get lost|disappear|vanish|go missing|be cancelled|be delayed)",
        r"(?:think|ask yourself|imagine) (?:about )?(?:what|how) (?:your|this|that|"
        r"it) (?:boss|wife|husband|employer|family|kids|would look|will look|"
        r"could do to)",
        r"(?:think|worry) (?:hard |twice |carefully |"
        r"very carefully )?about (?:your family|your kids|your children|your job|"
        r"your reputation|your future|what happens)",
        r"if (?:i|we) (?:ever |only )?(?:see|catch|find|hear from|meet) (?:you|"
        r"your (?:name|face))(?: \w{1,9}){0,4} (?:again|near|i'll|i will|you'll)",
        r"don't (?:ever )?(?:let me|make me) (?:catch|see|find|come|tell you twice|"
        r"repeat|get|do) ?",
        r"(?:if you want|if you'd like|if you wish) (?:to keep|to see|"
        r"your) (?:your )?(?:\w{1,10} )?(?:account|deposit|warranty|job|money|refund|"
        r"discount|membership|order|back)",
        r"(?:unless|until) you (?:apologi[sz]e|delete|remove|take (?:it|that|"
        r"this) (?:down|back)|pay|change (?:the|your) (?:review|"
        r"rating))(?: \w{1,9}){0,5},? (?:i|we|your|you can forget|nothing|no one|"
        r"nobody|there)",
        r"(?:five|5) stars(?: \w{1,9}){0,4},? (?:or|otherwise|and then|then maybe|if you)",
        r"(?:i|we)(?:'ll| will) (?:make|see to it)(?: \w{1,9}){0,2} (?:that )?(?:you|"
        r"your)(?: \w{1,9}){0,2} (?:pay|suffer|regret|never|lose|wish|hell|sorry|"
        r"disappear|gone)",
        r"(?:i|we) (?:know|have) (?:a lot of |plenty of |some |a few |many )(?:people|"
        r"friends|guys|lawyers|journalists|police)(?= who| in| at| that| everywhere|"
        r"[.,!])",
        r"(?:keep|stay) (?:your )?(?:quiet|silent|mouth shut)(?: \w{1,6})? or|(?:back|"
        r"stand) (?:off|down) (?:or|before|while)",
        r"you(?:'ve| have) (?:been|had) (?:your |the )?(?:only |last |"
        r"final )?(?:warned|warning)s?[.!,:]? (?:next|now|the next|there|this)",
        r"(?:the )?next time (?:i|we)(?:'ll| will| won't)|next time (?:it|this|there|"
        r"you)(?:'ll| will| won't|'re| are) (?:be worse|hurt|not be|be very|"
        r"be a different|gone|regret|be sorry|pay)",
        r"(?:break|smash|burn|cut|slash|crush)(?: \w{1,9})? your (?:legs?|arms?|bones|"
        r"face|teeth|neck|fingers|car|house|shop|windows?|tyres|tires|phone)",
        r"(?:punch|slap|hit|beat|strangle|choke|stab|shoot|smack|whip) (?:you|your|u|"
        r"him|her)(?= |[.!,]|$)(?! record| to it| up a)",
        r"(?:sleep|rest) (?:well|tight|easy)[,.]? (?:while you|if you|"
        r"tonight, because|knowing)",
        r"(?:see|find|meet) you (?:at|in|outside) (?:your|court|the parking|"
        r"the car park|hell|front of a judge)(?: house| home| door| office| place|"
        r" work)?(?=\s*[.!,]|\s*$| lot)",
        r"or else(?=\s*(?:[.!?…,]|$))",
        r"you(?:'d| had)? better (?:watch|be careful|think twice|hide|behave|not|pray|"
        r"run|hope|shut)",
        r"you(?:'ll| will| are going to|'re gonna| gonna|'re going to) (?:pay(?: dearly)? for "
        r"(?:it|this|that|what)|suffer|wish you|be begging|cry|lose everything|"
        r"see what i)(?! (?:pump|more)\b)",
        rf"{_WE} {_HURT}",
        r"(?:destroy|ruin|break|wreck) your (?:reputation|name|business|career|life|"
        r"company|legs?|neck|face|nose)",
        r"tell your (?:boss|employer|wife|husband|family|company|colleagues|customers|"
        r"landlord)",
        rf"your {_LOOKED_UP_TO} (?:hears?|will hear|will know|finds? out|would love|"
        rf"will love|learn(?:s|ed)"
        r"|found out|heard|knew|might like|may like|should know|sees|saw|"
        r"gets? a (?:call|letter|copy))",
        rf"i (?:have|know|got|found) your {_LOOKED_UP_TO}(?:'s)?",
        rf"{_WE} (?:\w{{1,9}} )?(?:post|publish|share|leak|release|spread) your {_PRIVATE}",
        rf"or {_WE} (?:just |simply )?{_PUNISHED}(?! (?:to you|sure (?:it|you get)))",
        r"(?:delete|remove|take down|withdraw|change|edit) (?:the|that|your|this) "
        r"(?:review|rating|complaint|comment|post)s?(?: \w{1,12}){0,4},? (?:or|unless|"
        r"before) (?:i|we|you|your|my)",
        rf"(?:one more|another|a single) (?:\w{{1,12}} ){{1,5}}and (?:i|we|you|"
        rf"it)(?:'ll|'re|'s| will| are)?"
        rf" (?:{_PUNISHED}|swear|gone|done|out|regret|over|be out|be gone|be sorry|lose|never)",
        rf"(?:again|once more|one more time),? and (?:i|we)(?:'ll|"
        rf" will) (?:{_PUNISHED}|{_HURT}|have)",
        r"(?:be|is|what) (?:such )?a (?:shame|pity) (?:if (?:your|anything|something|"
        r"that|word|it got|the"
        r" (?:tax|police|wrong))|about (?:that|your) (?:little|nice|lovely))",
        r"(?:let's|we'll|let us|wait and) see how (?:brave|funny|tough|loud|clever|"
        r"smart|big|long|much"
        r"|you like)",
        r"(?:keep|carry|go) (?:it |this |that |on |going |talking |pushing |posting |up )+"
        r"[ .,!…]{0,2}(?:and |then )?(?:you'll )?(?:see|watch|find out)",
        r"i(?:'ve| have) been (?:very |too |more than )?(?:nice|patient|polite|kind|"
        r"good) (?:so far|until|up to|long)",
        r"make (?:your|ur) (?:week|day|days|life|weekend|summer) (?:very |really |so )?"
        r"(?:interesting|hell|miserable|difficult|hard|unpleasant|a misery|complicated)",
        r"(?:can|could|will|'ll) make (?:it|this|things) (?:very |really |so )?"
        r"(?:ugly|nasty|unpleasant|uncomfortable|painful|difficult|public)(?: for you)?",
        r"(?:end|go|turn out|finish|get|gets|be|become) (?:very |really |so |quite |"
        r"extremely )?"
        r"(?:badly|ugly|nasty|unpleasant|painful|uncomfortable|expensive|"
        r"dangerous) for (?:you|u)",
        r"(?:not|won't|never) end well for you",
        r"(?:lawyer|attorney|police|cops|bailiff|sheriff|"
        r"debt collector)s?(?: \w{1,8}){0,4} (?:rings?|knocks?|"
        r"at|is at|are at|shows? up|comes? to)(?: on| at)? your",
        r"(?:hold|holding|held) (?:them|him|the guys|the boys|everyone) (?:off|back)(?: you)?",
        r"one (?:phone )?call (?:from|to|by) (?:me|us|your|the|"
        r"my)(?: \w{1,9}){0,3} (?:and|is all)",
        r"your (?:little )?(?:shop|store|business|career|job|reputation|"
        r"company) (?:is|will be|would be) "
        r"(?:finished|history|toast|done for|over|dead|gone)",
        r"make sure (?:that )?(?:no (?:store|shop|one|body|company|employer|group|"
        r"seller|platform|customer)|"
        r"nobody|your (?:boss|employer|company|wife|husband|name)|you never|you(?:'ll|"
        r" will) never|you lose)",
        r"make sure (?:that )?(?:every\w*|the next|all|the whole|the entire|"
        r"other)(?: \w{1,9}){0,3} "
        r"(?:knows?|hears?|sees?|learns?|reads?) (?:what|who|about you|of you|"
        r"about this|it|exactly)",
        r"(?:and|then|see) what i do (?:with|to|next)",
        r"(?:want|like) (?:this|it|things) to get (?:ugly|nasty|messy|personal)",
        r"i(?:'m| am) not (?:responsible|liable) for what",
        r"i(?:'d| would) (?:be|stay) (?:very |really |extra )?careful,? if i",
        r"(?:be|so) (?:very |really )?careful what you (?:say|post|write|wish)",
        r"small (?:town|industry|market|city|business)[,.]? (?:people|word|everyone|"
        r"everybody|and i)",
        r"(?:i'd be|were you|if i were you)[^.!?]{0,40}[.!?] small (?:town|world)",
        r"try me(?=\s*[.!,]|\s*$)",
        r"(?:^|[.!?…] )(?:and |then |just )?(?:see|"
        r"watch) what happens(?: next)?(?=\s*[.!?…]|\s*$)",
        r"(?:this|it|things)(?:'ll| will| could| can| may| might| is going to|"
        r"'s gonna) (?:get|turn) (?:\w+ )?(?:ugly|nasty)",
        r"(?:i|we)(?:'ll| will)(?: be)? (?:wait|waiting|stand|"
        r"standing) (?:for you )?(?:outside|in front of) your",
        r"say goodbye to your (?:account|job|deposit|membership|business|reputation|"
        r"career|warranty)",
        r"(?:before|until) (?:i|we) (?:kick|ban|throw|lose it|do something|make you|"
        r"come|get really|call your)",
        r"you(?:'re| are) (?:out|done|finished|toast|history|a dead man|"
        r"so dead)(?=\s*[.!]|\s*$)",
        r"(?:last|final) (?:chance|warning|time)[,.!]? (?:before i|or i|buddy|pal|"
        r"mate|friend|then i|don't)",
        r"you(?:'ll| will) (?:never|not) (?:see|get) your (?:deposit|money|refund|"
        r"parcel|account)",
        r"forget (?:about )?your (?:deposit|refund|warranty|money)(?=\s*[.!]|\s*$)",
        r"just (?:you )?wait(?:,| until i| till i| and see what|\s*[.!]|\s*$)",
    ),
    spared=Patterns(
        *SPARED.sources,
        r"tax office (?:form|number|id|needs|requires|letter)|(?:a|your|my|his|"
        r"their) revenge|revenge of|payback (?:period|time of|on)|slip out of|"
        r"could leak (?:water|oil|if|from|when)|might leak (?:water|oil|if|from)",
        r"(?:lost|losing) your job(?:,| and| is| last| must| i'm)|"
        r"would hate to see you (?:go|leave|miss)|hate for you to|"
        r"what we can do(?: for| to help| about| here|\.|,|\?| and| is)|"
        r"and what we can do|i never forget (?:a birthday|to|how)|"
        r"i don't forget (?:to|that|birthdays)",
        r"(?:punch|hit|beat) you(?:r)? (?:record|card|goal|own|personal|to)|"
        r"you have kids(?:,| who|\?| at|'s)? ?(?:come|welcome|bring|under|or)?|"
        r"what you deserve|don't let me (?:forget|keep you)",
        r"i(?:'ll| will) remember your (?:birthday|name|kind|help|order|advice)|"
        r"i have your address(?:,| and| now|:| here)? (?:thank|so|for the|already|"
        r"correct)|thanks?[^.!?]{0,20}have your address|things get lost in translation",
        r"if you want (?:your|to) (?:money|refund|deposit) back,? (?:just|please|"
        r"simply|you can|send|fill|write|we)|next time (?:i|we)(?:'ll| will) (?:ask|"
        r"check|tell|write|bring|know|do better|answer|reply|warn|call|put|send|let|"
        r"try|remember)",
        r"(?:do not|don't|didn't|not|never) know where (?:you|your).{0,12}",
        r"(?:see|watch) what happens (?:when|if|after|with the|to the|in the|"
        r"next (?:in|on|week|season))",
        r"(?:won't|not|never|will not) (?:regret|be sorry|get ugly|pay for)\w*",
        r"kicked out (?:by|of the (?:app|call|meeting|chat by|session|system))|got kicked out",
        r"for your own good (?:name|deeds)|it would be wise to (?:back up|save|keep|"
        r"book|order|update)",
        r"(?:i'd|i would|better) think twice (?:about buying|before buying)",
        r"nice little shop (?:in|on|at|near|around)|watch yourself (?:on|in)",
        r"name and shame(?:d)? (?:posts?|lists?|is not|isn't)",
    ),
)
