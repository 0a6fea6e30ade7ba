"""The forms that a clause may have, by what they are about."""
