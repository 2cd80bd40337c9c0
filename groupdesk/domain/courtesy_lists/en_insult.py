# SPDX-License-Identifier: MIT
"""English insults that the courtesy check knows.

Strong words count wherever they stand. Milder ones (fool, liar, stupid) count only when they are
said of a person: a message may have to speak of lies or rubbish.
"""

from typing import Final

from groupdesk.domain.courtesy_terms import Patterns, Terms, listed

_STRONG = listed(
    "idiot|idiots|idiotic|moron|morons|moronic|imbecile|imbeciles|dumbass|dumbasses|"
    "dumbfuck|dimwit|"
    "dimwits|halfwit|halfwits|nitwit|nitwits|dipshit|dipshits|dunce|dullard|simpleton|simpletons|"
    "buffoon|buffoons|cretin|cretins|dolt|dolts|ignoramus|numbskull|numskull|blockhead|bonehead|"
    "airhead|knucklehead|birdbrain|peabrain|shithead|knobhead|bellend|numpty|retard|"
    "retards|retarded|"
    "asshole|assholes|asshat|arsehole|arseholes|bitch|bitches|bitchy|bitching|cunt|cunts|dickhead|"
    "dickheads|wanker|wankers|tosser|tossers|twat|twats|fuck|fucks|fucked|fucker|fuckers|fucking|"
    "fuckin|motherfucker|motherfuckers|fucktard|shit|shits|shitty|shite|bullshit|bullshitter|"
    "scumbag|scumbags|dirtbag|dirtbags|douche|douchebag|douchebags|sleazebag|lowlife|lowlifes|"
    "deadbeat|freeloader|freeloaders|crybaby|crybabies|jackass|jackasses|smartass|smart-ass|stfu|"
    "gtfo|wtf|kys|slut|sluts|whore|whores|skank|lardass|fatso|weirdo|weirdos|sicko|nutjob|nutcase|"
    "pillock|pillocks|prat|prats|plonker|plonkers|troglodyte|troglodytes|neanderthal|"
    "neanderthals|good-for-nothing|scrounger|scroungers|layabout|sponger|spongers|"
    "manchild|man-child|nutter|nutters|headcase|crackpot|charlatan|narcissist|sociopath|"
    "psychopath|egomaniac|know-nothing|bloodsucker|bloodsuckers|tightwad|skinflint|"
    "grifter|grifters|dumb-ass|bollocks|wuss|noob|noobs|n00b|dimwitted|half-witted|"
    "feeble-minded|simple-minded|small-minded|ill-mannered|bad-mannered|libtard|ghey|"
    "scum of the earth|village idiot|braindead|brain-dead|brainless"
)

_MILD = listed("bastard|bastards|prick|pricks|muppet|muppets|clown|clowns|troll|trolls")

