# SPDX-License-Identifier: MIT
"""What a good English message has, as the courtesy check knows it, and words that make it warm."""

from typing import Final

from groupdesk.domain.courtesy_terms import CourtesyCode, Patterns, Terms, listed

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sep(?:tember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)

_POSTED = (
    r"(?:posted|shared|sent|wrote|written|mentioned|used|called|added|invited|forwarded|"
    r"published|uploaded|"
    r"edited|tagged|named|asked|replied|commented|said|told|offered|advertised|promoted|"
    r"linked|copied|"
    r"pasted|quoted|showed|revealed|gave|put|brought|started|repeated|insulted|interrupted|pinged|"
    r"screenshotted|recorded|sold|collected|broke|left|missed|ignored|deleted|changed|"
    r"joined|swore|shouted)"
)

_THING = (
    r"(?:posts?|messages?|comments?|links?|photos?|pictures?|videos?|repl(?:y|ies)|"
    r"reviews?|words|polls?|"
    r"threads?|stor(?:y|ies)|screenshots?|invoices?|files?|adverts?|ads?|jokes?|memes?|stickers?|"
    r"images?|recordings?|voice messages?|questions? (?:from|of|at)|answers?|account|offer|flyer|"
    r"listing|question|petition|survey|promo|code)"
)

_DO = (
    r"(?:take|move|keep|post|put|send|use|try|describe|write|delete|remove|leave|blur|crop|repost|"
    r"rephrase|edit|check|share|come|drop|pick|grab|bring|start|open|swap|replace|stick|park|save|"
    r"read|have a look|wait|cover|hide|mute|add|turn|switch|upload|join|go|fill|choose|"
    r"contact|enter|follow|type)"
)

_NOT_ABOUT_IT = (
    r"(?:if|when|once|whether|unless|until|before|after|how|what|where|whatever|as|than|that|would|"
    r"could|can|may|do|did|have|should)"
)

_NAME = (
    r"(?!(?:The|This|That|These|Those|There|Here|Your|You|It|We|He|She|They|What|Which|"
    r"Who|How|Why|Rules?|"
    r"Nobody|Everyone|Everybody|Please|Our|My|If|When|And|But|So|Hi|Hello|Hey|Dear|Thanks|Parents|"
    r"Members|People|Some|Most|All|One|Two|Three|Both|Posting|Posts|Links|Only|Then|Not|"
    r"No|Yes|Doors|"
    r"Stickers|Customers|Refunds?|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|"
    r"February|March|April|May|June|July|August|September|October|November|December|Today|"
    r"Tomorrow)\b)"
    r"(?:(?:Mr|Mrs|Ms|Mx|Dr|Miss)\.? )?[A-Z][a-z'-]{1,20}(?: [A-Z][a-z'-]{1,20})?"
)

NAMED_HELPER: Final = Patterns(
    rf"{_NAME}(?:,? (?:who|from|in|at|on|of|over at) [\w# ]{{2,24}},?)? (?:can|could|will|"
    rf"would be (?:glad|happy)|"
    r"is (?:around|happy|glad|there|on|free|available|the|your|in charge|reachable|"
    r"responsible|here)|looks "
    r"(?:after|at|into)|answers?|decides?|hears|handles|takes|knows|helps|reviews|deals with|sorts|"
    r"checks|has been through)(?! not\b| never\b| be back)",
    r"(?<!n't )(?<!not )(?<!you )(?<!stop )(?<!to )(?:[Pp]ing|[Aa]sk|[Cc]all|[Cc]ontact|"
    r"[Mm]essage|DM|dm|"
    r"[Ee]?-?[Mm]ail|[Pp]hone|[Ss]ee|[Ff]ind|[Tt]ell|[Ww]rite to|[Tt]alk to|[Ss]peak (?:to|with)|"
    r"[Rr]each(?: out to)?|[Tt]urn to|[Aa]ppeal to|[Oo]bject to|[Gg]o to|goes to|via|through) "
    rf"(?:our \w{{2,12}} |the \w{{2,12}},? )?{_NAME}",
    rf"(?:to|with|from) {_NAME}(?: \(|, (?:who|she|he))",
)
"""Somebody who helps is named with a capital letter: matched with the capitals kept."""

