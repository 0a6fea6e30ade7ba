"""Small words of the capture line: pronouns, prepositions, fillers, and names that are words too."""

from typing import Final

from domain.text import word_set

ME: Final = frozenset({"i", "we"})
ME_OBJECT: Final = frozenset({"me", "us"})
PRONOUNS: Final = frozenset({"she", "he", "they"})
PRONOUNS_BEING: Final = frozenset({"she's", "he's", "they're", "shes", "hes", "theyre"})
"""A pronoun with a form of *to be* glued to it."""
PRONOUN_OBJECTS: Final = frozenset({"her", "him", "them"})
JOINS: Final = frozenset({"and", "&", "plus", "+", "n"})
PERSON_PREPOSITIONS: Final = frozenset(
    {"with", "to", "from", "for", "via", "through", "by", "at", "cc", "cc'd", "cc'ing"}
)
"""A person may follow; taken out of the text together with the person."""
ABOUT: Final = frozenset({"about", "re", "regarding", "concerning", "that", "because", "whether", "who", "which"})
"""After these, people are spoken of; they take no part."""
TRANSPARENT: Final = frozenset({"up", "back"})
"""May stand between a verb and the person it is about."""
ADVERBS: Final = word_set(
    "also just finally really now currently still recently kindly already then so again actually briefly "
    "quickly once ok well"
)
FILLERS: Final = ADVERBS | word_set(
    "had have grabbed grab got get went go did for a an the some quick long great nice good short lovely "
    "another our my first second third took take enjoyed enjoy played over brief big small late early little very on"
)
"""Say nothing before a noun such as *coffee*."""
TO_DO_FILLERS: Final = frozenset({"have", "grab", "get", "go", "take", "enjoy"})
MANAGED: Final[tuple[tuple[str, ...], ...]] = (("managed", "to"), ("got", "to"), ("remembered", "to"))
"""Before a base form: it happened."""
HAVING: Final = frozenset({"had", "have", "has", "got", "grabbed", "went", "took", "enjoyed", "played"})
"""Before a noun such as *lunch*; what stands before these acts."""
UNREAL: Final = word_set(
    "almost nearly hardly would could might may should wish wished if unless when until before without instead hope "
    "hoped hoping imagine maybe perhaps probably dreamt dreamed pretend no never not longer said says thinks nobody "
    "somebody someone everybody everyone she he they who skipped missed forgot invited"
)
"""Before a noun such as *lunch*, these make it something that was not so, or not with you."""
WAS: Final = frozenset({"was", "were", "got", "been"})
"""Before a past verb, these make it something done to you."""
DETERMINERS: Final = word_set(
    "a an the my some two three four five several many more no his her their our this that these those lots"
)
AUXILIARIES: Final = word_set(
    "is was has had can could may might will would should says said thinks works worked moved lives likes "
    "hates did does told asked mentioned left got joined started wants needs loves owes promised knows offers "
    "aims came went paid made took lost found felt kept knew ran sold spent thought tried turned died quit "
    "cancelled canceled postponed forgot"
)
"""A name before one of these is a subject."""
DASHES: Final = frozenset({"-", "–", "—", "--"})
"""Alone between blanks, these part a line as a comma does."""
PARTICLES: Final = word_set("de del della di da dos van von der den ten ter la le bin ibn al el")
NO_PLACE: Final = word_set(
    "home work there here bed abroad far the a an my her his their our your me him them us it this that now "
    "school office lunch dinner"
)
"""Follow *from* or *at* without being an organisation."""

ARRANGED: Final = word_set("arranged scheduled rescheduled booked planned postponed moved pushed confirmed agreed")
"""Before a noun such as *lunch*: it lies ahead."""

