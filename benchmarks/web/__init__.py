"""How fast the site serves its pages, each as a ratio to the simplest thing that does the same work."""
