# SPDX-License-Identifier: MIT
"""English words of the courtesy check.

Strong words count wherever they stand. Milder ones (fool, liar, stupid) count only when they are
said of the reader: a message may have to speak of lies or rubbish.
"""

import re
from typing import Final

from groupdesk.domain.courtesy_terms import CourtesyCode, Terms, listed

_STRONG = listed(
    "idiot|idiots|idiotic|moron|morons|moronic|imbecile|imbeciles|dumbass|dumbasses|dimwit|halfwit|"
    "nitwit|retard|retards|retarded|asshole|assholes|arsehole|arseholes|bastard|bastards|bitch|bitches|"
    "bitchy|bitching|cunt|cunts|dickhead|dickheads|prick|pricks|wanker|wankers|tosser|twat|twats|fuck|"
    "fucks|fucked|fucker|fuckers|fucking|fuckin|motherfucker|motherfuckers|shit|shits|shitty|shite|"
    "bullshit|bullshitter|crap|crappy|scumbag|scumbags|douchebag|douchebags|jackass|jackasses|stfu|gtfo|"
    "wtf|slut|sluts|whore|whores"
)

_PHRASES = listed(
    "piss off|pissed off with you|shut up|shut your mouth|shut it|get lost|go to hell|screw you|"
    "drop dead|shame on you|ashamed of yourself|ashamed of yourselves|grow up|you people|"
    "people like you|nobody asked you|no one asked you|nobody cares|no one cares|stop whining|"
    "quit whining|stop moaning|what the hell|the hell is|bloody fool|go away|get a life|"
    "what is wrong with you|what's wrong with you|sick of you|who do you think you are|"
    "waste of space|how dare you|hell is wrong"
)

_ADJECTIVE = (
    "stupid|dumb|ignorant|pathetic|disgusting|incompetent|useless|worthless|lazy|rude|selfish|"
    "childish|brainless|hopeless|ridiculous|clueless|illiterate|shameless|insane|crazy|thick|"
    "despicable|dishonest|disgraceful|laughable|mindless|toxic|sick|blind|deaf"
)
_NOUN = (
    "liars?|cheats?|fools?|clowns?|jerks?|losers?|trolls?|spammers?|scammers?|parasites?|"
    "disgrace|embarrassment|thief|thieves|pigs?|rats?|cowards?|creeps?|nobody|leech(?:es)?|"
    "nuisance|pest|brat|snake|fraud|crook|dummy|freak|joke|trash|garbage|rubbish|vermin"
)
_FILLER = (
    "an?|the|such|so|really|just|nothing|but|very|too|total|complete|absolute|utter|utterly|"
    "little|bunch|of|being|most|simply|clearly|obviously|bloody|stupid|dumb|lazy|selfish|common"
)
_YOU_ARE = r"you(?:'re|r| are| were| all are| guys are| lot are| lot| all)?"

INSULT: Final = Terms(
    words=(*_STRONG, *_PHRASES),
    patterns=tuple(
        re.compile(pattern)
        for pattern in (
            rf"{_YOU_ARE}(?: (?:{_FILLER})){{0,5}} (?:{_ADJECTIVE}|{_NOUN})",
            rf"your (?:own )?(?:(?:{_ADJECTIVE}) \w{{1,20}}|garbage|rubbish|nonsense|drivel|trash)",
            (
                r"your \w{1,20} (?:is|are|was) (?:so |really |just |simply |absolutely )?"
                rf"(?:{_ADJECTIVE}|a joke|a disgrace)"
            ),
            (
                r"your (?:english|writing|spelling|grammar|manners|attitude|behaviou?r|character) "
                r"(?:is|are) (?:terrible|awful|horrible|appalling|bad)"
            ),
            rf"(?:are|were) you (?:really |that |so |just )?(?:{_ADJECTIVE})",
            rf"(?:such|be|being) an? (?:(?:{_ADJECTIVE}) )?(?:{_NOUN})",
            rf"how (?:{_ADJECTIVE}) (?:can|could|are|do|must)",
            rf"what an? (?:total |complete )?(?:{_ADJECTIVE}|{_NOUN})",
            rf", (?:you )?(?:{_ADJECTIVE} )?(?:{_NOUN})(?=\s*[.!?,]|\s*$)",
            rf"hey,? (?:you )?(?:stupid|dumb|{_NOUN})",
            rf"^(?:you )?(?:stupid|dumb|pathetic|disgusting|{_NOUN})\s*[.!]",
        )
    ),
    spared=(
        re.compile(
            r"sick leave|blind spot|trash can|garbage collect\w*|rubbish bin|rubbish coll\w*"
        ),
        re.compile(r"grow up (?:with|in|to|and|near)|growing up"),
    ),
)

