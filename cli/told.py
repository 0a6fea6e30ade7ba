"""Records in one line each, for the person at the terminal."""

from collections.abc import Mapping

from domain.inbox.names import full_name
from domain.model import QUESTION_WORDS, Answer, Ask, Contact, FollowUp, Interaction, Introduction, Knows
from domain.text import listed
from domain.words import birthday


def record_words(record: object, contacts: Mapping[str, Contact]) -> str:
    """What a record says, in the order in which a person would tell it."""
    match record:
        case Contact():
            about = ", ".join(part for part in (record.role, record.organisation, record.place) if part)
            circle = f"circle {record.circle}" if record.circle else ""
            born = f"birthday {birthday(record.birthday)}" if record.birthday else ""
            tags = " ".join(f"#{tag}" for tag in record.tags)
            parts = ("person", record.name, about, *record.emails, *record.phones, born, circle, tags)
            return " · ".join(part for part in parts if part)
        case Interaction():
            people = listed([full_name(one, contacts) for one in record.people])
            via = f"via {listed([full_name(one, contacts) for one in record.via])}" if record.via else ""
            minutes = f"{record.minutes} min" if record.minutes else ""
            tags = " ".join(f"#{tag}" for tag in record.tags)
            parts = (record.direction, record.kind, people, record.at[:10], record.text, via, minutes, tags)
            return " · ".join(part for part in parts if part and part != "none")
        case Answer():
            return f"{full_name(record.contact, contacts)} · {QUESTION_WORDS[record.question]}: {record.text}"
        case FollowUp():
            people = listed([full_name(one, contacts) for one in record.people])
            return " · ".join(part for part in (record.kind, people, record.text, f"due {record.due}") if part)
        case Introduction():
            pair = f"{full_name(record.a, contacts)} and {full_name(record.b, contacts)}"
            return " · ".join(part for part in ("introduction", pair, record.stage, record.reason) if part)
        case Ask():
            return f"ask · {record.text}"
        case Knows():
            return f"{full_name(record.a, contacts)} knows {full_name(record.b, contacts)}"
    return ""