# said outright, to anybody
_PHRASES = listed(
    "pain in the ass|pain in the arse|pain in the butt|pain in the neck|attention seeker|"
    "attention whore|"
    "drama queen|keyboard warrior|spoiled brat|spoilt brat|prima donna|mama's boy|"
    "mummy's boy|lost cause|"
    "hopeless case|basket case|con man|con artist|off your meds|take your meds|take your pills|"
    "forgot your meds|forget your meds|forgot your pills|forget your pills|your medication today|"
    "need psychiatric|need professional help|need mental help|see a shrink|see a psychiatrist|"
    "head checked|head examined|embarrassing yourself|embarrass yourself|a fool of yourself|"
    "fool out of yourself|make yourself look stupid|get a brain|buy a brain|get a clue|shove it|"
    "stick it up|where the sun doesn't|taking the piss|sod you|damn you|screw yourself|"
    "learn english|learn some english|learn the language first|speak english or|talking to a wall|"
    "talking to a brick|talk to a wall|wasted on you|beneath me|beneath contempt|as useful as a|"
    "sorry ass|lazy ass|dumb ass|my ass|your ass|son of a|half a brain|with a brain|"
    "common sense is not|"
    "is common sense too|third world|foreigners like you|your sort|your type of|your lot are|"
    "stay in your lane|know your place|who let you|who gave you a|adults are talking|"
    "grown-ups are talking|"
    "sit down and shut|hold your tongue|keep your mouth|keep your trap|shut your|close your mouth|"
    "i've met smarter|i have met smarter|i've seen smarter|i have seen smarter|"
    "piss off|pissed off with you|shut up|shut your|shut ur|shut it|zip it|pipe down|"
    "go to hell|rot in hell|burn in hell|screw you|screw off|screw ur|f off|eff off|"
    "fuck off|sod off|"
    "bugger off|naff off|buzz off|get stuffed|up yours|kiss my|suck my|suck it|bite me|eat shit|"
    "kill yourself|kill urself|go die|die in a|shame on you|ashamed of yourself|"
    "ashamed of yourselves|grow up|grow a brain|grow a pair|act your age|your kind|"
    "nobody asked you|no one asked you|nobody asked for your|no one asked for your|who asked you|"
    "who even asked|nobody cares|no one cares|who cares what you|stop whining|quit whining|"
    "stop moaning|stop crying|cry more|cry about it|cry me a river|boo hoo|what the hell|"
    "the hell is|"
    "the hell are|hell is wrong|bloody fool|go away|get out of here|get a life|get a grip|"
    "get over yourself|touch grass|wrong with you|wrong with u|sick of you|"
    "who do you think you are|"
    "waste of space|waste of oxygen|waste of air|waste of skin|waste of breath|how dare you|"
    "not worth my time|not worth the time|you make me sick|u make me sick|you disgust me|"
    "makes me want to vomit|makes me want to puke|makes me puke|i can't stand you|"
    "stand the sight of|"
    "i pity you|your mother would|your mum would|your mom would|yo mama|your mama|"
    "ok boomer|okay boomer|ok karen|okay karen|such a karen|don't be a karen|crawl back|"
    "slither back|"
    "back under your|under a rock|born yesterday|raised by wolves|raised in a barn|born in a barn|"
    "dropped on your head|dropped on the head|have you no shame|have you no manners|"
    "no brain|brain cell|brain cells|nobody's home|nobody home|no one's home|lights are on|"
    "sharpest tool|sharpest knife|brightest bulb|brightest spark|short of a picnic|"
    "short of a happy meal|room temperature iq|room-temperature iq|thick as two|thick as a|"
    "dumb as a|dumber than|stupider than|dense as you|dense as a|stupid as you|dumb as you|"
    "leave us all in peace|good riddance|nobody likes a snitch|spare us your|spare me your|"
    "spare us the|spare me the|cut the crap|full of crap|full of it|you reek|you stink|"
    "disgrace to|embarrassment to|take a hike|talk to the hand|mind your own business|"
    "none of your business|who raised you|go back to school|go back to kindergarten|"
    "back to where you came|back where you came"
)

# whoever it is said of is run down by it
_ADJECTIVE = (
    "stupid|dumb|thick|dense|dim|daft|ignorant|pathetic|disgusting|incompetent|inept|useless|"
    "worthless|lazy|rude|selfish|childish|infantile|immature|petty|joyless|petulant|insufferable|"
    "unbearable|obnoxious|annoying|vile|gross|repulsive|revolting|repugnant|loathsome|nasty|"
    "spiteful|greedy|stingy|arrogant|conceited|entitled|spoiled|spoilt|deranged|"
    "delusional|unhinged|"
    "demented|senile|brainless|hopeless|clueless|witless|illiterate|uneducated|shameless|gutless|"
    "spineless|cowardly|filthy|ugly|hideous|smelly|stinking|rotten|trashy|despicable|contemptible|"
    "wretched|dishonest|two-faced|disgraceful|laughable|mindless|toxic|gormless|sneaky|"
    "slimy|creepy|"
    "an embarrassment|a nobody|beneath contempt|sick in the head|not very bright|not too bright|"
    "mentally ill|beyond help|beyond stupid|insane|crazy|ridiculous"
)

