"""Whose need somebody else could meet, found by the words that the two have used."""
