"""Momentum: what your giving has built, and the answers that go with it."""
