"""The words that say how a phrase is meant rather than what it is about."""

from typing import Final

from domain.text import word_set

SILENT: Final = word_set(
    """
    a an the my our your his her hers their its this that these those some any all both each every either another
    other others such same few many much more most less least several lot lots bit one two three four five six seven
    eight nine ten i me we us you he him she it they them who whom whose which what when where why how there here
    and or but nor so than then as if while because though although until since also too very really quite rather
    just only even still again already yet almost maybe perhaps in on at by for from to of with within into onto
    over under up down out off about around near between through during before after against among across along
    behind beside per via is are was were be been being am has have had having do does did doing done will would can
    could may might must shall should get gets got getting make makes made making go goes going gone come comes
    coming take takes taking give gives giving given keep keeps keeping put puts let use uses used using en ein ab
    aus ist sind une est qui que se tem tiene hay busco busca suche sucht cherche procuro procura become becomes
    becoming turn turns bring brings ask asks tell tells think thinks mind say says said saying told want wants
    wanted wanting need needs needed needing like likes love loves hope hopes hoping wish wishes try tries trying
    look looks looking find finds finding search searching seek seeks seeking help helps helping able know knows
    known knowing offer offers offering happy glad keen willing ready someone somebody anyone anybody people person
    persons man woman guy folks ones thing things something anything everybody everyone somewhere anywhere um uma
    uns umas o os de da dos das para por com em no na nos nas e ou meu minha seu sua un una unos unas el la los las
    del al con y mi su le les des du au aux et pour dans sur avec mon ma mes son sa ses notre eine einen einem einer
    eines der die den dem und oder mit im fur zu zum zur auf von vom bei mein meine sein seine ihr ihre uno gli dei
    della il lo een het van voor met once twice ago ever good great nice best better right real proper decent new
    old own way ways sort kind type
    """
)
"""Words about which nobody can be brought together."""

LIGHT: Final = word_set(
    """
    advice advise tips tip introduction introductions intro intros contact contacts connection connections network
    experience experienced expert expertise skill skills knowledge skilled professional senior junior qualified
    trained trusted reliable patient friendly fellow local nearby small big large little long short cheap affordable
    free spare quiet light warm young first second third next last early late full part time half day days week
    weeks weekend weekends month months year years morning mornings afternoon evening evenings night nights today
    tomorrow soon spring summer autumn winter january february march april may june july august september october
    november december monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays
    fridays saturdays sundays work works working worked job jobs role roles position positions gig gigs project
    projects business businesses company companies firm firms team teams startup startups place places space spaces
    room rooms support supports run runs running start starts starting started build builds building built set
    setting open opens opening learn learns learning learnt teach teaches teaching taught lesson lessons class
    classes course courses practice practise partner partners group groups member members session sessions event
    events idea ideas problem problems question questions feedback review reviews read reads reading plan plans
    planning move moves moving hire hires hiring buy buys buying sell sells selling rent rents renting lend lends
    lending borrow share shares sharing show talk talks talking speak speaks speaking meet meets meeting join joins
    joining live lives living side based freelance personal retired lead head hour hours minute minutes pro bono
    site spot empty paid unpaid proper honest gentle careful urgent temporary permanent daily weekly monthly extra
    different similar possible interested revision alevel alevels gcse gcses conversation conversational beginner
    beginners intermediate advanced improver improvers training serious sensible kind clever bright dry clean safe
    secure fast slow simple easy hard strong huge tiny whole single double couple handful pair dozen twenty thirty
    forty fifty hundred number numbers hand chance word favour eye times lots end back front dad mum mother father
    son daughter wife husband friend friends brother sister boy girl boys girls kid kids child children parents
    parent family neighbour neighbours maker makers supplier suppliers provider providers seller sellers enthusiast
    enthusiasts amateur amateurs seat native careers career charge backing mostly mainly soft
    """
)
"""Words that add to what others have found, and lead somewhere alone only where a phrase has no others."""

OBJECTS: Final = word_set(
    """
    room rooms space spaces course courses class classes lesson lessons event events group groups talk talks session
    sessions kit seat seats children kids boys girls running speaking moving hiring teaching buying selling planning
    building reading learning training meeting sharing maker makers supplier suppliers practice review reviews place
    partners team support
    """
)
"""Those of them that are what is meant where nothing else is named."""

