"""The book and the day that the examples of the capture line are told in."""

from datetime import UTC, datetime

from domain.book import Book
from domain.capture.names import Names
from domain.model import Ask, Contact, FollowUp, Interaction
from domain.moment import Moment

MOMENT = Moment(datetime(2026, 11, 22, 9, 15, tzinfo=UTC))
"""Sunday 22 November 2026, a quarter past nine."""

PEOPLE = {
    "Ana Lopez": "",
    "Ben Okafor": "",
    "Cara Weiss": "",
    "Dee Marsh": "",
    "Eve Novak": "",
    "Mary Jane O'Neil": "",
    "Will Chen": "",
    "May Tanaka": "",
    "Tom Reed": "Barclays",
    "Priya Nair": "",
    "Sam Hill": "",
    "Sam Okoro": "",
    "Łukasz Nowak": "",
    "李雷": "",
    "George Carver": "",
    "John Adeyemi": "",
}
IDS = {name: f"{number:022d}" for number, name in enumerate(PEOPLE, 1)}
CONTACTS = {IDS[name]: Contact(id=IDS[name], name=name, organisation=place) for name, place in PEOPLE.items()}


def _met(number: int, *names: str) -> Interaction:
    people = tuple(IDS[name] for name in names)
    at = f"2026-11-{number:02d}T12:00:00+00:00"
    return Interaction(id=f"{100 + number:022d}", at=at, direction="mutual", kind="meet", people=people)


def book(*more: Contact) -> Book:
    """The people, meetings of both Sams (one of them with Priya), one thing waited for, and one open ask."""
    meetings = [
        *(_met(day, "Priya Nair", "Sam Okoro") for day in (1, 2, 3, 4)),
        *(_met(day, "Sam Hill") for day in (5, 6, 7)),
    ]
    waiting = FollowUp(
        id=f"{200:022d}", kind="waiting", due="2026-11-20", people=(IDS["Cara Weiss"],), text="the budget"
    )
    ask = Ask(id=f"{300:022d}", text="a flat in Lisbon", opened="2026-11-01")
    return Book(
        {
            "contacts": CONTACTS | {contact.id: contact for contact in more},
            "interactions": {meeting.id: meeting for meeting in meetings},
            "follow_ups": {waiting.id: waiting},
            "asks": {ask.id: ask},
        }
    )


BOOK = book()
NAMES = Names(BOOK.contacts)