_NOUN = (
    "liars?|cheats?|cheaters?|fools?|clowns?|jerks?|losers?|trolls?|spammers?|scammers?|swindlers?|"
    "fraudsters?|parasites?|disgrace|embarrassment|thief|thieves|pigs?|swine|rats?|cows?|donkeys?|"
    "sheep|monkeys?|worms?|toads?|cockroach(?:es)?|insects?|maggots?|cowards?|creeps?|nobody|"
    "nobodies|leech(?:es)?|nuisance|pest|pests|brats?|bab(?:y|ies)|snakes?|weasels?|frauds?|fakes?|"
    "crooks?|dummy|dummies|freaks?|psychos?|lunatics?|maniacs?|jokes?|trash|garbage|rubbish|filth|"
    "vermin|scum|bastards?|pricks?|muppets?|morons?|idiots?|imbeciles?|hypocrites?|snobs?|divas?|"
    "bull(?:y|ies)|snitch(?:es)?|wimps?|wuss|whiners?|moaners?|cheapskates?|lowlifes?|degenerates?|"
    "perverts?|hag|witch|karen|boomers?|snowflakes?|tool|waste|failures?|mess|sad case|"
    "excuse for|twits?|gits?|berks?|wally|pests?|plebs?|peasants?|savages?|barbarians?|"
    "slobs?|bums?|beggars?|misers?|scrooge|cranks?|quacks?|traitors?|menace|disaster|"
    "scammer|poser|wannabes?|amateurs?|apes?|baboons?|chimps?|parrots?|sissy|weaklings?|"
    "chickens?|bots?|liability|burden|plague|cancer|tumou?r|virus|stain|joke of a"
)

_ROT = (
    "garbage|rubbish|nonsense|drivel|trash|crap|bile|waffle|whining|whinging|moaning|bleating|"
    "rants?"
)

_FILLER = (
    "an?|the|such|so|really|just|nothing|but|very|too|total|complete|absolute|utter|utterly|"
    "absolutely|completely|totally|little|big|bunch|of|being|most|simply|clearly|obviously|bloody|"
    "damn|stupid|dumb|lazy|selfish|common|dirty|greedy|disgusting|pathetic|silly|old|fat|miserable|"
    "sorry|sad|nasty|filthy|rotten|lying|cheating|stinking|spoiled|whiny|cheap|still|all|petty|"
    "ungrateful|ignorant|joyless|useless|worthless|gutless|ugly|bitter|self-righteous|"
    "also|honestly|"
    "as|always|even|quite|rather|truly|one|real|proper|right|downright|frankly"
)

_YOU = r"(?:you|u|ya)"

_YOU_ARE = (
    r"(?:you(?:'re|re| are| r| were| must be| sound| all are| guys are| lot are| lot| all)?|"
    r"u(?: r| are)?|ur|your an?)"
)

_THEY_ARE = r"(?:he|she|they|this (?:guy|man|woman|person|one))(?:'s|'re| is| are)"

# praise in rough words: "crazy talented", "ridiculous good"
_MEANT_WELL = (
    r"(?! (?:good|talented|fast|quick|generous|helpful|kind|amazing|busy|nice|impressive|well|cool|"
    r"funny|brave|spot|spots|with|copy|link))"
)

# Chinese, written with Latin letters.
_PINYIN = listed("nmsl|cnm|wcnm|qnmd|mlgb|rnm|nmb|cnmb|mdzz|dsb|shabi|zhizhang|naocan|tmd|nmd")