NEGATIONS: Final = word_set(
    """
    no not never without cannot cant dont doesnt didnt isnt arent wasnt werent wont wouldnt hasnt havent hadnt couldnt
    lacks lacking except nobody none stopped quit hates avoids instead refuses excluding neither nor hardly rarely
    barely
    """
)
"""Words after which the rest of a part is denied."""

CUTS: Final = word_set("but though although except however")
"""Words at which a part ends, as it does at a comma."""

LINKS: Final = word_set(
    """
    in on at by for from to of with within into over about around near through who that which whose where when as
    during before after via between across until since without
    para por com em de do da pour dans sur avec fur mit von im zum zur con per met voor
    """
)
"""Words after which a part says more about what it has named."""


def _sayings(lines: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(saying.split()) for saying in lines.split(","))


ROLES: Final = word_set(
    "teacher teachers tutor tutors coach instructor instructors trainer adviser advisor consultant expert specialist"
    " specialists experts consultants teaching lessons tuition"
    " speaker speakers reader readers player players practitioner guide guides lecturer lecturers mentor mentors leader"
    " leaders help helper helpers hand hands technician engineer engineers"
    " professor professors scholar scholars researcher researchers enthusiast"
)
"""Words that name a person by what stands before them: `a piano teacher`."""

FOLLOWERS: Final = word_set(
    """
    speaker speakers
    sits stands sitting standing stand sit seats holds available unused idle vacant empty downstairs upstairs behind
    nearby included welcome ready wanted ideally possibly unfurnished furnished likes hates runs works lives loves
    pass player players manager director lead leader officer engineer writer researcher maker seller service services
    agency shop kit person people specialist expert consultant adviser advisor coach teacher tutor trainer lessons
    classes driver owner firm company business studio practice course courses school club group work jobs time
    """
)
"""Words that follow what they are about, and are no thing."""

SEEKS: Final = _sayings(
    """
    looking for, looks for, look for, looking to hire, looking to find, searching for, in search of, hunting for, on
    the hunt for, seeking, seeks, needs, need, in need of, short of, could use, trying to find, hoping to find,
    hires, employs, wants a, wants an, wants some, wants someone, wants somebody, wants help, want a, want an, would
    love a, would love an, also after, desperate for, recruiting, hiring, wanted, procura, busca, cherche, sucht,
    buys, buying a, buying an, wants to buy, hopes to buy, borrows, on the lookout for, trying to hire, trying to
    buy, would like a, would like an, hopes for a, applying for, applied for, waiting for a, saving for, saving up
    for, in the market for, undergoing, resitting, retaking, paying off, paying his, paying her, recovering from,
    sees a, sees an, sees her, sees his, seeing a, seeing an, attends, pays a, pays an, pays for, hired a, hired an,
    has hired, just hired, being treated, is treated, treated by, treated for, coached by, taught by, patient of,
    patient at, client of, customer of, customer at, fan of, fans of, follower of, on the list for, on a list for,
    waiting list for, quoted by, interviewing, shopping for, saving to, hopes to find, hopes to hire, hopes to rent,
    cannot find, cant find, cannot get, cant get, struggling to find, about to hire, about to buy, thinking of
    buying, thinking of hiring, wondering about, asking for, asks for, asking around for, awaiting, having her,
    having his, having their, having my, having a, having an, rents a, renting a, also looking, still looking, room
    for more, space for more, room for new, taking new, taking on new, accepting new, takes new, room for a lodger,
    after more, could do with, in want of, wanting a, wanting an
    """
)
"""Words that make a phrase a need, also where it stands among the offers."""

