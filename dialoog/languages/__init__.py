"""Which languages visitors read the site in, and how an address says which."""
