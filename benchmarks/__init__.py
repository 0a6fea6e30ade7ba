"""What the program is measured on, and how."""
