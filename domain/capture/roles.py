"""Words for what somebody does, by which *CTO at Acme* after a name is told from anything else."""

from collections.abc import Sequence
from typing import Final

from domain.text import fold, word_set

ROLES: Final = word_set(
    "ceo cto cfo coo cmo cpo cio vp svp evp md founder co-founder cofounder director head president chair chairman "
    "chairwoman chief principal partner owner manager lead officer exec executive assistant associate intern trainee "
    "secretary treasurer boss engineer developer dev programmer coder designer architect researcher scientist analyst "
    "consultant strategist planner marketer recruiter headhunter investor banker broker trader accountant "
    "auditor lawyer solicitor barrister attorney judge notary editor writer author journalist reporter copywriter "
    "novelist poet translator interpreter producer photographer filmmaker illustrator animator artist painter "
    "sculptor curator musician singer composer conductor dancer actor actress comedian professor prof lecturer teacher "
    "tutor student postdoc fellow academic historian economist biologist chemist physicist mathematician "
    "statistician psychologist psychotherapist therapist counsellor coach trainer nurse doctor gp surgeon dentist "
    "physio physiotherapist pharmacist midwife vet carer chef cook baker barista brewer farmer gardener florist "
    "plumber electrician carpenter joiner builder mechanic technician pilot driver publisher agent publicist organiser "
    "organizer host promoter coordinator administrator librarian archivist specialist expert advisor adviser "
    "ambassador diplomat councillor mp politician campaigner activist freelancer entrepreneur salesman saleswoman "
    "salesperson stylist tailor jeweller potter bookkeeper bookseller estate-agent landlord landlady"
)
"""Words that name a role where they end it, or stand before *of*."""
LEADING: Final = word_set("ceo cto cfo coo cmo cpo cio md founder co-founder cofounder owner president chair chairman")
"""Roles after which *of* names the organisation."""
_OFFICES: Final = frozenset({"vp", "svp", "evp", "head", "director", "chief"})
"""May stand before the field that they are of, without *of*: *VP engineering*."""
_NO_PART: Final = word_set(
    "i we she he they you it a an the my your his her their our me us him them and or but with at in on from to for "
    "about is was are were has had have will would not no met called saw lunch coffee dinner"
)
"""Never part of a role."""
_JOINS: Final = frozenset({"and", "&", "/", "+"})
LONGEST_ROLE: Final = 7
"""Words of a role."""
_BEFORE: Final = 3
"""Words before the one that names the role: *senior data engineer*."""
_FIELD: Final = 3
"""Words after *of*: *head of people and culture*."""


def role_end(keys: Sequence[str], start: int) -> int:
    """The word after a role that begins here, as in *senior data engineer*, *head of design*; 0 where none does."""
    named = _named(keys, start)
    if not named:
        return 0
    end = named
    if end + 1 < len(keys) and keys[end] == "of" and keys[end + 1] and keys[end + 1] not in _NO_PART:
        end = _field_end(keys, end + 1)
    elif keys[end - 1] in _OFFICES and end < len(keys) and keys[end + 1 : end + 2] == ["at"] and _may_be(keys[end]):
        end += 1
    if end + 1 < len(keys) and keys[end] in _JOINS:
        return role_end(keys, end + 1) or end
    return end


def _named(keys: Sequence[str], start: int) -> int:
    """The word after the one that names the role; the last of several, as in *product manager lead*."""
    for place in range(start, min(len(keys), start + _BEFORE + 1)):
        if keys[place] in ROLES:
            while place + 1 < len(keys) and keys[place + 1] in ROLES:
                place += 1
            return place + 1
        if not _may_be(keys[place]):
            return 0
    return 0


def _may_be(key: str) -> bool:
    return bool(key) and key not in _NO_PART and key[:1].isalpha()


def _field_end(keys: Sequence[str], start: int) -> int:
    """The word after what somebody is head of."""
    end = start
    while end < len(keys) and end < start + _FIELD and _may_be(keys[end]):
        end += 1
        if keys[end : end + 1] == ["and"] and end + 2 < len(keys) and keys[end + 2] == "at":
            end += 2
    return end


def parted(said: str) -> tuple[str, str]:
    """The role and the organisation that brackets say: `CTO at Acme`, `CTO, Acme`, `designer`, `Acme`."""
    words = said.split()
    keys = [fold(word).strip(",.;") for word in words]
    first = next((place for place, word in enumerate(words) if word.endswith(",")), None)
    if first is not None and first + 1 < len(words):
        front, back = " ".join(words[: first + 1]).rstrip(","), " ".join(words[first + 1 :])
        if role_end(keys[: first + 1], 0) == first + 1:
            return front, back
        return (back, front) if role_end(keys[first + 1 :], 0) == len(keys) - first - 1 else ("", said)
    works = 2 if keys[:1] == ["works"] and keys[1:2] in (["at"], ["for"]) else int(keys[:1] in (["at"], ["from"]))
    if works and len(words) > works:
        return "", " ".join(words[works:])
    start = int(keys[:1] in (["a"], ["an"], ["the"]))
    end = role_end(keys, start)
    if not end:
        return "", said
    role = " ".join(words[start:end])
    if end == len(words):
        return role, ""
    if keys[end] in ("at", "@", "of") and end + 1 < len(words):
        return role, " ".join(words[end + 1 :])
    return "", said
