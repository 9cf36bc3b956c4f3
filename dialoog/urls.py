"""Every path of the site: those of visitors in each language, the others in Dutch."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from dialoog.health.views import alive, health
from dialoog.knowledge.views import sitemap
from dialoog.wellknown import robots, security

urlpatterns = [
    *i18n_patterns(
        path("", include("dialoog.wizard.urls")),
        path("", include("dialoog.report.urls")),
        path("", include("dialoog.compare.urls")),
        path("", include("dialoog.plan.urls")),
        path("", include("dialoog.remarks.urls")),
        path("", include("dialoog.worksheets.urls")),
        path("", include("dialoog.handover.urls")),
        path("", include("dialoog.second_opinion.urls")),
        path("", include("dialoog.knowledge.urls")),
        path("", include("dialoog.news.urls")),
        prefix_default_language=False,
    ),
    path(settings.ADMIN_PATH, include("dialoog.staff.access.urls")),
    path(f"{settings.ADMIN_PATH}passkeys/", include("dialoog.staff.access.passkeys")),
    path(settings.ADMIN_PATH, include("dialoog.content.urls")),
    path(settings.ADMIN_PATH, include("dialoog.editorial.urls")),
    path(settings.ADMIN_PATH, include("dialoog.insight.urls")),
    path(settings.ADMIN_PATH, include("dialoog.advisers.urls")),
    path(settings.ADMIN_PATH, admin.site.urls),
    path("gezond/", health, name="health"),
    path("leeft/", alive, name="alive"),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path(".well-known/security.txt", security, name="security"),
]

handler400 = "dialoog.errors.bad_request"
handler403 = "dialoog.errors.permission_denied"
handler404 = "dialoog.errors.page_not_found"
handler500 = "dialoog.errors.server_error"
