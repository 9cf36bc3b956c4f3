"""Handing an advice over: by a code that is read aloud, by the link for readers, and by a QR code of that link."""
