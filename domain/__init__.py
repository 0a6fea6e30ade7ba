"""The rules of Swell: pure Python, no files, no clock, no screen."""
