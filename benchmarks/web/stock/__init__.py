"""What the site is measured against: django-formtools' own wizard with the same questions, and plain pages."""
