"""The hotkey prompt: one line in a bare terminal, drawn before anything heavy is imported."""