GONE: Final = _sayings(
    """
    no longer, closed, closed down, too busy, no time, no room, was let, gone now, taken now, already taken, let
    now, refuses, until last, moved away, hated it, any more, anymore, no more, not taking, not any, full up, fully
    booked, booked up, let last, never again, moved on from, lost interest in, out of practice, no longer has, used
    up, past doing, swore off, has sworn off, walked away from, got out of, grew out of, fell out of, had enough of,
    fed up with, nothing to do with, wants nothing, knows nothing, has none, never did, never done, never had, not
    since, not any more, not anymore, no plans, not sharing, not hiring, not taking on, not for long, permanently
    closed, closed its doors, shut up shop, in storage abroad, lapsed, lost her licence, lost his licence, lost
    their licence, lost the lease, licence revoked, put to sleep, gave up, given up, has stopped, has quit, already
    let, already sold, now sold, sold it, just sold, winding down, closing down, giving up, getting out of,
    quitting, stepping down, selling up, shutting down, not any longer, any longer, was sold, has been sold, has
    gone, just gone, went last, is full, all full, is taken, all gone, none left, just let, is gone, already gone,
    ja nao, nicht mehr, ne plus, ya no, no slots, no space, no spaces, no capacity, no vacancies, fully retired,
    completely retired, retired for good, long retired, no places, no favours, gave away, binned, dumped, stolen,
    wrecked, thrown out, thrown away, threw out, threw away, in bits, in pieces, fell apart, is broken, got broken,
    booked until, full until, booked out, list closed, lists closed, books closed, on leave, packed in, packed it
    in, hung up, sold her, sold his, sold their, sold the, tools sold, left the trade, retired from, struck off, not
    for hire, not for sale, not available, unavailable, off the market, on hold, cannot stand, cant stand, would
    rather not, had to stop, had to give up, turned down, shut last, closed last, ended last, out of business, not
    doing, not selling, not letting, not lending, not renting, gave it up, given it up, burnt down, burned down,
    broke down, was stolen, got stolen, was demolished, was cancelled, is cancelled, called off, has ended, has
    closed, has shut, is shut, is closed, shut for, shut down, closed for, gone for good, got nicked, been nicked,
    beyond repair, shut for good, closed for good, went bust, gone bust, wound up, sold up, sold out, sold last,
    sold to, all sold, is sold, got sold, now let, is let, all let, given away, gave them away, gave it away, away
    last, wrote it off, written off, scrapped, fell through, has expired, ran out, run out, no vacancy, no openings,
    no beds, not accepting, not offering, not teaching, not available until, not looking, not until, does not do,
    stopped last, stopped doing, stopped taking, quit last, hanging up, last one sold
    """
)
"""Words that take an offer back."""

GIVES_AWAY: Final = _sayings(
    """
    home for, homes for, good home, get rid of, off my hands, off her hands, off his hands, off our hands, off their
    hands, to rehome, rehome, to buy my, to buy our, to buy her, to buy his, to buy their, to take my, to take our,
    to take her, to take his, to take their, to stock my, to stock our, to stock her, to stock his, to stock their,
    to adopt, to try my, to try our, to try her, to try his, to rent my, to rent our, to rent her, to sell my, to
    sell our, to sell her, to sell his, sell my, sell our, sell her, sell his, selling my, selling our, selling her,
    selling his, to test my, to test our, to read my, to read our, to read her, to read his, to let my, to let our,
    to let her
    """
)
"""Words of a need of somebody who has a thing, and wants somebody who takes it."""

HIRES: Final = word_set(
    "hiring hires recruiting recruits hire recruit recruiter vacancy vacancies opening openings employs"
)
"""Words of somebody who has work to give."""

LEARNS: Final = _sayings(
    """
    is learning, learning to, wants to learn, trying to learn, just learning, still learning, studying, new to, a
    beginner, total beginner, beginner at, just started, only just, taking lessons, takes lessons, taking classes,
    taking a class, doing a course, taking a course, would like to know, curious about, did a bit, on chapter, did
    one, half a term, training as, training to, a degree in, first year, second year, third year, revising, studying
    for, evening class, night class, teaching herself, teaching himself, teaching themselves, first attempt,
    dabbles, as a hobby, just a hobby, amateur only, just an amateur, a complete amateur, strictly amateur, wants to
    become, wants to be a better, one lesson, first lesson, first lessons, two lessons, weekend course, has read,
    has watched, dreams of, phrasebook, dabbling, would love to learn, hoping to learn, trying to, starting a
    course, starts a course, signed up, evening course, beginners course, beginners class, just begun, has just
    begun, in training, speaks a little, plays a little, knows a little, sings a little, first go, having a go, had
    a go, words of, a few words, course last, did a course, taking up, take up, took up, takes up, has taken up,
    getting into, keen to learn, keen to try, wants to try, hopes to learn, hopes to become, hoping to become,
    wishes she could, wishes he could, hopeless at, terrible at, bad at, struggling with, struggles with, struggling
    to, failing, going badly, yet to, self study, doing her first, doing his first, my first, her first, his first,
    their first, first ever, would love lessons, wants lessons, having lessons, has lessons, in her first, in his
    first, brushing up, getting better at, has never, about to start, about to learn, teach herself, teach himself,
    learns, learns to, is taught
    """
)
"""Words of somebody who cannot do it yet."""

