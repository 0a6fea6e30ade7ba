"""The places and pages of the app."""
