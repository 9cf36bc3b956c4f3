"""Content comes in as a zip: looked at first, and then all of it replaces the draft, or nothing."""

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from dialoog.content.document.applying import Applied, apply_document, lock_content
from dialoog.content.document.importing import admit, tidy_document
from dialoog.content.document.refusal import ContentRefused
from dialoog.content.document.soundness import problems
from dialoog.content.releases.publishing import Overtaken
from dialoog.editorial.exchange.uploads import Upload
from dialoog.editorial.frame.drafts import read_draft


def receive(data: bytes, author: User) -> Upload:
    """Keep the content of a zip until its author has seen what it would change. Raises ContentRefused.

    Its texts are tidied, as those are that staff type.
    """
    # At first use, because a visitor's web process has no need of YAML.
    from dialoog.content.files.archive import unpack

    content = unpack(data)
    changes = tidy_document(content)
    document = admit(content)
    ContentRefused.unless_none(problems(document))
    Upload.objects.expired().delete()
    upload = Upload.objects.create(document=document, author=author)
    upload.tidied = changes
    return upload


def replace_draft(upload: Upload, seen: str) -> Applied:
    """The draft becomes what was uploaded, if it still has the checksum that the author saw. Raises Overtaken."""
    with transaction.atomic():
        lock_content()
        if read_draft().checksum != seen:
            raise Overtaken(
                _("Het concept is intussen gewijzigd. Er is nog niets vervangen: bekijk de nieuwe verschillen.")
            )
        applied = apply_document(upload.document, reason=_("Vervangen door een bestand"), author=upload.author)
        upload.delete()
    return applied
