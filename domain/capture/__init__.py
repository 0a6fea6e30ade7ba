"""The capture line: one line of text understood, shown and filed."""