NAMES_THAT_ARE_WORDS: Final = word_set(
    "ace amber angel april art august autumn baron basil baker bill brook bud buddy chance charity chase "
    "christian chuck cliff constance cooper crystal daisy dale dawn dean dick don drew duke earl eve faith "
    "forest frank gene ginger glen grace grant guy harmony hazel heath heather holly hope hunter iris ivy jack "
    "jade joy june king kit lane lily major mark mason max may mercy miles norm olive pat patience pearl penny "
    "prince ray reed rich river rob robin rose ruby rusty sage sandy skip sky sonny star sue summer sunny "
    "tanner taylor trip van victor victoria violet wade ward will"
)
FUNCTION_WORDS: Final = (
    ME
    | ME_OBJECT
    | PRONOUNS
    | PRONOUN_OBJECTS
    | JOINS
    | PERSON_PREPOSITIONS
    | ABOUT
    | FILLERS
    | DETERMINERS
    | AUXILIARIES
    | word_set("it its of in as if or not no yes be been am are were do to-do todo note new info mail team")
)
UNANSWERED: Final[tuple[tuple[str, ...], ...]] = tuple(
    tuple(words.split())
    for words in (
        "no answer", "no reply", "no response", "didn't answer", "didn't reply", "didn't respond", "did not answer",
        "did not reply", "did not respond", "never answered", "never replied", "hasn't replied", "hasn't answered",
        "hasn't responded",
    )
)  # fmt: skip
"""Nothing came back; who was called was not reached, what was sent was sent all the same."""
UNREACHED: Final[tuple[tuple[str, ...], ...]] = UNANSWERED + tuple(
    tuple(words.split())
    for words in (
        "no show", "no-show", "didn't pick", "didn't show", "didn't come", "didn't happen", "did not pick",
        "did not show", "did not come", "did not happen", "never picked", "never showed", "never came",
        "never happened", "wasn't in", "wasn't there", "wasn't home", "wasn't around", "wasn't available",
    )
)  # fmt: skip
"""Somebody was not reached; it unmakes the act before it."""
LEADS: Final[tuple[tuple[str, ...], ...]] = tuple(
    tuple(words.split())
    for words in (
        "remember to", "don't forget to", "dont forget to", "i need to", "i have to", "i want to", "i should",
        "i must", "i ought to", "i'd like to", "i'm going to", "i am going to", "i plan to", "need to", "have to",
        "want to", "ought to", "going to", "plan to", "we need to", "we should", "we must", "should i", "should we",
        "should", "must", "let's", "lets", "gotta", "i gotta", "we gotta", "i've got to", "gonna", "i'm gonna",
        "im gonna", "im going to", "we're going to", "planning to", "i'm planning to", "im planning to", "hoping to",
        "i'm hoping to", "hope to", "i hope to", "supposed to", "i'm supposed to", "i'd better", "better",
        "make sure to", "remind me to", "we have to", "todo", "to-do", "to do", "reminder", "note to self",
        "idea", "to",
    )
)  # fmt: skip
"""What follows has not happened."""
TO_ARRANGE: Final[tuple[tuple[str, ...], ...]] = tuple(
    tuple(words.split())
    for words in (
        "set up", "find time for", "make time for", "arrange", "schedule", "reschedule", "book", "rebook", "plan",
        "fix", "organise", "organize", "confirm", "cancel", "postpone", "move", "sort out", "sort", "propose",
        "suggest",
    )
)  # fmt: skip
"""Before a noun such as *lunch*: that is to be arranged, and has not happened."""
ONCE_MORE: Final[tuple[tuple[str, ...], ...]] = (("try", "again"), ("try", "back"))
"""To be done, where what was done came to nothing."""
PROMISING_LEADS: Final[tuple[tuple[str, ...], ...]] = (
    ("i'll",), ("i", "will"), ("we'll",), ("we", "will"), ("ill",), ("i", "shall"),
)  # fmt: skip
"""What follows has not happened and somebody counts on it."""
LEADS_TO_A_VERB: Final = frozenset({"idea", "ill", "better", "hope", "lets", "note", "reminder", "to"})
"""First words of leads that lead only where a verb of the table follows."""
MODAL: Final = ("will",)
