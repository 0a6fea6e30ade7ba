"""Finding people: an index of folded words, ranked by how well they fit and by whom you deal with most."""
