"""What is due today and with whom, derived from the book whenever it is read."""
