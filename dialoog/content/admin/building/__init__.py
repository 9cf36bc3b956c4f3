"""What makes a record quick to build: words instead of numbers, suggestions, and what it means before it is saved."""
