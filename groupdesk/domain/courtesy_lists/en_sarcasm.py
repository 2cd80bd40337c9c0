# SPDX-License-Identifier: MIT
"""English mockery that the courtesy check knows: praise turned round, pity, drama."""

from typing import Final

from groupdesk.domain.courtesy_lists.en_sarcasm_forms import FORMS, SPARED
from groupdesk.domain.courtesy_terms import Patterns, Terms, listed

_WRONGDOING = (
    r"(?:wasting|ruining|spoiling|ignoring|annoying|breaking|destroying|flooding|"
    r"disturbing|spamming|"
    r"insulting|derailing|hijacking|interrupting|lecturing|gracing|enlightening|"
    r"sharing your wisdom)"
)

_NOBODY_WANTS = (
    r"(?:essay|novel|complaint|rant|links?|ads?|adverts?|advertisement|lecture|spam|"
    r"wall of text|expert|"
    r"genius|coupons?|codes?|promo|promotion|voice message|chain letter|conspiracy|sermon|referral|"
    r"self-promotion|manifesto|opinion|thread about|screenshot|chapter|episode|"
    r"masterpiece|pearl|gem)"
)

SARCASM: Final = Terms(
    words=listed(
        "bated breath|edge of my seat|edge of our seats|hardly contain|be still my|"
        "riveting|almost as if|funny how|strange how|curious how|missed the memo|"
        "missed the part where|did i miss the memo|did i miss the part|"
        "did i miss the election|don't recall asking|don't recall electing|"
        "don't remember asking|last time i checked|if only there were|if only there was|"
        "if only somebody had|if only someone had|if only we had written|if only we had a|"
        "who needs rules|who needs manners|who needs facts|who needs sleep|"
        "who needs to read|rules? what rules|what rules? oh|groundbreaking|"
        "earth-shattering|mind blown|mind = blown|plot twist|drumroll|drum roll|ta-da|"
        "life-changing insight|by yourself, did|all by yourself|silver platter|"
        "cherry on top|roll out the red|your wish is our|your wish is my command|"
        "yes, master|yes, boss|yes, your|aye aye|at your service, master|as you command|"
        "worked so well last time|went so well last time|so well last time|"
        "purely decorative|for decoration|just for show|deigned to|deign to|grace us|"
        "honour of your presence|honor of your presence|pleasure of your company again|"
        "some of us work|some of us have jobs|some of us can read|some of us have lives|"
        "some of us actually|some of us have better|took you long enough|only took you|"
        "wow, just wow|wow. just wow|give that man a|give this man a|give the man a|"
        "give that woman a|give the lady a|give this genius|ray of sunshine|"
        "quite the comedian|a real comedian|regular comedian|quite the poet|"
        "quite the detective|quite the expert|real charmer|quite the charmer|"
        "what a charmer|such a charmer|a real gem|a real treat|what a treat, another|"
        "your manners are legendary|legendary patience|so humble|ever so humble|"
        "ever so modest|such modesty|your modesty|your humility|no, really, please|"
        "no no, please|no, please, go on|please, go on|please, tell me more|"
        "please do go on|please continue, |so much drama|oscar-worthy|"
        "award-winning performance|what a performance|bravo, maestro|"
        "let me get this straight|let me play you|here's a thought|here is a thought|"
        "here's an idea|here is an idea:|crazy idea|wild idea|radical idea|novel idea|"
        "bold strategy|bold move|galaxy brain|10/10 for effort|gold star for|a for effort|"
        "participation trophy|well spotted|nothing gets past you|nothing escapes you|"
        "sharp as ever|quick as ever|that went well, didn't|works every time, doesn't|"
        "everyone's favourite|everyone's favorite|our favourite customer|"
        "our favorite customer|his royal|king of complaints|his excellency|her excellency|"
        "your excellency|your grace|your honour|your lordship|"
        "thanks for nothing|nice try|yeah right|yeah, right|yeah sure|yeah, sure|sure, jan|"
        "good luck with that|slow clap|golf clap|too hard for you|too difficult for you|"
        "too much to ask|"
        "too complicated for you|is it so hard|is it that hard|how hard can it be|how hard is it|"
        "rocket science|did you even read|do you even read|can you even read|can you read|"
        "grace us with|"
        "graced us with|bless us with|blessed us with|honour us with|honor us with|another genius|"
        "in case you can't read|surprise, surprise|who would have thought|who would've thought|"
        "who could have guessed|what a genius|wow, what a surprise|"
        "oh goody|oh joy|oh, joy|oh sure|oh, sure|oh bless|"
        "oh please|bravo|as if you|big surprise|shocker|"
        "rules don't apply to you|rules do not apply to you|if you can read|for other people|"
        "for the little people|for mere mortals|for everyone but you|for everybody but you|"
        "for everyone else but you|learn to read|use your brain|let me spell it out|"
        "spell it out for you|"
        "aren't you clever|aren't you special|aren't we special|aren't you a|"
        "aren't we lucky|lucky us|"
        "cool story|captain obvious|no shit sherlock|well done sherlock|well done einstein|"
        "your majesty|your highness|your royal|his majesty|her majesty|his lordship|her ladyship|"
        "his highness|her highness|special snowflake|alert the media|call the press|"
        "call the newspapers|call the media|stop the press|stop the presses|hold the front page|"
        "breaking news:|newsflash|news flash|what a hero|what a shock|what a shame for you|"
        "world's smallest violin|tiniest violin|smallest violin|my heart bleeds|poor lamb|"
        "poor baby|"
        "poor little you|cry me|read your mind|read your thoughts|crystal ball|"
        "mind reader|mind-reader|"
        "heaven forbid|god forbid you|god forbid we|how dare we|silly me for|silly us|"
        "forgive us for|"
        "forgive me for daring|pardon me for|excuse me for existing|excuse us for|"
        "pray tell|do tell|"
        "do enlighten|enlighten us|enlighten me|please enlighten|tell us again|"
        "tell us more about how|"
        "don't let me stop you|don't let us stop you|don't let the rules|"
        "don't mind us|don't mind me|dont mind us|take a bow|take a seat, folks|"
        "want a medal|want a cookie|want a trophy|have a medal|"
        "have a cookie|give him a medal|give her a medal|give them a medal|give you a medal|"
        "deserves a medal|here's your medal|here's a medal|here's your trophy|pulitzer|"
        "nobel prize for|oscar goes to|award goes to|guinness book|"
        "of all people|all of a sudden an expert|an expert all of a sudden|suddenly an expert|"
        "everyone's an expert|everybody's an expert|an expert now|"
        "the great expert|our resident expert|resident expert|resident genius|know-it-all|"
        "how original|how very original|how creative of|how predictable|"
        "how brave of you|how mature|so mature|how classy|stay classy|classy as|"
        "original idea|fresh and original|never heard that one|that's a new one|colour me|color me|"
        "consider me shocked|i'm shocked, shocked|shocked, i tell|what would we do without your|"
        "where would we be without your|just what we needed|just what i needed|"
        "just what this group|"
        "exactly what we needed|exactly what this group|read the rules aloud|"
        "read the notice aloud|read it to you slowly|draw you a picture|"
        "draw you a map|draw a picture for|in crayon|with crayons|need glasses|buy glasses|"
        "need new glasses|buy some glasses|try reading|try thinking|tried reading|tried thinking|"
        "tried using your|have you considered reading|thought about reading|reading is hard|"
        "reading is difficult|forgot how to read|forgotten how to read|reading must be|"
        "reading comprehension|you're welcome, by the way|don't hurt yourself|"
        "don't strain yourself|"
        "keep them coming, why|what an achievement|what a feat|quite the achievement|"
        "quite an achievement|impressive, really|truly impressive|impressive work, banned|"
        "novel concept|revolutionary idea|what a concept|mind-blowing, i know|crazy, right|"
        "wild, right|shocking, right|shocking, i know|i know, shocking|who knew?|"
        "well, well, well|look who's back|look who is back|look who decided|guess who|"
        "look who's an|look who's suddenly|ever so much for the|ever so much for your|"
        "a legend in your own|in your own mind|legend in his own|thank god you're here|"
        "thank goodness you're here|thank heavens you|thank goodness you told us|"
        "what wisdom|pearls of wisdom|words of wisdom|your infinite wisdom|your wisdom|"
        "your expert opinion|your valuable opinion|your invaluable|your priceless|your genius"
    ),
    patterns=Patterns(
        *FORMS.sources,
        r"oh,? (?:great|brilliant|wonderful|fantastic|perfect|good|lovely|"
        r"excellent)(?=[.,!…]* (?:another|more|just|yet|here we|the (?:same|expert)|"
        r"you again|look|a (?:link|rant))|\s*[.!…]*$)",
        r"(?:^|[.!?…] )(?:sure|of course|naturally|obviously|absolutely|right|"
        r"certainly|yes),? (?:let's all|let's just|because|why not|we'll (?:just|all|"
        r"happily)|i'll just|go ahead and|the (?:whole|entire|rest|world|universe|"
        r"laws)|everyone else|you know better|you're the expert|you are the expert|"
        r"we (?:all )?(?:live|exist|work|wait) (?:only |just )?(?:for|to))",
        r"how (?:lovely|wonderful|nice|delightful|sweet|refreshing|exciting|touching|"
        r"fascinating|helpful|clever|surprising|unexpected|charming|"
        r"marvellous)[,.!:]{1,2} (?:another|yet|you again|again|more|you're back|"
        r"he's back|the same|as always|as ever|a new)",
        r"what (?:a )?(?:treat|joy|pleasure|delight|relief|blessing|surprise|luck|"
        r"honou?r)[,.!:]{1,2} (?:another|you're|he's|she's|it's|again|yet|the same|"
        r"more|our|look)",
        r"(?:every(?:one|body)|we(?:'re| are)(?: all)?|the (?:whole )?(?:group|world|"
        r"internet)|people)(?: is| are|'s)? (?:simply |just |truly |all |"
        r"absolutely )*(?:dying to|breathless|hanging on your|glued to|riveted|"
        r"holding (?:our|their) breath|speechless with|in awe of|overwhelmed by your|"
        r"waiting with bated|losing sleep)",
        r"(?:feel free|don't hesitate|please do|do feel free|go ahead) (?:to |"
        r"and )?(?:keep |continue )?(?:ignor|insult|wast|break|spam|yell|shout|annoy|"
        r"bother|lectur|complain|whin|disregard)",
        r"your (?:generosity|modesty|humility|charm|wit|eloquence|tact|subtlety|"
        r"brilliance|insight|contribution|talent|gift|genius) (?:knows no|"
        r"is (?:truly |really |simply |just )?(?:legendary|overwhelming|boundless|"
        r"staggering|breathtaking|noted|astonishing|unmatched|a gift to)|never ceases|"
        r"continues to amaze)",
        r"if only (?:there (?:were|was)|we had|you had|you could|some(?:body|"
        r"one) (?:had|could)|the(?:re| rules| answer)) (?:\w{1,10} ){0,2}(?:a|an|some|"
        r"written|invented|pinned|read|been|explained|told|way|place|button)",
        r"(?:quite the|a regular|another|a proper|our (?:little|own|very own|"
        r"local)) (?:comedian|poet|detective|philosopher|scholar|charmer|diplomat|"
        r"scientist|lawyer|novelist|critic|visionary|mastermind|shakespeare|tolstoy|"
        r"einstein|mozart|expert|professor|genius|celebrity|superstar)",
        r"(?:aren't you|isn't (?:that|he|she)|well,? aren't we) (?:just |so |a |"
        r"the )*(?:special|precious|clever|charming|convenient|rich|ray|treasure|"
        r"delight|comedian|genius|expert)",
        r"(?:thanks|thank you|noted|got it|good point|well spotted|ok|"
        r"okay)[^.!?]{0,40}, (?:captain|professor|einstein|genius|sherlock|"
        r"your (?:majesty|highness|honou?r)|oh wise|o wise|doctor|maestro|master|"
        r"counsellor|boss|chief|princess|king|queen)(?=\s*[.!?,]|\s*$)",
        r"(?:oh,? )?so now (?:you|he|she|we)(?:'re| are|'ve| have|'s)? ?(?:an?|the|"
        r"suddenly|care|all|also|want|remember|supposed|know)",
        r"did you (?:type|write|think of|come up with|figure out|invent|"
        r"work out) (?:that|this|it)(?: all)?(?: by)? (?:yourself|on your own|alone)",
        r"(?:should|shall|do you want me to|must|may|can) (?:i|we)? ?(?:also |"
        r"perhaps |maybe |now |just )?(?:hold your hand|sing|tuck you|wipe|carry you|"
        r"chew|roll out|applaud|kneel|bow|curtsy|clap|frame (?:it|this|that)|polish|"
        r"throw (?:you )?a (?:party|parade)|bake you|build you a|write you a poem|"
        r"get you a (?:medal|throne|crown)|kiss)",
        r"(?:would|do) you (?:like|want|need|prefer) (?:fries|a medal|a throne|"
        r"a crown|a parade|a statue|a butler|a nanny|us to (?:clap|bow|roll|"
        r"stop the world|kneel|applaud)|a (?:gold|red) |some cheese|"
        r"that gift-?wrapped|it gift-?wrapped)",
        r"(?:because|since|given that|as) (?:that|it|this|yelling|shouting|"
        r"complaining|insults?) (?:always |has )?(?:worked|went|works|"
        r"goes) (?:out )?(?:so |really |very )?(?:well|great|wonderfully|beautifully|"
        r"brilliantly)",
        r"(?:nobody|no one|who) (?:else )?(?:could|"
        r"would) (?:ever )?(?:have )?(?:possibly )?(?:known|guessed|imagined|"
        r"seen (?:that|it) coming)",
        r"wow,? (?:you (?:really|actually|finally|managed|read|can)|so (?:brave|deep|"
        r"helpful|clever|original|mature)|a whole|deep|such (?:manners|wisdom|insight|"
        r"depth)|thanks,)",
        r"(?:isn't it|it's) (?:funny|amazing|strange|remarkable|interesting|curious|"
        r"incredible|fascinating) how (?:you|some|every time|people|nobody|the rules|"
        r"it's)",
        r"(?:pure|absolute|total|true|sheer|comic) genius(?=\s*[.!,]|\s*$)|stroke of genius",
        r"(?:do|did) (?:you|they) (?:teach|offer|give) (?:classes|lessons|courses|"
        r"that|a course)|(?:you should|have you (?:ever )?(?:considered|"
        r"thought (?:about|of))) (?:a career|writing a book|stand-?up|comedy|charging|"
        r"teaching|politics|running for)",
        r"i(?:'ll| will) (?:alert|inform|notify|tell) (?:the (?:press|media|president|"
        r"king|queen|pope|un|world|board|ministry|newspapers)|nasa|the nobel)",
        r"(?:the |a )?(?:president|king|queen|pope|nasa|united nations|un|ministry|"
        r"world) (?:will|has been|must|should|is) (?:be )?(?:informed|notified|"
        r"thrilled|calling|waiting|on the line|devastated)",
        r"(?:my|our|the) (?:bad|mistake|fault|apologies)[,.!] (?:i|we) (?:thought|"
        r"assumed|forgot|didn't realise|didn't realize)(?: \w{1,9}){0,3} (?:could read"
        r"|can read|were an adult|was an adult|knew how|had manners|the world|"
        r"the rules applied|rules applied|you were)",
        r"(?:i|we) (?:thought|assumed|figured) (?:you|adults|everyone|customers|"
        r"people) (?:could|can|knew how to|were able to) (?:read|count|write|behave|"
        r"tell|use|scroll)",
        r"(?:written|posted|pinned|explained|said) (?:in|with) (?:plain|simple|big|"
        r"large|bold|four|three|two) \w{1,10}(?: \w{1,9})?(?:,| but| and still| yet)",
        r"(?:can't|cannot|hard to|difficult to) (?:possibly )?(?:imagine|think|"
        r"see) why (?:nobody|no one|everyone|you have|people)",
        rf"thank(?:s| you|s so)(?: ever)?(?: so much| a lot| very much|"
        rf" a bunch)? for (?:\w{{1,9}} )?{_WRONGDOING}",
        r"(?:thanks|thank you)(?: ever| so| very| much| a lot| a bunch| awfully| kindly)* for "
        r"(?:the|your|that|this|another|yet another) (?:\w{1,14} )?"
        r"(?:novel|lecture|sermon|rant|drama|essay|spam|flood|wall of text|"
        r"entertainment|tantrum|noise|"
        r"bullet points|interruption|monologue|performance|circus|outburst)",
        (
            r"(?:congrat(?:s|ulations)|kudos|well done|good job|nice job|great job|"
            r"nice work|great work|"
            r"good work|hats off|props|chapeau)[,!.]? (?:genius|einstein|champ|"
            r"to the (?:one|only|person|gentleman"
            r"|lady|genius|man|woman)|(?:on |for |to )?you(?:'ve|"
            r" have)?(?: just)?(?: finally| again| once more)?"
            r"(?: managed| succeeded| broke| broken| ruined| spoiled| failed| killed|"
            r" found the|'re the only| are the only)|"
            r"(?:on |for )?(?:breaking|ruining|spoiling|annoying|ignoring|missing|"
            r"being the (?:first|only)|another|"
            r"finally|managing|killing|scaring|losing|insulting))"
        ),
        r"must be (?:really |so |very |too |nice |awfully )*(?:hard|difficult|tough|"
        r"exhausting|nice) "
        r"(?:for you|being|to be|knowing|having)",
        rf"yet another (?:{_NOBODY_WANTS}|advert|ad|link|spam|coupon|promotion|"
        rf"complaint)\w{{0,12}}",
        rf"(?:oh|ah|wow|great|fantastic|lovely|brilliant|perfect|excellent|super|yay|"
        rf"good|wonderful|nice)"
        rf"[,.!…]{{0,3}} (?:look, |good, |great, |and )?(?:another|one more|even more|"
        rf"more|a) (?:\w{{1,10}} )?"
        rf"{_NOBODY_WANTS}",
        r"(?:rules|reading|the notice|the rulebook) (?:obviously|clearly|apparently|"
        r"evidently|surely) "
        r"(?:don't|do not|doesn't|isn't|aren't|only|is|are)",
        r"(?:apparently|clearly|obviously|evidently),? (?:reading|the rules|rules|"
        r"some people|you(?:'re| are) "
        r"(?:above|too (?:important|busy|good|special)|special|exempt|the only))",
        r"rules are (?:only |just |clearly |obviously )?(?:for (?:other|the|every|"
        r"mere|losers|us|lesser|"
        r"someone else)|optional|a suggestion|decoration|suggestions)",
        r"(?:wow|oh),? (?:reading|how surprising|you again|how (?:original|kind|nice|"
        r"brave|clever|generous) of)",
        r"oh,? (?:look|look,|wow,?|no,|no!|hey,?|well,|dear,) (?:who|who's|another|"
        r"it's you|you again|the|our|he's back)",
        r"(?:you must be|you must feel) (?:so|very|really) (?:proud|special|important|clever)",
        r"(?:,|hey|ok|okay|sure|thanks|right|sorry|again,|listen,?|"
        r"nice one,?) (?:genius|einstein|sunshine|sherlock|"
        r"sweetheart|sweetie|buttercup|cupcake|champ|big guy|tough guy|wise guy|"
        r"smart guy|professor|your holiness)"
        r"(?=\s*[,.!?]|\s*$)",
        r"use your (?:eyes|head) for once",
        r"(?:so|how) (?:very )?(?:kind|nice|good|generous|noble|gracious|"
        r"thoughtful) of (?:you|him|her) to "
        r"(?:grace|share|join|finally|bless|honou?r|remind|enlighten|educate|lecture|"
        r"explain|tell|drop|inform"
        r"|interrupt|spam|post|flood|bother)",
        r"how (?:very )?(?:kind|nice|good|generous|clever|thoughtful) of (?:you|him|"
        r"her)[,.]? (?:again|another|as if|but|now)",
        r"imagine (?:actually |just )?(?:reading|using|checking|scrolling|looking at|"
        r"following) "
        r"(?:the|a|your|one|any|this|what)",
        r"(?:shouting|yelling|insulting|ranting|spamming)(?: \w{1,12}){0,3} (?:always|"
        r"will surely|will certainly|surely)",
        r"(?:give|get|deserve|deserves|here is) (?:you|him|her|them|this man|the man|"
        r"yourself) (?:a|an|the) "
        r"(?:round of applause|applause|cookie|standing ovation|gold star)",
        r"applause,? (?:for|to) (?:the|this|that) (?:gentleman|lady|genius|man|guy|"
        r"person|one) (?:who|that)",
        r"(?:slow|polite) (?:clap|applause)",
        r"since when (?:are|were|do|did) (?:you|u) ",
        r"who (?:made|died and made|appointed|elected) (?:you|u) ",
        r"didn't (?:know|realise|realize) (?:we had|you were|you had|we hired|"
        r"you owned|you ran|we needed|i had|the rules)",
        r"i(?:'m| am) (?:so |terribly |deeply |dreadfully |awfully |truly |"
        r"very )+sorry (?:that )?(?:we|i|the|our) "
        r"(?:didn't|don't|did not|can't|cannot|couldn't|forgot|failed to|have other|"
        r"have to|sleep|dared|exist)",
        r"(?:sorry|apologies) (?:that|if) (?:the |our )?(?:rules|facts|reality|"
        r"science|truth|world|universe|laws)",
        r"(?:yeah|yes|yep|sure|right),? (?:bc|because|cos|cuz|'cause|cause|since) ",
        r"because (?:\w{1,14} ){1,6}(?:always|surely|totally|definitely|really|"
        r"obviously|certainly) "
        r"(?:helps|works|gets|solves|makes|moves|fixes)",
        r"(?:take your time|no rush|no hurry|don't hurry|don't worry|"
        r"please,? continue|go ahead|relax),? "
        r"[^.!?]{0,20}(?:it's|it is|it isn't|we're|we are) not (?:like|as if|as though)",
        r"it(?:'s| is) not (?:like|as if|as though) (?:\w{1,12} ){1,6}(?:are|is|"
        r"were) (?:waiting|sleeping|busy|working|"
        r"trying|paying|written)",
        r"(?:perhaps|maybe|shall|should|do you want|do you need|"
        r"would you like) (?:somebody|someone|i|we|me|us|a grown-up"
        r"|an adult|your (?:mum|mom|mother))(?: \w{1,9}){0,2} (?:read|draw|explain|"
        r"spell|hold|translate|sing|paint|help you read)"
        r"(?: \w{1,9}){0,4} (?:to|for|your|slowly|aloud|picture|hand|again)",
        r"(?:discovered|found|learned about|learnt about|met) (?:the |"
        r"your )?(?:caps lock|exclamation|shift key|keyboard|internet"
        r"|copy and paste|reply button)",
        r"caps lock (?:key )?(?:is|seems|must be) (?:stuck|broken|jammed)",
        r"(?:your|another|his|her) (?:daily|weekly|hourly|nightly|"
        r"monthly) (?:\w{1,12} )?(?:report|sermon|lecture|complaint|rant|"
        r"essay|update on|dose|wisdom|commentary|drama|novel|moan)",
        r"(?:any more|more|next) chapters?(?= |\?|\.|$)",
        r"(?:what|such) an? (?:brilliant|clever|bright|wonderful|fantastic|great|"
        r"original|fresh|genius|amazing) "
        r"(?:and \w{1,12} )?(?:idea|plan|strategy|contribution|insight|argument|"
        r"point)(?=, (?:post|spam|ask|shar|"
        r"to|adv)|[.!] (?:post|spam|nobody|no one|adv))",
        r"(?:i'm|we're|i am|we are) (?:all )?(?:so |truly |deeply |"
        r"very )?(?:impressed|honoured|honored|thrilled|amazed|moved),? "
        r"(?:really|truly|i'm sure|as always|again|by your (?:ability|refusal|talent for))",
        r"(?:impressive|amazing|wonderful|marvellous|remarkable|fascinating|charming|"
        r"delightful|lovely|classy)\.$",
        r"(?:framed|printed and framed|hang it (?:on|up)|on the fridge|treasure (?:it|"
        r"this|every)|bookmark it for)",
        r"(?:you|he|she) (?:finally|actually) (?:found|learned|figured|discovered|"
        r"worked out|noticed) (?:out |how to |the |that )",
        r"(?:still|only) (?:waiting for|looking for) (?:the|your) (?:point|apology|"
        r"evidence|wisdom)",
        r"\U0001f644|\U0001f60f|(?<!\w)/s(?=\s|$)",
    ),
    spared=Patterns(
        *SPARED.sources,
        r"ray of sunshine (?:today|in|through|after)|plot twist (?:at|in|of)|"
        r"(?:grace us|red carpet) (?:event|dress|look)|strange how (?:it|"
        r"the) (?:smells|tastes|hums)|some of us (?:actually )?(?:met|are meeting|"
        r"went|will)",
        r"(?:here's|here is) an? (?:idea|thought)(?:,| of| for you:| that)|"
        r"bold move (?:of the|by our)|(?:purely|for) decorat\w+(?: and| purposes|"
        r" only)|well spotted[,!.] (?:thank|thanks|we|i|the|fixed)|"
        r"last time i checked (?:the|it|in)",
        r"for other people's|for other people (?:to|who|in|and)|can you read (?:it|"
        r"this|me|the|out|that|my|what)\b",
        r"round of applause(?: \w+){0,3} (?:for|to) (?:our|all|every|everyone|"
        r"the (?:winner|volunteer|team)|kim)\w*",
        r"standing ovation (?:from|at|in)|applause for (?:our|everyone|all|"
        r"the (?:winner|team|volunteer))\w*",
        r"(?:nominated|won|wins|win|an|the|gets the|design|best \w+|annual|service|"
        r"innovation) award for",
        r"(?:it's|is|isn't|no|not) rocket science (?:club|kit|class|museum)|"
        r"princess (?:dress|cut|line|size|party|costume|cruises)",
        r"(?:armchairs?|self-proclaimed) ?(?:cover|covers|set|with|in|delivery|is|"
        r"are)|sherlock holmes",
        r"crystal ball (?:lamp|award|photo)|didn't know we had (?:it|that|this|one)|"
        r"by all means (?:ask|write|call|come|bring)",
        r"guess who(?:'s coming| is coming| won| game)|who knew (?:that|about|"
        r"the answer|him|her)",
        r"how hard is it (?:to install|to clean|to set)|crazy, right\? (?:thank|love)|"
        r"of all people (?:who|in)",
        r"don't mind me (?:asking|saying)|news ?flash sale|words of wisdom from",
    ),
)
