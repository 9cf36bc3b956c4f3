"""A plan to take along: in a calendar, in a spreadsheet, as plain text. None of them holds a link."""