MASKED: Final = tuple(word for word in (*_STRONG, "stupid", "loser", "liar") if len(word) > 3)
"""Words that are recognised behind stars and digits too: f*ck, sh1t, a$$hole."""

THREAT: Final = Terms(
    words=listed(
        "you'll regret|you will regret|live to regret|you'll be sorry|you will be sorry|"
        "watch your back|make you pay|you're dead|you are dead|see you in court|"
        "you won't like what|you will not like what|you'd better be careful|"
        "face the consequences|suffer the consequences|there will be consequences|"
        "mess with us|mess with me|messing with us|messing with me|name and shame|hunt you down|"
        "get rid of you|beat you up|come after you|coming after you|coming for you|"
        "make your life hell|make your life miserable|throw you out|kick you out|kicked out|"
        "you have been warned|you've been warned|pay the price|don't push me|don't test me|"
        "do not test me|don't try me|don't provoke me|don't make me|teach you a lesson|"
        "everyone will know what you|everybody will know what you|we will find you"
    ),
    patterns=tuple(
        re.compile(pattern)
        for pattern in (
            r"or else(?=\s*(?:[.!?…,]|$))",
            r"know(?:s)? where you(?:'re| are| live| work| and| stay| park)?(?: live| work)?",
            r"you(?:'d| had)? better (?:watch|be careful|think twice|hide|behave|not)",
            r"you(?:'ll| will| are going to) pay(?: dearly)? for (?:it|this|that|what)",
            (
                r"i(?:'ll| will|'m going to| am going to) (?:personally )?"
                r"(?:destroy|ruin|crush|end|finish|hurt|kill|expose|break|sue|bury|get) you"
            ),
            r"(?:destroy|ruin) your (?:reputation|name|business|career|life|company)",
            r"tell your (?:boss|employer|wife|husband|family|company|colleagues|customers)",
            (
                r"your (?:boss|employer|wife|husband|company|colleagues) "
                r"(?:hears?|will hear|will know|finds? out|knows?|will love)"
            ),
            (
                r"(?:i|we)(?:'ll| will| am going to|'m going to) "
                r"(?:post|publish|share|leak|release) your (?:private |personal )?"
                r"(?:messages?|chats?|number|address|photos?|name|details|data)"
            ),
            r"try me(?=\s*[.!,]|\s*$)",
            r"(?:before|until) i (?:kick|ban|throw)",
            r"or (?:i|we)(?:'ll| will) (?:kick|ban|block|throw|report)",
            r"you(?:'re| are) (?:out|done|finished|toast)(?=\s*[.!]|\s*$)",
        )
    ),
    spared=(re.compile(r"do not know where you\w*|don't know where you\w*"),),
)

SARCASM: Final = Terms(
    words=listed(
        "thanks for nothing|nice try|yeah right|yeah, right|good luck with that|slow clap|"
        "too hard for you|too difficult for you|too much to ask|is it so hard|is it that hard|"
        "did you even read|can you even read|can you read|use your brain|grace us with|"
        "another genius|in case you can't read|surprise, surprise|who would have thought|"
        "what a genius|wow, what a surprise|oh great|oh, great|oh brilliant|oh, brilliant|"
        "oh wonderful|oh, wonderful|oh sure|oh, sure|oh look|bravo|as if you|big surprise|"
        "rules don't apply to you|rules do not apply to you|if you can read|"
        "for other people|learn to read|let me spell it out|aren't you clever"
    ),
    patterns=tuple(
        re.compile(pattern)
        for pattern in (
            (
                r"thank(?:s| you)(?: so much| a lot| very much)? for "
                r"(?:wasting|ruining|spoiling|ignoring|annoying|breaking|destroying|flooding|disturbing)"
            ),
            (
                r"congrat(?:s|ulations)[,!]? (?:genius|you(?:'ve| have)?(?: finally| again)?"
                r"(?: managed| succeeded| broke| broken| ruined| spoiled| failed)|"
                r"on (?:breaking|ruining|being the (?:first|only)|another))"
            ),
            r"well done,? (?:you(?:'ve| have)? (?:ruined|broken|broke|spoiled|managed)|genius)",
            r"great job (?:breaking|ruining|spoiling|annoying)",
            r"must be (?:really |so |very |too )?(?:hard|difficult) for you",
            r"yet another (?:advert|ad|link|spam|coupon|promotion|complaint)\w{0,12}",
            r"rules (?:obviously|clearly|apparently) (?:don't|do not)",
            r"(?:wow|oh),? (?:reading|another|how surprising|you again)",
            r"you must be (?:so|very) (?:proud|special|important)",
            r"(?:,|hey|ok|okay|sure) genius",
            r"use your (?:eyes|head) for once",
        )
    ),
    spared=(
        re.compile(r"for other people's"),
        re.compile(r"can you read (?:it|this|me|the|out|that)\b"),
    ),
)

