"""The site as gunicorn serves it."""

import gc
import logging
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dialoog.settings")

application = get_wsgi_application()

logger = logging.getLogger(__name__)


def prepare() -> None:
    """Once, before gunicorn makes its workers, which inherit what was read and open connections of their own."""
    from django.db import connections

    from dialoog.content.releases.current import remember_release
    from dialoog.database.web import prepare_for_visitors

    prepare_for_visitors()
    remember_release()
    make_ready()
    for connection in connections.all():
        connection.close()
        if hasattr(connection, "close_pool"):
            connection.close_pool()  # its threads do not come along to the workers
    gc.collect()
    gc.freeze()  # looking for garbage writes in what it looks at, and what is written is no longer shared


def make_ready() -> None:
    """Views, translations, templates and the start page: what the first visitor needs, once for all workers.

    Whatever fails here fails for that visitor too, who gets a page that says so.
    """
    from django.template.loader import get_template
    from django.urls import reverse

    from dialoog.content.releases.current import known_release
    from dialoog.wizard.around.texts import start_page

    try:
        reverse("wizard:home")
        for name in ("wizard/step.html", "wizard/check.html", "report/page.html", "report/_actions.html"):
            get_template(name)
        start_page(known_release())
    except Exception as error:
        logger.info("not made ready at the start", exc_info=error)


prepare()