INSULT: Final = Terms(
    words=(*_STRONG, *_PHRASES, *_PINYIN),
    patterns=Patterns(
        r"(?:what|which) (?:kind|sort|type) of (?:a )?(?:person|human|human being|idiot|customer|"
        r"parent|adult|man|woman) (?:posts?|does|writes?|says?|talks?|thinks?|behaves?|are you)"
        r"(?! (?:do|would|can|should|are) )|"
        r"(?:nobody|no one|never (?:seen|met|known|had) (?:\w{2,8} ){0,2}(?:so|as)) (?:is |"
        r"are )?(?:as |so "
        r"|this |that )?(?:clueless|stupid|lazy|rude|dumb|ignorant|selfish|arrogant|pathetic|"
        r"useless|"
        r"dense|slow|childish|greedy|thick|vulgar)",
        r"(?:such an?|what an?|you) (?:\w{3,11} (?:and |, ?)?){0,2}(?:childish|selfish|greedy|"
        r"ignorant|"
        r"arrogant|pathetic|useless|shameless|ridiculous|disgusting|rude|petty|vulgar|spoilt|"
        r"spoiled) "
        r"(?:and \w{3,12} )?(?:person|people|customer|member|man|woman|human|creature|child|"
        r"behaviour)",
        r"(?:belong|should be|ought to be) (?:locked up|(?:kept )?in an? (?:zoo|cage|asylum|circus|"
        r"kindergarten|nursery|cave|institution))|go (?:and )?(?:bother|annoy|pester|"
        r"harass) (?:some|"
        r"others?|another)|your face (?:makes|is|alone)|makes? me want to (?:throw up|vomit|puke)|"
        r"(?:shame on|blame|pity) your (?:parents|mother|family)|(?:have|with|got) (?:serious |"
        r"severe "
        r"|clear |real )?(?:mental|anger|psychological) (?:problems?|issues?)|clearly (?:unwell|"
        r"insane|"
        r"drunk|unstable|disturbed|mad)",
        r"^sb[!. ]*$",
        r"(?:are|r) (?:you|u) (?:blind|deaf|thick)|you(?:'re| are) (?:blind|"
        r"deaf)(?=\s*[.!?,]|\s*$| or)",
        r"(?:you|u) (?:really|truly|honestly|clearly|"
        r"obviously) are (?:an? )?(?:\w{1,12} )?(?:thick|stupid|dumb|dense|slow|"
        r"pathetic|useless|hopeless|annoying|rude|selfish|idiot|fool|clown|pig|liar|"
        r"loser)",
        r"(?:^|[.!?,;] |just |please |all )get lost(?! in| on| at| without| for)|"
        r"drop dead(?! gorgeous)|(?<!could )(?<!can )(?<!would )(?<!do )(?<!are )(?<!a"
        r"ll )you people(?! in| from| who| at)",
        r"you (?:clearly |obviously |really |just |simply )?have no (?:class|manners|"
        r"shame|decency|brains?|clue|life|friends|taste|talent|dignity|respect|spine|"
        r"morals|honou?r|common sense)",
        r"(?:are you|what are you,?|were you) (?:really |only )?(?:five|six|12|twelve|"
        r"a child|a toddler|in kindergarten|new to (?:the internet|reading|life|"
        r"earth))(?= |\?|$)",
        r"even (?:my|a|your) (?:\w{1,10} )?(?:dog|cat|goldfish|hamster|monkey|chimp|"
        r"potato|toaster|brick|houseplant|parrot|trained monkey|toddler|five-year-old)",
        r"(?:smarter|brighter|cleverer|wiser|more (?:useful|sense|brains?|intelligent|"
        r"manners|charm|class)|better manners|better behaved) than (?:you|yours|u|"
        r"that|all of you)(?=\s*[.!?,]|\s*$| will| ever| are)",
        r"as (?:sharp|bright|smart|deep|charming|interesting|subtle|clever|helpful|"
        r"pleasant) as an? ",
        r"(?:any|some|no|every)(?:body|one) with (?:half |any |even )?(?:an? |"
        r"two )?(?:brain|brains|ounce of|shred of|functioning|eyes|common sense|sense)",
        r"(?:couldn't|can't|could not|cannot) (?:find|pour|organi[sz]e|spell|tie|"
        r"count|run|manage) (?:your own|water|a |to ten|your way)",
        r"wouldn't know (?:\w{1,12} ){1,4}if it",
        r"(?:your|ur) (?:parents|mother|mum|mom|family|teachers?) (?:must|should|"
        r"would|failed|never|forgot|did|didn't)",
        r"did (?:your|ur) (?:mother|mum|mom|parents|mummy|mommy|teacher) (?:not|never|"
        r"drop|forget|teach|raise|ever)",
        r"(?:too|so) (?:stupid|dumb|thick|dense|lazy|dim|ignorant|selfish|"
        r"self-absorbed|proud|simple|slow) (?:to|that)",
        r"(?:your|ur) (?:tiny|little|small|puny|empty|thick|feeble|pea|rotten|ugly|"
        r"fat|stupid|big) (?:brain|mind|head|skull|mouth|face|ego|world)",
        r"(?:empty|thick|hollow|dull|weak) (?:head|skull|mind)(?:ed)?(?=\s*[.!?,]|\s*$)",
        r"(?:nothing|not much|very little|only air|hot air|a void) (?:between|"
        r"inside) (?:your|ur|those) (?:ears|head|skull)?",
        r"(?:you|u) (?:are|r) (?:what's|what is|everything) wrong with",
        r"you(?:'re| are) (?:the )?(?:worst|lowest|most (?:annoying|irritating|"
        r"useless|pathetic|stupid|selfish|unpleasant|tiresome|tedious|rude|"
        r"ungrateful)|dumbest|stupidest|rudest|laziest|last person)",
        r"(?:the )?(?:dumbest|stupidest|most (?:stupid|idiotic|ridiculous|pathetic|"
        r"moronic)) (?:thing|question|post|message|comment|excuse|person|customer|"
        r"member|idea)",
        r"(?:never|rarely|seldom|hardly ever) (?:met|seen|known|had|read|heard|"
        r"dealt with) (?:\w{1,10} ){0,3}(?:so|such|as|anything so|anyone so|"
        r"anybody so) (?:an? )?(?:stupid|dumb|rude|dense|thick|selfish|pathetic|lazy|"
        r"petty|arrogant|ungrateful|obnoxious|clueless|annoying)",
        r"(?:stop|quit) (?:being|acting|behaving)(?: like)? (?:so |such |"
        r"an? )+(?:\w{1,10} )?(?:stupid|dumb|child|baby|brat|idiot|diva|pest|jerk|"
        r"bully|drama|victim|difficult|ridiculous|dense|dramatic)",
        r"stop posting (?:this|that|your|such) (?:crap|rubbish|garbage|nonsense|trash|"
        r"drivel)|(?:this|that|your|such|load of|pile of|utter|complete) crap",
        r"(?:shut|close) (?:the (?:hell|fuck|door) )?up",
        rf"{_YOU_ARE}(?: (?:{_FILLER})){{0,5}},? (?:{_ADJECTIVE}){_MEANT_WELL}",
        rf"{_YOU_ARE}(?:,? (?:{_FILLER})){{0,5}} (?:{_NOUN})(?! (?:sitter|food|seat|"
        rf"day|photo))",
        rf"{_YOU_ARE} (?:\w{{2,15}} ){{0,2}}(?:little|sad|small) (?:person|man|woman|girl|boy)",
        rf"{_THEY_ARE} (?:such )?an? (?:(?:{_FILLER}) )?(?:{_NOUN})",
        rf"your (?:own )?(?:(?:{_ADJECTIVE}) \w{{1,20}}|(?:(?:{_FILLER}|endless) )?(?:{_ROT}))",
        (
            r"(?:your|ur) (?:\w{1,20}) (?:is|are|was) (?:so |really |just |simply |"
            r"absolutely )?"
            rf"(?:{_ADJECTIVE}|a joke|a disgrace|spoiled and)"
        ),
        (
            r"your (?:english|writing|spelling|grammar|manners|attitude|behaviou?r|character) "
            r"(?:is|are) (?:terrible|awful|horrible|appalling|bad)"
        ),
        (
            r"(?:some(?:body|one)|any(?:body|one)|people|persons?|guys?|man|woman|men) "
            r"(?:as \w{1,20} as you|with (?:your|ur) (?:\w{1,12} )?"
            r"(?:spelling|brain|iq|intellect|manners|grammar|level|record|education|"
            r"mouth|face))"
        ),
        r"(?:get rid of|don't need|sick of|enough of|tired of|can't stand) (?:people|"
        r"types?) like you",
        r"(?<!more )(?<!need )people like (?:you|u)(?= (?:should|shouldn't|"
        r"are (?:the reason|why|not)|don't|never|always|ruin)|[.!]|$)",
        r"(?:manners|brain|iq|intelligence|charm|memory|depth|wit|"
        r"attention span) of an? \w{3,}",
        rf"(?:are|were) {_YOU} (?:really |that |so |just |all |always |this )?(?:{_ADJECTIVE})",
        r"(?:are|r) (?:you|u) (?:out of your mind|kidding me|on drugs|drunk|mental|"
        r"nuts|insane)",
        r"(?:out of|lost) (?:your|ur) (?:tiny |little )?mind",
        rf"(?:such|be|being|like) an? (?:(?:{_FILLER}) )?(?:{_NOUN})(?! (?:sitter|food|to))",
        rf"how (?:{_ADJECTIVE}) (?:can|could|are|do|must|of)",
        rf"what an? (?:total |complete |absolute |bunch of |sorry |"
        rf"sad )?(?:{_ADJECTIVE}|{_NOUN})",
        rf"only an? (?:(?:{_FILLER}) )?(?:{_ADJECTIVE}|{_NOUN})",
        rf"(?:bunch|pack|load|gang|swarm) of (?:{_FILLER} )?(?:{_NOUN})",
        r"(?:sorry|poor|pathetic) (?:excuse for|little man|creature)",
        rf", (?:you )?(?:(?:{_FILLER}) )?(?:{_NOUN})(?=\s*[.!?,]|\s*$)",
        rf"(?:hey|ok|okay|look|listen|sure|bye),? (?:you )?(?:stupid|"
        rf"dumb|{_NOUN})"
        r"(?=\s*[.!?,]|\s*$)",
        r"(?:look|listen|sorry|ok|okay|bye|calm down),? (?:grandma|grandpa|granny|"
        r"old man|old lady)",
        rf"^(?:you |how |so |simply |just )?(?:stupid|dumb|pathetic|disgusting|{_NOUN})\s*[.!]",
        r"(?:trash|garbage|scum|filth)(?: \w{1,20}){0,4} (?:human|person|being|"
        r"humans|people)",
        rf"(?:argue|debate|talk|deal|reason|discuss|time) (?:with|on|to) (?:{_NOUN})",
        r"at your age(?=\s*[.!?]|\s*$)",
        r"do you (?:even )?have (?:a brain|any brains?|any shame|no shame|a functioning brain)",
        r"(?:your|ur) (?:brain|head|skull) (?:is|must be|seems|has|runs|isn't|doesn't|made)",
        r"(?:comes?|came|coming) out of (?:your|ur) (?:mouth|head)",
        r"(?:the )?(?:iq|intelligence) (?:of|below|lower than|smaller|than)",
        r"your (?:kid|kids|son|daughter|mother|mum|mom|father|wife|husband|family) (?:is|are) "
        rf"(?:so |as |really )?(?:{_ADJECTIVE})",
        r"do (?:us|everyone|everybody|me|the group|the world) (?:all )?a favou?r and "
        r"(?:leave|go|quit|shut|disappear|delete|stop|get)",
        r"(?:you|u)(?:'re| are)? (?:not )?(?:(?:even )?worth|beneath) (?:the|my|our|"
        r"a reply|it)",
        r"who would (?:even )?(?:want|marry|hire|date|listen to) you",
        r"what kind of (?:sad|sick|pathetic|stupid|miserable|horrible|"
        r"awful) (?:person|man|human)",
        r"(?:didn't|don't|never|wouldn't) expect (?:much|anything|better|more|a lot) "
        r"(?:from|of) (?:you|some)",
        r"learn (?:how )?to (?:write|spell|behave|talk|speak|type)(?=\s*[.!?,]|\s*$| first)",
        r"(?:like|worse than) an? (?:animal|pig|ape|toddler|child|baby|"
        r"two[- ]year[- ]old|dog)s?"
        r"(?=\s*[.!?,]|\s*$)",
        r"(?:the |a )?sight of you(?:r)?",
        r"\U0001f921|\U0001f595",
    ),
    spared=Patterns(
        r"sick leave|blind spot|trash can|garbage coll\w*|rubbish bin|rubbish coll\w*",
        r"grow up (?:with|in|to|and|near|so|fast)|growing up|kids grow up|children grow up",
        r"idiot[- ]proof\w*|bitches (?:&|and) (?:boys|dogs|puppies)|stupid questions?",
        r"(?:holy|oh|ah|aw|hot) (?:crap|shit|fuck)|fuck(?:ing)? (?:yes|yeah|awesome|"
        r"great|brilliant"
        r"|good|love|legend|amazing|fantastic|beautiful|gorgeous)|no shit|dog shit|cat shit",
        r"shit (?:happens|sorry|wrong)|shut up and take my money|get out of here by",
        # said of oneself, or that somebody is none
        r"\b(?:i|i'm|i am|i was|i felt|i feel|me|makes me|we|we were|my|"
        r"myself)(?: \w{1,10}){0,4} "
        r"(?:idiots?|moron|fool|clown|muppet|dummy|dolt|airhead|dimwit|shit|retard|fucked)",
        r"(?:not|isn't|aren't|n't|never|nobody is|no one is) (?:being )?(?:an? |"
        r"such an? )?(?:\w{1,9} )?"
        r"(?:idiots?|morons?|fools?|stupid|dumb|liars?|clowns?|rude|scammers?|trolls?|"
        r"lazy|weirdo)",
        r"wrong with you(?:r|rs)\b|(?:nothing|something|is anything|anything) wrong with you",
        r"back under your (?:name|account|own)|under a rock(?:ery|s)|full of it(?:s|"
        r"ems)?\b(?! )",
        r"your kind (?:words?|offer|reply|help|message|support|note|of|gesture|"
        r"patience|invitation)",
        r"idiot'?s guide|for dummies|smart-ass(?:et|ist)\w*|lights are on(?: \w+|,)",
        r"use your brain(?:s)? (?:teaser|trainer)|brain cells? (?:grow|in the)|"
        r"get out of here (?:safely|at)",
        r"(?:no|not|never|without|isn't|aren't) (?:an? )?burden|(?:pain in the neck|"
        r"neck pain)(?: after| from| when)",
        r"your type of (?:skin|hair|machine|coffee|device|account|plan|contract)|"
        r"my ass(?:ist|ess|et|oc|ume)\w*",
        r"(?:person|everyone|anyone) with a brain (?:injury|tumou?r|condition)|"
        r"your lot (?:is|number|size)",
        r"mind your own business is|none of your business (?:data|details)",
        r"go away (?:on|for|with|after|when|if|by|over|in)|(?:did|won't|will|not|"
        r"doesn't|to) go away",
        r"stop crying (?:when|at)|you people are (?:great|the best|amazing|wonderful)",
        r"be (?:a|the) (?:baby|mess|waste|failure|fake|tool|monkey|joke|pest)",
        r"like a (?:baby|worm|snake|tool|mess|failure|waste|joke|monkey|sheep|witch|baby's)",
        r"(?:what|such) a (?:mess|waste|fake|failure|witch|baby|joke)",
    ),
)

MASKED: Final = tuple(
    word
    for word in (*_STRONG, "stupid", "loser", "liar", "bastard")
    if len(word) > 3 and word.isalpha()
)
"""Words that are recognised behind stars and digits, stretched and spaced: f*ck, sh1t, idiooot."""

ACRONYMS: Final = frozenset(
    listed(
        "API|ASAP|CSV|EULA|FAQ|GMBH|HTML|HTTP|HTTPS|HVAC|ISBN|JPEG|JSON|LED|NASA|NATO|OTC|"
        "PDF|PIN|PNG|"
        "QQ|README|RSVP|SDK|SKU|SLA|SMS|UEFI|URL|USA|USB|UTC|VAT|VIP|VPN|WECOM|WIFI|XLSX|XML|ZIP|"
        "UNESCO|UNICEF|GDPR|CEO|COVID|ISO|IBAN|BIC|SWIFT|PAYPAL|DHL|UPS|IKEA|NVIDIA|AMD|"
        "ASUS|LEGO|XBOX|BLACK|FRIDAY|CYBER|MONDAY|SALE|OK"
    )
)
"""Words in capitals that nobody shouts."""
