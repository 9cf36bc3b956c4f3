"""WHERE STAFF WORK: the frame of the admin, for the pages of Django and for our own."""
