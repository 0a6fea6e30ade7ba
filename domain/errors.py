"""The one family of errors that Swell raises on purpose, worded so that the reader can act."""


class SwellError(Exception):
    """Something that could not be done; its text says why and what to do."""


class NotFoundError(SwellError):
    """Nothing in the book answers to that name or key."""


class AmbiguousError(SwellError):
    """Several things answer to that name; the text lists them."""


class BadInputError(SwellError):
    """What was typed or given cannot be used; the text says how it should look."""


class BookError(SwellError):
    """The book cannot be read or written as it is."""


class DamagedError(BookError):
    """The file is no book; it is never overwritten."""


class BusyError(BookError):
    """Another process holds the lock; trying again later will do."""


class ChangedError(SwellError):
    """The record has changed since; the step is not taken."""
