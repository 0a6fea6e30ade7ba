"""Where the book is kept."""
