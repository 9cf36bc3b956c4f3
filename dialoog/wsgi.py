"""The site as gunicorn serves it."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dialoog.settings")

application = get_wsgi_application()


def prepare() -> None:
    """Once, before gunicorn makes its workers, which inherit what was read and open connections of their own."""
    from django.db import connections

    from dialoog.content.releases.current import remember_release
    from dialoog.database.web import prepare_for_visitors

    prepare_for_visitors()
    remember_release()
    for connection in connections.all():
        connection.close()
        if hasattr(connection, "close_pool"):
            connection.close_pool()  # its threads do not come along to the workers


prepare()