FULFILLED: Final = {
    CourtesyCode.GREETING_OR_THANKS: Terms(
        words=listed(
            "hello|hi|hey|dear|good morning|good afternoon|good evening|good day|"
            "thank you|thanks|thank|"
            "thx|appreciate|appreciated|grateful|welcome|kind regards|greetings|hiya|evening all|"
            "morning all|cheers"
        ),
        patterns=Patterns(
            r"^(?:morning|evening|afternoon)[,! ]",
            r"hope (?:you(?:'re| are)|this finds|all is|you had)",
        ),
    ),
    CourtesyCode.NAMES_BEHAVIOUR: Terms(
        words=listed(
            "happened on|of what happened|because of|the reason|for this reason|"
            "this is why|taken down|"
            "was removed|were removed|have been removed|was hidden|were hidden"
        ),
        patterns=Patterns(
            rf"(?<!if )(?<!when )(?<!once )(?<!before )(?<!what )(?<!that )(?<!anythin"
            rf"g )you(?:'ve| have|r account)?"
            rf"(?: (?:also|just|again|twice|publicly|recently|already))? {_POSTED}",
            rf"your (?:\w{{1,14}} ){{0,2}}{_THING}",
            rf"(?:of|in|on|by) your {_THING}|one of yours",
            rf"(?:the|that|this|these|those) (?:\w{{1,14}} ){{0,2}}{_THING} (?:from|"
            rf"at|on|of|you|in|with|under|has|had|"
            r"was|were|made|named|shows?|showed|about|goes|went|contains?|breaks?|broke)",
            r"(?:your|that was|this was|this is) (?:post|message|ad|offer|link) number",
            r"(?:post|message|ad|offer|link|reminder) number (?:\w{1,10})",
            r"you were (?:warned|asked|told|reminded|muted|reported)",
            rf"(?:on|of) \d{{1,2}}(?:st|nd|rd|th)? {_MONTH}",
            r"(?:\w{1,10} )?(?:posted|shared|sent|uploaded|edited) (?:it |this |that |"
            r"the |a |an )?"
            r"(?:\w{1,12} )?(?:in|to|at|on|twice|again)",
            r"(?:posts|messages|comments) (?:were|was|have|had|about|with|from|in)",
            r"saw (?:you|your)|noticed (?:you|your|that you)|i read your",
            r"because (?:you|your|the|it|of|this|several|two|three)",
        ),
        spared=Patterns(
            r"have a question|your question is|thanks for your (?:message|question|reply)"
        ),
    ),
    CourtesyCode.NAMES_RULE: Terms(
        words=listed(
            "rule|rules|guideline|guidelines|rulebook|group notice|house rules|code of conduct|"
            "community standards|terms of use|policy|policies"
        ),
        spared=Patterns(
            r"every (?:single )?rule|the rules don't|as a rule|rule of thumb|"
            r"rules? (?:is|are) rules?|golden rule|rule out|every (?:single )?rule"
        ),
    ),
    CourtesyCode.SUGGESTS_BETTER: Terms(
        words=listed(
            "could you|would you|would you mind|may i ask you to|instead|rather than|"
            "feel free|let's|"
            "i suggest|we suggest|i'd suggest|i'd recommend|how about|what about|why not|"
            "you are welcome to|you're welcome to|you may|you can|is fine with me|is fine|are fine|"
            "belongs in|belongs to|belong in|fits better|fit better|the place for|"
            "is the right place|"
            "i'd be glad if|i'd love to|we'd love to|i'd like you to|i'd ask you|i must ask you|"
            "it would help|would be great if|next time|try to|mind making|mind moving|mind taking|"
            "mind if|can we speak|can we talk|you might|you could|could we|why don't you|"
            "you're free to|you are free to|"
            "we'd rather|i'd rather you|i'd prefer|we'd prefer|i'd ask|i'll ask you to|"
            "it'd be great|it would be good|"
            "works better|better suited|better place|right place|is where|would suit|"
            "worth a try|worth trying|once you've|"
            "as soon as you|i'd be happy if|i'd appreciate"
        ),
        patterns=Patterns(
            r"please (?!don't|do not|never|stop|note|know|be aware|forgive|accept|understand)",
            rf"(?:^|[.!?;:,–—-] |\n)(?:so |just |then |and |simply )?{_DO} (?!is|was|"
            rf"your turn|me\b|care)\w+",
            r"mind \w{3,}ing|(?:rather|better) (?:to|in|as|ask|post|put)",
        ),
        spared=Patterns(
            r"(?:let's see|you may object|you can object|you may appeal|"
            r"you can appeal|you may think|"
            r"you can see|you can make|you can forget|as you can|you can always reach|"
            r"instead of you|have a look at (?:it|this) now|"
            r"would you believe|could you be|can you not)",
            r"could you (?:really|possibly|not|even|ever|be)\b",
        ),
    ),
    CourtesyCode.SAYS_WHO_HELPS: Terms(
        words=listed(
            "contact|reach me|reach us|reach out|reach him|reach her|ask me|tell me|let me know|"
            "message me|send me|call me|reply to me|write to me|come to me|ping me|drop me|dm me|"
            "get in touch|glad to help|happy to help|help you|hotline|help desk|helpdesk|"
            "customer service|support team|our support|any questions|if you have questions|"
            "questions? go to|appeals|appeal to|object to|ombudsman|speak to me|talk to me|"
            "our moderator|answer to|at your disposal|give me a shout|give us a shout|"
            "drop me a line|drop us a line|"
            "just shout|my door is|our door is|talk it through|talk it over|"
            "walk you through|i'm here if|"
            "we're here if|i'm here for|here to help|just reply|reply here|reply to this|"
            "second pair of eyes|"
            "get hold of|looks after appeals|takes appeals|decides on appeals|"
            "hears appeals|if anything is unclear|"
            "if something is unclear|if you get stuck|if you're stuck|if you're unsure|"
            "if in doubt|when in doubt"
        ),
        patterns=Patterns(
            r"(?:write|talk|speak|turn|reach out|go|appeal|complain|report|send it|"
            r"email|object) to "
            r"(?!the group|the chat|a wall|people|him|her|them|you|this)\w+",
            r"(?:she|he|they) (?:can|will|'ll|is happy to|is glad to|"
            r"'d be happy to) (?:\w{1,8} )?"
            r"(?:help|explain|answer|decide|sort|hear|reserve|tell|review|assist|show)",
            r"(?:mrs?|ms|dr|miss|mx)\.? \w{2,20} (?:hears|decides|reviews|can|will|"
            r"looks|answers|is happy|handles|takes)",
            r"(?:questions|doubts|objections|complaints|trouble|unsure|disagree|"
            r"not sure|stuck)[?,:]? (?:\w{1,10} ){0,3}"
            r"(?:ask|write|is|are|go|goes|call|ping|contact|talk|can|will|helps|knows|"
            r"answers|dm|via)",
            r"(?:hears|handles|takes|decides on|reviews) (?:the )?(?:objections|"
            r"appeals|complaints|questions)",
            r"(?:rather|prefer to|want to|like to) (?:speak|talk|"
            r"write)(?: \w{2,10})? (?:to|with) (?:some|another|a )",
            r"(?:ping|ask|message|tell|call|email|dm) (?:him|her|them)(?= if| about|"
            r" when| for|[,.])|(?:decides|decide), not me|knows it inside out",
        ),
        spared=Patterns(
            r"(?:don't|do not|never|stop|not|please don't) (?:call|contact|message|"
            r"write to|tell|help|dm|ping|"
            r"send) ?\w*|tell me (?:why|how|what|again|more)|tell me about|"
            r"send me the|answer to (?:the|this|that)"
        ),
    ),
}

KIND_WORDS: Final = Terms(
    words=listed(
        "thank you|thanks|appreciate|helpful|help|helped|kind|welcome|congratulations|great|"
        "wonderful|glad|happy|lovely|support|love|patient|generous|reliable|friendly|lucky to have"
    )
)
"""Words that make a warm sentence of one with "always" or three exclamation marks in it."""

JOY: Final = Terms(
    words=listed(
        "congratulations|congrats|happy birthday|birthday|yay|woohoo|hooray|hurray|yes!|"
        "wow|thank you|thanks|"
        "celebrate|winner|winners|won|restock|restocked|live|launch|launched|sold out|"
        "sale|cake|party|"
        "awesome|amazing|fantastic|wonderful|brilliant|lovely|love|great|beautiful|best|enjoy|"
        "welcome|good luck|go team|we did it|we made it|made it|proud of|excited|"
        "can't wait|see you|"
        "merry christmas|happy new year|finally|haha|hahaha|lol|omg|new|free|giveaway|open|opening|"
        "tonight|tomorrow|goal|champions|twins|baby|wedding|delicious|gorgeous|"
        "what a night|what a day"
    )
)
"""Words of joy: a row of exclamation marks beside them is no shouting."""