LEARNERS: Final = word_set(
    "trainee apprentice intern student novice learner undergraduate newbie exams homework college uni university"
)
"""Words of such a person, unless what else is said is of who has to do with learners."""

WORKS_WITH: Final = word_set(
    """
    teaches teacher teach teaching taught tutor tutors tutoring tuition lecturer lecturers lectures lecturing
    professor coach coaches coaching mentor mentors mentoring marks trains trainer runs run helps help lets let
    hires was worked works training instructor careers for to with from of into former than managing manages leads
    dean admissions
    """
)
"""Words of who has to do with learners, or was one, without being one."""

JOBS: Final = word_set(
    "job jobs role roles position positions gig gigs internship internships placement apprenticeship employment"
    " vacancy opening traineeship placements internships apprenticeships openings vacancies traineeships"
)
"""Words of somebody who wants work."""

COMPANY: Final = word_set("partner partners company buddy buddies fellow mate mates with together swap band")
"""Words of somebody who wants to do a thing together with others, who need not do more than like it."""

CIRCLES: Final = word_set("club clubs group groups")
"""The same where it is what is needed, rather than for whom."""

CONTACTS: Final = word_set("contact contacts intro intros introduction introductions insider")
"""Words of who would be led to somebody, or into a place of work."""

DOES_TO: Final = word_set(
    "fits cleans paints decorates insures tiles measures studies collects photographs breeds renovates inspects"
    " surveys removes demolishes mends repairs fixes restores tunes polishes services insures moves transports stores"
    " washes irons delivers recycles rescues"
)
"""What is done to a thing by somebody who has none to give."""

TOPICS: Final = word_set("about on")
"""Links after which a part says what its thing is about."""

NEARBY: Final = word_set("near behind opposite beside against versus suing")
"""Words after which a part says only where something is, or whom it is against."""

LENDS: Final = word_set(
    "lend lends lending loan loans hire hires rent rents renting let lets letting sell sells selling sale spare surplus"
    " give gives away free going available unused outgrown swap swaps donate donates"
)
"""Words of who has a thing, or several, for others."""

RECEIVERS: Final = word_set(
    """
    buyer buyers customer customers client clients students pupils learners patients families tenant tenants lodger
    lodgers guests taker takers readers listeners subscribers participants attendees visitors passengers applicants
    members followers users testers adopter adopters volunteer volunteers trainee trainees apprentice apprentices
    recruits signups owners
    """
)
"""Who takes what is offered: a need for them is not met by somebody who offers the same."""

LEVELS: Final = (
    word_set(
        """
        beginner beginners gcse gcses juniors starters novices phonics infants olds preschool schoolchildren amateur
        amateurs hobby armbands fives sixes sevens eights nines sums grade
        """
    ),
    word_set(
        """
        phd university undergraduate undergraduates degree postgraduate postgraduates doctoral doctorate masters msc ma
        graduates advanced olympic elite postdoc diploma squad concert conservatoire championship national
        """
    ),
)
"""Words of how far somebody has come: at the beginning, and well beyond."""

GIVES: Final = word_set(
    """
    becoming being joining helping volunteering giving hosting mentoring lending sharing investing investment donating
    sponsoring supporting serving
    """
)
"""Words of an interest of somebody who would give something, or lend a hand."""

TELLS: Final = word_set(
    """
    talk talks talking speaks speaker speaking teaches teaching taught teacher lecture lectures lecturer lecturing
    advice advises adviser advisor advising workshop workshops course courses lesson lessons class classes coaching
    coaches consults consultant knows writes wrote writing author trains training trainer expert specialist
    specialises specializes mentors mentoring tutors tutor tuition help helps explains runs
    """
)
"""Words after which a link such as `about` says what somebody knows."""

MATTERS: Final = word_set(
    """
    help advice advise tips someone somebody anyone anybody people knows know about feedback experience expert support
    understand questions thoughts guidance hand insight input opinion views learn training know-how
    """
)
"""Words of a need that is about a matter, of which whatever concerns it may be the help."""

REFUSALS: Final = word_set("cant cannot dont doesnt wont hasnt havent couldnt wouldnt didnt never")
"""Negations of doing, after which nothing in particular is denied but the whole of an offer: `chef, won't cook`."""

HARMLESS: Final = word_set("mind charge cost costs matter bite late fuss far")
"""Words that it is good to hear denied."""
