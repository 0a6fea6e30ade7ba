"""Small programs that Swell is measured beside."""
