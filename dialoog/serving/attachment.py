"""An answer that a browser keeps as a file."""

from django.http import HttpResponse


def attachment(content: bytes | memoryview | str, name: str, media_type: str) -> HttpResponse:
    """`name` is one that any file system takes."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=media_type, headers=headers)
