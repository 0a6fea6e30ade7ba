"""Readers of address files that other programs export."""
