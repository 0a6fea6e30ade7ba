"""Pictures of the app, taken from the sample book."""
