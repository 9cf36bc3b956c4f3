"""Public paths of the questionnaire, in Dutch."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from dialoog.wizard.around import views
from dialoog.wizard.wizard import NO_STEP, GuideWizard

app_name = "wizard"

step = GuideWizard.as_view(url_name="wizard:step", done_step_name=NO_STEP)

urlpatterns = [
    path("", views.home, name="home"),
    path("begin/", views.begin, name="begin"),
    path("advies/<str:token>/", views.resume, name="resume"),
    path("advies/<str:token>/stap/<str:step>/", step, name="step"),
    path("advies/<str:token>/later/", views.later, name="later"),
    path("advies/<str:token>/opnieuw/", views.redo, name="redo"),
    path("advies/<str:token>/verwijderen/", views.delete, name="delete"),
    path("verwijderd/", views.deleted, name="deleted"),
    path("privacy/", views.text, {"slug": "privacy", "name": _("Privacy")}, name="privacy"),
    path(
        "toegankelijkheid/", views.text, {"slug": "accessibility", "name": _("Toegankelijkheid")}, name="accessibility"
    ),
]