ABSOLUTES: Final = Terms(
    words=listed(
        "every single time|all you ever do|all you do is|always the same with you|"
        "you people always|not once have you|you have not once|nothing but complain|"
        "nothing but trouble|do nothing but|does nothing but|nobody wants you|no one wants you|"
        "nobody likes you|no one likes you|nobody wants to read|no one wants to read"
    ),
    patterns=tuple(
        re.compile(pattern)
        for pattern in (
            (
                r"you(?:'re| are|'ve| have| just| simply)? (?:always|never|constantly|forever) "
                r"(?!welcome|free|able|know|need|have to|been so|mind|reach|ask|write|call|find)"
                r"\w{1,20}"
            ),
            (
                r"every time (?:you (?:post|write|open your|come|show|are here|say)|"
                r"i (?:look|check|see|open|log))"
            ),
            r"each time you (?:post|write|say)",
            (
                r"every(?:body|one)(?: here| in this group| else)?(?: is| has)?(?: already| so)?"
                r" (?:hates?|fed up|sick of|tired of|annoyed|had enough|laughs?)"
            ),
            r"the whole group (?:is|hates|has had)",
        )
    ),
)

FULFILLED: Final = {
    CourtesyCode.GREETING_OR_THANKS: Terms(
        words=listed(
            "hello|hi|hey|dear|good morning|good afternoon|good evening|thank you|thanks|thank|"
            "appreciate|appreciated|grateful|welcome|kind regards"
        )
    ),
    CourtesyCode.NAMES_BEHAVIOUR: Terms(
        words=listed(
            "you posted|you shared|you sent|you wrote|you mentioned|you used|you called|you added|"
            "you invited|you forwarded|you published|posted|your post|your posts|your message|"
            "your messages|your comment|your comments|your link|your photo|your video|your reply|"
            "the post|the link|the message|the photo|the screenshot|the screenshots|posts|"
            "messages|happened on|of what happened|because of|because|"
            "the reason|for this reason|this is why"
        )
    ),
    CourtesyCode.NAMES_RULE: Terms(
        words=(
            "rule",
            "rules",
            "guideline",
            "guidelines",
            "rulebook",
            "group notice",
            "house rules",
        ),
    ),
    CourtesyCode.SUGGESTS_BETTER: Terms(
        words=listed(
            "could you|would you|would you mind|may i ask you to|instead|feel free|let's|"
            "i suggest|we suggest|i'd suggest|you are welcome to|you're welcome to|you may|you can|"
            "belongs in|fits better|fit better|please|i'd be glad if|it would help"
        ),
    ),
    CourtesyCode.SAYS_WHO_HELPS: Terms(
        words=listed(
            "contact|reach|reach me|write to|ask me|tell me|let me know|message me|send me|call|"
            "call me|reply to me|get in touch|glad to help|happy to help|help you|will help|"
            "talk to|speak to|speak with|support|hotline|answer to"
        ),
    ),
}

KIND_WORDS: Final = Terms(
    words=listed(
        "thank you|thanks|appreciate|helpful|help|helped|kind|welcome|congratulations|great|"
        "wonderful|glad|happy|lovely|support|love|patient|generous|reliable|friendly"
    )
)
"""Words that make a warm sentence of one with "always" or three exclamation marks in it."""

ACRONYMS: Final = frozenset(
    listed(
        "API|ASAP|CSV|EULA|FAQ|GMBH|HTML|HTTP|HTTPS|HVAC|ISBN|JPEG|JSON|LED|NASA|NATO|OTC|PDF|PIN|PNG|"
        "QQ|README|RSVP|SDK|SKU|SLA|SMS|UEFI|URL|USA|USB|UTC|VAT|VIP|VPN|WECOM|WIFI|XLSX|XML|ZIP"
    )
)
