"""A believable book to look round in, for the demo, the pictures and the tests: everybody in it is invented."""
