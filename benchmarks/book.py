"""Books of any size for measuring: invented records as long as real ones, the same for the same numbers."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from random import Random
from typing import Final

from domain.model import Answer, Circle, Contact, Direction, FollowUp, Interaction, Kind, Question, Record

_FIRST: Final = (
    "Ana", "Ben", "Cara", "Dee", "Eve", "Tom", "May", "Hana", "Kofi", "Lena", "Priya", "Sam", "Łukasz", "Siobhán",
    "Noor", "Ngozi", "María", "José", "Chloé", "Jürgen", "Søren", "Zoë", "Amara", "Bruno", "Chidi", "Daria", "Elif",
    "Farid", "Greta", "Hugo", "Ines", "Jonas", "Katya", "Leila", "Marek", "Nadia", "Omar", "Paula", "Quentin",
    "Rosa", "Stefan", "Tariq", "Ursula", "Viktor", "Wanda", "Ximena", "Yusuf", "Zara", "John", "Megan", "George",
    "Ivan", "Olga", "Pavel", "Rita", "Sofia", "Tiago", "Uma", "Vera", "Walid",
)  # fmt: skip
_LAST: Final = (
    "Lopez", "Okafor", "Weiss", "Marsh", "Novak", "Reed", "Tanaka", "Kim", "Mensah", "Fischer", "Nair", "Hill",
    "Nowak", "Murphy", "Haddad", "Eze", "Ruiz", "Silva", "Dubois", "Müller", "Larsen", "Costa", "Ivanova", "Petrov",
    "Rossi", "Bianchi", "Keller", "Brandt", "Svensson", "Virtanen", "Kowalski", "Horvat", "Popescu", "Dimitrov",
    "Yilmaz", "Demir", "Cohen", "Levi", "Singh", "Patel", "Sharma", "Das", "Chen", "Wang", "Nguyen", "Tran", "Sato",
    "Suzuki", "Park", "Adeyemi", "Mwangi", "Abebe", "Diallo", "Smith", "Carver", "Miller", "Walker", "Young",
    "Wright", "Green", "Baker", "Turner", "Parker", "Cook", "Bailey", "Ward", "Gray", "Hughes", "Foster", "Long",
    "Price",
)  # fmt: skip
_SYLLABLES: Final = (
    "ba", "be", "bo", "da", "de", "do", "fa", "fi", "ga", "go", "ka", "ke", "ki", "la", "le", "lo", "ma", "me", "mo",
    "na", "ne", "no", "ra", "re", "ro", "sa", "se", "so", "ta", "te", "to", "va", "vi",
)  # fmt: skip
_PLACES: Final = ("Leeds", "Lisbon", "Berlin", "Kraków", "Lagos", "Porto", "Leipzig", "York", "Accra", "Seoul", "Oslo")
_ROLES: Final = ("designer", "product lead", "data engineer", "recruiter", "founder", "teacher", "nurse", "architect")
_TRADES: Final = ("Studio", "Works", "Labs", "Partners", "Press", "Foods", "Systems", "Health")
_TAGS: Final = ("design", "pyleeds", "climbing", "fintech", "school", "choir", "startups", "data", "garden", "press")
_THINGS: Final = (
    "the studio in Leeds", "her move to Lisbon", "his portfolio and the talk in March", "the budget for next year",
    "a flat near the station", "the workshop at the library", "hiring two people before spring", "the grant form",
    "what the new team needs first", "a podcast about small firms", "the choir trip", "how the search is going",
    "the contract and its third page", "schools in the north", "an engineer who likes maps", "the opening in May",
)  # fmt: skip
_LINES: Final = ("called {} about {}", "coffee with {}, we spoke of {}", "sent {} a note on {}", "helped {} with {}")
_KINDS: Final[tuple[tuple[Direction, Kind], ...]] = (
    ("gave", "call"), ("gave", "message"), ("mutual", "meet"), ("gave", "help"), ("got", "lead"), ("gave", "listen"),
    ("got", "help"), ("gave", "introduction"), ("mutual", "chat"), ("none", "note"),
)  # fmt: skip
_CIRCLES: Final[tuple[Circle, ...]] = ("inner", "close", "active", "active", "wide", "wide", "wide")
_QUESTIONS: Final[tuple[Question, ...]] = ("looking_for", "after", "working_on", "interested_in", "offers")
_YEARS: Final = 3


def big_book(contacts: int, interactions: int, today: date) -> dict[str, dict[str, Record]]:
    """A book with so many contacts and interactions that ends today; few people take most of the dealings."""
    random = Random(contacts * 31 + interactions)
    people = {each.id: each for each in islice(_contacts(random, today), contacts)}
    ids = list(people)
    happened = {each.id: each for each in _interactions(random, today, interactions, list(people.values()))}
    answers = {each.id: each for each in _answers(random, today, ids[: contacts // 2])}
    due = {each.id: each for each in _follow_ups(random, today, ids[: contacts // 50])}
    return {"contacts": dict(people), "interactions": dict(happened), "answers": dict(answers), "follow_ups": dict(due)}


def _id(day: date, number: int) -> str:
    """An id of that day that sorts by number."""
    return f"{(day - date(1970, 1, 1)).days * 86_400_000:013d}{number:09d}"


def _contacts(random: Random, today: date) -> Iterator[Contact]:
    start = today - timedelta(days=365 * _YEARS)
    number = 0
    while True:
        number += 1
        first, last = random.choice(_FIRST), random.choice(_LAST)
        if random.random() < 0.6:
            last = "".join(random.choice(_SYLLABLES) for _ in range(random.randint(2, 4))).capitalize()
        firm = "".join(random.choice(_SYLLABLES) for _ in range(2)).capitalize()
        mail = f"{first}.{number}@{firm}.example".lower()
        met = start + timedelta(days=random.randrange(365 * _YEARS))
        yield Contact(
            id=_id(start, number),
            name=f"{first} {last}",
            aliases=(first.lower() + str(number),) if number % 5 == 0 else (),
            emails=(mail, f"{last}{number}@post.example".lower()),
            phones=(f"+44 113 496 {number % 1000:04d}",),
            organisation=f"{firm} {random.choice(_TRADES)}",
            role=random.choice(_ROLES),
            place=random.choice(_PLACES),
            tags=tuple(random.sample(_TAGS, 2)),
            birthday=f"19{random.randint(50, 99)}-{random.randint(1, 12):02d}-{random.randint(1, 28):02d}",
            links=(f"https://people.example/in/{first}-{last}-{number}".lower(),),
            notes=_notes(random),
            met_via=f"at {random.choice(_PLACES)}, through {random.choice(_FIRST)}",
            met_on=met.isoformat(),
            circle=random.choice(_CIRCLES) if random.random() < 0.3 else "",
        )


def _notes(random: Random) -> str:
    first, second, third, fourth = random.sample(_THINGS, 4)
    return (
        f"Spoke of {first}, then of {second}. Wants to hear about {third}, best by phone and not before ten. "
        f"Has two children at the school by the canal. Ask next time about {fourth}."
    )


def _interactions(random: Random, today: date, count: int, people: list[Contact]) -> Iterator[Interaction]:
    for number in range(count):
        day = today - timedelta(days=365 * _YEARS * (count - number) // count)
        direction, kind = random.choice(_KINDS)
        with_whom = people[int(len(people) * random.random() ** 3)]
        text = f"about {random.choice(_THINGS)} and {random.choice(_THINGS)}"
        yield Interaction(
            id=_id(day, number),
            at=f"{day.isoformat()}T{random.randint(8, 20):02d}:{random.randint(0, 59):02d}:00+00:00",
            direction=direction,
            kind=kind,
            people=(with_whom.id,),
            text=text,
            tags=(random.choice(_TAGS),),
            minutes=random.choice((0, 0, 15, 30, 45)),
            raw=random.choice(_LINES).format(with_whom.name, text.removeprefix("about ")),
        )


def _answers(random: Random, today: date, ids: list[str]) -> Iterator[Answer]:
    for number, contact in enumerate(ids):
        for which in range(random.randint(1, 3)):
            day = today - timedelta(days=random.randint(0, 200))
            yield Answer(
                id=_id(day, number * 3 + which),
                contact=contact,
                question=random.choice(_QUESTIONS),
                text=random.choice(_THINGS),
                learnt=day.isoformat(),
            )


def _follow_ups(random: Random, today: date, ids: list[str]) -> Iterator[FollowUp]:
    for number, contact in enumerate(ids):
        yield FollowUp(
            id=_id(today, number),
            kind=random.choice(("promise", "waiting", "reminder")),
            due=(today + timedelta(days=random.randint(-5, 30))).isoformat(),
            people=(contact,),
            text=random.choice(_THINGS),
            made=f"{(today - timedelta(days=9)).isoformat()}T09:00:00+00:00",
        )
