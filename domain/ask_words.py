"""The words with which you ask who could help, who could lead there, or everybody; from the templates."""

from collections.abc import Mapping
from typing import Final

from domain.drafting import Draft, filled
from domain.introducing import first_name
from domain.model import Ask, Contact
from domain.settings import Settings
from domain.text import clean

HELP: Final = "ask_help"
LEAD: Final = "ask_lead"
OPENLY: Final = "ask_openly"


def asking_words(
    record: Ask, settings: Settings, contacts: Mapping[str, Contact], whom: str = "", other: str = ""
) -> Draft:
    """The text to send to somebody, who leads to another one where that is named; to everybody where nobody is."""
    template = OPENLY if whom not in contacts else LEAD if other in contacts else HELP
    fields = {
        "about": clean(record.text).strip(" ."),
        "name": first_name(contacts[whom]) if whom in contacts else "",
        "other": first_name(contacts[other]) if other in contacts else "",
        "me": clean(settings.name).split(" ", 1)[0],
        "a": "",
        "b": "",
        "wants": "",
        "has": "",
    }
    text, complaint = filled(template, settings, fields)
    return Draft((whom,) if whom in contacts else (), text.strip(), complaint)
