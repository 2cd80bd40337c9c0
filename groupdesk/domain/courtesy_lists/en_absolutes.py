# SPDX-License-Identifier: MIT
"""What generalises about a person in English, or speaks for everybody."""

from typing import Final

from groupdesk.domain.courtesy_terms import Patterns, Terms, listed

_SPOILT = (
    r"(?:hates? (?:your?|ur|it when you|this|that)|fed up|sick of|tired of|annoyed|"
    r"had enough|laughs?|laughing|thinks? (?:that )?(?:you|ur)|"
    r"wants? you (?:out|gone)|knows (?:that )?(?:you|what you)|agrees? that you|"
    r"complains? about you|"
    r"dislikes?|despises?|avoids?|ignores? you|mutes? you|rolls? (?:their|his|her) eyes|"
    r"groans?|dreads?|sees through you|is over you|suffers)"
)

ABSOLUTES: Final = Terms(
    words=listed(
        "here we go again|same old story|same old song|never ends with you|"
        "always something with you|always the victim|always an excuse|always some excuse|"
        "always excuses|never ever|in all these years|the only reason you|ask anyone here|"
        "ask anybody here|ask anyone in|they all say|they all think|they all hate|"
        "no wonder everyone|no wonder everybody|no wonder nobody|no wonder no one|"
        "no wonder you have no|everybody knows you|everyone knows you|"
        "everyone knows what you|everybody knows what you|anything right|everything wrong|"
        "anyone will tell you|anyone would tell you|not a single member|"
        "not a single person|not a single soul|never lifted a finger|never once|"
        "not even once|not one single|as usual, you|as always, you|once again you|"
        "yet again you|you again, of course|of course it's you|of course it is you|"
        "it's you again|same as ever|day after day|week after week|month after month|"
        "time and again you|at every turn|at every opportunity|every chance you get|"
        "any chance you get|with everyone you|nobody has ever|no one has ever|"
        "no other customer|no other member|all the time you|all you want is|"
        "all you care about|all you think about|all you know is|you of all people|"
        "a leopard never|once a troublemaker|never been any different|always been like|"
        "always been this|always like this|this is so typical|that's so typical|"
        "typical of you|so like you|just like you to|just like you always|"
        "all you ever do|all you do is|always the same with you|you people always|"
        "not once have you|not once did you|you have not once|you haven't once|never once|"
        "nothing but complain|nothing but trouble|nothing but a problem|nothing but problems|"
        "been nothing but|do nothing but|done nothing but|does nothing but|nobody wants you|"
        "no one wants you|nobody likes you|no one likes you|nobody wants to read|"
        "no one wants to read|"
        "nobody believes you|no one believes you|nobody trusts you|no one trusts you|"
        "nobody takes you seriously|no one takes you seriously|nobody respects you|"
        "nobody would miss you|no one would miss you|nobody will miss you|no one will miss you|"
        "nobody can stand you|no one can stand you|nobody is on your side|no one is on your side|"
        "nobody agrees with you|no one agrees with you|nobody reads your|no one reads your|"
        "not a single person here|not one person here|good enough for you|always about you|"
        "about you, always|always you who|it's always you|it is always you|always your fault|"
        "never your fault|never at fault|never anybody else|never anyone else|never happy with|"
        "never satisfied|never wrong, are you|always right, aren't you|always have to be right|"
        "always have to have the last|you never learn|you'll never learn|you will never learn|"
        "never change|you always will|and always will be|and always have been|you never will|"
        "without fail|"
        "you break every rule|break every single rule|broken every rule|the only thing you ever|"
        "the only thing you do|you only ever|you only care about|don't care about anyone|"
        "don't care about anybody|care about nobody|care about no one|think of nobody|"
        "only think of yourself|only think about yourself|everything you post|everything you write|"
        "everything you say|everything you touch|everything you do|everything that comes out|"
        "whatever you post|whatever you write|all your posts are|all of your posts are|"
        "you're all the same|you are all the same|you lot are all|your sort always|can't you ever|"
        "you can't ever|don't you ever|can you never|do you never|will you never|are you never|"
        "do you always have to|must you always|why do you always|why must you always|"
        "why are you always|why can you never|why can't you ever|why is it always you"
    ),
    patterns=Patterns(
        r"(?:nobody|no one|not one person|none of us|hardly anyone) (?:\w{2,9} )?(?:likes?|wants?|"
        r"reads?|"
        r"cares?(?: about)?|enjoys?|needs?|believes?|trusts?) (?:to (?:read|see|hear) )?(?:what|"
        r"anything|"
        r"a word|any of) you\b(?! should| have to| need| don't)|you do (?:this|that|"
        r"it) (?:all the time|every|constantly|always|"
        r"on purpose "
        r"every)",
        r"(?:the (?:whole|entire)|this whole) (?:group|chat|community|team|channel)(?: is|'s|"
        r" has)? "
        r"(?:\w{3,9} )?(?:against|tired|sick|fed up|annoyed|laughing|had enough|hates?|despises?|"
        r"ashamed)"
        r"\b|(?:we|they) all know (?:that )?(?:you|what you|how you|who)\b(?! can| will| mean)",
        r"(?:not|never|hasn't|has not)(?: been)? (?:a single|one|any) (?:day|week|month|hour|"
        r"thread|"
        r"discussion|weekend) (?:\w{2,9} ){0,2}(?:without (?:trouble|you\b|your|a |drama|insult|"
        r"complaint)|you (?:don't|didn't))",
        r"(?:and|you) never have(?=\s*[.!?,]|\s*$)",
        r"\b(?:you|you're|it's|your)\b[^.!?]{0,60}every single time|"
        r"every single time[^.!?]{0,20}\b(?:you|it's you)\b",
        r"you (?:\w{2,9} )?(?:ruin|spoil|destroy|break|twist|hijack|derail|"
        r"critici[sz]e|contradict|insult|annoy|offend|attack|blame|argue (?:with|"
        r"about)|complain about|fight (?:with|about|over)|disagree with|"
        r"find fault with|pick on|hate|mess up|turn|poison|ignore|"
        r"know) (?:every(?!one's)\w*|anything and|anyone and|all of us|each and|"
        r"any and all|everyone|nobody|no one)",
        r"every (?:single |last |damn )?(?:post|message|word|thread|sentence|comment|"
        r"question|call|contact|conversation|discussion|topic)(?: of yours| from you|"
        r" you (?:write|post|make|send|say|touch|join|start|enter)|,? you)(?= |\.|,)",
        r"(?:we|they)(?:'re| are|'ve| have) all (?:so |had |really |been |"
        r"just )?(?:sick|tired|fed up|enough|annoyed|done with|laughing|had it|"
        r"suffering)",
        r"with you,? (?:it's|it is|there's|there is|everything|nothing|every|"
        r"one)(?: \w{1,9}){0,3} (?:always|never|is|ever|problem|drama|after)",
        r"(?:always|forever|constantly|never|eternally) (?:an? |the |some |"
        r"any )?(?:excuses?|late|wrong|rude|negative|victim|drama|trouble|problems?|"
        r"complaints?|you|moaning|unhappy|satisfied|grateful|pleased|on time|prepared|"
        r"sorry|your turn to)(?=\s*[.!?,]|\s*$| with you)",
        r"(?:there(?:'s| is) )?(?:always|never) (?:some |any |"
        r"an? )?(?:\w{1,12} )?(?:with|from|because of) you(?=\s*[.!?,]|\s*$)",
        r"you only (?:ever )?(?:come|write|post|show up|appear|open|turn up|call|"
        r"contact|speak|talk|message)(?: \w{1,9}){0,3} (?:when|to|if|because)",
        r"(?:not|never) (?:a|one|any) (?:good|kind|nice|useful|friendly|polite|"
        r"decent) (?:word|post|thing|comment|message)(?: \w{1,6})? (?:from|out of|"
        r"by) you",
        r"you(?:'ve| have) (?:yet to|never yet|not yet) (?:said?|wr(?:ite|itten)|"
        r"do(?:ne)?|post(?:ed)?|help(?:ed)?|contribute|thank|show|read|learn|follow)",
        r"(?:since|in) (?:all )?(?:the|these|your|three|two|five|your whole|"
        r"the whole) (?:\w{1,6} )?(?:years?|months?|weeks?|time)(?: (?:you've been|"
        r"you have been|you were|here|of membership|with us))?,? you(?:'ve| have|"
        r" haven't)? (?:never|not|only|done nothing|always|brought)",
        r"(?:any|every)(?:body|one|thing|where) (?:but|except|other than|"
        r"apart from) you(?=\s*[.!?,]|\s*$| can| is| has| manages| gets)",
        r"(?:it|that)(?:'s| is| was) (?:just |simply |always |so )?(?:how|who|what|"
        r"the way) you (?:are|do|always|work|behave|operate)(?=\s*[.!?,]|\s*$)",
        r"(?:people|customers|members|folks|types) like you (?:always|never|all|"
        r"are all|only|just|simply|can't|don't|won't)",
        r"you(?:'ll| will) (?:always|never|forever) (?:be|remain|stay|understand|"
        r"change|learn|get|listen|stop|grow|fit|amount)(?! welcome| remembered| our|"
        r" missed| in our| a part)",
        r"(?:you|u) (?:can't|cannot|could never|never could|won't|don't|"
        r"aren't able to) ever |can't ever ",
        (
            r"(?:you|u)(?:'re| are|'ve| have| just| simply| really| lot| guys| people)? "
            r"(?:always|never|constantly|forever|perpetually|permanently|invariably|"
            r"continually|endlessly) "
            r"(?!welcome|free|able|know|need|have to|been so|mind|reach|ask|write|"
            r"call|find|too|wanted|get a|"
            r"receive|pay|want|dreamed|thought|heard|tried)\w{1,20}"
        ),
        r"you(?:'ve| have) (?:always|never|only ever) (?:been (?:a|an|nothing|the|"
        r"any)|done|contributed|said|helped|followed"
        r"|read|listened|cared|shown|understood|brought|posted|had any)",
        r"^(?:always|constantly|forever|never) (?:whining|complaining|moaning|posting|"
        r"late|arguing|"
        r"causing|the same|an? \w{1,12}|interrupting|spamming|asking|your|something)",
        (
            r"every time (?:you (?:post|write|open your|come|show|are here|say|join|"
            r"log|speak|reply)|"
            r"i (?:look|check|see|open|log)|(?:something|anything|there's|there is|it|"
            r"we)(?: \w{1,9}){1,4},? "
            r"(?:it's|it is|you're|you are|you))"
        ),
        r"each time you (?:post|write|say|open|join|reply)",
        r"when(?:ever)? (?:there's|there is|there are|something|anything)(?: \w{1,9}){1,4},? "
        r"(?:it's|it is|you're|you are|you)(?: \w{1,9}){0,3}(?=\s*[.!?,]|\s*$| who)",
        r"wherever (?:there's|there is|you go|you (?:show|"
        r"turn) up)(?: \w{1,9}){0,3},? (?:it's|you're|there's|you)",
        (
            r"every(?:body|one)(?: here| in (?:this|the|here)(?: group| chat)?| else|"
            r" i (?:know|spoke to|talked to|asked))?"
            rf"(?: is| has| are| can| just| would)?(?: already| so| totally| simply|"
            rf" really)? {_SPOILT}"
        ),
        rf"(?:the |this )?(?:whole|entire) (?:group|chat|team|community|town|"
        rf"internet)(?: is| has)?(?: already)? {_SPOILT}",
        rf"(?:all of us|we all|half the group|the others|all the others|all members|"
        rf"everybody)(?: here)?(?: are| have|'re|'ve)? {_SPOILT}",
        r"we all know (?:what|who|that|how|why) you",
        r"(?:nobody|no one|not one person|not a soul|no human|none of us)(?: here|"
        r" in this group| in here| on earth|"
        r" in the world| alive| with a brain)?(?: actually| really| even| ever)? "
        r"(?:wants? you(?! to)|likes? (?:you|ur)|wants? to (?:hear|see|read|talk|"
        r"deal)|is interested in (?:you|what you)|"
        r"believes|trusts|respects|misses|cares what|cares about you|listens to|"
        r"can stand|needs you(?! to)|"
        r"takes? you|enjoys? your|reads your|laughs at your)",
        r"(?:can't|cannot|couldn't) (?:even )?(?:go|last|manage|survive) (?:a|one|"
        r"a single|five|ten|two|24) "
        r"(?:single )?(?:day|week|hour|minute|minutes|hours) without",
        r"(?:simply|just|obviously|clearly|apparently) (?:cannot|can't|can not|won't|"
        r"will not|refuse to) (?:follow|behave|stop|"
        r"help yourself|answer|respect|listen|read|keep|accept|understand|learn|let)",
        r"\byou\b[^.!?]{0,40} (?:over and over|again and again|time and again|time after time)",
        r"you keep (?:on )?(?:doing|ignoring|breaking|spamming|causing|starting|lying|"
        r"making|coming|insulting|attacking|"
        r"complaining|arguing|disrespecting|pushing|posting the same|repeating)",
        r"not (?:a single|one)(?: one)? of (?:your|you)(?:r)? ?\w*",
        r"none of your (?:posts?|messages?|comments?|questions?|"
        r"contributions?) (?:has|have|is|was|were|are|ever)",
        r"(?:(?:again|always|each week|every week|each day|every day|as always|"
        r"as usual|once again|and)[,:]? )"
        r"it's you(?=\s*[,.!?]|\s*$| again| who| every)",
        r"nothing(?: is|'s| was)? ever (?:good|right|enough|your fault)",
        r"nothing you (?:say|post|write|do|have)(?: \w{1,9}){0,2} (?:is|has|was|makes|"
        r"helps|ever)",
        r"(?:since|ever since|from) (?:you joined|day one|the day you joined|"
        r"the first day),? (?:you|it's been|there's been|nothing)",
        r"(?:the only one|only person|the one person|the only member)(?: here|"
        r" in this group)? (?:who|that) "
        r"(?:can't|doesn't|cannot|always|never|complains|ever|won't|has a problem|"
        r"keeps|refuses|still)",
        r"every(?:one|body) else (?:manages|can|understands|gets it|gets along|knows|"
        r"follows|reads|behaves)",
        r"(?:nobody|no one) else (?:has|does|needs|complains|behaves|manages|makes|"
        r"causes|posts)(?= (?:this|that|so|such|problems|trouble)|[.!]|$)",
        r"(?:typical|so typical|typically) (?:you|of you|\w{1,12} behaviou?r)(?=\s*[.,!]|\s*$)",
        r"(?:customers|members|people|buyers|clients) like you (?:are|always|never|"
        r"all|only|ruin)",
        r"day (?:in,? day out|after day),? (?:you|it's you|the same)",
        r"\b(?:you|your)\b[^.!?]{0,40}every (?:single )?(?:damn |bloody |"
        r"fucking )(?:day|time|week|post)",
    ),
    spared=Patterns(
        r"here we go again[!,.]? (?:with|new|our|the|friday|sale|week)|"
        r"(?:day after day|week after week)[^.!?]{0,30}(?:thank|use|works)|"
        r"(?:all you want is|all you care about) (?:covered|included)|"
        r"do(?:es)?n't do anything right (?:now|away)",
        r"anything right (?:now|away)|everything wrong(?:ly)? (?:delivered|labelled|"
        r"printed)|no other (?:customer|member) (?:data|is affected|can see|sees|"
        r"will see)|never ever (?:share|ask|give|send|sell)",
        r"over and over(?: again)? (?:until|with|through|in the)|"
        r"test\w* \w+ over and over(?: again)?",
        r"good enough for you to|everything you (?:write|say|do) (?:is|"
        r"stays) (?:private|confidential|safe|saved|encrypted)",
        r"everything you (?:say|write|post) here (?:is|stays|can be)|"
        r"never change (?:your password|a running)",
        r"nobody wants you to\w*|no one wants you to\w*|whatever you (?:post|write) here stays",
        r"nobody likes you(?:r)? (?:less|being)|works without fail|never change(?:s|d)",
        r"not one of (?:your|our) (?:days|strengths)",
    ),
)
