"""Other languages in the admin: a form on which the Dutch stands beside each translation, and the way there."""
