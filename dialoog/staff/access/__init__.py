"""WHO GETS IN: logging in, the second step, and what one person may not do to another's account alone."""
