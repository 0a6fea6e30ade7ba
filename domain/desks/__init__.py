"""Parts of the desk: the use cases of one subject each, on the book and the clock of the whole."""
